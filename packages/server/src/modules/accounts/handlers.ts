import type { HandlersOf } from '../../contract/handlers.ts';
import type { Context } from '../../http/context.ts';
import { checkKind, checkUpdate, parentCycle, withDefaults } from './rules.ts';
import { type Account, accounts, ancestors, isUsed } from './store.ts';

export const handlers = {
  'accounts.list': (context, { query }) => context.read((tx) => accounts.list(tx, context.tenant.id, query)),

  'accounts.get': (context, { path }) =>
    context.read((tx) => accounts.require(tx, context.tenant.id, path.account)),

  'accounts.create': (context, { body }) => {
    checkKind(body);
    return context.change((tx) => accounts.insert(tx, context.tenant.id, withDefaults(body)));
  },

  'accounts.update': (context, { path, body }) => update(context, path.account, body),

  'accounts.archive': (context, { path }) => update(context, path.account, { active: false }),
} satisfies HandlersOf<'accounts'>;

function update(context: Context, name: string, patch: Parameters<typeof checkUpdate>[1]): Promise<Account> {
  const { tenant } = context;
  return context.change(async (tx) => {
    const before = await accounts.require(tx, tenant.id, name);
    checkUpdate(before, patch, await isUsed(tx, tenant.id, before.id));
    if (patch.parent) {
      const parent = await accounts.get(tx, tenant.id, patch.parent);
      if (parent && (await ancestors(tx, tenant.id, parent.id)).includes(before.id)) {
        throw parentCycle(before.code, parent.code);
      }
    }
    return accounts.update(tx, tenant.id, before, patch, context.headers.ifMatch);
  });
}
