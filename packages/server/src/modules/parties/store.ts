import type { components } from '@erp/openapi/types';
import type { Tx } from '../../db/database.ts';
import { createStore, type ListQuery } from '../../db/resource-store.ts';
import { sql } from '../../db/sql.ts';
import type { Page } from '../../kernel/page.ts';

export type Party = components['schemas']['Party'];
export type PartyRole = Party['roles'][number];
type Row = Omit<Party, 'roles'>;

/** Without their roles, which are rows of their own. */
export const parties = createStore<Row>({
  table: 'parties',
  noun: 'party',
  fields: [
    { name: 'name', column: 'name', kind: 'text' },
    { name: 'kind', column: 'kind', kind: 'text' },
    { name: 'registrationNumber', column: 'registration_number', kind: 'text' },
    { name: 'taxNumbers', column: 'tax_numbers', kind: 'json' },
    { name: 'addresses', column: 'addresses', kind: 'json' },
    { name: 'contacts', column: 'contacts', kind: 'json' },
    { name: 'bankAccounts', column: 'bank_accounts', kind: 'json' },
    { name: 'language', column: 'language', kind: 'text' },
    { name: 'active', column: 'active', kind: 'boolean' },
  ],
});

/** Puts the roles to their parties: one query for all of them. */
export async function withRoles(tx: Tx, tenantId: string, rows: readonly Row[]): Promise<Party[]> {
  const roles = await tx.query<PartyRole & { partyId: string }>(sql`
    select r.party_id as "partyId", r.role, r.subledger_code as "subledgerCode", a.code as "controlAccount",
      r.control_account_id as "controlAccountId", r.payment_terms as "paymentTerms", r.currency
    from party_roles r left join accounts a on a.tenant_id = r.tenant_id and a.id = r.control_account_id
    where r.tenant_id = ${tenantId} and r.party_id in (select unnest(${rows.map((row) => row.id)}::uuid[]))
    order by r.role`);
  const byParty = new Map<string, PartyRole[]>(rows.map((row) => [row.id, []]));
  for (const { partyId, ...role } of roles) byParty.get(partyId)?.push(role);
  return rows.map((row) => ({ ...row, roles: byParty.get(row.id) ?? [] }));
}

export async function requireParty(tx: Tx, tenantId: string, name: string): Promise<Party> {
  const [party] = await withRoles(tx, tenantId, [await parties.require(tx, tenantId, name)]);
  if (!party) throw new Error(`party ${name} was there a moment ago`);
  return party;
}

export async function list(tx: Tx, tenantId: string, query: ListQuery): Promise<Page<Party>> {
  const page = await parties.list(tx, tenantId, query);
  return { items: await withRoles(tx, tenantId, page.items), next: page.next };
}

/** A role as it is written: its control account by id. */
export type StoredRole = Omit<PartyRole, 'controlAccount'>;

export async function replaceRoles(
  tx: Tx,
  tenantId: string,
  partyId: string,
  roles: readonly StoredRole[],
): Promise<void> {
  await tx.query(sql`delete from party_roles where tenant_id = ${tenantId} and party_id = ${partyId}`);
  await tx.query(sql`
    insert into party_roles (tenant_id, party_id, role, subledger_code, control_account_id, payment_terms, currency)
    select ${tenantId}::uuid, ${partyId}::uuid, u.role, u.subledger_code, u.control_account_id, u.payment_terms, u.currency
    from unnest(${roles.map((r) => r.role)}::text[], ${roles.map((r) => r.subledgerCode)}::text[],
      ${roles.map((r) => r.controlAccountId)}::uuid[], ${roles.map((r) => r.paymentTerms)}::text[],
      ${roles.map((r) => r.currency)}::text[]) as u(role, subledger_code, control_account_id, payment_terms, currency)`);
}

/** The party that has a subledger code in a role; null when it is free, or its own. */
export async function holderOf(
  tx: Tx,
  tenantId: string,
  partyId: string,
  { role, subledgerCode }: StoredRole,
): Promise<string | null> {
  const [holder] = await tx.query<{ code: string }>(sql`
    select p.code from party_roles r join parties p on p.tenant_id = r.tenant_id and p.id = r.party_id
    where r.tenant_id = ${tenantId} and r.role = ${role} and r.subledger_code = ${subledgerCode}
      and r.party_id <> ${partyId}`);
  return holder?.code ?? null;
}

/** Whether a posted line names the party; from then on its code and the subledger codes are fixed. */
export async function isUsed(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select entry_id from lines where tenant_id = ${tenantId} and party_id = ${id} limit 1`,
  );
  return rows.length > 0;
}
