import { type CellKind, type Column, knownColumns, type Resource } from '../csv/columns.ts';
import type { Mapping } from './mapping.ts';

/** Signed fields beside the canonical columns: `amount` is one of these itself. */
const signedFields: Readonly<Record<string, { debit: string; credit: string }>> = {
  amount: { debit: 'debit', credit: 'credit' },
  currency_amount: { debit: 'currency_debit', credit: 'currency_credit' },
};

/** The two columns that a signed field may be split into; undefined for every other field. */
export function sidesOf(field: string): { debit: string; credit: string } | undefined {
  return Object.hasOwn(signedFields, field) ? signedFields[field] : undefined;
}

/** Every field that a mapping of this resource may fill, beside `dim:<name>` and `extra:<name>`. */
export function mappableFields(resource: Resource): ReadonlyMap<string, Column> {
  const known = new Map(knownColumns(resource));
  if (known.has('currency_debit')) known.set('currency_amount', { key: 'currencyAmount', kind: 'money' });
  return known;
}

export function isLineResource(resource: Resource): boolean {
  return resource === 'ledger' || resource === 'entries';
}

/** What the columns that a mapping names hold, by their name in the file; text where only a piece of them is used. */
export function mappedKinds(mapping: Mapping, resource: Resource): Map<string, CellKind> {
  const fields = mappableFields(resource);
  const kinds = new Map<string, CellKind>();
  const others = Array.isArray(mapping.ignore) ? (mapping.ignore as readonly string[]) : [];
  const leftOut = (mapping.leaveOut ?? []).map(({ column }) => column);
  for (const name of [...others, ...(mapping.fillDown ?? []), ...leftOut]) kinds.set(name, 'text');

  for (const [field, { columns = [], sign, after, before }] of Object.entries(mapping.fields)) {
    const isWhole = columns.length === 1 && after === undefined && before === undefined;
    for (const name of columns) kinds.set(name, isWhole ? (fields.get(field)?.kind ?? 'text') : 'text');
    if (sign) kinds.set(sign.column, 'text');
  }
  return kinds;
}
