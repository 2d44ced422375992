import { compareCodes } from '../../records/codes.ts';
import type { Row } from '../../records/rows.ts';
import type { ExportSource } from '../codec.ts';
import { TextOutput } from '../text/output.ts';
import { type FieldKind, fieldsOf, mappingFields, roleFields, sourceFields } from './fields.ts';

/**
 * Writes a ledger as JSON Lines: accounts, journals, parties by the bytes of their codes, years by their first day, then the
 * lines in the order of the export. Fields stand in one fixed order, names of dimensions and extras by their bytes.
 */
export async function* writeJsonl(source: ExportSource): AsyncGenerator<Uint8Array> {
  const { accounts, journals, parties, years } = source.head;
  const output = new TextOutput();

  for (const rows of [accounts, journals, parties]) {
    for (const row of [...rows].sort((a, b) => compareCodes(a.code, b.code))) output.add(jsonOf(row));
  }
  for (const year of [...years].sort((a, b) => compareCodes(a.start, b.start))) output.add(jsonOf(year));

  // The fields before the account are the same on all lines of an entry.
  let entry: string | undefined;
  let head = '';
  for await (const batch of source.lines) {
    for (const line of batch) {
      if (line.entry !== entry) {
        entry = line.entry;
        head = `{"record":"line"${fieldsText(line, ofEntry)}`;
      }
      output.add(`${head}${fieldsText(line, ofLine)}}\n`);
    }

    const chunk = output.full();
    if (chunk) yield chunk;
  }

  if (!output.empty) yield output.take();
}

const plans = Object.fromEntries(
  Object.entries(fieldsOf).map(([record, fields]) => [
    record,
    Object.entries(fields).map(([key, kind]): Field => ({ key, kind, name: `,"${key}":` })),
  ]),
) as Record<Row['record'], Field[]>;

const firstOfLine = plans.line.findIndex(({ key }) => key === 'account');
const ofEntry = plans.line.slice(0, firstOfLine);
const ofLine = plans.line.slice(firstOfLine);

interface Field {
  key: string;
  kind: FieldKind;
  /** As it stands before the value. */
  name: string;
}

/** A row as its line of JSON, with its fields in one fixed order. */
export function jsonOf(row: Row): string {
  return `{"record":"${row.record}"${fieldsText(row, plans[row.record])}}\n`;
}

/** Put together from its pieces: an object in the right order would be made only to be written. */
function fieldsText(row: Row, fields: readonly Field[]): string {
  const values = row as unknown as Record<string, unknown>;
  const pieces: string[] = [];
  for (const { key, kind, name } of fields) {
    const value = values[key];
    if (value === undefined) continue;
    pieces.push(name, typeof value === 'string' ? quoted(value) : JSON.stringify(inOrder(value, kind)));
  }
  return pieces.join('');
}

/** What JSON writes otherwise than it is: control characters, quotes, backslashes, halves of a pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON escapes
const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

const quoted = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

/** The fields that a record has in a file, in their order. */
export const rowFields = (record: Row['record']): string[] => plans[record].map(({ key }) => key);

function inOrder(value: unknown, kind: FieldKind): unknown {
  if (kind === 'texts') {
    const names = Object.keys(value as object).sort(compareCodes);
    return picked(value as Record<string, unknown>, names);
  }
  if (kind === 'source') return picked(value as Record<string, unknown>, sourceFields);
  if (kind === 'mappings')
    return (value as Record<string, unknown>[]).map((one) => picked(one, mappingFields));
  if (kind === 'roles') return (value as Record<string, unknown>[]).map((role) => picked(role, roleFields));
  return value;
}

function picked(value: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [name, value[name]]).filter(([, held]) => held !== undefined),
  );
}
