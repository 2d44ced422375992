import type { Statement } from './sql.ts';

export interface Tx {
  query<Row extends object>(statement: Statement): Promise<Row[]>;
  /** Rows as arrays, in the order of the columns: for wide and many rows. */
  arrays(statement: Statement): Promise<unknown[][]>;
  /** Rows as arrays, in chunks, as they are asked for; memory stays flat. Only one stream at a time in a transaction. */
  stream(statement: Statement, chunk: number): AsyncIterable<unknown[][]>;
}

/** Who a transaction is: the application inside one tenant, or the platform (whose tenant may be all zeros). */
export interface Scope {
  role: 'erp_app' | 'erp_platform';
  tenantId: string;
  /** `snapshot`: REPEATABLE READ READ ONLY, everything read is of one moment. */
  isolation?: 'snapshot';
}

export interface Database {
  /** One transaction; commits when `work` resolves, rolls back when it throws. */
  tx<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner, outside any tenant: for migrations, the start, and the counting of staged rows. */
  owner<T>(work: (tx: Tx, run: (text: string) => Promise<void>) => Promise<T>): Promise<T>;
  /** One statement outside any transaction, as the owner, for what cannot be in one: an index that is built concurrently. */
  alone(text: string): Promise<void>;
  /** Whether a connection can be had and answers. */
  ping(): Promise<void>;
  readonly embedded: boolean;
  close(): Promise<void>;
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Role, tenant and the longest wait for a lock, for one transaction, in one round trip. Session settings would leak behind a
 * transaction pooler. SET takes no parameters, so the id is checked here.
 */
export function prologue({ role, tenantId, isolation }: Scope): string {
  if (!uuid.test(tenantId)) throw new TypeError(`not a tenant id: ${JSON.stringify(tenantId)}`);
  const begin = isolation === 'snapshot' ? 'begin isolation level repeatable read read only' : 'begin';
  return `${begin}; set local role ${role}; set local app.tenant_id = '${tenantId}'; set local lock_timeout = '20s'`;
}
