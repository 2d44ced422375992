import { isoCurrencies } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { fieldProblem } from '../../kernel/problem.ts';
import { type Currency, standardCurrency } from './iso.ts';

type NewCurrency = components['schemas']['NewCurrency'];
type Patch = components['schemas']['UpdateCurrency'];

/** A currency to create, its kind filled in: `iso` for a code of the standard that has no decimals there (XAU), else `custom`. */
export function newCurrency(body: NewCurrency): NewCurrency {
  if (standardCurrency(body.code)?.code === body.code) {
    throw fieldProblem('conflict', '/code', `${body.code} is an ISO currency: every tenant has it already`);
  }
  const kind = isoCurrencies.has(body.code) ? 'iso' : 'custom';
  if (body.kind === 'iso' && kind !== 'iso') {
    throw fieldProblem('invalid_request', '/kind', `${body.code} is no ISO 4217 code: its kind is custom`);
  }
  return { ...body, kind };
}

/** What stays as it is: code and kind of an ISO currency always, code and exponent of any once it was used. */
export function checkUpdate(before: Currency, patch: Patch, isBase: boolean, used: boolean): void {
  if (before.kind === 'iso') {
    for (const field of ['code', 'kind'] as const) {
      if (patch[field] === undefined || patch[field] === before[field]) continue;
      throw fieldProblem('field_fixed', `/${field}`, `${field} of ${before.code} is fixed: ISO 4217 says it`);
    }
  }
  if (patch.kind === 'iso' && before.kind !== 'iso') {
    throw fieldProblem('invalid_request', '/kind', `${before.code} is no ISO 4217 code: its kind is custom`);
  }
  if (patch.active === false && isBase) {
    throw fieldProblem('code_in_use', '/active', `the books are kept in ${before.code}: it cannot be closed`);
  }
  if (!used && !isBase) return;
  for (const field of ['code', 'exponent'] as const) {
    if (patch[field] === undefined || patch[field] === before[field]) continue;
    throw fieldProblem(
      'field_fixed',
      `/${field}`,
      `${field} of ${before.code} is fixed: amounts in it are posted`,
    );
  }
}

/** A custom unit may not take the code of a standard currency. */
export function checkCode(before: Currency, patch: Patch): void {
  if (patch.code === undefined || patch.code === before.code || !isoCurrencies.has(patch.code)) return;
  throw fieldProblem('conflict', '/code', `${patch.code} is an ISO currency: choose another code`);
}
