import type { Database } from './db/database.ts';
import type { SchemaWatch } from './db/schema/index.ts';
import type { Authenticator } from './http/authenticate.ts';
import type { TenantInfo } from './http/context.ts';
import type { Limiter } from './http/limit.ts';
import type { Jobs } from './jobs/worker.ts';
import type { Clock } from './kernel/clock.ts';
import type { PostingLane } from './modules/entries/index.ts';

/** What lives as long as the process and every request may use. */
export interface Services {
  readonly db: Database;
  readonly schema: SchemaWatch;
  readonly now: Clock;
  readonly authenticator: Authenticator;
  readonly tenants: { find(slugOrId: string): Promise<TenantInfo | undefined>; forget(): void };
  readonly addressLimiter: Limiter;
  readonly keyLimiter: Limiter;
  readonly lane: PostingLane;
  readonly jobs: Jobs;
  /** Aborted when the server stops: long work ends at the next safe place. */
  readonly stopping: AbortSignal;
  /** Which services this process answers for. */
  readonly mounted: 'all' | 'api' | 'accounting';
}
