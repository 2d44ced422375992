import type { CellTable } from '../csv/table.ts';
import type { Doubt } from './doubt.ts';
import { creditWords, debitWords, dimensionHeadings, signHeadings } from './headings.ts';
import type { FieldSource } from './mapping.ts';
import { holdsDays, holdsNumbers, type SampleColumn } from './sample.ts';

/** Fields with the column that their heading tells. */
export type Chosen = Map<string, SampleColumn>;

/** Debit and credit, or one amount whose side is its sign or stands in a column of its own. */
export function addAmount(
  fields: Record<string, FieldSource>,
  columns: readonly SampleColumn[],
  chosen: Chosen,
  doubts: Doubt[],
): void {
  if (chosen.has('debit') && chosen.has('credit')) {
    delete fields['amount'];
    return;
  }
  delete fields['debit'];
  delete fields['credit'];

  const amount = chosen.get('amount') ?? chosen.get('debit') ?? chosen.get('credit');
  if (!amount) {
    const numeric = columns.filter((column) => column.values.length > 0 && holdsNumbers(column));
    const choices = numeric.map(({ name }) => ({ label: name, source: { columns: [name] } }));
    doubts.push({ field: 'amount', message: 'no column has a name of an amount', choices });
    const [first] = choices;
    if (first) fields['amount'] = first.source;
    return;
  }

  fields['amount'] = { columns: [amount.name] };
  const side = columns.find(({ plain, values }) => signHeadings.includes(plain) && values.length > 0);
  const debit = debitWords.filter((word) => side?.values.includes(word));
  const credit = creditWords.filter((word) => side?.values.includes(word));
  if (side?.values.every((value) => [...debit, ...credit].includes(value))) {
    const sign = {
      column: side.name,
      debit: debit.length > 0 ? debit : debitWords.slice(0, 1),
      credit: credit.length > 0 ? credit : creditWords.slice(0, 1),
    };
    fields['amount'] = { columns: [amount.name], sign };
  } else if (!amount.values.some((value) => value.startsWith('-'))) {
    doubts.push({
      field: 'amount',
      message: `"${amount.name}" has no minus: nothing says which lines are credit`,
      choices: [{ label: amount.name, source: { columns: [amount.name] } }],
    });
  }
}

const noJournal = 'GEN';

export function addLineFields(
  fields: Record<string, FieldSource>,
  columns: readonly SampleColumn[],
  chosen: Chosen,
  doubts: Doubt[],
): void {
  const entry = chosen.get('entry');
  const date = chosen.get('date');
  if (entry) {
    fields['document_ref'] ??= { columns: [entry.name] };
  } else {
    const parts = [date, chosen.get('journal'), chosen.get('document_ref')].flatMap((one) => one?.name ?? []);
    const candidates = [...(parts.length > 0 ? [parts] : []), ...columns.map(({ name }) => [name])];
    const choices = candidates.map((names) => ({ label: names.join(' + '), source: { columns: names } }));
    doubts.push({
      field: 'entry',
      message: `no column has a name of an entry's number: lines with the same ${parts.join(' and ')} are taken for one entry`,
      choices,
    });
    if (choices[0]) fields['entry'] = choices[0].source;
  }
  if (!date) missing('date', columns.filter(holdsDays), fields, doubts);
  if (!chosen.has('account')) missing('account', columns, fields, doubts);

  if (!chosen.has('journal')) {
    fields['journal'] = { constant: noJournal };
    const message = `no column has a name of a journal: every entry goes to ${noJournal}`;
    const choices = columns.map(({ name }) => ({ label: name, source: { columns: [name] } }));
    doubts.push({
      field: 'journal',
      message,
      choices: [{ label: `the journal ${noJournal}`, source: { constant: noJournal } }, ...choices],
    });
  }

  const used = Object.values(fields).flatMap(({ columns: names = [], sign }) => [...names, sign?.column]);
  for (const { name, plain, values } of columns) {
    if (used.includes(name) || values.length === 0 || !dimensionHeadings.includes(plain)) continue;
    fields[`dim:${plain.replaceAll(' ', '_')}`] = { columns: [name] };
  }
}

function missing(
  field: string,
  candidates: readonly SampleColumn[],
  fields: Record<string, FieldSource>,
  doubts: Doubt[],
): void {
  const choices = candidates.map(({ name }) => ({ label: name, source: { columns: [name] } }));
  doubts.push({ field, message: `no column has a name of ${field}`, choices });
  if (choices[0]) fields[field] = choices[0].source;
}

/** Headings of an entry that stand on its first line only: what has none of them goes on with those above. */
export function continued(
  table: CellTable,
  fields: Readonly<Record<string, FieldSource>>,
  chosen: Chosen,
): string[] {
  const [date, entry, account] = ['date', 'entry', 'account'].map((field) => chosen.get(field));
  if (!date || !account) return [];

  const isEmpty = (values: readonly string[], column: SampleColumn) =>
    (values[column.at] ?? '').trim() === '';
  const going = table.records.filter(
    ({ values }) => isEmpty(values, date) && (!entry || isEmpty(values, entry)) && !isEmpty(values, account),
  );
  if (going.length === 0) return [];

  const ofEntry = new Set(['entry', 'date', 'journal', 'document_ref', 'due_date']);
  const names = Object.entries(fields).flatMap(([field, { columns = [] }]) =>
    ofEntry.has(field) ? columns : [],
  );
  return [...new Set(names)].filter((name) => {
    const at = table.header.indexOf(name);
    return going.every(({ values }) => (values[at] ?? '').trim() === '');
  });
}

/** Lines of a report that are no postings, as ERPNext writes them between and below the others. */
export function totals(table: CellTable, chosen: Chosen): { column: string; is: string[] }[] {
  const date = chosen.get('date');
  const account = chosen.get('account');
  if (!date || !account) return [];

  const found = table.records.flatMap(({ values }) => {
    const text = (values[account.at] ?? '').trim();
    const isDated = (values[date.at] ?? '').trim() !== '';
    return !isDated && /^'?(opening|total|closing|summe|saldo)\b/i.test(text) ? [text] : [];
  });
  if (found.length === 0) return [];
  const usual = found.some((text) => text.startsWith("'"))
    ? ["'Opening'", "'Total'", "'Closing (Opening + Total)'"]
    : [];
  return [{ column: account.name, is: [...new Set([...usual, ...found])] }];
}
