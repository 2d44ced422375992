import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Document, type Operation, resolve } from '../contract/document.ts';
import type { Scope } from '../db/database.ts';
import { isUuid, platformId } from '../kernel/id.ts';
import { notFound, Problem, suspended } from '../kernel/problem.ts';
import type { Services } from '../services.ts';
import { runChange } from './change.ts';
import type { Actor, Context, TenantInfo } from './context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, for the hash of an idempotency key. */
    rawBody?: Buffer;
  }
}

/** The tenant of an operation of the platform: no row has its id but the platform's own. */
const platform: TenantInfo = {
  id: platformId,
  slug: '',
  name: 'platform',
  baseCurrency: '',
  timezone: 'UTC',
  country: '',
  registrationNumber: null,
  fiscalYearStart: '01-01',
  reversalStyle: 'swap',
  accountRoles: {},
  currencies: [],
  state: 'live',
};

const nobody: Actor = { keyId: platformId, name: 'nobody', scopes: [], tenantId: null };

/**
 * The way of a request to its handler: who calls (401, before the body is read), which tenant (404 when not theirs), what it
 * may do (403, from the contract), how often (429). The context is complete when the body has been parsed.
 */
export function requestPath(app: FastifyInstance, document: Document, services: Services): void {
  app.decorateRequest('rawBody', undefined);

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const { operation } = request.routeOptions.config;
    if (!operation) return;
    requireSchema(services, operation);
    if (operation.security.length === 0) {
      request.erp = contextOf(services, request, operation, nobody, platform);
      return;
    }

    const actor = await services.authenticator.authenticate(request.headers.authorization, () =>
      services.addressLimiter.count(request.ip),
    );
    services.keyLimiter.count(actor.keyId);

    const tenant = await tenantOf(document, services, request, operation, actor);
    requireScope(operation, actor);
    request.erp = contextOf(services, request, operation, actor, tenant);
  });

  app.addHook('preHandler', async (request) => {
    const key = request.headers['idempotency-key'];
    if (request.erp && typeof key === 'string' && request.method === 'POST') {
      const hash = createHash('sha256').update(request.url).update('\0');
      if (request.rawBody) hash.update(request.rawBody);
      (request.erp as { idempotency: Context['idempotency'] }).idempotency = {
        key,
        hash: hash.digest('base64'),
      };
    }
  });
}

/** On a schema that the server does not speak only health and migrations are answered. */
function requireSchema({ schema }: Services, { operationId }: Operation): void {
  const fault = schema.fault();
  if (fault === undefined || /^(?:system|migrations)\./.test(operationId)) return;
  throw new Problem(schema.standing() === 'old' ? 'schema_outdated' : 'unavailable', fault);
}

async function tenantOf(
  document: Document,
  services: Services,
  request: FastifyRequest,
  operation: Operation,
  actor: Actor,
): Promise<TenantInfo> {
  const takesTenant = (operation.parameters ?? []).some((p) => resolve(document, p).name === 'Erp-Tenant');
  if (!takesTenant) return platform;

  const asked = request.headers['erp-tenant'];
  const name = typeof asked === 'string' && asked !== '' ? asked : actor.tenantId;
  if (name === null) {
    if (operation.operationId.startsWith('apiKeys.')) return platform;
    throw new Problem('invalid_request', 'Say which tenant: this key is good for every one of them', [
      { in: 'header', pointer: '/erp-tenant', code: 'invalid_request', message: 'slug or id of the tenant' },
    ]);
  }

  const tenant = await services.tenants.find(name);
  // The same answer for a tenant that is not there and for one that this key may not know of.
  if (!tenant || tenant.state === 'deleted' || (actor.tenantId !== null && actor.tenantId !== tenant.id)) {
    throw notFound('tenant', isUuid(name) ? name : JSON.stringify(name));
  }
  const isRead = request.method === 'GET' || whileSuspended.has(operation.operationId);
  if (tenant.state === 'suspended' && !isRead) throw suspended(tenant.slug);
  return tenant;
}

/** What does not change the books of a tenant, and what ends the use of its keys. */
const whileSuspended = new Set(['exports.create', 'exports.check', 'apiKeys.revoke']);

function requireScope(operation: Operation, actor: Actor): void {
  const required = operation.security.flatMap((s) => s.bearer);
  const missing = required.filter((scope) => !actor.scopes.includes('*') && !actor.scopes.includes(scope));
  if (missing.length === 0) return;
  throw new Problem(
    'forbidden',
    `${operation.operationId} needs the scope ${missing.join(', ')}, which this key does not have`,
  );
}

function contextOf(
  services: Services,
  request: FastifyRequest,
  operation: Operation,
  actor: Actor,
  tenant: TenantInfo,
): Context {
  const scope: Scope = { role: tenant.id === platformId ? 'erp_platform' : 'erp_app', tenantId: tenant.id };
  const ifMatch = request.headers['if-match'];
  const contentDigest = request.headers['content-digest'];
  const context: Context = {
    requestId: request.id,
    operation: operation.operationId,
    actor,
    tenant,
    now: services.now,
    headers: {
      ...(ifMatch ? { ifMatch } : {}),
      ...(typeof contentDigest === 'string' ? { contentDigest } : {}),
    },
    idempotency: undefined,
    replayed: false,
    status: undefined,
    services,
    read: (work) => services.db.tx(scope, work),
    snapshot: (work) => services.db.tx({ ...scope, isolation: 'snapshot' }, work),
    change: (work, other) => runChange(context, other ?? scope, work),
  };
  return context;
}
