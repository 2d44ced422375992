import { isoCurrencies } from '@erp/ledger';
import { sql } from '../../../db/sql.ts';
import type { Change, TenantInfo } from '../../../http/context.ts';
import { accounts } from '../../accounts/index.ts';
import { closeForBalances, insertYear } from '../../calendar/index.ts';
import { ownCurrencies } from '../../currencies/index.ts';
import { dimensions, values } from '../../dimensions/index.ts';
import { journals } from '../../journals/index.ts';
import { parties } from '../../parties/index.ts';
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

/**
 * Imported accounts leave the party open: a file of history names it where it did, and not where a rule of today would. One
 * whose parent nobody knows stands at the top.
 */
export function createAccounts(tx: Change, tenantId: string, made: readonly NewAccount[]): Promise<void> {
  const rows = made.map(({ kind, control = 'none', settleable = control !== 'none', ...same }) => ({
    ...same,
    ...{ statement: kind.statement, type: kind.type },
    ...{ control, settleable, partyPolicy: 'optional' },
  }));
  return accounts.insertAll(tx, tenantId, rows, { missing: 'open' });
}

export const createJournals = (tx: Change, tenantId: string, made: readonly NewJournal[]): Promise<void> =>
  journals.insertAll(
    tx,
    tenantId,
    made.map((journal) => ({ ...journal })),
  );

/** So many at once: 200,000 in one statement kept the server from answering anybody for seconds. */
const partiesAtOnce = 5_000;

export async function createParties(tx: Change, tenantId: string, made: readonly NewParty[]): Promise<void> {
  for (let from = 0; from < made.length; from += partiesAtOnce) {
    const some = made.slice(from, from + partiesAtOnce).map((party) => ({ ...party, id: tx.newId() }));
    await parties.insertAll(tx, tenantId, some);
    await addRoles(tx, tenantId, some);
  }
}

/** Roles that the parties are to have. A control account that does not exist is left open. */
export async function addRoles(
  tx: Change,
  tenantId: string,
  holders: readonly (Pick<NewParty, 'code' | 'roles'> & { id: string })[],
): Promise<void> {
  const roles = holders.flatMap(({ id, code, roles: given = [] }) =>
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

/** A dimension whose parent nobody knows stands at the top. */
async function createDimensions(tx: Change, tenantId: string, plan: Plan): Promise<void> {
  const made = [...plan.dimensions.made.values()].map((dimension) => ({ ...dimension }));
  await dimensions.insertAll(tx, tenantId, made, { missing: 'open' });
  await values.insertAll(
    tx,
    tenantId,
    [...plan.values.made.values()].map((value) => ({ ...value })),
  );
}

const createCurrencies = (tx: Change, tenantId: string, made: readonly NewCurrency[]): Promise<void> =>
  ownCurrencies.insertAll(
    tx,
    tenantId,
    made.map(({ code, exponent }) => ({ code, exponent, kind: isoCurrencies.has(code) ? 'iso' : 'custom' })),
  );

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
