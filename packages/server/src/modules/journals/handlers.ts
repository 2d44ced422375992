import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Context } from '../../http/context.ts';
import { checkCurrency } from '../../kernel/currencies.ts';
import { insertSeries, series } from '../series/index.ts';
import { checkSeries, codeFixed, seriesExists } from './rules.ts';
import { isUsed, type Journal, journals } from './store.ts';

export const handlers = {
  'journals.list': (context, { query }) => context.read((tx) => journals.list(tx, context.tenant.id, query)),

  'journals.get': (context, { path }) =>
    context.read((tx) => journals.require(tx, context.tenant.id, path.journal)),

  'journals.create': (context, { body }) => {
    const { tenant } = context;
    checkCurrency(tenant.currencies, body.currency, '/currency');
    return context.change(async (tx) => {
      if (body.series !== undefined) {
        checkSeries(await series.get(tx, tenant.id, body.series), body.series);
        return journals.insert(tx, tenant.id, body);
      }
      const taken = await journals.get(tx, tenant.id, body.code);
      if (!taken && (await series.get(tx, tenant.id, body.code))) throw seriesExists(body.code);
      if (!taken) await insertSeries(tx, tenant.id, [body.code]);
      return journals.insert(tx, tenant.id, { ...body, series: body.code });
    });
  },

  'journals.update': (context, { path, body }) => update(context, path.journal, body),

  'journals.archive': (context, { path }) => update(context, path.journal, { active: false }),
} satisfies HandlersOf<'journals'>;

function update(
  context: Context,
  name: string,
  patch: components['schemas']['UpdateJournal'],
): Promise<Journal> {
  const { tenant } = context;
  checkCurrency(tenant.currencies, patch.currency, '/currency');
  return context.change(async (tx) => {
    const before = await journals.require(tx, tenant.id, name);
    const renamed = patch.code !== undefined && patch.code !== before.code;
    if (renamed && (await isUsed(tx, tenant.id, before.id))) throw codeFixed(before.code);
    if (patch.series !== undefined || (patch.active && !before.active)) {
      const name = patch.series ?? before.series;
      checkSeries(await series.get(tx, tenant.id, name), name);
    }
    return journals.update(tx, tenant.id, before, patch, context.headers.ifMatch);
  });
}
