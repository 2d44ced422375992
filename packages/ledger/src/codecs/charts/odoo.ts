import type { AccountKind } from '../../records/codes.ts';
import type { AccountRow } from '../../records/rows.ts';
import { FormatError, type Reader, type RowFault } from '../codec.ts';
import { cellTable } from '../csv/table.ts';
import { kindFromFrenchClass } from '../fec/accounts.ts';
import { headText, isUtf8Bytes, notText, requireText } from '../text/encoding.ts';
import { quotedFor, rejectCells } from '../text/reject-cells.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { Normaliser, nearest } from '../text/values.ts';
import { type ChartAccount, kindOf, mapOf, parentsByPrefix } from './chart.ts';
import { type Chart, readChart, requireFewAccounts } from './reading.ts';

/** Accounts or account groups of Odoo, as its modules ship them and as its list view exports them. */
export const odoo: Reader = {
  name: 'odoo',
  resources: ['accounts'],
  mixesRecords: false,
  needsBase: false,

  detect(head) {
    if (notText(head) !== undefined) return { likely: 0, reason: 'not a text' };

    const header = headerOf(head);
    const kind = kindOfFile(header);
    return kind && header.includes('id')
      ? { likely: 0.9, reason: `the columns of Odoo's account ${kind === 'groups' ? 'groups' : 'chart'}` }
      : { likely: 0, reason: 'no account_type or code_prefix_start beside an id' };
  },

  read(open, { fileName, delimiter }) {
    const normaliser = new Normaliser();
    return readChart(open, { format: 'odoo', fileName, normaliser }, (bytes) => {
      requireText(bytes, fileName);
      return chartOf(bytes, delimiter === 'tab' ? '\t' : delimiter, fileName, normaliser);
    });
  },

  fieldOf: (column) => (column === 'code' || column === 'name' ? column : undefined),
  rejects: ({ delimiter = ',' }) => rejectCells(delimiter, quotedFor(delimiter), '\n'),
};

/** Column -> what it is here. Odoo 14 and before named the type of an account by an id. */
const typeColumns = ['account_type', 'user_type_id/id', 'user_type_id:id'];
const usedColumns = new Set([
  'id',
  'code',
  'name',
  'reconcile',
  'currency_id',
  'code_prefix_start',
  ...typeColumns,
]);

function headerOf(head: Uint8Array): string[] {
  const line = headText(head).split(/\r?\n/, 1)[0] ?? '';
  return line.split(/[,;\t]/).map((name) => name.trim().replaceAll('"', ''));
}

function kindOfFile(header: readonly string[]): 'accounts' | 'groups' | undefined {
  if (header.includes('code') && typeColumns.some((name) => header.includes(name))) return 'accounts';
  return header.includes('code_prefix_start') ? 'groups' : undefined;
}

interface Line {
  readonly line: number;
  readonly code: string;
  readonly values: readonly string[];
  cell(name: string): string;
}

function chartOf(
  bytes: Uint8Array,
  delimiter: string | undefined,
  fileName: string,
  normaliser: Normaliser,
): Chart {
  requireFewAccounts(Math.max(countOf(lineFeed, bytes), countOf(carriageReturn, bytes)));
  const table = cellTable(bytes, { delimiter });
  const { header } = table;
  const kind = kindOfFile(header);
  if (!kind || !header.includes('name')) {
    const message = "the header lacks code, name and account_type, as Odoo's charts have them";
    throw new FormatError('file_format', message, 'A chart of other columns is read with --mapping.');
  }

  const notStored: Record<string, number> = {};
  const lines = table.records.map(({ line, values }): Line => {
    countUnused(header, values, notStored);
    const cell = (name: string) => normaliser.text(values[header.indexOf(name)] ?? '');
    return { line, values, cell, code: cell(kind === 'groups' ? 'code_prefix_start' : 'code') };
  });

  const accounts =
    kind === 'groups' ? groupsOf(lines, header, fileName) : lines.map((line) => accountOf(line, header));
  const encoding = isUtf8Bytes(bytes) ? 'utf-8' : 'windows-1252';
  return { accounts, notStored, encoding, delimiter: table.delimiter };
}

const lineFeed = 10;
const carriageReturn = 13;

function countOf(wanted: number, bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count += 1;
  return count;
}

function countUnused(
  header: readonly string[],
  values: readonly string[],
  notStored: Record<string, number>,
): void {
  for (const [at, name] of header.entries()) {
    if (usedColumns.has(name) || rejectColumns.includes(name) || (values[at] ?? '').trim() === '') continue;
    notStored[`column ${name}`] = (notStored[`column ${name}`] ?? 0) + 1;
  }
}

