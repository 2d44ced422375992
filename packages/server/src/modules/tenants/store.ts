import type { components } from '@erp/openapi/types';
import type { Database, Tx } from '../../db/database.ts';
import { versionConflict } from '../../db/resource-store.ts';
import { fragment, joined, sql } from '../../db/sql.ts';
import type { TenantInfo } from '../../http/context.ts';
import { isUuid, platformId } from '../../kernel/id.ts';
import { decodeCursor, defaultLimit, type Page, toPage } from '../../kernel/page.ts';
import { forgetImports } from '../imports/index.ts';

export type Tenant = components['schemas']['Tenant'];

/** Wire name -> column; the JSON ones are written as text. */
const columns = {
  slug: 'slug',
  externalId: 'external_id',
  name: 'name',
  legalName: 'legal_name',
  country: 'country',
  baseCurrency: 'base_currency',
  timezone: 'timezone',
  locale: 'locale',
  registrationNumber: 'registration_number',
  taxRegistrations: 'tax_registrations',
  address: 'address',
  contact: 'contact',
  bankAccounts: 'bank_accounts',
  fiscalYearStart: 'fiscal_year_start',
  accountingBasis: 'accounting_basis',
  reversalStyle: 'reversal_style',
  accountRoles: 'account_roles',
  exportProfiles: 'export_profiles',
  state: 'state',
} as const satisfies Partial<Record<keyof Tenant, string>>;

type Field = keyof typeof columns;
const fields = Object.keys(columns) as Field[];

const select = fragment(
  `select id, ${fields.map((f) => `${columns[f]} as "${f}"`).join(', ')},
    created_at as "createdAt", updated_at as "updatedAt", version from tenants`,
);

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

export async function find(tx: Tx, slugOrId: string): Promise<Tenant | undefined> {
  const id = isUuid(slugOrId) ? slugOrId.toLowerCase() : platformId;
  const [tenant] = await tx.query<Tenant>(
    sql`${select} where slug = ${slugOrId} or id = ${id} order by slug <> ${slugOrId} limit 1`,
  );
  return tenant;
}

export async function list(
  tx: Tx,
  query: { limit?: number; cursor?: string; updatedSince?: string; externalId?: string },
): Promise<Page<Tenant>> {
  const limit = query.limit ?? defaultLimit;
  const [after] = decodeCursor(query.cursor, 1) ?? [''];
  const rows = await tx.query<Tenant>(sql`${select}
    where slug > ${after} and state <> 'deleted'
      and (${query.updatedSince ?? null}::timestamptz is null or updated_at >= ${query.updatedSince ?? null}::timestamptz)
      and (${query.externalId ?? null}::text is null or external_id = ${query.externalId ?? null})
    order by slug limit ${limit + 1}`);
  return toPage(
    rows,
    limit,
    (row) => [row.slug],
    (row) => row,
  );
}

export async function insert(tx: Tx, id: string, at: string, body: Partial<Tenant>): Promise<void> {
  const given = fields.filter((f) => body[f] !== undefined);
  const names = fragment(given.map((f) => columns[f]).join(', '));
  const values = joined(
    given.map((f) => sql`${stored(body[f])}`),
    ', ',
  );
  await tx.query(sql`
    insert into tenants (id, created_at, updated_at, ${names}) values (${id}, ${at}, ${at}, ${values})`);
}

export async function update(tx: Tx, before: Tenant, at: string, patch: Partial<Tenant>): Promise<void> {
  const given = fields.filter((f) => patch[f] !== undefined);
  const sets = joined(
    given.map((f) => sql`${fragment(columns[f])} = ${stored(patch[f])}`),
    ', ',
  );
  const changed = await tx.query(sql`
    update tenants set updated_at = ${at}, version = version + 1, ${sets}
    where id = ${before.id} and version = ${before.version}
    returning id`);
  if (changed.length === 0) throw versionConflict('tenant');
}

/** Holds the row of a tenant: others who would change it wait, and what refers to it does not. */
export async function hold(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`select id from tenants where id = ${id} for no key update`);
}

/** Suspends a tenant that is held, or lets it go on as what it was. */
export async function setSuspended(tx: Tx, id: string, at: string, suspended: boolean): Promise<void> {
  const state = suspended ? fragment(`'suspended'`) : fragment('resumes_as');
  const resumesAs = suspended ? fragment('state') : fragment('null');
  await tx.query(sql`
    update tenants set state = ${state}, resumes_as = ${resumesAs}, updated_at = ${at}, version = version + 1
    where id = ${id}`);
}

/** Throws the ledger of a tenant in `setup` away: entries, numbers, years and imports; what they refer to stays. */
export async function resetLedger(tx: Tx, tenantId: string): Promise<void> {
  await tx.query(sql`select reset_ledger(${tenantId})`);
  await forgetImports(tx, tenantId);
  await tx.query(sql`delete from series_years where tenant_id = ${tenantId}`);
  await tx.query(sql`delete from periods where tenant_id = ${tenantId}`);
  await tx.query(sql`delete from years where tenant_id = ${tenantId}`);
}

export async function isUsed(tx: Tx, tenantId: string): Promise<boolean> {
  const rows = await tx.query(sql`select id from entries where tenant_id = ${tenantId} limit 1`);
  return rows.length > 0;
}

/** The currencies a tenant has beside ISO, or has closed. */
export const ownCurrencies = (
  tx: Tx,
  tenantId: string,
): Promise<{ code: string; exponent: number; active: boolean }[]> =>
  tx.query(sql`select code, exponent, active from currencies where tenant_id = ${tenantId}`);

/** How long a tenant that was found may be used without asking again. */
const keptFor = 1_000;

/** Finds the tenant of a request. Another process sees a change of it at most a second late. */
export function createTenantFinder(db: Database, now: () => number) {
  const kept = new Map<string, { tenant: TenantInfo; since: number }>();
  /** A clock that was set back does not make what is kept last longer. */
  const isFresh = (since: number): boolean => since <= now() && now() < since + keptFor;
  return {
    async find(slugOrId: string): Promise<TenantInfo | undefined> {
      const hit = kept.get(slugOrId);
      if (hit && isFresh(hit.since)) return hit.tenant;

      const tenant = await db.tx({ role: 'erp_platform', tenantId: platformId }, (tx) => find(tx, slugOrId));
      if (!tenant) return undefined;
      const currencies = await db.tx({ role: 'erp_app', tenantId: tenant.id }, (tx) =>
        ownCurrencies(tx, tenant.id),
      );
      const info: TenantInfo = { ...tenant, accountRoles: { ...tenant.accountRoles }, currencies };
      if (kept.size > 10_000) kept.clear();
      kept.set(slugOrId, { tenant: info, since: now() });
      return info;
    },
    /** Forgets what is kept, so that a change made by this process is seen at once. */
    forget: () => kept.clear(),
  };
}
