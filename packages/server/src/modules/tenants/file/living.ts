import { createHash } from 'node:crypto';
import type { components } from '@erp/openapi/types';
import type { Tx } from '../../../db/database.ts';
import { yearsOf } from '../../calendar/index.ts';
import type { Tenant } from '../store.ts';
import { defaultsOf, type Resource, type Row, resources, stores } from './kinds.ts';
import { same } from './same.ts';

export type TenantFile = components['schemas']['TenantFile'];

/** A year as files have it. */
export interface YearForm {
  code: string;
  externalId: string | null;
  start: string;
  end: string;
}

/** A tenant as it is, in the words of its file; rows keep id and version. */
export interface Living {
  tenant: Tenant | undefined;
  rows: Record<Resource, readonly (Row & { id: string; version: number })[]>;
  years: readonly YearForm[];
}

export const nobody: Living = {
  tenant: undefined,
  rows: { currency: [], account: [], dimension: [], dimensionValue: [], series: [], journal: [] },
  years: [],
};

export async function readLiving(tx: Tx, tenant: Tenant): Promise<Living> {
  const rows: Partial<Living['rows']> = {};
  for (const resource of resources) {
    rows[resource] = (await stores[resource].all(tx, tenant.id)) as unknown as Living['rows'][Resource];
  }
  const years = (await yearsOf(tx, tenant.id)).filter(({ detail }) => detail === 'entries');
  return {
    tenant,
    rows: rows as Living['rows'],
    years: years.map(({ code, externalId, start, end }) => ({ code, externalId, start, end })),
  };
}

/** The fields of a tenant that a file may name, in the order in which it is written. */
export const tenantFields = [
  ...(['name', 'legalName', 'country', 'baseCurrency', 'timezone', 'externalId', 'locale'] as const),
  ...(['registrationNumber', 'taxRegistrations', 'address', 'contact', 'bankAccounts'] as const),
  ...([
    'fiscalYearStart',
    'accountingBasis',
    'reversalStyle',
    'accountRoles',
    'exportProfiles',
    'state',
  ] as const),
] satisfies (keyof Tenant)[];

/** The file of a living tenant: what has its default is left out. */
export function fileOf({ tenant, rows, years }: Living & { tenant: Tenant }): TenantFile {
  const identity = tenantFields
    .map((field) => [field, tenant[field]] as const)
    .filter(([field, value]) => !isEmpty(value) && !(field === 'state' && value !== 'live'));
  const briefs = (resource: Resource) => rows[resource].map((row) => briefly(resource, row));
  const dimensions = rows.dimension.map((row) => {
    const own = rows.dimensionValue.filter((value) => value['dimension'] === row.code);
    return {
      ...briefly('dimension', row),
      ...list(
        'values',
        own.map((value) => briefly('dimensionValue', value)),
      ),
    };
  });
  // A journal brings the series of its own code along, when nothing is special about that.
  const brought = new Set(rows.journal.filter(({ code, series }) => series === code).map(({ code }) => code));
  const series = briefs('series').filter((row) => Object.keys(row).length > 1 || !brought.has(row.code));
  return {
    ...{ version: 1, slug: tenant.slug },
    ...Object.fromEntries(identity),
    ...list('currencies', briefs('currency')),
    ...list('accounts', briefs('account')),
    ...list('dimensions', dimensions),
    ...list('series', series),
    ...list('journals', briefs('journal')),
    ...list(
      'years',
      years.map(({ externalId, ...year }) => ({ ...year, ...(externalId && { externalId }) })),
    ),
  } as unknown as TenantFile;
}

const list = (name: string, rows: readonly object[]) => (rows.length > 0 ? { [name]: rows } : {});

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** A row with its code and what is not its default. */
function briefly(resource: Resource, row: Row): Row {
  const { needed, defaults } = defaultsOf[resource];
  const usual = Object.entries(defaults(row)).filter(([field, value]) => !same(row[field], value));
  return {
    code: row.code,
    ...(row['externalId'] ? { externalId: row['externalId'] } : {}),
    ...Object.fromEntries(needed.map((field) => [field, row[field]])),
    ...Object.fromEntries(usual.map(([field]) => [field, row[field]])),
  };
}

/** Tells whether a tenant has moved: a digest of all that a file can say of it. */
export function revisionOf({ tenant, ...living }: Living): string {
  const text = tenant ? JSON.stringify([fileOf({ tenant, ...living }), tenant.state]) : 'nobody';
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
