import { isDeepStrictEqual } from 'node:util';
import type { AccountRow, JournalRow, PartyRow } from '@erp/ledger';
import type { Change, TenantInfo } from '../../../http/context.ts';
import { exponentOf } from '../../../kernel/currencies.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type Account, checkUpdate, isUsed } from '../../accounts/index.ts';
import type { Party } from '../../parties/index.ts';
import type { StagedRecord } from '../plan/known.ts';
import { kindOf } from '../plan/plan-rules.ts';
import type { RecordRow } from '../staging/rows.ts';
import { type Decided, reject } from './decided.ts';
import { type Before, Present } from './present.ts';
import { changedRoles, RoleRules } from './record-roles.ts';

const noun = { accounts: 'account', journals: 'journal', parties: 'party' } as const;

export type RecordResource = keyof typeof noun;

type RecordOf = AccountRow | JournalRow | PartyRow;

/** Decides about rows, many at once; what an earlier row has taken, a later one cannot have. */
export class RecordRules {
  readonly #tx: Change;
  readonly #tenant: TenantInfo;
  readonly #resource: RecordResource;
  readonly #upsert: boolean;
  readonly #missingParents: ReadonlySet<string>;
  readonly #codes = new Set<string>();
  readonly #externalIds = new Set<string>();
  readonly #roles: RoleRules;

  constructor(
    tx: Change,
    tenant: TenantInfo,
    { resource, mode }: { resource: RecordResource; mode: 'create' | 'upsert' },
    missingParents: ReadonlySet<string>,
  ) {
    this.#tx = tx;
    this.#tenant = tenant;
    this.#resource = resource;
    this.#upsert = mode === 'upsert';
    this.#missingParents = missingParents;
    this.#roles = new RoleRules(tx, tenant.id);
  }

  async decide(records: readonly StagedRecord[]): Promise<Decided[]> {
    const { rows, present } = await this.#look(records);
    if (this.#resource === 'parties') await this.#roles.look(rows as PartyRow[]);

    const decided: Decided[] = [];
    for (const { body } of records) {
      decided.push(
        this.#isMine(body)
          ? await this.#decide(body, present)
          : reject('record', 'invalid_request', `a file of ${this.#resource} has no rows of ${body.record}`),
      );
    }
    return decided;
  }

  /** What rows become that were decided to be written. */
  async worked(records: readonly StagedRecord[]): Promise<Decided[]> {
    const { rows, present } = await this.#look(records);
    const worked: Decided[] = [];
    for (const row of rows) worked.push(await this.#become(row, present.find(row)));
    return worked;
  }

  /** Those that are of the list, and what the books have of them. */
  async #look(records: readonly StagedRecord[]): Promise<{ rows: RecordOf[]; present: Present }> {
    const rows = records.flatMap(({ body }) => (this.#isMine(body) ? [body] : []));
    return { rows, present: await Present.of(this.#tx, this.#tenant.id, this.#resource, rows) };
  }

  #isMine(body: RecordRow): body is RecordOf {
    return body.record === noun[this.#resource];
  }

  async #become(row: RecordOf, before: Before | undefined): Promise<Decided> {
    return before ? this.#changed(row, before) : this.#new(row);
  }

  async #decide(row: RecordOf, present: Present): Promise<Decided> {
    const fault = this.#repeated(row);
    if (fault) return fault;

    const before = present.find(row);
    if (before && !this.#upsert) {
      return reject(
        'code',
        'conflict',
        `${noun[this.#resource]} ${row.code} exists: use --mode upsert to change it`,
      );
    }
    const decided = await this.#become(row, before);
    if (row.record !== 'party' || decided.act === 'reject') return decided;
    return (await this.#roles.fault(row, before as unknown as Party | undefined)) ?? decided;
  }

  #repeated({ code, externalId, ...row }: RecordOf): Decided | undefined {
    if (this.#codes.has(code)) return reject('code', 'conflict', `${code} stands in the file twice`);
    this.#codes.add(code);
    if (externalId !== undefined) {
      if (this.#externalIds.has(externalId)) {
        return reject('externalId', 'duplicate_external_id', `${externalId} stands in the file twice`);
      }
      this.#externalIds.add(externalId);
    }
    const parent = 'parent' in row ? row.parent : undefined;
    if (parent === undefined || !this.#missingParents.has(parent)) return undefined;
    return reject('parent', 'account_unknown', `there is no account ${parent} to stand above ${code}`);
  }

  #new(row: RecordOf): Decided {
    const { row: _, ...rest } = row;
    const name = row.name ?? row.code;
    if (rest.record === 'account') {
      const { record: _r, ...account } = rest;
      const kind = kindOf(row.code, rest);
      if (typeof kind === 'string') return reject('type', 'invalid_request', kind);
      if (!kind)
        return reject('type', 'invalid_request', `nothing says what account ${row.code} is: give its type`);
      return (
        this.#currencyFault(account.currency) ?? {
          act: 'create',
          make: { account: { ...account, name, kind } },
        }
      );
    }
    if (rest.record === 'journal') {
      const { area, series = row.code } = rest;
      if (area === undefined)
        return reject(
          'area',
          'invalid_request',
          'a new journal needs an area, because periods are closed by it',
        );
      return { act: 'create', make: { journal: { ...rest, name, area, series } } };
    }
    const { record: _r, ...party } = rest;
    return { act: 'create', make: { party: { ...party, name } } };
  }

  async #changed(row: RecordOf, before: Before): Promise<Decided> {
    const { record, row: _, ...given } = row;
    const { roles: named, ...fields } = given as { roles?: PartyRow['roles'] } & Record<string, unknown>;
    const patch = Object.fromEntries(
      Object.entries(fields).filter(([key, value]) => !isDeepStrictEqual(value, before[key])),
    );
    if (record === 'account') {
      const fault =
        this.#currencyFault(patch['currency'] as string | undefined) ??
        (await this.#fixedFault(before, patch));
      if (fault) return fault;
    }
    if (record !== 'account' && patch['code'] !== undefined) {
      return reject(
        'code',
        'field_fixed',
        `externalId ${row.externalId} belongs to ${before.code}: its code is changed there, not by an import`,
      );
    }
    const roles = named && changedRoles(named, before as unknown as Party);
    if (Object.keys(patch).length === 0 && !roles?.length) return { act: 'unchanged' };
    return { act: 'update', before, patch, roles };
  }

  #currencyFault(currency: string | undefined): Decided | undefined {
    if (currency === undefined || exponentOf(this.#tenant.currencies, currency) !== undefined)
      return undefined;
    return reject(
      'currency',
      'currency_unknown',
      `${currency} is no currency of this tenant: create it first`,
    );
  }

  async #fixedFault(before: Before, patch: Record<string, unknown>): Promise<Decided | undefined> {
    try {
      checkUpdate(before as unknown as Account, patch, await isUsed(this.#tx, this.#tenant.id, before.id));
      return undefined;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return reject(error.errors[0]?.pointer.slice(1) ?? 'code', error.code, error.message);
    }
  }
}
