import { isoCurrencies } from '@erp/ledger';
import { sql } from '../../../db/sql.ts';
import type { Change, TenantInfo } from '../../../http/context.ts';
import { closeForBalances, insertYear } from '../../calendar/index.ts';
import { insertSeries } from '../../series/index.ts';
import type { NewCurrency } from '../plan/currencies.ts';
import type { NewAccount, NewJournal, NewParty, Plan } from '../plan/plan.ts';
import type { YearsPlan } from '../plan/plan-years.ts';

/** Makes what the plan says is missing, each with an audit row; parents and control accounts find what was made before them. */
export async function createPlanned(
  tx: Change,
  tenant: TenantInfo,
  plan: Plan,
  years: YearsPlan,
  by: string,
): Promise<void> {
  await createCurrencies(tx, tenant.id, plan.currencies.made);
  await createAccounts(tx, tenant.id, [...plan.accounts.made.values()]);
  await insertSeries(tx, tenant.id, [...plan.series.made]);
  await createJournals(tx, tenant.id, [...plan.journals.made.values()]);
  await createParties(tx, tenant.id, [...plan.parties.made.values()]);
  await createDimensions(tx, tenant.id, plan);
  for (const { code, start, end, detail } of years.years.filter((year) => year.created)) {
    const { id } = await insertYear(tx, tenant.id, { code, start, end, baseCurrency: tenant.baseCurrency });
    if (detail === 'balances') await closeForBalances(tx, tenant.id, id, by);
    await tx.audit({
      resource: 'year',
      resourceId: id,
      resourceCode: code,
      after: { code, start, end, detail },
    });
  }
}

/** One audit row for each thing that was made, in one statement. */
async function audited<T extends { code: string }>(
  tx: Change,
  resource: string,
  things: readonly T[],
  ids: readonly string[],
): Promise<void> {
  await tx.auditAll(
    things.map((thing, i) => ({
      resource,
      resourceId: ids[i] ?? null,
      resourceCode: thing.code,
      after: thing,
    })),
  );
}

const idsFor = (tx: Change, things: readonly unknown[]): string[] => things.map(() => tx.newId());

/** Imported accounts leave the party open: a file of history names it where it did, and not where a rule of today would. */
export async function createAccounts(
  tx: Change,
  tenantId: string,
  accounts: readonly NewAccount[],
): Promise<void> {
  if (accounts.length === 0) return;
  const ids = idsFor(tx, accounts);
  const column = <T>(pick: (account: NewAccount) => T): T[] => accounts.map(pick);
  const control = (account: NewAccount) => account.control ?? 'none';
  await tx.query(sql`
    insert into accounts (tenant_id, id, external_id, code, name, statement, type, postable, currency, control, party_policy,
      settleable, unit, mappings, created_at, updated_at)
    select ${tenantId}::uuid, u.id, u.external_id, u.code, u.name, u.statement, u.type, u.postable, u.currency, u.control,
      'optional', u.settleable, u.unit, u.mappings, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from unnest(${ids}::uuid[], ${column((a) => a.externalId ?? null)}::text[], ${column((a) => a.code)}::text[],
      ${column((a) => a.name)}::text[], ${column((a) => a.kind.statement)}::text[], ${column((a) => a.kind.type)}::text[],
      ${column((a) => a.postable ?? true)}::boolean[], ${column((a) => a.currency ?? null)}::text[], ${column(control)}::text[],
      ${column((a) => a.settleable ?? control(a) !== 'none')}::boolean[], ${column((a) => a.unit ?? null)}::text[],
      ${column((a) => JSON.stringify(a.mappings ?? []))}::jsonb[])
      as u(id, external_id, code, name, statement, type, postable, currency, control, settleable, unit, mappings)`);

  const below = accounts.filter((account) => account.parent !== undefined);
  await tx.query(sql`
    update accounts a set parent_id = p.id
    from unnest(${below.map((a) => a.code)}::text[], ${below.map((a) => a.parent)}::text[]) as u(code, parent)
    join accounts p on p.tenant_id = ${tenantId} and p.code = u.parent
    where a.tenant_id = ${tenantId} and a.code = u.code`);
  await audited(tx, 'account', accounts, ids);
}

export async function createJournals(
  tx: Change,
  tenantId: string,
  journals: readonly NewJournal[],
): Promise<void> {
  if (journals.length === 0) return;
  const ids = idsFor(tx, journals);
  const column = <T>(pick: (journal: NewJournal) => T): T[] => journals.map(pick);
  await tx.query(sql`
    insert into journals (tenant_id, id, external_id, code, name, area, series_id, created_at, updated_at)
    select ${tenantId}::uuid, u.id, u.external_id, u.code, u.name, u.area, s.id, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from unnest(${ids}::uuid[], ${column((j) => j.externalId ?? null)}::text[], ${column((j) => j.code)}::text[],
      ${column((j) => j.name)}::text[], ${column((j) => j.area)}::text[], ${column((j) => j.series)}::text[])
      as u(id, external_id, code, name, area, series)
    join series s on s.tenant_id = ${tenantId} and s.code = u.series`);
  await audited(tx, 'journal', journals, ids);
}

/** So many at once: 200,000 in one statement kept the server from answering anybody for seconds. */
const partiesAtOnce = 5_000;

export async function createParties(
  tx: Change,
  tenantId: string,
  parties: readonly NewParty[],
): Promise<void> {
  for (let from = 0; from < parties.length; from += partiesAtOnce) {
    await createSome(tx, tenantId, parties.slice(from, from + partiesAtOnce));
  }
}

