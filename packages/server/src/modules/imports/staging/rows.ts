import { type LineRow, type Row, rowSchemas } from '@erp/ledger';
import { readDocument } from '../../../contract/document.ts';
import { type Check, createValidators } from '../../../contract/validate.ts';
import type { Fault } from '../../../kernel/problem.ts';
import { tidy } from '../../../kernel/text.ts';

/** What is wrong with a row, as a reject says it. */
export interface RowFault {
  field: string | null;
  value: string | null;
  code: string;
  message: string;
}

export type RecordRow = Exclude<Row, LineRow>;

interface Checks {
  /** One for each record: `oneOf` over all would try them all. */
  ofRecord: ReadonlyMap<string, Check>;
  /** One for each field of a line. */
  ofLine: ReadonlyMap<string, Check>;
}

let checks: Checks | undefined;

/** Compiled from the contract when the first part arrives. */
function checksOfRows(): Checks {
  if (!checks) {
    const document = readDocument();
    const validators = createValidators(document);
    const compiled = (path: string) => validators.compile({ $ref: `#/components/schemas/${path}` }, 'body');
    const line = document.components['schemas']?.['ImportLineRow'] as { properties: object };
    const fields = Object.keys(line.properties);
    checks = {
      ofRecord: new Map(Object.entries(rowSchemas).map(([record, name]) => [record, compiled(name)])),
      ofLine: new Map(fields.map((field) => [field, compiled(`ImportLineRow/properties/${field}`)])),
    };
  }
  return checks;
}

/** Different values of a field that are remembered: days, journals and accounts come again, numbers and texts hardly. */
const rememberedAtMost = 1000;

/**
 * Checks the rows of one part. A line is flat, and each of its fields stands by itself, so what was found sound in one line is
 * so in the next: half the cost of a part was to check the same days and codes again.
 */
export class RowCheck {
  readonly #checks = checksOfRows();
  readonly #sound = new Map<string, Set<unknown>>();

  /** A row as the contract wants it, its texts trimmed and NFC, or everything that is wrong with it. */
  check(value: unknown): { row: Row } | { faults: RowFault[]; given: Record<string, unknown> } {
    const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const record = given['record'];
    if (record === 'line' && this.#isSoundLine(given)) return { row: given as unknown as LineRow };

    const check = typeof record === 'string' ? this.#checks.ofRecord.get(record) : undefined;
    if (!check) {
      const message = `record is one of ${Object.keys(rowSchemas).join(', ')}`;
      return { faults: [{ field: 'record', value: shown(record), code: 'invalid_request', message }], given };
    }

    tidy(given);
    const faults = check(given);
    if (faults.length === 0) return { row: given as unknown as Row };
    return { faults: faults.map((fault) => rowFault(fault, given)), given };
  }

  /** Tidies the texts of a line and says whether each field is sound. */
  #isSoundLine(given: Record<string, unknown>): boolean {
    if (given['entry'] === undefined) return false;
    for (const field in given) {
      const value = given[field];
      const sound = this.#soundOf(field);
      if (sound.has(value)) continue;

      const stored = tidy(value);
      if (stored !== value) given[field] = stored;
      const check = this.#checks.ofLine.get(field);
      if (check === undefined || check(stored, true).length > 0) return false;
      if (typeof stored !== 'object' && sound.size < rememberedAtMost) sound.add(stored);
    }
    return true;
  }

  #soundOf(field: string): Set<unknown> {
    let sound = this.#sound.get(field);
    if (!sound) {
      sound = new Set();
      this.#sound.set(field, sound);
    }
    return sound;
  }
}

function rowFault({ pointer, code, message }: Fault, given: Record<string, unknown>): RowFault {
  const path = pointer.split('/').slice(1);
  let value: unknown = given;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return { field: path.join('/') || null, value: shown(value), code, message };
}

/** A fault of one field of a row. */
export const faultOf = (field: string, value: unknown, code: string, message: string): RowFault => ({
  field,
  value: shown(value),
  code,
  message,
});

/** A value as a reject shows it, cut where it is longer than anybody reads. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 255);
}
