import { versionConflict } from '../../../db/resource-store.ts';
import { sql } from '../../../db/sql.ts';
import type { Change } from '../../../http/context.ts';
import type { Party } from '../../parties/index.ts';
import { addRoles } from './create.ts';
import type { Decided } from './decided.ts';

type Update = Extract<Decided, { act: 'update' }>;

/** Changes parties and their roles by set. What a patch does not name stays. */
export async function updateParties(tx: Change, tenantId: string, updates: readonly Update[]): Promise<void> {
  if (updates.length === 0) return;
  const ids = updates.map(({ before }) => before.id);
  const column = (name: string) => updates.map(({ patch }) => patch[name] ?? null);
  const changed = await tx.query<{ id: string }>(sql`
    update parties p set name = coalesce(u.name, p.name), kind = coalesce(u.kind, p.kind),
      registration_number = coalesce(u.registration_number, p.registration_number),
      external_id = coalesce(u.external_id, p.external_id), updated_at = ${tx.at}::timestamptz, version = p.version + 1
    from unnest(${ids}::uuid[], ${updates.map(({ before }) => before.version)}::int[],
      ${column('name')}::text[], ${column('kind')}::text[], ${column('registrationNumber')}::text[],
      ${column('externalId')}::text[]) as u(id, version, name, kind, registration_number, external_id)
    where p.tenant_id = ${tenantId} and p.id = u.id and p.version = u.version
    returning p.id`);
  if (changed.length < updates.length) throw versionConflict('party');

  await addRoles(
    tx,
    tenantId,
    updates.map(({ before, roles = [] }) => ({
      ...before,
      roles: roles.map((role) => ({ ...had(before, role.role), ...role })),
    })),
  );
  await tx.auditAll(
    updates.map(({ before, patch, roles = [] }) => ({
      ...{ resource: 'party', resourceId: before.id, resourceCode: before.code },
      before: {
        ...Object.fromEntries(Object.keys(patch).map((key) => [key, before[key]])),
        ...(roles.length > 0 ? { roles: before['roles'] } : {}),
      },
      after: { ...patch, ...(roles.length > 0 ? { roles } : {}) },
    })),
  );
}

/** What a role has that a row does not speak of. */
function had(before: Update['before'], name: string): { subledgerCode?: string; controlAccount?: string } {
  const role = (before as unknown as Party).roles.find(({ role: one }) => one === name);
  if (!role) return {};
  const { subledgerCode, controlAccount } = role;
  return { subledgerCode, ...(controlAccount === null ? {} : { controlAccount }) };
}
