import { isDeepStrictEqual } from 'node:util';
import type { AccountRow, JournalRow, PartyRow } from '@erp/ledger';
import type { TenantInfo } from '../../http/context.ts';
import { exponentOf } from '../../kernel/currencies.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Account, accounts, checkUpdate, isUsed } from '../accounts/index.ts';
import { journals } from '../journals/index.ts';
import { parties } from '../parties/index.ts';
import type { ImportChange } from './import-change.ts';
import type { StagedRecord } from './known.ts';
import type { NewAccount, NewJournal, NewParty } from './plan.ts';
import { kindOf } from './plan-rules.ts';

/** What becomes of one row of accounts, journals or parties. */
export type Decided =
  | { act: 'create'; make: { account: NewAccount } | { journal: NewJournal } | { party: NewParty } }
  | {
      act: 'update';
      before: { id: string; code: string; version: number };
      patch: Record<string, unknown>;
      roles: PartyRow['roles'];
    }
  | { act: 'unchanged' }
  | { act: 'reject'; field: string; code: string; message: string };

const reject = (field: string, code: string, message: string): Decided => ({
  act: 'reject',
  field,
  code,
  message,
});

const noun = { accounts: 'account', journals: 'journal', parties: 'party' } as const;

export type RecordResource = keyof typeof noun;

const stores = { accounts, journals, parties };

/** Decides about rows one after the other; what an earlier row has taken, a later one cannot have. */
export class RecordRules {
  readonly #tx: ImportChange;
  readonly #tenant: TenantInfo;
  readonly #resource: RecordResource;
  readonly #upsert: boolean;
  /** Codes of all rows: a parent may come after its children. */
  readonly #codes: ReadonlySet<string>;
  readonly #seen = new Set<string>();

  constructor(
    tx: ImportChange,
    tenant: TenantInfo,
    {
      resource,
      mode,
      codes,
    }: { resource: RecordResource; mode: 'create' | 'upsert'; codes: ReadonlySet<string> },
  ) {
    this.#codes = codes;
    this.#tx = tx;
    this.#tenant = tenant;
    this.#resource = resource;
    this.#upsert = mode === 'upsert';
  }

  async decide({ body }: StagedRecord): Promise<Decided> {
    if (body.record !== noun[this.#resource]) {
      return reject('record', 'invalid_request', `a file of ${this.#resource} has no rows of ${body.record}`);
    }
    const row = body as AccountRow | JournalRow | PartyRow;
    if (this.#seen.has(row.code)) return reject('code', 'conflict', `${row.code} stands in the file twice`);
    this.#seen.add(row.code);

    const parent = 'parent' in row ? row.parent : undefined;
    if (
      parent !== undefined &&
      !this.#codes.has(parent) &&
      !(await accounts.get(this.#tx, this.#tenant.id, parent))
    ) {
      return reject('parent', 'account_unknown', `there is no account ${parent} to stand above ${row.code}`);
    }

    const before = await this.#find(row);
    if (before && !this.#upsert) {
      return reject(
        'code',
        'conflict',
        `${noun[this.#resource]} ${row.code} exists: use --mode upsert to change it`,
      );
    }
    if (!before) return this.#new(row);
    return this.#changed(row, before);
  }

  /** By external id, else by code. */
  async #find(row: AccountRow | JournalRow | PartyRow): Promise<Before | undefined> {
    const store = stores[this.#resource];
    if (row.externalId !== undefined) {
      const page = await store.list(this.#tx, this.#tenant.id, { externalId: row.externalId, limit: 1 });
      if (page.items[0]) return page.items[0] as unknown as Before;
    }
    return (await store.get(this.#tx, this.#tenant.id, row.code)) as unknown as Before | undefined;
  }

  #new(row: AccountRow | JournalRow | PartyRow): Decided {
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

  async #changed(row: AccountRow | JournalRow | PartyRow, before: Before): Promise<Decided> {
    const { record, row: _, ...given } = row;
    const { roles, ...fields } = { roles: undefined, ...given } as { roles?: PartyRow['roles'] } & Record<
      string,
      unknown
    >;
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

type Before = { id: string; code: string; version: number } & Record<string, unknown>;
