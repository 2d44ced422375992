import type { HandlersOf } from '../../contract/handlers.ts';
import type { Tx } from '../../db/database.ts';
import type { Context } from '../../http/context.ts';
import { checkArchive, checkFormat, checkUpdate } from './rules.ts';
import { activeJournalsOf, isUsed, type Series, series, yearsOfSeries } from './store.ts';

export const handlers = {
  'series.list': (context, { query }) => context.read((tx) => series.list(tx, context.tenant.id, query)),

  'series.get': (context, { path }) =>
    context.read(async (tx) =>
      withYears(tx, context.tenant.id, await series.require(tx, context.tenant.id, path.series)),
    ),

  'series.create': (context, { body }) => {
    checkFormat(body.format);
    return context.change(async (tx) =>
      withYears(tx, context.tenant.id, await series.insert(tx, context.tenant.id, body)),
    );
  },

  'series.update': (context, { path, body }) => update(context, path.series, body),

  'series.archive': (context, { path }) => update(context, path.series, { active: false }),
} satisfies HandlersOf<'series'>;

function update(context: Context, name: string, patch: Parameters<typeof checkUpdate>[1]): Promise<Series> {
  const { tenant } = context;
  return context.change(async (tx) => {
    const before = await series.require(tx, tenant.id, name);
    checkUpdate(before, patch, await isUsed(tx, tenant.id, before.id));
    if (patch.active === false && before.active) {
      checkArchive(before, await activeJournalsOf(tx, tenant.id, before.id));
    }
    const after = await series.update(tx, tenant.id, before, patch, context.headers.ifMatch);
    return withYears(tx, tenant.id, after);
  });
}

const withYears = async (tx: Tx, tenantId: string, found: Series): Promise<Series> => ({
  ...found,
  years: await yearsOfSeries(tx, tenantId, found.id),
});
