import type { LineRow, Row } from '@erp/ledger';
import { readDocument } from '../../contract/document.ts';
import { type Check, createValidators } from '../../contract/validate.ts';
import type { Fault } from '../../kernel/problem.ts';
import { tidyText } from '../../kernel/text.ts';

/** What is wrong with a row, as a reject says it. */
export interface RowFault {
  field: string | null;
  value: string | null;
  code: string;
  message: string;
}

export type RecordRow = Exclude<Row, LineRow>;

const schemas: Record<Row['record'], string> = {
  line: 'ImportLineRow',
  account: 'ImportAccountRow',
  journal: 'ImportJournalRow',
  party: 'ImportPartyRow',
  year: 'ImportYearRow',
  dimension: 'ImportDimensionRow',
  dimensionValue: 'ImportDimensionValueRow',
  balance: 'ImportBalanceRow',
  currency: 'ImportCurrencyRow',
};

let checks: Record<string, Check> | undefined;

/** Compiled from the contract when the first part arrives, one for each record: `oneOf` over all would try them all. */
function checksOfRows(): Record<string, Check> {
  if (!checks) {
    const validators = createValidators(readDocument());
    checks = Object.fromEntries(
      Object.entries(schemas).map(([record, name]) => [
        record,
        validators.compile({ $ref: `#/components/schemas/${name}` }, 'body'),
      ]),
    );
  }
  return checks;
}

/** A row as the contract wants it, its texts trimmed and NFC, or everything that is wrong with it. */
export function checkRow(
  value: unknown,
): { row: Row } | { faults: RowFault[]; given: Record<string, unknown> } {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const record = given['record'];
  const check =
    typeof record === 'string' && Object.hasOwn(schemas, record) ? checksOfRows()[record] : undefined;
  if (!check) {
    const message = `record is one of ${Object.keys(schemas).join(', ')}`;
    return { faults: [{ field: 'record', value: shown(record), code: 'invalid_request', message }], given };
  }

  tidyTexts(given);
  const faults = check(given);
  if (faults.length === 0) return { row: given as unknown as Row };
  return { faults: faults.map((fault) => rowFault(fault, given)), given };
}

/** Text as it is stored, also in the objects of a row. */
function tidyTexts(row: Record<string, unknown>): void {
  for (const key in row) {
    const value = row[key];
    if (typeof value === 'string') {
      const tidy = tidyText(value);
      if (tidy !== value) row[key] = tidy;
    } else if (typeof value === 'object' && value !== null) tidyTexts(value as Record<string, unknown>);
  }
}

function rowFault({ pointer, code, message }: Fault, given: Record<string, unknown>): RowFault {
  const path = pointer.split('/').slice(1);
  let value: unknown = given;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return { field: path.join('/') || null, value: shown(value), code, message };
}

/** A value as a reject shows it, cut where it is longer than anybody reads. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 255);
}
