import type { Change } from '../../../http/context.ts';
import { insertYear } from '../../calendar/index.ts';
import { adopt, standardCurrency } from '../../currencies/index.ts';
import * as store from '../store.ts';
import { keyOf, type Resource, type Row, resources, stores, withinOf } from './kinds.ts';
import type { Living } from './living.ts';
import type { Work } from './plan.ts';

/** Writes what a plan says into a tenant, in the order of what refers to what; each thing with its audit row. */
export async function applyWork(
  tx: Change,
  { id, slug }: { id: string; slug: string },
  work: Work,
  living: Living,
): Promise<store.Tenant> {
  const tenant = await writeTenant(tx, id, { slug, ...work.identity }, living.tenant);

  const placed = placeValues(tx, work, living);
  for (const resource of resources) {
    await stores[resource].insertAll(
      tx,
      id,
      work.creates[resource].map((row) => placed(resource, row, row)),
    );
    for (const { before, patch } of work.updates.filter((update) => update.resource === resource)) {
      const standard = resource === 'currency' ? standardCurrency(before.code) : undefined;
      if (standard) await adopt(tx, id, standard);
      await stores[resource].update(tx, id, before as never, placed(resource, before, patch));
    }
  }
  for (const { value } of work.years) {
    const year = await insertYear(tx, id, { ...value, baseCurrency: tenant.baseCurrency });
    await tx.audit({ resource: 'year', resourceId: year.id, resourceCode: value.code, after: value });
  }
  for (const resource of resources.toReversed()) {
    await stores[resource].remove(tx, id, work.removes[resource] as never);
  }
  return tenant;
}

async function writeTenant(
  tx: Change,
  id: string,
  identity: Record<string, unknown> & { slug: string },
  before: store.Tenant | undefined,
): Promise<store.Tenant> {
  const { slug, ...patch } = identity;
  if (before && Object.keys(patch).length === 0) return before;
  if (before) await store.update(tx, before, tx.at, patch);
  else await store.insert(tx, id, tx.at, identity);

  const after = await store.find(tx, id);
  if (!after) throw new Error(`tenant ${id} is not there`);
  await tx.audit({
    resource: 'tenant',
    resourceId: id,
    resourceCode: slug,
    ...(before && { before }),
    after,
  });
  return after;
}

type Fields = Record<string, unknown>;

/** Codes of values are of their dimension only, so that a parent is named by its id. */
function placeValues(tx: Change, work: Work, living: Living) {
  const there = living.rows.dimensionValue.map((row) => [keyOf(row), row.id] as const);
  const made = work.creates.dimensionValue.map((row) => [keyOf(row), tx.newId()] as const);
  const ids = new Map([...there, ...made]);

  return <T extends Fields>(resource: Resource, row: Row, fields: T): T => {
    if (resource !== 'dimensionValue') return fields;
    const id = fields === (row as Fields) ? { id: ids.get(keyOf(row)) } : {};
    const parent = fields['parent'];
    if (typeof parent !== 'string') return { ...fields, ...id };
    return { ...fields, ...id, parent: ids.get(keyOf({ code: parent, dimension: withinOf(row) })) };
  };
}
