import type { Scope, Tx } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { instant } from '../kernel/clock.ts';
import { platformId, uuidv7 } from '../kernel/id.ts';
import { Problem } from '../kernel/problem.ts';
import type { AuditRow, Change, Context } from './context.ts';

/** Runs a change once: see `Context.change`. */
export async function runChange<T>(
  context: Context,
  scope: Scope,
  work: (tx: Change) => Promise<T>,
): Promise<T> {
  const { idempotency } = context;
  return context.services.db.tx(scope, async (tx) => {
    if (!idempotency) return work(changeOf(context, scope, tx));

    const { key, hash } = idempotency;
    // A tenant's own key may act in the platform's role, on its tenant; its idempotency keys stay its own.
    const owner = scope.role === 'erp_platform' ? (context.actor.tenantId ?? platformId) : scope.tenantId;
    const taken = await tx.query(sql`
      insert into idempotency_keys (tenant_id, key, operation, hash, created_at)
      values (${owner}, ${key}, ${context.operation}, ${hash}, ${instant(context.now())})
      on conflict do nothing
      returning key`);
    if (taken.length === 0) return replay<T>(context, tx, owner, key, hash);

    const reply = await work(changeOf(context, scope, tx));
    await tx.query(sql`
      update idempotency_keys set reply = ${JSON.stringify(reply ?? null)}
      where tenant_id = ${owner} and key = ${key}`);
    return reply;
  });
}

async function replay<T>(context: Context, tx: Tx, tenantId: string, key: string, hash: string): Promise<T> {
  const [first] = await tx.query<{ operation: string; hash: string; reply: string | null }>(sql`
    select operation, hash, reply from idempotency_keys where tenant_id = ${tenantId} and key = ${key}`);
  if (first?.hash !== hash || first.operation !== context.operation || first.reply === null) {
    throw keyConflict(first?.operation);
  }
  context.replayed = true;
  return JSON.parse(first.reply) as T;
}

export const keyConflict = (operation: string | undefined): Problem =>
  new Problem(
    'idempotency_conflict',
    `This Idempotency-Key was used before for ${operation ?? 'another operation'} with another input: send a new key for a new request`,
    [
      {
        in: 'header',
        pointer: '/idempotency-key',
        code: 'idempotency_conflict',
        message: 'used with another input',
      },
    ],
  );

/** The change a transaction stands for, without an idempotency key: jobs and the posting lane use it too. */
export function changeOf(
  context: Pick<Context, 'now' | 'actor' | 'operation' | 'requestId'>,
  scope: Scope,
  tx: Tx,
): Change {
  const at = instant(context.now());
  return {
    ...tx,
    at,
    newId: () => uuidv7(context.now()),
    audit: (row) => insertAudits(context, scope.tenantId, at, tx, [row]),
    auditAll: (rows) => insertAudits(context, scope.tenantId, at, tx, rows),
  };
}

async function insertAudits(
  context: Pick<Context, 'now' | 'actor' | 'operation' | 'requestId'>,
  tenantId: string,
  at: string,
  tx: Tx,
  rows: readonly AuditRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const { actor, operation, requestId, now } = context;
  await tx.query(sql`
    insert into audit_events (tenant_id, id, at, actor_key_id, actor_name, operation, resource, resource_id, resource_code,
      before, after, request_id)
    select ${tenantId}::uuid, u.id, ${at}::timestamptz, ${actor.keyId}::uuid, ${actor.name}, ${operation}, u.resource,
      u.resource_id, u.resource_code, u.before, u.after, ${requestId}::uuid
    from unnest(${rows.map(() => uuidv7(now()))}::uuid[], ${rows.map((row) => row.resource)}::text[],
      ${rows.map((row) => row.resourceId ?? null)}::uuid[], ${rows.map((row) => row.resourceCode ?? null)}::text[],
      ${rows.map((row) => json(row.before))}::jsonb[], ${rows.map((row) => json(row.after))}::jsonb[])
      as u(id, resource, resource_id, resource_code, before, after)`);
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
