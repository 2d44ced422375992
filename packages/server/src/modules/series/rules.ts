import type { components } from '@erp/openapi/types';
import { fieldProblem, Problem } from '../../kernel/problem.ts';
import type { Series } from './store.ts';

type Patch = components['schemas']['UpdateSeries'];

const placeholder = /\{[^{}]*\}/g;
const known = /^\{(?:journal|year|n|n:[1-9]|n:1\d)\}$/;
const counter = /^\{n(?::\d+)?\}$/;

/**
 * A format holds the number once, as `{n}` or padded as `{n:6}` (1 to 19 digits), and may hold `{journal}` and `{year}`:
 * without the number two entries would get one, and a placeholder nobody fills in would be printed on every document.
 */
export function checkFormat(format: string | undefined): void {
  if (format === undefined) return;
  const found = format.match(placeholder) ?? [];
  const unknown = found.find((part) => !known.test(part));
  if (unknown) {
    throw fieldProblem(
      'invalid_request',
      '/format',
      `${unknown} means nothing here: use {journal}, {year}, {n} or {n:6}`,
    );
  }
  if (found.filter((part) => counter.test(part)).length === 1) return;
  throw fieldProblem(
    'invalid_request',
    '/format',
    `${format} needs {n} once, such as {journal}-{year}-{n:6}`,
  );
}

const fixedFields = ['code', 'reset', 'format', 'start'] as const;

/** Numbers that were given stay as they are and go on as they began. */
export function checkUpdate(before: Series, patch: Patch, used: boolean): void {
  checkFormat(patch.format);
  if (!used) return;
  for (const field of fixedFields) {
    if (patch[field] === undefined || patch[field] === before[field]) continue;
    throw fieldProblem(
      'field_fixed',
      `/${field}`,
      `${field} of series ${before.code} is fixed: it gave numbers`,
    );
  }
}

/** A journal without numbers could not post: it is archived, or given another series, first. */
export function checkArchive(before: Series, journals: readonly string[]): void {
  if (journals.length === 0) return;
  throw new Problem(
    'code_in_use',
    `Series ${before.code} numbers the journals ${journals.join(', ')}: archive them or give them another series first`,
  );
}
