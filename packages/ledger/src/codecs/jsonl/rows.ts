import type { Row } from '../../records/rows.ts';
import type { Read, RowFault } from '../codec.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { type Normaliser, nearest, parseDate, parseDecimal, quantitySize, rateSize } from '../text/values.ts';
import {
  dateFields,
  decimalFields,
  type FieldKind,
  fieldsOf,
  mappingFields,
  requiredFields,
  roleFields,
  sourceFields,
} from './fields.ts';

/** Makes a row of one JSON value, or says for each field what is wrong with it. */
export function rowOf(value: unknown, line: number, normaliser: Normaliser): Read {
  if (!isObject(value)) {
    const message = 'each line is one JSON object, such as {"record":"account","code":"512000"}';
    return { line, faults: [{ field: '', value: shown(value), code: 'file_format', message }] };
  }

  const record = value['record'];
  if (typeof record !== 'string' || !Object.hasOwn(fieldsOf, record)) {
    const known = Object.keys(fieldsOf).join(', ');
    const message = `record must be one of ${known}`;
    return { line, faults: [{ field: 'record', value: shown(record), code: 'file_format', message }] };
  }

  const kind = record as Row['record'];
  const row: Record<string, unknown> = { record, row: line };
  const faults: RowFault[] = [];

  for (const key of Object.keys(value)) {
    const given = value[key];
    if (key === 'record' || key === 'row' || given === null || given === '') continue;
    if (rejectColumns.includes(key)) continue;

    const fault = put(row, key, given, fieldsOf[kind], normaliser);
    if (fault) faults.push({ field: key, value: shown(given), ...fault });
  }

  for (const key of requiredFields[kind]) {
    if (row[key] !== undefined || faults.some((fault) => fault.field === key)) continue;
    faults.push({ field: key, value: '', code: 'invalid_request', message: `a ${record} needs ${key}` });
  }

  if (faults.length === 0) return { line, row: row as unknown as Row };
  const entry = value['entry'];
  return { line, ...(typeof entry === 'string' ? { entry } : {}), faults };
}

type Fault = { code: string; message: string };

function put(
  row: Record<string, unknown>,
  key: string,
  given: unknown,
  fields: Readonly<Record<string, FieldKind>>,
  normaliser: Normaliser,
): Fault | undefined {
  const kind = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (kind === undefined) {
    const near = nearest(key, Object.keys(fields));
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    return { code: 'column_unknown', message: `unknown field${hint}` };
  }

  if (kind === 'text') return putText(row, key, given, normaliser);

  const right = accepts(kind, given);
  if (!right) return { code: 'invalid_request', message: `must be ${words[kind]}` };

  row[key] = kind === 'texts' ? textsOf(given as Record<string, string>, normaliser) : given;
  return undefined;
}

const words: Record<FieldKind, string> = {
  text: 'a text',
  integer: 'a whole number, not negative',
  boolean: 'true or false',
  texts: 'an object of texts',
  roles: `a list of objects with ${roleFields.join(', ')}`,
  mappings: `a list of objects with ${mappingFields.join(', ')}`,
  source: `an object with ${sourceFields.join(', ')}`,
};

function putText(
  row: Record<string, unknown>,
  key: string,
  given: unknown,
  normaliser: Normaliser,
): Fault | undefined {
  if (typeof given !== 'string') {
    const why =
      typeof given === 'number' ? 'must be a text: a JSON number can lose decimals' : 'must be a text';
    return { code: 'invalid_request', message: why };
  }

  const text = normaliser.text(given);
  if (text === '') return undefined;
  if (text.includes('\0')) return { code: 'file_format', message: 'holds a NUL character, which is no text' };

  if (decimalFields.has(key)) {
    const size = key === 'rate' ? rateSize : key === 'quantity' ? quantitySize : undefined;
    const parsed = parseDecimal(text, '.', normaliser, size);
    if ('code' in parsed) return { ...parsed, message: parsed.message.replace('; try --decimal ,', '') };
  }

  if (dateFields.has(key)) {
    const parsed = parseDate(text, undefined);
    if ('code' in parsed) return { ...parsed, message: parsed.message.replace(/: try --date-format.*$/, '') };
  }

  row[key] = text;
  return undefined;
}

function accepts(kind: Exclude<FieldKind, 'text'>, given: unknown): boolean {
  if (kind === 'integer')
    return Number.isInteger(given) && (given as number) >= 0 && (given as number) < 1000;
  if (kind === 'boolean') return typeof given === 'boolean';
  if (kind === 'texts') return isObject(given) && Object.values(given).every(isText);
  if (kind === 'source') return isObject(given) && textsUnder(given, sourceFields);
  if (!Array.isArray(given)) return false;
  if (kind === 'mappings')
    return given.every(
      (one) =>
        isObject(one) && mappingFields.every((name) => isText(one[name])) && textsUnder(one, mappingFields),
    );
  return given.every((role) => isObject(role) && isText(role['role']) && textsUnder(role, roleFields));
}

function textsUnder(given: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.entries(given).every(([name, value]) => names.includes(name) && isText(value));
}

function textsOf(given: Record<string, string>, normaliser: Normaliser): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, normaliser.text(text)]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