function accountOf({ line, code, values, cell }: Line, header: readonly string[]): ChartAccount {
  const column = typeColumns.find((name) => header.includes(name)) ?? '';
  const written = cell(column);
  const word = written.replace(/^account\.data_account_type_/, '');
  const type = types.get(word);
  const control = controls.get(word);
  const settleable = booleanOf(cell('reconcile'));
  const currency = cell('currency_id');

  const faults: RowFault[] = widthFault(header, values);
  if (!type && faults.length === 0) {
    const near = nearest(word, [...types.keys()]);
    const message = `"${written.slice(0, 40)}" is no account type of Odoo${near ? `; did you mean ${near}?` : ''}`;
    faults.push({ field: column, value: written, code: 'invalid_request', message });
  }
  if (settleable === 'unknown') {
    const message = 'reconcile is True or False';
    faults.push({ field: 'reconcile', value: cell('reconcile'), code: 'invalid_request', message });
  }

  return {
    line,
    name: cell('name'),
    codes: [{ code }],
    kind: type && kindOf(type, `Odoo type ${word}`),
    ...(control === undefined ? {} : { control }),
    ...(typeof settleable === 'boolean' ? { settleable } : {}),
    ...(currency === '' ? {} : { currency }),
    ...(cell('id') === '' ? {} : { externalId: cell('id') }),
    faults,
    columns: { header, values },
  };
}

function widthFault(header: readonly string[], values: readonly string[]): RowFault[] {
  if (values.length === header.length) return [];
  const message = `${values.length} columns, the header has ${header.length}`;
  return [{ field: '', value: '', code: 'file_format', message }];
}

function booleanOf(text: string): boolean | undefined | 'unknown' {
  if (text === '') return undefined;
  if (/^(true|1)$/i.test(text)) return true;
  return /^(false|0)$/i.test(text) ? false : 'unknown';
}

/** Groups are headings by prefix. Odoo gives them no type; the French chart says it by their first digits. */
function groupsOf(lines: readonly Line[], header: readonly string[], fileName: string): ChartAccount[] {
  const template = header.indexOf('chart_template_id/id');
  const isFrench =
    lines.some(({ values }) => /l10n_fr/.test(values[template] ?? '')) || /[-_]fr\b/.test(fileName);
  if (!isFrench) {
    throw new FormatError(
      'file_format',
      `${fileName} holds account groups, which say not of which type they are`,
      'Import the accounts alone, or give the groups a type with --format csv --mapping.',
    );
  }

  const parents = parentsByPrefix(lines);
  const made = new Map<Line, ChartAccount>();
  const groupOf = (line: Line): ChartAccount => {
    const known = made.get(line);
    if (known) return known;

    const above = parents.get(line);
    const kind = kindFromFrenchClass(line.code);
    const group: ChartAccount = {
      line: line.line,
      name: line.cell('name'),
      parent: above && groupOf(above),
      codes: [{ code: line.code }],
      kind: kind && { ...kind, rule: `French ${kind.rule}` },
      postable: false,
      ...(line.cell('id') === '' ? {} : { externalId: line.cell('id') }),
      faults: widthFault(header, line.values),
      columns: { header, values: line.values },
    };
    made.set(line, group);
    return group;
  };
  return lines.map(groupOf);
}

/** By the words of Odoo 15 and later, and by the last part of the ids before it. */
const types = mapOf<AccountKind['type']>({
  asset_receivable: 'asset',
  asset_cash: 'asset',
  asset_current: 'asset',
  asset_non_current: 'asset',
  asset_prepayments: 'asset',
  asset_fixed: 'asset',
  liability_payable: 'liability',
  liability_credit_card: 'liability',
  liability_current: 'liability',
  liability_non_current: 'liability',
  equity: 'equity',
  equity_unaffected: 'equity',
  income: 'income',
  income_other: 'income',
  expense: 'expense',
  expense_other: 'expense',
  expense_depreciation: 'expense',
  expense_direct_cost: 'expense',
  off_balance: 'memo',
  receivable: 'asset',
  payable: 'liability',
  liquidity: 'asset',
  credit_card: 'liability',
  current_assets: 'asset',
  non_current_assets: 'asset',
  prepayments: 'asset',
  fixed_assets: 'asset',
  current_liabilities: 'liability',
  non_current_liabilities: 'liability',
  unaffected_earnings: 'equity',
  revenue: 'income',
  other_income: 'income',
  expenses: 'expense',
  depreciation: 'expense',
  direct_costs: 'expense',
  off_sheet: 'memo',
});

const controls = mapOf<NonNullable<AccountRow['control']>>({
  asset_receivable: 'receivable',
  receivable: 'receivable',
  liability_payable: 'payable',
  payable: 'payable',
});
