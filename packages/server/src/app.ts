import Fastify, { type FastifyInstance } from 'fastify';
import { readDocument } from './contract/document.ts';
import { loadContract } from './contract/load.ts';
import type { Database } from './db/database.ts';
import { readRelease, type SchemaWatch, watchSchema } from './db/schema/index.ts';
import { createAuthenticator } from './http/authenticate.ts';
import { Limiter } from './http/limit.ts';
import { type LogOptions, logging, logRequests } from './http/log.ts';
import { addressProblem, problemReplies } from './http/replies.ts';
import { requestPath } from './http/request.ts';
import { startJobs } from './jobs/worker.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { uuidv7 } from './kernel/id.ts';
import { findKey } from './modules/api-keys/index.ts';
import { createLane } from './modules/entries/index.ts';
import { handlers, runners } from './modules/index.ts';
import { createTenantFinder } from './modules/tenants/index.ts';
import type { Services } from './services.ts';

export interface AppOptions {
  db: Database;
  /** Who looks after the schema; without it the app takes the schema for its own. */
  schema?: SchemaWatch;
  now?: Clock;
  services?: 'all' | 'api' | 'accounting';
  rateLimit?: number;
  /** Check every reply against the contract; on in tests. */
  validateReplies?: boolean;
  log?: LogOptions;
  /** Entries posted in one transaction at most. */
  postingGroup?: number;
  /** How often an idle job worker looks, in milliseconds. */
  jobsEvery?: number;
}

/** A part and a JSON body are at most 8 MiB. */
const bodyLimit = 8 * 1024 * 1024;

export interface App {
  readonly http: FastifyInstance;
  readonly services: Services;
  /** Answers what is under way, ends jobs at the next safe place, refuses what is new. */
  close(): Promise<void>;
}

export function createApp(options: AppOptions): App {
  const { db } = options;
  const now = options.now ?? systemClock;
  const stop = new AbortController();
  const schema = options.schema ?? watchSchema(db, readRelease());

  const http = Fastify({
    ...logging(options.log),
    genReqId: () => uuidv7(now()),
    bodyLimit,
    requestTimeout: 120_000,
    // A client that goes on sending over its open connection must not keep the server from stopping.
    forceCloseConnections: 'idle',
    // A request that comes over an open connection meanwhile is answered too, and its connection closed.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 400 },
    frameworkErrors: addressProblem,
  });

  const services: Services = {
    db,
    schema,
    now,
    authenticator: createAuthenticator((hash) => findKey(db, hash), now),
    tenants: createTenantFinder(db, now),
    addressLimiter: new Limiter(options.rateLimit ?? 5_000, now),
    keyLimiter: new Limiter(options.rateLimit ?? 5_000, now),
    lane: createLane(db, now, options.postingGroup),
    jobs: startJobs({
      db,
      now,
      ...(options.jobsEvery === undefined ? {} : { every: options.jobsEvery }),
      mayRun: () => schema.standing() === 'current',
      ...runners(() => services),
      onError: (job, error) =>
        http.log.error(
          { err: error, job: { id: job.id, kind: job.kind, tenantId: job.tenantId } },
          'job failed',
        ),
    }),
    stopping: stop.signal,
    mounted: options.services ?? 'all',
  };

  http.addHook('onSend', async (_request, reply) => {
    if (stop.signal.aborted) reply.header('connection', 'close');
  });
  logRequests(http);
  bodies(http);
  problemReplies(http);
  const document = readDocument();
  requestPath(http, document, services);
  loadContract(http, document, handlers, {
    services: options.services ?? 'all',
    validateReplies: options.validateReplies ?? false,
  });

  return {
    http,
    services,
    close: async () => {
      stop.abort();
      // A connection whose last reply began before the stop stays open behind it, and its client may never speak again.
      const sweep = setInterval(() => http.server.closeIdleConnections(), 100);
      await Promise.all([http.close(), services.jobs.stop()]).finally(() => clearInterval(sweep));
    },
  };
}

/** JSON keeps its bytes for the idempotency key; a part of an import stays bytes. */
function bodies(http: FastifyInstance): void {
  const parseJson = http.getDefaultJsonParser('error', 'error');
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    request.rawBody = body as Buffer;
    // An empty body is no body: DELETE and POST without one may still name a content type.
    if (body.length === 0) done(null, undefined);
    else parseJson(request, body.toString(), done);
  });
  http.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}
