import { isDate } from '../../calendar/index.ts';
import type { LineRow } from '../../records/rows.ts';
import { extraOf, fieldsOf, type Posting, type Transaction } from './transaction.ts';

/** Fields of an entry that have a tag in a journal, in the order they are written. */
export const headTags = {
  journal: 'journal',
  series: 'series',
  number: 'number',
  kind: 'kind',
  period: 'period',
  storno: 'storno',
  validated: 'validatedOn',
  document: 'documentRef',
  'document-date': 'documentDate',
  'tax-date': 'taxDate',
  description: 'entryDescription',
  'external-id': 'externalId',
} as const satisfies Record<string, keyof LineRow>;

/** Fields of a line. */
export const lineTags = {
  text: 'description',
  party: 'party',
  role: 'partyRole',
  reference: 'lineDocumentRef',
  'reference-date': 'lineDocumentDate',
  due: 'dueDate',
  'value-date': 'valueDate',
  quantity: 'quantity',
  unit: 'unit',
  rate: 'rate',
  settlement: 'settlement',
  settled: 'settlementDate',
  currency: 'currency',
} as const satisfies Record<string, keyof LineRow>;

export const sourceTags = {
  'source-system': 'system',
  'source-file': 'file',
  'source-reference': 'reference',
  'source-line': 'line',
} as const;

const dimensionPrefix = 'dim.';
const extraPrefix = 'extra.';

const dates = new Set([
  'validated',
  'document-date',
  'tax-date',
  'reference-date',
  'due',
  'value-date',
  'settled',
]);
const kinds = new Set(['normal', 'opening', 'adjustment', 'closing', 'reversal', 'revaluation', 'void']);
const longest: Readonly<Record<string, number>> = {
  ...{ description: 1000, text: 1000, document: 255, reference: 255, 'external-id': 255 },
  ...{ settlement: 20, number: 40, role: 20 },
};

/** Whether a value can be what its tag says: a foreign file may use the same word for something else. */
function fits(tag: string, value: string): boolean {
  if (value === '' || value.length > (longest[tag] ?? 100)) return false;
  if (dates.has(tag)) return isDate(value);
  if (tag === 'kind') return kinds.has(value);
  if (tag === 'period') return /^\d{1,2}$/.test(value);
  if (tag === 'storno') return value === 'yes';
  if (tag === 'quantity') return /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(value);
  if (tag === 'rate') return /^(?=.*[1-9])(0|[1-9]\d{0,11})(\.\d{1,12})?$/.test(value);
  if (tag === 'currency') return /^[A-Z][A-Z0-9'._-]{0,22}[A-Z0-9]$/.test(value);
  return true;
}

/** Puts a tag of the head of a transaction in its place; what is none of the known ones goes to `extra`. */
export function putHeadTag(tx: Transaction, tag: string, value: string): void {
  const { head } = tx;
  if (Object.hasOwn(sourceTags, tag) && value !== '') {
    const field = sourceTags[tag as keyof typeof sourceTags];
    head.source = { ...head.source, [field]: value };
    return;
  }
  if (!Object.hasOwn(headTags, tag) || !fits(tag, value)) {
    putExtra(extraOf(tx), tag, value);
    return;
  }

  const field = headTags[tag as keyof typeof headTags];
  if (field === 'period') head.period = Number(value);
  else if (field === 'storno') head.storno = true;
  else head[field] = value;
}

/** Puts a tag of a posting in its place. */
export function putLineTag(posting: Posting, tag: string, value: string): void {
  if (tag === 'side' && (value === 'debit' || value === 'credit')) {
    posting.side = value;
    return;
  }
  const fields = fieldsOf(posting);
  if (tag.startsWith(dimensionPrefix) && tag.length > dimensionPrefix.length && value !== '') {
    fields.dimensions = { ...fields.dimensions, [decoded(tag.slice(dimensionPrefix.length))]: value };
    return;
  }
  if (Object.hasOwn(lineTags, tag) && fits(tag, value)) {
    fields[lineTags[tag as keyof typeof lineTags]] = value;
    return;
  }
  fields.extra = { ...fields.extra };
  putExtra(fields.extra, tag, value);
}

function putExtra(extra: Record<string, string>, tag: string, value: string): void {
  const name = tag.startsWith(extraPrefix) ? decoded(tag.slice(extraPrefix.length)) : tag;
  if (value === '') noteTag(extra, name);
  else extra[name] = value;
}

/** Tags without a value, as words of one extra. */
export function noteTag(extra: Record<string, string>, name: string): void {
  extra['tags'] = extra['tags'] === undefined ? name : `${extra['tags']} ${name}`;
}

const plainName = /^[A-Za-z][\w-]*$/;
/** Words that mean something else in a tag, here or to hledger. */
const reserved = new Set([
  ...['side', 'more', 'payee', 'link', 'tags', 'date', 'date2', 'type', 'code', 'name', 'status', 'comment'],
  ...Object.keys(headTags),
  ...Object.keys(lineTags),
  ...Object.keys(sourceTags),
]);

/** The tags of the head of an entry but for those `without`; `seriesOf` gives the series that a journal has anyway. */
export function headTagsOf(
  line: LineRow & { journal: string },
  seriesOf: ReadonlyMap<string, string>,
  without: readonly string[],
): [tag: string, value: string][] {
  const tags: [string, string][] = [];
  for (const [tag, field] of Object.entries(headTags)) {
    const value = line[field];
    if (value === undefined || value === false || without.includes(tag)) continue;
    if (field === 'kind' && value === 'normal') continue;
    if (field === 'taxDate' && value === line.date) continue;
    if (field === 'series' && value === (seriesOf.get(line.journal) ?? line.journal)) continue;
    tags.push([tag, value === true ? 'yes' : String(value)]);
  }
  for (const [tag, field] of Object.entries(sourceTags)) {
    const value = line.source?.[field];
    if (value !== undefined) tags.push([tag, value]);
  }
  return tags;
}

/** The tags of a line in the order they are written, values as they are. */
export function tagsOfLine(line: LineRow): [tag: string, value: string][] {
  const tags: [string, string][] = [];
  for (const [tag, field] of Object.entries(lineTags)) {
    const value = line[field];
    if (value !== undefined && tag !== 'currency') tags.push([tag, value]);
  }
  for (const [name, value] of named(line.dimensions)) tags.push([dimensionPrefix + encoded(name), value]);
  for (const [name, value] of named(line.extra)) {
    tags.push([plainName.test(name) && !reserved.has(name) ? name : extraPrefix + encoded(name), value]);
  }
  return tags;
}

function named(texts: Record<string, string> | undefined): [string, string][] {
  return texts === undefined ? [] : Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A name or value as one word of a tag: `%`, commas, blanks, colons and control characters as `%XX` of their UTF-16 code. */
export function encoded(name: string): string {
  return name.replace(/[%,:;\s\p{Cc}]/gu, hex);
}

/** A value of a tag: only what would end it, `%` before two digits, and what no line can hold are written as `%XX`. */
export function encodedValue(value: string): string {
  return needsCode.test(value)
    ? value.replace(/%(?=[0-9A-F]{2})|[,[\p{Cc}\u2028\u2029]|^\s|\s$/gu, hex)
    : value;
}

const needsCode = /[%,[\p{Cc}\u2028\u2029]|^\s|\s$/u;
const hex = (character: string) =>
  `%${[...new TextEncoder().encode(character)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('%')}`;

/** What `encoded` and `encodedValue` wrote; other text stays as it is. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9A-F]{2})+/g, (codes) => {
    const bytes = Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return codes;
    }
  });
}
