import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Tx } from '../../db/database.ts';
import type { Context } from '../../http/context.ts';
import { checkRanges, checkValidity, codeFixed, namedByPolicy, parentCycle, parentUnknown } from './rules.ts';
import {
  accountWithPolicy,
  ancestors,
  type Dimension,
  type DimensionValue,
  dimensions,
  isUsed,
  isValueUsed,
  values,
} from './store.ts';

type Patch = components['schemas']['UpdateDimension'];
type ValuePatch = components['schemas']['UpdateDimensionValue'];

export const handlers = {
  'dimensions.list': (context, { query }) =>
    context.read((tx) => dimensions.list(tx, context.tenant.id, query)),

  'dimensions.get': (context, { path }) =>
    context.read((tx) => dimensions.require(tx, context.tenant.id, path.dimension)),

  'dimensions.create': (context, { body }) => {
    checkRanges(body.requiredOn);
    return context.change((tx) => dimensions.insert(tx, context.tenant.id, body));
  },

  'dimensions.update': (context, { path, body }) => update(context, path.dimension, body),

  'dimensions.archive': (context, { path }) => update(context, path.dimension, { active: false }),

  'dimensions.listValues': (context, { path, query }) =>
    context.read(async (tx) => {
      const { id } = await dimensions.require(tx, context.tenant.id, path.dimension);
      return values.list(tx, context.tenant.id, query, id);
    }),

  'dimensions.createValue': (context, { path, body }) => {
    const { tenant } = context;
    checkValidity(body);
    return context.change(async (tx) => {
      const dimension = await dimensions.require(tx, tenant.id, path.dimension);
      const parent = await parentOf(tx, tenant.id, dimension, body.parent);
      return values.insert(tx, tenant.id, { ...body, ...(parent && { parent: parent.id }) }, dimension.id);
    });
  },

  'dimensions.updateValue': (context, { path, body }) => updateValue(context, path, body),

  'dimensions.archiveValue': (context, { path }) => updateValue(context, path, { active: false }),
} satisfies HandlersOf<'dimensions'>;

function update(context: Context, name: string, patch: Patch): Promise<Dimension> {
  const { tenant } = context;
  checkRanges(patch.requiredOn);
  return context.change(async (tx) => {
    const before = await dimensions.require(tx, tenant.id, name);
    if (patch.code !== undefined && patch.code !== before.code) {
      if (await isUsed(tx, tenant.id, before.code)) throw codeFixed(`dimension ${before.code}`);
      const account = await accountWithPolicy(tx, tenant.id, before.code);
      if (account !== undefined) throw namedByPolicy(before.code, account);
    }
    if (patch.parent) {
      const parent = await dimensions.get(tx, tenant.id, patch.parent);
      if (parent && (await ancestors(tx, tenant.id, 'dimensions', parent.id)).includes(before.id)) {
        throw parentCycle(before.code, parent.code);
      }
    }
    return dimensions.update(tx, tenant.id, before, patch, context.headers.ifMatch);
  });
}

function updateValue(
  context: Context,
  path: { dimension: string; value: string },
  patch: ValuePatch,
): Promise<DimensionValue> {
  const { tenant } = context;
  return context.change(async (tx) => {
    const dimension = await dimensions.require(tx, tenant.id, path.dimension);
    const before = await values.require(tx, tenant.id, path.value, dimension.id);
    checkValidity({ validFrom: before.validFrom, validTo: before.validTo, ...patch });

    const renamed = patch.code !== undefined && patch.code !== before.code;
    if (renamed && (await isValueUsed(tx, tenant.id, dimension.code, before.code))) {
      throw codeFixed(`value ${before.code} of dimension ${dimension.code}`);
    }
    const parent = await parentOf(tx, tenant.id, dimension, patch.parent);
    if (parent && (await ancestors(tx, tenant.id, 'dimension_values', parent.id)).includes(before.id)) {
      throw parentCycle(before.code, parent.code);
    }
    const stored = { ...patch, ...(parent && { parent: parent.id }) };
    return values.update(tx, tenant.id, before, stored, context.headers.ifMatch);
  });
}

/** The value that a parent names, of the same dimension; undefined when none is named. */
async function parentOf(
  tx: Tx,
  tenantId: string,
  dimension: Dimension,
  name: string | null | undefined,
): Promise<DimensionValue | undefined> {
  if (name === null || name === undefined) return undefined;
  const parent = await values.get(tx, tenantId, name, dimension.id);
  if (!parent) throw parentUnknown(dimension.code, name);
  return parent;
}
