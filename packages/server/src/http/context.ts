import type { Scope, Tx } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Services } from '../services.ts';

/** Who acts: the key, its name as audit rows keep it, and what it may do. `tenantId` null: a key of the platform. */
export interface Actor {
  keyId: string;
  name: string;
  scopes: readonly string[];
  tenantId: string | null;
}

/** What most operations need to know of their tenant, read once a request. */
export interface TenantInfo {
  id: string;
  slug: string;
  name: string;
  baseCurrency: string;
  timezone: string;
  country: string;
  registrationNumber: string | null;
  fiscalYearStart: string;
  reversalStyle: 'swap' | 'negative';
  accountRoles: Record<string, string | string[]>;
  /** Own units, and ISO currencies that were closed; every other ISO currency is known. */
  currencies: readonly { code: string; exponent: number; active: boolean }[];
  state: 'setup' | 'live' | 'suspended' | 'deleted';
}

export interface AuditRow {
  resource: string;
  resourceId?: string | null;
  resourceCode?: string | null;
  before?: unknown;
  after?: unknown;
}

/** A transaction that changes something. */
export interface Change extends Tx {
  /** Who, when, what, before and after: written in this transaction. */
  audit(row: AuditRow): Promise<void>;
  /** Many audit rows in one statement. */
  auditAll(rows: readonly AuditRow[]): Promise<void>;
  /** Instant of the change, RFC 3339. */
  readonly at: string;
  /** A new id of this instant. */
  newId(): string;
}

/** One request, as a handler sees it. */
export interface Context {
  readonly requestId: string;
  readonly operation: string;
  readonly actor: Actor;
  readonly tenant: TenantInfo;
  readonly now: Clock;
  readonly headers: { ifMatch?: string; contentDigest?: string };
  readonly idempotency: { key: string; hash: string } | undefined;
  /** The reply was given before, under the same idempotency key. */
  replayed: boolean;
  /** Set where the contract has another status for the same body: readiness. */
  status: number | undefined;
  readonly services: Services;
  /** Reads of one transaction. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads of one moment, however long they take. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction of work, audit and idempotency key. What `work` returns is the reply: under a key that was used before
   * with the same input the first reply comes back and `work` does not run.
   */
  change<T>(work: (tx: Change) => Promise<T>, scope?: Scope): Promise<T>;
}
