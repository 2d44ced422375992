import type { Reading } from '@erp/ledger';
import type { Format } from './reading-options.ts';

/** Why a line is in a rejects file; all empty but `row` for a sound line of a rejected entry. */
export interface Reason {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

type Columns = ReturnType<Reading['columns']>;

/** How a rejects file is written: the source's own form, with the reasons behind. */
export interface RejectForm {
  /** Empty for a format without a heading. */
  heading(columns: Columns): string;
  line(columns: Columns, reason: Reason): string;
}

const REASON_COLUMNS: readonly string[] = ['_row', '_field', '_code', '_message'];

/** `delimiter`: the one that the source was read with. */
export function rejectForm(format: Format, delimiter: string): RejectForm {
  if (format === 'jsonl') return jsonForm;
  return format === 'fec'
    ? cellForm(delimiter, oneLine, '\r\n')
    : cellForm(delimiter, quotedFor(delimiter), '\n');
}

/**
 * Lines of cells. Reasons of an earlier rejects file are dropped; a line of the wrong width keeps it, so that it stays wrong
 * until somebody has mended it.
 */
function cellForm(delimiter: string, cell: (text: string) => string, end: string): RejectForm {
  const written = (cells: readonly string[]) => cells.map(cell).join(delimiter) + end;

  return {
    heading: ({ header }) => written([...ownOf(header, header), ...REASON_COLUMNS]),
    line: ({ header, values }, { row, field, code, message }) =>
      written([...ownOf(header, values), String(row), field, code, message]),
  };
}

/** The cells of the source's own columns; an empty last one, which a delimiter at the end of each line makes, is none. */
function ownOf(header: readonly string[], values: readonly string[]): string[] {
  const own = values.filter((_, at) => !REASON_COLUMNS.includes(header[at]?.toLowerCase() ?? ''));
  const named = header.filter((name) => !REASON_COLUMNS.includes(name.toLowerCase()));
  const width = named.at(-1) === '' ? named.length - 1 : named.length;

  return own.length === width + 1 && own.at(-1) === '' ? own.slice(0, -1) : own;
}

function quotedFor(delimiter: string): (text: string) => string {
  return (text) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A FEC has no quotes: what would cut a reason in two becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\t|\r\n]/g, ' ');
}

/** JSON Lines: the object as it stands, with the reasons as its last keys. */
const jsonForm: RejectForm = {
  heading: () => '',

  line({ values }, { row, field, code, message }) {
    const text = (values[0] ?? '').trim();
    const reasons = JSON.stringify({ _row: row, _field: field, _code: code, _message: message });
    if (!text.endsWith('}')) return `${text}\n`;

    const body = withoutReasons(text).replace(/\s*\}$/, '');
    return `${body}${/^\{\s*$/.test(body) ? '' : ','}${reasons.slice(1)}\n`;
  },
};

/** Without the reasons of an earlier rejects file; anything that is not JSON stays as it is. */
function withoutReasons(text: string): string {
  if (!text.includes('"_row"')) return text;

  try {
    const own = Object.entries(JSON.parse(text) as object).filter(([key]) => !REASON_COLUMNS.includes(key));
    return JSON.stringify(Object.fromEntries(own));
  } catch {
    return text;
  }
}
