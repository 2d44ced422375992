import type { components } from '@erp/openapi/types';
import { type Chart, seriesOf } from '../chart.ts';
import { defaultsOf, type Resource, type Row, resources } from './kinds.ts';
import { type TenantFile, tenantFields, type YearForm } from './living.ts';

/** What a file asks for, and where it says so: a JSON pointer into the file. */
export interface Asked<T> {
  value: T;
  pointer: string;
}

export interface Wanted {
  slug: string;
  identity: Record<string, unknown>;
  rows: Record<Resource, readonly Asked<Row>[]>;
  years: readonly Asked<Omit<YearForm, 'externalId'> & { externalId?: string }>[];
  /** Resources whose section the file has: their other rows can be pruned. */
  named: ReadonlySet<Resource>;
}

/** A file with its chart, every row whole. */
export function wantedOf(file: TenantFile, chart: Chart | undefined): Wanted {
  const identity: Record<string, unknown> = {};
  for (const field of tenantFields) {
    if (file[field] !== undefined) identity[field] = file[field];
  }
  if (chart) identity['fiscalYearStart'] ??= chart.fiscalYearStart;
  if (chart) identity['accountRoles'] = { ...chart.accountRoles, ...file.accountRoles };

  const journals = overlaid(chart?.journals, ask('journals', file.journals));
  const series = ask('series', file.series);
  const given = new Set(series.map(({ value }) => value.code));
  const usual = new Map((chart ? seriesOf(chart) : []).map((row) => [row.code, row]));
  const brought = journals
    .filter(({ value }) => value['series'] === undefined && !given.has(value.code))
    .map(({ value: { code }, pointer }) => ({ value: usual.get(code) ?? { code }, pointer }));

  const dimensions = ask('dimensions', file.dimensions);
  const rows: Record<Resource, readonly Asked<Row>[]> = {
    currency: ask('currencies', file.currencies),
    account: overlaid(chart?.accounts, ask('accounts', file.accounts)),
    dimension: dimensions.map(({ value: { values: _, ...value }, pointer }) => ({ value, pointer })),
    dimensionValue: dimensions.flatMap(({ value: { code, values }, pointer }) =>
      ((values ?? []) as Row[]).map((value, i) => ({
        value: { ...value, dimension: code },
        pointer: `${pointer}/values/${i}`,
      })),
    ),
    series: [...series, ...brought],
    journal: journals,
  };
  const named = new Set<Resource>();
  if (file.currencies) named.add('currency');
  if (file.accounts || chart) named.add('account');
  if (file.dimensions) named.add('dimension').add('dimensionValue');
  if (file.series) named.add('series');
  if (file.journals || chart) named.add('journal');

  for (const resource of resources) {
    rows[resource] = rows[resource].map(({ value, pointer }) => ({ value: whole(resource, value), pointer }));
  }
  const years = (file.years ?? []).map((value, i) => ({ value, pointer: `/years/${i}` }));
  return { slug: file.slug, identity, rows, years, named };
}

const whole = (resource: Resource, row: Row): Row => ({ ...defaultsOf[resource].defaults(row), ...row });

type Section = 'currencies' | 'accounts' | 'dimensions' | 'series' | 'journals';

const ask = (section: Section, rows: components['schemas']['TenantFile'][Section] = []): Asked<Row>[] =>
  rows.map((value, i) => ({ value: { ...value } as Row, pointer: `/${section}/${i}` }));

/** The rows of a chart, and in the place of those that the file writes itself, the file's. */
function overlaid(chart: readonly Row[] = [], own: readonly Asked<Row>[]): Asked<Row>[] {
  const codes = new Set(own.map(({ value }) => value.code));
  const rest = chart.filter(({ code }) => !codes.has(code)).map((value) => ({ value, pointer: '/chart' }));
  return [...rest, ...own];
}
