import type { Row } from '../../records/rows.ts';
import { FormatError, type Open, type Read, type Reading, type ReadOptions } from '../codec.ts';
import { decodeText, readHead, requireText } from '../text/encoding.ts';
import { mapBatches } from '../text/iterate.ts';
import { readRecords, type TextRecord } from '../text/records.ts';
import { Normaliser } from '../text/values.ts';
import { fieldsOf } from './fields.ts';
import { rowOf } from './rows.ts';

/** Reads JSON Lines: UTF-8, one row of `records/rows.ts` a line. */
export function readJsonl(open: Open, options: ReadOptions): Reading {
  const normaliser = new Normaliser();
  let rows = 0;
  let text = '';

  async function* batches(): AsyncGenerator<TextRecord[]> {
    requireText(await readHead(open), options.fileName);
    yield* readRecords(decodeText(open, 'utf-8'), { delimiter: undefined, quotes: false });
  }

  function read(record: TextRecord): Read | undefined {
    text = record.values[0] ?? '';
    if (text.trim() === '' && !record.fault) return undefined;

    rows += 1;
    const read = readRecord(record, text, normaliser);
    return 'row' in read ? read : { ...read, ...recordOf(text) };
  }

  return {
    rows: mapBatches(batches(), read),
    columns: () => ({ header: ['json'], values: [text] }),
    said: () => ({
      format: 'jsonl',
      encoding: 'utf-8',
      rows,
      normalised: normaliser.counts,
      accountKinds: {},
      notStored: {},
      warnings: [],
    }),
  };
}

/** What a line that could not be read was meant to be. */
function recordOf(text: string): { record?: Row['record'] } {
  const record = /"record"\s*:\s*"([A-Za-z]+)"/.exec(text)?.[1] ?? '';
  return Object.hasOwn(fieldsOf, record) ? { record: record as Row['record'] } : {};
}

function readRecord(record: TextRecord, text: string, normaliser: Normaliser): Read {
  const { line } = record;
  if (record.fault)
    return { line, faults: [{ field: '', value: '', code: 'file_format', message: record.fault }] };

  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!record.ended) {
      const message = `line ${line}: the file ends inside a line`;
      throw new FormatError('file_truncated', message, 'Ask for the file again; nothing of it was written.');
    }

    const reason = error instanceof Error ? error.message : String(error);
    const message = `not JSON: ${reason}`;
    return { line, faults: [{ field: '', value: text.slice(0, 100), code: 'file_format', message }] };
  }

  return rowOf(value, line, normaliser);
}
