import type { Resource } from '../csv/columns.ts';
import type { CellTable } from '../csv/table.ts';
import type { Doubt } from './doubt.ts';
import { headingsOf, plainHeading, typeWords } from './headings.ts';
import type { FieldSource } from './mapping.ts';
import { addAmount, addLineFields, type Chosen, continued, totals } from './propose-lines.ts';
import {
  codeSeparator,
  formOfNumbers,
  holdsDays,
  holdsNumbers,
  orderOfDays,
  type SampleColumn,
  sampleColumns,
  timeSeparator,
} from './sample.ts';
import { isLineResource, mappableFields } from './targets.ts';

/** A mapping that a heading and some lines suggest. */
export interface Proposal {
  readonly resource: Resource;
  readonly file: { decimal?: ','; thousands?: string; dateFormat?: 'YMD' | 'DMY' | 'MDY'; sheet?: string };
  readonly fields: Record<string, FieldSource>;
  readonly ignore: readonly string[];
  readonly fillDown: readonly string[];
  readonly leaveOut: readonly { column: string; is: readonly string[] }[];
  readonly doubts: readonly Doubt[];
}

/** The resource that a heading looks most like. */
export function likelyResource(header: readonly string[]): Resource {
  const names = header.map(plainHeading);
  const has = (field: string) => names.some((name) => headingsOf('ledger')[field]?.includes(name));
  const hasAmount = has('debit') || has('credit') || has('amount');

  if (hasAmount && has('account')) return has('date') ? 'ledger' : 'opening-balances';
  if (['type', 'account type', 'root type'].some((name) => names.includes(name))) return 'accounts';
  return names.some((name) => /kunde|customer|supplier|partner|company|siren/.test(name))
    ? 'parties'
    : 'accounts';
}

/** Proposes a mapping from the heading and the first lines of a table. */
export function proposeMapping(table: CellTable, resource: Resource): Proposal {
  const columns = sampleColumns(table).filter(({ name }) => name !== '');
  const doubts: Doubt[] = [];
  const fields: Record<string, FieldSource> = {};
  const chosen = chooseColumns(columns, resource, doubts);

  const leaveOut = isLineResource(resource) ? totals(table, chosen) : [];
  if (leaveOut.length > 0) return { ...proposeMapping(without(table, leaveOut), resource), leaveOut };

  for (const [field, column] of chosen) fields[field] = sourceOf(field, column, resource);
  addNames(fields, chosen, resource);
  if (isLineResource(resource) || resource === 'opening-balances') addAmount(fields, columns, chosen, doubts);
  if (isLineResource(resource)) addLineFields(fields, columns, chosen, doubts);
  addTypes(fields, chosen, doubts, resource);

  const kinds = mappableFields(resource);
  const kept = Object.entries(fields);
  const columnsOf = (kind: string) =>
    kept.flatMap(([field, { columns: names = [] }]) =>
      kinds.get(field)?.kind === kind ? columns.filter(({ name }) => names.includes(name)) : [],
    );
  const days = orderOfDays(columnsOf('date'));
  if (days.unsure !== undefined) doubts.push(orderDoubt(days.unsure));

  const used = new Set(kept.flatMap(([, { columns: names = [], sign }]) => [...names, sign?.column]));
  return {
    resource,
    file: {
      ...formOfNumbers(columnsOf('money')),
      ...(days.order === undefined ? {} : { dateFormat: days.order }),
    },
    fields,
    ignore: columns.filter(({ name }) => !used.has(name)).map(({ name }) => name),
    fillDown: isLineResource(resource) ? continued(table, fields, chosen) : [],
    leaveOut,
    doubts,
  };
}

/** The lines that are not left out: these alone tell what a column holds. */
function without(table: CellTable, leaveOut: Proposal['leaveOut']): CellTable {
  const isOut = (values: readonly string[]) =>
    leaveOut.some(({ column, is }) => is.includes((values[table.header.indexOf(column)] ?? '').trim()));
  return { ...table, records: table.records.filter(({ values }) => !isOut(values)) };
}

