import { FormatError } from '../codec.ts';
import { csvInstead } from '../csv/index.ts';
import { headText } from '../text/encoding.ts';
import { rejectColumns } from '../text/reject-columns.ts';

/** The columns of article A47 A-1, in the order of the law. */
export const fecColumns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

/** Columns that may stand instead of Debit and Credit. */
const signedColumns = ['Montant', 'Sens'] as const;

export type FecColumn = (typeof fecColumns)[number] | (typeof signedColumns)[number];

/** Where each column stands in a file; names are compared without regard to case (`MontantDevise` is seen). */
export interface FecPlan {
  header: readonly string[];
  at: ReadonlyMap<FecColumn, number>;
  /** Columns after the law's: cash books have DateRglt, ModeRglt, NatOp, IdClient; any other is kept alike. */
  extra: readonly { name: string; index: number }[];
  /** Columns of the law that the file has not. */
  missing: readonly string[];
  /** How many cells a line has. */
  width: number;
}

const byLowerCase = new Map([...fecColumns, ...signedColumns].map((name) => [name.toLowerCase(), name]));
const required: readonly FecColumn[] = ['JournalCode', 'EcritureNum', 'EcritureDate', 'CompteNum'];

/** The separator of a FEC is TAB or `|`; undefined when the first line has neither. */
export function fecSeparator(head: Uint8Array): '\t' | '|' | undefined {
  const first = firstLine(head);
  if (first.includes('\t')) return '\t';
  return first.includes('|') ? '|' : undefined;
}

function firstLine(head: Uint8Array): string {
  return /^[^\r\n]*/.exec(headText(head).trimStart())?.[0] ?? '';
}

/** How many of the law's columns the first line has when it is cut at `separator`. */
export function knownFecColumns(head: Uint8Array, separator: string): number {
  const names = firstLine(head)
    .split(separator)
    .map((name) => name.trim().toLowerCase());
  return fecColumns.filter((name) => names.includes(name.toLowerCase())).length;
}

/** @throws FormatError when the first line is not that of a FEC; says what the file looks like instead. */
export function requireFec(head: Uint8Array, fileName: string, separator: string | undefined): void {
  const first = firstLine(head);

  if (separator === undefined) {
    const other = [';', ','].find((candidate) => knownFecColumns(head, candidate) >= 15);
    if (other !== undefined) {
      throw new FormatError(
        'file_format',
        `${fileName} has the columns of a FEC, separated by "${other}": a FEC is separated by TAB or |`,
        `Read it all the same with --delimiter "${other}"; the tax office refuses such a file.`,
      );
    }
  }

  const columnOne = (first.split(/[\t|;,]/)[0] ?? '').trim().replace(/^"|"$/g, '');
  if (columnOne.toLowerCase() === 'journalcode') return;

  const instead = csvInstead(head);
  throw new FormatError(
    'file_format',
    `${fileName} does not look like FEC: column 1 is "${columnOne.slice(0, 40)}", FEC starts with JournalCode`,
    instead && `${instead.words}\nTry:  ${instead.flags.join(' ')}`,
  );
}

/**
 * Plans the reading from the header and the first lines, which tell whether a separator ends each of them.
 *
 * @throws FormatError when a column is missing without which no line can be read, or stands twice.
 */
export function planFec(rawHeader: readonly string[], firstLines: readonly (readonly string[])[]): FecPlan {
  const header = rawHeader.map((name) => name.trim());
  const at = new Map<FecColumn, number>();
  const extra: { name: string; index: number }[] = [];

  for (const [index, name] of header.entries()) {
    const known = byLowerCase.get(name.toLowerCase());
    if (known && at.has(known)) throw new FormatError('file_format', `the header names ${name} twice`);
    if (known) at.set(known, index);
    else if (name !== '' && !rejectColumns.includes(name)) extra.push({ name, index });
  }

  const has = (name: FecColumn) => at.has(name);
  const lacking: string[] = required.filter((name) => !has(name));
  const sides = has('Debit') && has('Credit');
  if (!sides && !(has('Montant') && has('Sens'))) lacking.push('Debit and Credit, or Montant and Sens');

  if (lacking.length > 0) {
    throw new FormatError('file_format', `the header lacks ${lacking.join(', ')}`);
  }

  // One pair of columns holds the amounts; of a file with both, the law's own.
  for (const name of sides ? signedColumns : (['Debit', 'Credit'] as const)) {
    const index = at.get(name);
    if (index === undefined) continue;
    at.delete(name);
    extra.push({ name: header[index] ?? name, index });
  }

  const missing = fecColumns.filter((name) => !has(name) && !(name === 'Debit' || name === 'Credit'));
  return { header, at, extra, missing, width: widthOf(header, firstLines) };
}

/** The header's width, or one cell beside it when most lines end in a separator and the header does not, or the reverse. */
function widthOf(header: readonly string[], lines: readonly (readonly string[])[]): number {
  const named = header.at(-1) === '' ? header.length - 1 : header.length;
  const ended = lines.filter((line) => line.length === named + 1 && line.at(-1)?.trim() === '').length;
  const bare = lines.filter((line) => line.length === named).length;
  if (ended === bare) return header.length;
  return ended > bare ? named + 1 : named;
}
