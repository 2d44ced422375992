import type { BalanceRow, DimensionRow, DimensionValueRow } from '@erp/ledger';
import { mayCreate } from '../rules.ts';
import * as known from './known.ts';
import { type Plan, type Source, sayKept, usable, valueKey } from './plan.ts';

/** Dimensions and values that the file describes by rows of their own, then those that its lines name. */
export async function planDimensions({ tx, tenant, session, plan, named, records }: Source): Promise<void> {
  const { values, dimensions } = plan;
  const may = mayCreate(session, 'dimensions');
  for (const { dimension, name, code, valueName, ...valid } of await known.dimensionsOf(tx, tenant.id)) {
    dimensions.known.set(dimension, name);
    if (code === null) continue;
    values.known.set(valueKey(dimension, code), { dimension, code, name: valueName ?? code, ...valid });
  }

  const rows = usable<DimensionRow>(records('dimension'), may, 'dimensions', plan);
  const valueRows = usable<DimensionValueRow>(records('dimensionValue'), may, 'dimension values', plan);
  describeDimensions(rows, plan);
  describeValues(valueRows, plan);

  const balances = session.resource === 'ledger' ? records<BalanceRow>('balance') : [];
  const annotated = balances.flatMap(({ dimensions = {} }) =>
    Object.entries(dimensions).map(([within, code]) => ({ within, code })),
  );
  const ofBalances = new Set(annotated.map(({ within, code }) => valueKey(within, code)));
  for (const { within, code } of [...named('value'), ...annotated]) {
    const key = valueKey(within, code);
    const ofLine = !ofBalances.has(key);
    if (values.known.has(key) || values.made.has(key) || values.unknown.has(key)) continue;
    if (!may) {
      const what = dimensions.known.has(within)
        ? `dimension ${within} has no value ${code}`
        : `there is no dimension ${within}`;
      values.unknown.set(key, `${what}: create it first, or import with --create dimensions`);
      continue;
    }
    makeDimension(within, plan, ofLine);
    values.made.set(key, { dimension: within, code, name: code });
    if (ofLine) plan.byName.add(`value ${key}`);
  }
}

function describeDimensions(rows: readonly DimensionRow[], plan: Plan): void {
  const { dimensions } = plan;
  const renamed: string[] = [];
  for (const { code, name, parent } of rows) {
    const there = dimensions.known.get(code);
    if (there !== undefined) {
      if (name !== undefined && name !== there) renamed.push(code);
    } else if (!dimensions.made.has(code)) {
      dimensions.made.set(code, { code, name: name ?? code, ...(parent === undefined ? {} : { parent }) });
    }
  }
  sayKept('dimension', renamed, plan);

  const orphans = [...dimensions.made.values()].filter(
    ({ parent }) => parent !== undefined && !dimensions.known.has(parent) && !dimensions.made.has(parent),
  );
  for (const { code, parent } of orphans) {
    plan.warnings.push(`dimension ${code} is made without its parent ${parent}, which nothing describes`);
  }
}

function describeValues(rows: readonly DimensionValueRow[], plan: Plan): void {
  const { values } = plan;
  const renamed: string[] = [];
  for (const { dimension, code, name } of rows) {
    const key = valueKey(dimension, code);
    const there = values.known.get(key);
    if (there) {
      if (name !== undefined && name !== there.name) renamed.push(`${dimension} ${code}`);
    } else if (!values.made.has(key)) {
      makeDimension(dimension, plan, false);
      values.made.set(key, { dimension, code, name: name ?? code });
    }
  }
  sayKept('dimension value', renamed, plan);
}

/** A dimension that no row describes, because something stands in it. */
function makeDimension(code: string, { dimensions, byName }: Plan, byLines: boolean): void {
  if (dimensions.known.has(code) || dimensions.made.has(code)) return;
  dimensions.made.set(code, { code, name: code });
  if (byLines) byName.add(`dimension ${code}`);
}