/** For each field the column with its surest name; a second one with a name of the field is a doubt. */
function chooseColumns(columns: readonly SampleColumn[], resource: Resource, doubts: Doubt[]): Chosen {
  const kinds = mappableFields(resource);
  const chosen: Chosen = new Map();
  const taken = new Set<SampleColumn>();

  for (const [field, names] of Object.entries(headingsOf(resource))) {
    const kind = kinds.get(field)?.kind;
    if (kind === undefined) continue;

    const fits = (column: SampleColumn) =>
      !taken.has(column) &&
      (kind !== 'money' || holdsNumbers(column)) &&
      (kind !== 'date' || holdsDays(column) || column.values.length === 0);
    const found = names.flatMap((name) => columns.filter((column) => column.plain === name && fits(column)));
    const [first, second] = found;
    if (!first) continue;

    chosen.set(field, first);
    taken.add(first);
    if (second && isNeeded(field)) {
      const choices = found.map((column) => ({
        label: column.name,
        source: sourceOf(field, column, resource),
      }));
      const message = `${field} may be ${found.map(({ name }) => `"${name}"`).join(' or ')}`;
      doubts.push({ field, message, choices });
    }
  }
  return chosen;
}

function isNeeded(field: string): boolean {
  return ['entry', 'date', 'account', 'debit', 'credit', 'amount', 'code', 'name'].includes(field);
}

function sourceOf(field: string, column: SampleColumn, resource: Resource): FieldSource {
  const columns = [column.name];
  const kind = mappableFields(resource).get(field)?.kind;
  const separator = kind === 'date' ? timeSeparator(column) : undefined;
  return separator === undefined ? { columns } : { columns, before: separator };
}

/** The code of an account and its name in one column are two fields; who has only a name has it as a code. */
function addNames(fields: Record<string, FieldSource>, chosen: Chosen, resource: Resource): void {
  const kinds = mappableFields(resource);
  const account = chosen.get('account');
  const separator = account && codeSeparator(account);
  if (account && separator !== undefined) {
    fields['account'] = { columns: [account.name], before: separator };
    if (!chosen.has('account_name')) fields['account_name'] = { columns: [account.name], after: separator };
  } else if (account && !chosen.has('account_name') && kinds.has('account_name')) {
    fields['account_name'] = { columns: [account.name] };
  }

  const party = chosen.get('party');
  if (party && !chosen.has('party_name')) fields['party_name'] = { columns: [party.name] };
}

/** Words for kinds of accounts as ours; an import that makes accounts needs a kind for each. */
function addTypes(
  fields: Record<string, FieldSource>,
  chosen: Chosen,
  doubts: Doubt[],
  resource: Resource,
): void {
  const field = resource === 'accounts' ? 'type' : 'account_type';
  const column = chosen.get(field);
  if (!column) {
    if (resource !== 'ledger' && resource !== 'accounts') return;
    const message = 'no column says whether an account is asset, liability, equity, income or expense';
    doubts.push({ field, message: `${message}: new accounts need it`, choices: [] });
    return;
  }

  const words = [...new Set(column.values)].sort();
  const known = words.flatMap((word) => {
    const type = typeWords.get(plainHeading(word));
    return type === undefined ? [] : [[word, type] as const];
  });
  const unknown = words.filter((word) => !known.some(([one]) => one === word));
  if (known.length > 0) fields[field] = { columns: [column.name], values: Object.fromEntries(known) };
  if (unknown.length === 0 && known.length > 0) return;

  const listed = unknown.slice(0, 5).map((word) => `"${word}"`);
  doubts.push({
    field,
    message: `${listed.join(', ')} of "${column.name}": no known kind of account`,
    choices: [],
  });
}

function orderDoubt(example: string): Doubt {
  return {
    field: 'dateFormat',
    message: `no date says whether the day or the month comes first, as in ${example}`,
    choices: [
      { label: 'day first (DMY)', order: 'DMY' },
      { label: 'month first (MDY)', order: 'MDY' },
    ],
  };
}