async function createSome(tx: Change, tenantId: string, parties: readonly NewParty[]): Promise<void> {
  const ids = idsFor(tx, parties);
  const column = <T>(pick: (party: NewParty) => T): T[] => parties.map(pick);
  await tx.query(sql`
    insert into parties (tenant_id, id, external_id, code, name, kind, registration_number, created_at, updated_at)
    select ${tenantId}::uuid, u.id, u.external_id, u.code, u.name, u.kind, u.registration_number, ${tx.at}::timestamptz,
      ${tx.at}::timestamptz
    from unnest(${ids}::uuid[], ${column((p) => p.externalId ?? null)}::text[], ${column((p) => p.code)}::text[],
      ${column((p) => p.name)}::text[], ${column((p) => p.kind ?? 'organisation')}::text[],
      ${column((p) => p.registrationNumber ?? null)}::text[]) as u(id, external_id, code, name, kind, registration_number)`);
  await addRoles(
    tx,
    tenantId,
    parties.map((party, i) => ({ ...party, id: ids[i] ?? '' })),
  );
  await audited(tx, 'party', parties, ids);
}

/** Roles that the parties are to have. A control account that does not exist is left open. */
export async function addRoles(
  tx: Change,
  tenantId: string,
  parties: readonly (Pick<NewParty, 'code' | 'roles'> & { id: string })[],
): Promise<void> {
  const roles = parties.flatMap(({ id, code, roles: given = [] }) =>
    given.map((role) => ({
      id,
      role: role.role,
      code: role.subledgerCode ?? code,
      control: role.controlAccount ?? null,
    })),
  );
  if (roles.length === 0) return;
  await tx.query(sql`
    insert into party_roles (tenant_id, party_id, role, subledger_code, control_account_id)
    select ${tenantId}::uuid, u.id, u.role, u.code, a.id
    from unnest(${roles.map((r) => r.id)}::uuid[], ${roles.map((r) => r.role)}::text[], ${roles.map((r) => r.code)}::text[],
      ${roles.map((r) => r.control)}::text[]) as u(id, role, code, control)
    left join accounts a on a.tenant_id = ${tenantId} and a.code = u.control
    on conflict (tenant_id, party_id, role) do update
    set subledger_code = excluded.subledger_code, control_account_id = excluded.control_account_id`);
}

async function createDimensions(tx: Change, tenantId: string, { dimensions, values }: Plan): Promise<void> {
  if (dimensions.made.size + values.made.size === 0) return;
  const made = [...dimensions.made.values()].map((dimension) => ({ id: tx.newId(), ...dimension }));
  await tx.query(sql`
    insert into dimensions (tenant_id, id, code, name, created_at, updated_at)
    select ${tenantId}::uuid, u.id, u.code, u.name, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from unnest(${made.map((d) => d.id)}::uuid[], ${made.map((d) => d.code)}::text[], ${made.map((d) => d.name)}::text[])
      as u(id, code, name)`);
  const below = made.filter((dimension) => dimension.parent !== undefined);
  await tx.query(sql`
    update dimensions d set parent_id = p.id
    from unnest(${below.map((d) => d.id)}::uuid[], ${below.map((d) => d.parent)}::text[]) as u(id, parent)
    join dimensions p on p.tenant_id = ${tenantId} and p.code = u.parent
    where d.tenant_id = ${tenantId} and d.id = u.id`);

  const news = [...values.made.values()];
  const ids = idsFor(tx, news);
  await tx.query(sql`
    insert into dimension_values (tenant_id, id, dimension_id, code, name, created_at, updated_at)
    select ${tenantId}::uuid, u.id, d.id, u.code, u.name, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from unnest(${ids}::uuid[], ${news.map((v) => v.dimension)}::text[], ${news.map((v) => v.code)}::text[],
      ${news.map((v) => v.name)}::text[]) as u(id, dimension, code, name)
    join dimensions d on d.tenant_id = ${tenantId} and d.code = u.dimension`);
  await audited(
    tx,
    'dimension',
    made,
    made.map((d) => d.id),
  );
  await audited(tx, 'dimensionValue', news, ids);
}

async function createCurrencies(
  tx: Change,
  tenantId: string,
  currencies: readonly NewCurrency[],
): Promise<void> {
  if (currencies.length === 0) return;
  const ids = idsFor(tx, currencies);
  const kinds = currencies.map(({ code }) => (isoCurrencies.has(code) ? 'iso' : 'custom'));
  await tx.query(sql`
    insert into currencies (tenant_id, id, code, exponent, kind, created_at, updated_at)
    select ${tenantId}::uuid, u.id, u.code, u.exponent, u.kind, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from unnest(${ids}::uuid[], ${currencies.map((c) => c.code)}::text[], ${currencies.map((c) => c.exponent)}::smallint[],
      ${kinds}::text[]) as u(id, code, exponent, kind)`);
  await audited(tx, 'currency', currencies, ids);
}

/** Series that an import made go on in every year with bare numbers in the width it has seen. */
export async function keepNumberForms(tx: Change, tenantId: string, { series }: Plan): Promise<void> {
  if (series.made.size === 0) return;
  await tx.query(sql`
    update series s set format = f.format
    from (
      select distinct on (t.series_id) t.series_id, t.format from series_years t
      join years y on y.tenant_id = t.tenant_id and y.id = t.year_id
      where t.tenant_id = ${tenantId} and t.format ~ '^\\{n(:[0-9]+)?\\}$'
      order by t.series_id, y.end_date desc) f
    where s.tenant_id = ${tenantId} and s.id = f.series_id and s.code = any (${[...series.made]}::text[])`);
}
