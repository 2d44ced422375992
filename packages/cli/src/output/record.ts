import { paint } from './colour.ts';
import { GAP, INDENT, type TableStyle, titleOf } from './table.ts';
import { printable, textWidth } from './text-width.ts';

/** Columns of a record where it is not for a terminal, which has its own. */
const WIDTH = 100;

/** A list of more objects than this is shown by its length. */
const LISTED = 3;

/**
 * One record, a field a line; fields without a value are left out. What is nested is shown as `street Rue 1 · city Paris`, a
 * long list of objects as its length with the command of `seeAlso` that shows it; the documents have it whole.
 */
export function renderRecord(
  record: object,
  style: TableStyle,
  seeAlso: Readonly<Record<string, string>> = {},
): string {
  const fields = Object.entries(record)
    .map(([key, value]) => [key, titleOf(key), partsOf(key, value, seeAlso[key])] as const)
    .filter(([, , lines]) => lines.length > 0);
  const widest = Math.max(0, ...fields.map(([, title]) => textWidth(title)));
  const start = INDENT + widest + GAP;

  return fields
    .map(([, title, lines]) => {
      const gap = ' '.repeat(widest - textWidth(title) + GAP);
      const text = lines.flatMap((parts) => wrapped(parts, (style.width ?? WIDTH) - start));
      return `${' '.repeat(INDENT)}${paint(style.colour, 'dim', title)}${gap}${text.join(`\n${' '.repeat(start)}`)}`;
    })
    .join('\n');
}

/** A value as lines of parts; a line is broken between parts only. None: there is nothing to show. */
function partsOf(key: string, value: unknown, more: string | undefined): string[][] {
  if (!isNested(value)) return isEmpty(value) ? [] : [[printable(String(value))]];
  if (!Array.isArray(value)) return lineOf(leavesOf(value));

  if (value.every((item) => !isNested(item))) {
    const words = value.filter((item) => !isEmpty(item)).map((item) => printable(String(item)));
    return lineOf(words.map((word, at) => (at < words.length - 1 ? `${word},` : word)));
  }
  if (value.length <= LISTED && more === undefined) return value.flatMap((item) => lineOf(leavesOf(item)));

  return [[lengthOf(key, value), ...(more === undefined ? [] : [`: ${more}`])].join('')].map((text) => [
    text,
  ]);
}

/** `street Rue 1 ·`, `city Paris`: every value with the path to it. */
function leavesOf(value: unknown): string[] {
  const leaves = leaf('', value);
  return leaves.map((text, at) => (at < leaves.length - 1 ? `${text} ·` : text));
}

function leaf(path: string, value: unknown): string[] {
  if (isEmpty(value)) return [];
  if (!isNested(value)) return [[path, printable(String(value))].filter(Boolean).join(' ')];

  if (Array.isArray(value)) {
    const isWords = value.every((item) => !isNested(item));
    const text = isWords ? value.map((item) => printable(String(item))).join(', ') : String(value.length);
    return value.length === 0 ? [] : [`${path} ${text}`];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    leaf([path, printable(key)].filter(Boolean).join('.'), inner),
  );
}

/** `13 periods`, `4 bank accounts`. */
function lengthOf(key: string, { length }: readonly unknown[]): string {
  const noun = titleOf(key).toLowerCase();
  return `${length} ${length === 1 ? noun.replace(/s$/, '') : noun}`;
}

function lineOf(parts: string[]): string[][] {
  return parts.length === 0 ? [] : [parts];
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The parts on as few lines as they need; one that is wider than a line has one of its own. */
function wrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];

  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last} ${part}`;
    if (last !== undefined && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }

  return lines;
}
