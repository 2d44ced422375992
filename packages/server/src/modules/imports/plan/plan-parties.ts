import type { PartyRow } from '@erp/ledger';
import { mayCreate } from '../rules.ts';
import * as known from './known.ts';
import { type Source, sayKept, some, usable } from './plan.ts';

export const controlAccountsOf = ({ roles = [] }: Pick<PartyRow, 'roles'>): string[] =>
  roles.flatMap(({ controlAccount }) => controlAccount ?? []);

/** A party is found by its code, else by the code it has in the subledger of a role. */
export async function planParties({ tx, tenant, session, plan, named, records }: Source): Promise<void> {
  const { parties } = plan;
  const may = mayCreate(session, 'parties');
  const rows = usable<PartyRow>(records('party'), may, 'parties', plan);
  const lineNames = named('party');
  const codes = [...rows.map((r) => r.code), ...lineNames.map((n) => n.code)];
  for (const party of await known.partiesByCode(tx, tenant.id, codes)) parties.known.set(party.code, party);

  const subledger = [
    ...codes,
    ...rows.flatMap((r) => (r.roles ?? []).flatMap((role) => role.subledgerCode ?? [])),
  ];
  const holders = new Map(
    (await known.partiesBySubledger(tx, tenant.id, subledger)).map((h) => [
      `${h.role} ${h.subledgerCode}`,
      h,
    ]),
  );

  const renamed: string[] = [];
  for (const { record: _, row: _r, ...party } of rows) {
    const { code, name, roles = [] } = party;
    const holder = roles
      .map((r) => holders.get(`${r.role} ${r.subledgerCode ?? code}`))
      .find((h) => h !== undefined);
    const there = parties.known.get(code) ?? holder;
    if (there) {
      parties.known.set(code, there);
      if (name !== undefined && name !== there.name) renamed.push(code);
    } else if (!parties.made.has(code)) parties.made.set(code, { ...party, name: name ?? code });
  }
  sayKept('party', renamed, plan);
  const { accounts } = plan;
  const open = [...parties.made.values()]
    .flatMap(controlAccountsOf)
    .filter((code) => !accounts.known.has(code) && !accounts.made.has(code));
  if (open.length > 0) {
    const codes = some([...new Set(open)]);
    plan.warnings.push(
      `${open.length} roles of parties are made without their control account: there is no ${codes}`,
    );
  }

  for (const { code, name, type } of lineNames) {
    if (parties.known.has(code) || parties.made.has(code)) continue;
    const holder = type === null ? undefined : holders.get(`${type} ${code}`);
    if (holder) parties.known.set(code, holder);
    else if (may) {
      parties.made.set(code, {
        code,
        name: name ?? code,
        ...(type === null ? {} : { roles: [{ role: type }] }),
      });
      plan.byName.add(`party ${code}`);
    } else
      parties.unknown.set(
        code,
        `there is no party ${code}: create it first, or import with --create parties`,
      );
  }
}
