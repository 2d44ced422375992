import type { PartyRow } from '@erp/ledger';
import * as known from './known.ts';
import { type Source, sayKept, usable, valueKey } from './plan.ts';
import { mayCreate } from './rules.ts';

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

/** Dimensions that are made have the values that lines name, and no others. */
export async function planValues({ tx, tenant, session, plan, named }: Source): Promise<void> {
  const { values, dimensions } = plan;
  for (const { dimension, code, ...valid } of await known.dimensionsOf(tx, tenant.id)) {
    dimensions.known.add(dimension);
    if (code !== null) values.known.set(valueKey(dimension, code), { dimension, code, ...valid });
  }
  for (const { within, code } of named('value')) {
    const key = valueKey(within, code);
    if (values.known.has(key)) continue;
    if (!mayCreate(session, 'dimensions')) {
      const what = dimensions.known.has(within)
        ? `dimension ${within} has no value ${code}`
        : `there is no dimension ${within}`;
      values.unknown.set(key, `${what}: create it first, or import with --create dimensions`);
      continue;
    }
    if (!dimensions.known.has(within)) dimensions.made.add(within);
    values.made.set(key, { dimension: within, code });
    plan.byName.add(`value ${key}`);
  }
}
