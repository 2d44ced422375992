import type { components } from '@erp/openapi/types';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Context } from '../../http/context.ts';
import type { Currency } from './iso.ts';
import { checkCode, checkUpdate, newCurrency } from './rules.ts';
import { adopt, isUsed, list, ownCurrencies, requireCurrency } from './store.ts';

export const handlers = {
  'currencies.list': (context, { query }) => context.read((tx) => list(tx, context.tenant.id, query)),

  'currencies.get': (context, { path }) =>
    context.read((tx) => requireCurrency(tx, context.tenant.id, path.currency)),

  'currencies.create': async (context, { body }) => {
    const currency = newCurrency(body);
    const created = await context.change((tx) =>
      ownCurrencies.insert(tx, context.tenant.id, { ...currency }),
    );
    context.services.tenants.forget();
    return created;
  },

  'currencies.update': (context, { path, body }) => update(context, path.currency, body),

  'currencies.archive': (context, { path }) => update(context, path.currency, { active: false }),
} satisfies HandlersOf<'currencies'>;

async function update(
  context: Context,
  name: string,
  patch: components['schemas']['UpdateCurrency'],
): Promise<Currency> {
  const { tenant } = context;
  const after = await context.change(async (tx) => {
    const found = await requireCurrency(tx, tenant.id, name);
    const isBase = tenant.baseCurrency === found.code;
    checkCode(found, patch);
    checkUpdate(found, patch, isBase, await isUsed(tx, tenant.id, found.code));

    if (found.kind === 'iso') await adopt(tx, tenant.id, found);
    const before = await ownCurrencies.require(tx, tenant.id, found.id);
    return ownCurrencies.update(tx, tenant.id, before, patch, context.headers.ifMatch);
  });
  context.services.tenants.forget();
  return after;
}
