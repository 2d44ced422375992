import type { AccountRow, JournalRow, PartyRow } from '@erp/ledger';
import type { Tx } from '../../../db/database.ts';
import { accounts } from '../../accounts/index.ts';
import { journals } from '../../journals/index.ts';
import { parties, withRoles } from '../../parties/index.ts';

/** What the books have, as the wire shows it. */
export type Before = { id: string; code: string; version: number } & Record<string, unknown>;

/** What the books have of some rows, read at once. */
export class Present {
  readonly #byCode: ReadonlyMap<string, Before>;
  readonly #byExternalId: ReadonlyMap<unknown, Before>;

  private constructor(found: readonly Before[]) {
    this.#byCode = new Map(found.map((one) => [one.code, one]));
    this.#byExternalId = new Map(
      found.filter((one) => one['externalId'] !== null).map((one) => [one['externalId'], one]),
    );
  }

  static async of(
    tx: Tx,
    tenantId: string,
    resource: 'accounts' | 'journals' | 'parties',
    rows: readonly (AccountRow | JournalRow | PartyRow)[],
  ): Promise<Present> {
    const codes = rows.map(({ code }) => code);
    const externalIds = rows.flatMap(({ externalId }) => externalId ?? []);
    const found =
      resource === 'parties'
        ? await withRoles(tx, tenantId, await parties.findAll(tx, tenantId, codes, externalIds))
        : await (resource === 'accounts' ? accounts : journals).findAll(tx, tenantId, codes, externalIds);
    return new Present(found as unknown as Before[]);
  }

  /** By external id, else by code. */
  find({ code, externalId }: { code: string; externalId?: string }): Before | undefined {
    const byId = externalId === undefined ? undefined : this.#byExternalId.get(externalId);
    return byId ?? this.#byCode.get(code);
  }
}
