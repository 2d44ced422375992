import { compareCodes } from '@erp/ledger';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Change, Context } from '../../http/context.ts';
import { writtenBy } from '../../kernel/currencies.ts';
import { decodeCursor, defaultLimit, toPage } from '../../kernel/page.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { accountEffectsOf } from './checks/effects.ts';
import { queue } from './jobs/queue.ts';
import { AlreadyImported, checkOptions, fingerprintOf, importOf, requireState } from './rules.ts';
import { putPart } from './staging/put-part.ts';
import * as store from './store.ts';

export const handlers = {
  'imports.list': (context, { query }) =>
    context.read(async (tx) =>
      toPage(
        await store.list(tx, context.tenant.id, query),
        query.limit ?? defaultLimit,
        (session) => [session.id],
        (session) => importOf(session, context.tenant),
      ),
    ),

  'imports.get': (context, { path }) =>
    context.read(async (tx) => importOf(await required(tx, context, path.id, store.find), context.tenant)),

  'imports.create': (context, { body }) => {
    const { tenant, actor } = context;
    const { options = {}, sourceName = null, size = null, again = false, ...rest } = body;
    checkOptions(body, options);
    const fingerprint = fingerprintOf(body, options);
    return context.change(async (tx) => {
      if (!again) await refuseTwin(tx, tenant.id, fingerprint);
      const id = tx.newId();
      const createdBy = actor.name;
      await store.insert(tx, tenant.id, {
        ...rest,
        id,
        options,
        sourceName,
        size,
        again,
        fingerprint,
        createdBy,
      });
      await tx.audit({ resource: 'import', resourceId: id, after: { ...rest, options, sourceName } });
      return importOf(await required(tx, context, id, store.find), tenant);
    });
  },

  'imports.putPart': (context, { path, body }) => putPart(context, path.id, path.part, body),

  'imports.validate': async (context, { path, body }) => {
    const reply = await context.change(async (tx) => {
      const session = await required(tx, context, path.id, store.lock);
      if (session.state === 'validating') return importOf(session, context.tenant);
      requireState(session, ['receiving', 'valid', 'invalid'], 'validated');
      await requireParts(tx, context, session, body.parts);
      await store.update(tx, context.tenant.id, session.id, tx.at, {
        ...{ state: 'validating', said: body.said, failure: null },
        progress: { phase: 'reading', done: 0, total: Number(session.rows) },
      });
      return queue(tx, context, 'imports.validate', session.id);
    });
    context.services.jobs.wake();
    return reply;
  },

  'imports.commit': async (context, { path }) => {
    const reply = await context.change(async (tx) => {
      const session = await required(tx, context, path.id, store.lock);
      if (session.state === 'committing') return importOf(session, context.tenant);
      requireState(session, ['valid'], 'committed');
      if (!session.again) await refuseTwin(tx, context.tenant.id, session.fingerprint);
      await store.update(tx, context.tenant.id, session.id, tx.at, {
        ...{ state: 'committing', failure: null },
        progress: { phase: 'checking', done: 0, total: Number(session.entries) },
      });
      return queue(tx, context, 'imports.commit', session.id);
    });
    context.services.jobs.wake();
    return reply;
  },

  'imports.cancel': (context, { path }) =>
    context.change(async (tx) => {
      const session = await required(tx, context, path.id, store.lock);
      if (session.state === 'cancelled') return importOf(session, context.tenant);
      requireState(session, ['receiving', 'validating', 'valid', 'invalid'], 'cancelled');
      await store.dropParts(tx, context.tenant.id, session.id);
      await store.update(tx, context.tenant.id, session.id, tx.at, { state: 'cancelled', progress: null });
      await tx.audit({ resource: 'import', resourceId: session.id, before: { state: session.state } });
      return importOf(await required(tx, context, session.id, store.find), context.tenant);
    }),

  'imports.reverse': async (context, { path }) => {
    const reply = await context.change(async (tx) => {
      const session = await required(tx, context, path.id, store.lock);
      if (session.progress !== null && session.state === 'committed')
        return importOf(session, context.tenant);
      requireState(session, ['committed'], 'reversed');
      await store.update(tx, context.tenant.id, session.id, tx.at, {
        failure: null,
        progress: { phase: 'reversing', done: 0, total: Number(session.written) },
      });
      return queue(tx, context, 'imports.reverse', session.id);
    });
    context.services.jobs.wake();
    return reply;
  },

  'imports.effects': (context, { path, query }) =>
    context.read(async (tx) => {
      const { tenant } = context;
      const effects = await accountEffectsOf(tx, tenant.id, path.id.toLowerCase());
      if (!effects) throw notFound('import', path.id);
      const { limit = defaultLimit } = query;
      const [after = ''] = (decodeCursor(query.cursor, 1) ?? []).map(String);
      const written = writtenBy(tenant);
      return toPage(
        effects.filter(({ account }) => compareCodes(account, after) > 0).slice(0, limit + 1),
        limit,
        ({ account }) => [account],
        ({ debit, credit, ...same }) => ({
          ...same,
          ...{ debit: written(debit, tenant.baseCurrency), credit: written(credit, tenant.baseCurrency) },
        }),
      );
    }),

  'imports.rejects': async (context, { path }) => {
    await context.read((tx) => required(tx, context, path.id, store.find));
    return { contentType: 'application/x-ndjson', body: rejectsOf(context, path.id) };
  },
} satisfies HandlersOf<'imports'>;

async function required(
  tx: Parameters<typeof store.find>[0],
  context: Context,
  id: string,
  read: typeof store.find,
): Promise<store.Session> {
  const session = await read(tx, context.tenant.id, id.toLowerCase());
  if (!session) throw notFound('import', id);
  return session;
}

async function refuseTwin(tx: Change, tenantId: string, fingerprint: string): Promise<void> {
  const twin = await store.committedTwin(tx, tenantId, fingerprint);
  if (twin) throw new AlreadyImported(twin);
}

async function requireParts(
  tx: Change,
  { tenant }: Context,
  session: store.Session,
  parts: number,
): Promise<void> {
  const missing = await store.missingPart(tx, tenant.id, session.id, parts);
  if (missing !== undefined) {
    throw new Problem('conflict', `Part ${missing} of ${parts} is missing: send it, then validate`);
  }
  if (Number(session.received) > parts) {
    const more = `${session.received} parts are here, and validate says ${parts}`;
    throw new Problem('conflict', `${more}: begin another import when the file has changed`);
  }
}

/** NDJSON, a page of rows at a time, as fast as the reader takes it. */
async function* rejectsOf(context: Context, id: string): AsyncGenerator<string> {
  let after: [string, number, string] = ['-1', 0, '0'];
  for (;;) {
    const rows = await context.read((tx) =>
      store.rejectsAfter(tx, context.tenant.id, id.toLowerCase(), after, rejectsInPage),
    );
    yield rows.map(({ at: _, ...reject }) => `${JSON.stringify(reject)}\n`).join('');
    const last = rows.at(-1);
    if (!last || rows.length < rejectsInPage) return;
    after = last.at;
  }
}

const rejectsInPage = 1_000;
