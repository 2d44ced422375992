import type { HandlersOf } from '../../contract/handlers.ts';
import { hashOf } from '../../http/authenticate.ts';
import { changeOf } from '../../http/change.ts';
import type { Context } from '../../http/context.ts';
import { platformId } from '../../kernel/id.ts';
import { notFound } from '../../kernel/problem.ts';
import { newSecret, prefixOf, requireGrantable } from './rules.ts';
import * as store from './store.ts';

export const handlers = {
  'apiKeys.current': async ({ actor, services }) => ({
    keyId: actor.keyId,
    name: actor.name,
    scopes: [...actor.scopes],
    tenant: actor.tenantId ? ((await services.tenants.find(actor.tenantId))?.slug ?? null) : null,
    tenantId: actor.tenantId,
  }),

  'apiKeys.list': (context, { query }) =>
    context.services.db.tx(platformScope(context), (tx) => store.list(tx, context.tenant.id, query)),

  // Under no idempotency key: the reply holds a secret, which is stored nowhere.
  'apiKeys.create': (context, { body }) => {
    requireGrantable(context.actor, body.scopes);
    const scope = platformScope(context);
    return context.services.db.tx(scope, async (plain) => {
      const tx = changeOf(context, scope, plain);
      const secret = newSecret();
      const id = tx.newId();
      await store.insert(tx, context.tenant.id, {
        id,
        name: body.name,
        hash: hashOf(secret),
        prefix: prefixOf(secret),
        scopes: body.scopes,
        expiresAt: body.expiresAt ?? null,
        at: tx.at,
      });
      const key = await store.get(tx, context.tenant.id, id);
      if (!key) throw new Error('the key just made is not there');
      await tx.audit({ resource: 'apiKey', resourceId: id, resourceCode: body.name, after: key });
      return { ...key, secret };
    });
  },

  'apiKeys.revoke': async (context, { path }) => {
    await context.change(async (tx) => {
      const key = await store.get(tx, context.tenant.id, path.id);
      if (!key) throw notFound('API key', path.id);
      await store.revoke(tx, context.tenant.id, path.id, tx.at);
      await tx.audit({ resource: 'apiKey', resourceId: path.id, resourceCode: key.name, before: key });
    }, platformScope(context));
    context.services.authenticator.forget();
    return undefined;
  },
} satisfies HandlersOf<'apiKeys'>;

/** Keys are rows of the platform, named by the tenant they belong to. */
const platformScope = (context: Context) =>
  ({ role: 'erp_platform', tenantId: context.tenant.id || platformId }) as const;
