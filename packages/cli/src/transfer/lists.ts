import { csvHeader, csvLine, csvListRow, jsonlRow, type Row, rowFields } from '@erp/ledger';
import type { Context } from '../context.ts';
import { textOf } from '../output/result.ts';

export type ListName =
  | 'accounts'
  | 'journals'
  | 'parties'
  | 'dimensions'
  | 'dimension-values'
  | 'currencies'
  | 'series'
  | 'years'
  | 'periods'
  | 'settlements';

export type ListFormat = 'csv' | 'jsonl';

/** An item as the server gives it. */
type Item = Record<string, unknown>;

/** A list of reference data as a file. */
interface List {
  items(erp: Context['erp']): AsyncIterable<object>;
  /** The record that it is in a JSON Lines file of a ledger; else its lines hold `fields`. */
  readonly record?: Exclude<Row['record'], 'line'>;
  /** The import whose CSV it is; else its columns are `fields`. */
  readonly importAs?: 'accounts' | 'journals' | 'parties';
  readonly fields: readonly string[];
  /** What the server computes, or an item says by the fields beside it. */
  readonly derived?: readonly string[];
  /** Values that an import gives by itself, so that leaving them out loses nothing. */
  readonly defaults?: Item;
  /** The lines of a CSV that one item takes, where it is not one. */
  flat?(item: Item): Item[];
}

const LISTS: Readonly<Record<ListName, List>> = {
  accounts: {
    items: (erp) => erp.accounts.iterate(),
    ...{ record: 'account', importAs: 'accounts', fields: [] },
    defaults: { active: true, partyPolicy: 'optional' },
  },
  journals: {
    items: (erp) => erp.journals.iterate(),
    ...{ record: 'journal', importAs: 'journals', fields: [] },
    defaults: { active: true, manual: true },
  },
  parties: {
    items: (erp) => erp.parties.iterate(),
    ...{ record: 'party', importAs: 'parties', fields: [] },
    defaults: { active: true },
  },
  dimensions: {
    items: (erp) => erp.dimensions.iterate(),
    record: 'dimension',
    fields: ['code', 'name', 'parent', 'requiredOn', 'active', 'externalId'],
    defaults: { active: true },
  },
  'dimension-values': {
    items: valuesOf,
    record: 'dimensionValue',
    fields: ['dimension', 'code', 'name', 'parent', 'validFrom', 'validTo', 'active', 'externalId'],
    defaults: { active: true },
  },
  currencies: {
    items: (erp) => erp.currencies.iterate(),
    record: 'currency',
    fields: ['code', 'exponent', 'kind', 'numericCode', 'withdrawnOn', 'active', 'externalId'],
    ...{ derived: ['kind', 'numericCode', 'withdrawnOn'], defaults: { active: true } },
  },
  series: {
    items: (erp) => erp.series.iterate(),
    fields: ['code', 'reset', 'format', 'start', 'active', 'externalId'],
    derived: ['years'],
  },
  years: {
    items: (erp) => erp.years.iterate(),
    record: 'year',
    fields: ['code', 'start', 'end', 'baseCurrency', 'state', 'detail', 'externalId'],
    ...{ derived: ['opening', 'closing', 'periods', 'baseCurrency'], defaults: { state: 'open' } },
  },
  periods: {
    items: (erp) => erp.periods.iterate(),
    fields: [
      ...['year', 'number', 'kind', 'name', 'start', 'end', 'state', 'closedAreas', 'closedBy', 'closedAt'],
      ...['reason', 'trialBalanceSha256'],
    ],
  },
  settlements: {
    items: (erp) => erp.settlements.iterate(),
    fields: [
      ...['account', 'party', 'code', 'date', 'state', 'origin', 'undoneAt', 'differenceEntry', 'externalId'],
      ...['entry', 'position', 'debit', 'credit', 'currency', 'currencyDebit', 'currencyCredit'],
    ],
    flat: (item) => (item['lines'] as Item[]).map((line) => ({ ...item, ...line })),
  },
};

async function* valuesOf(erp: Context['erp']): AsyncGenerator<object> {
  for await (const { code } of erp.dimensions.iterate()) yield* erp.dimensions.iterateValues(code);
}

/** What has been written of a list. */
export interface ListTally {
  rows: number;
  /** Fields that the file has no place for, and how many items have them. */
  readonly notHeld: Record<string, number>;
}

/** A list as the text of a file, page by page as it is read. Lists that have an import are what it reads. */
export async function* listText(
  erp: Context['erp'],
  name: ListName,
  format: ListFormat,
  tally: ListTally,
): AsyncGenerator<string> {
  const list = LISTS[name];
  const held = new Set([...heldBy(list, format), ...(list.derived ?? []), ...OF_SERVER]);
  if (format === 'csv') {
    yield list.importAs ? csvLine(csvHeader(list.importAs)) : csvLine(list.fields.map(snakeCase));
  }

  for await (const item of list.items(erp) as AsyncIterable<Item>) {
    tally.rows += 1;
    for (const [field, value] of Object.entries(item)) {
      const isLost = !held.has(field) && !saysNothing(value) && value !== list.defaults?.[field];
      if (isLost) tally.notHeld[field] = (tally.notHeld[field] ?? 0) + 1;
    }
    yield format === 'csv' ? csvOf(list, item) : jsonOf(list, item);
  }
}

const OF_SERVER = ['id', 'createdAt', 'updatedAt', 'version'];

/** A party's roles are columns of the CSV, and a settlement's lines its rows; an id stands beside the code that it belongs to. */
function heldBy({ record, importAs, fields, flat }: List, format: ListFormat): string[] {
  const ofFormat =
    format === 'jsonl' && record ? rowFields(record) : importAs ? csvHeader(importAs).map(camelCase) : fields;
  const more = importAs === 'parties' ? ['roles'] : [...(flat || !record ? ['lines'] : [])];
  const ids = ['parent', 'replaces', 'series', 'defaultAccount', 'dimension', 'year', 'account', 'party'];
  return [...ofFormat, ...more, ...ids.map((field) => `${field}Id`)];
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function csvOf({ importAs, fields, flat }: List, item: Item): string {
  if (importAs) return csvListRow(importAs, present(item) as unknown as Parameters<typeof csvListRow>[1]);
  const lines = flat ? flat(item) : [item];
  return lines.map((line) => csvLine(fields.map((field) => textOf(line[field])))).join('');
}

function jsonOf({ record, fields, flat }: List, item: Item): string {
  if (record) return jsonlRow({ ...present(item), record } as unknown as Row);
  const kept = flat ? [...fields, 'lines'] : fields;
  const known = kept.filter((field) => !saysNothing(item[field]));
  return `${JSON.stringify(Object.fromEntries(known.map((field) => [field, item[field]])))}\n`;
}

/** An item as a row of a file: what has no value is absent. */
function present(item: Item): Item {
  const roles = item['roles'] as Item[] | undefined;
  return Object.fromEntries(
    Object.entries({ ...item, ...(roles ? { roles: roles.map(present) } : {}) }).filter(
      ([, value]) => !saysNothing(value),
    ),
  );
}

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
