import type { Channel } from '../channel.ts';
import { UsageError } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { csvHeader, csvRow } from './csv.ts';
import { renderRecord } from './record.ts';
import { type Column, type Result, valueAt } from './result.ts';
import { renderTable } from './table.ts';
import { printable } from './text-width.ts';
import { toYaml } from './yaml.ts';

/**
 * Prints a result to stdout. Documents are written whole or not at all; jsonl and csv are written row by row, so that a
 * long list needs no memory. `chosen` are the keys of `--columns`.
 */
export async function print(
  result: Result,
  channel: Channel,
  chosen: readonly string[] | null,
): Promise<void> {
  if (result.written) {
    if (result.message !== undefined && !channel.quiet) say(result.message);
    return;
  }
  if (result.text !== undefined && !(channel.explicit && isDocument(channel))) {
    await write(result.text.endsWith('\n') ? result.text : `${result.text}\n`);
    return;
  }

  switch (channel.format) {
    case 'json':
      return write(`${JSON.stringify(await documentOf(result, chosen), null, 2)}\n`);
    case 'yaml':
      return write(toYaml(await documentOf(result, chosen)));
    case 'jsonl':
      return printLines(result, chosen);
    case 'csv':
      return printCsv(result, chosen);
    case 'table':
      return printTable(result, channel, chosen);
  }
}

/** Writes to stdout and waits while the reader is slower. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

function isDocument({ format }: Channel): boolean {
  return format === 'json' || format === 'yaml' || format === 'jsonl';
}

async function documentOf(result: Result, chosen: readonly string[] | null): Promise<unknown> {
  if (result.text !== undefined) return { text: result.text };

  const data = result.data === undefined ? await collect(result.rows ?? []) : result.data;
  if (!chosen) return data;

  if (!Array.isArray(data)) return pick(data as object, chosen);

  checkColumns(data, chosen, result.columns);
  return data.map((row: object) => pick(row, chosen));
}

async function printLines(result: Result, chosen: readonly string[] | null): Promise<void> {
  for await (const row of rowsOf(result)) {
    await write(`${JSON.stringify(chosen ? pick(row, chosen) : row)}\n`);
  }
}

async function printCsv(whole: Result, chosen: readonly string[] | null): Promise<void> {
  const result = whole.table ?? whole;
  let columns = chosen?.map((key): Column => ({ key })) ?? result.columns;

  if (!columns) {
    const rows = await collect(rowsOf(result));
    columns = keysOf(rows).map((key) => ({ key }));
    await write(csvHeader(columns) + rows.map((row) => csvRow(row, columns ?? [])).join(''));
    return;
  }

  await write(csvHeader(columns));
  for await (const row of rowsOf(result)) await write(csvRow(row, columns));
}

async function printTable(
  result: Result & { readonly title?: string },
  channel: Channel,
  chosen: readonly string[] | null,
): Promise<void> {
  if (result.table) return printTable(result.table, channel, chosen);
  if (result.message !== undefined && !chosen) return write(`${result.message}\n`);

  const style = { colour: channel.colour.stdout, width: process.stdout.columns };
  if (result.lead) await write(`${result.lead}\n\n`);
  if (result.title !== undefined) await write(`${printable(result.title)}\n`);
  if (result.rows === undefined && !chosen && !Array.isArray(result.data)) {
    return write(`${renderRecord((result.data ?? {}) as object, style, result.seeAlso)}\n`);
  }

  const rows = await collect(rowsOf(result));
  if (chosen) checkColumns(rows, chosen, result.columns);
  if (rows.length === 0 && !result.totals) return channel.quiet ? undefined : void say('(none)');

  const columns = columnsOf(rows, chosen, result.columns);
  await write(`${renderTable(rows, columns, result.totals, style)}\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function columnsOf(
  rows: readonly object[],
  chosen: readonly string[] | null,
  declared: readonly Column[] | undefined,
): readonly Column[] {
  const keys = chosen ?? declared?.map(({ key }) => key) ?? keysOf(rows);
  return keys.map((key) => declared?.find((column) => column.key === key) ?? { key });
}

function rowsOf(result: Result): Iterable<object> | AsyncIterable<object> {
  if (result.rows) return result.rows;
  if (Array.isArray(result.data)) return result.data as object[];

  return [result.text === undefined ? ((result.data ?? {}) as object) : { text: result.text }];
}

async function collect(rows: Iterable<object> | AsyncIterable<object>): Promise<object[]> {
  const all: object[] = [];
  for await (const row of rows) all.push(row);

  return all;
}

function keysOf(rows: readonly object[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function pick(row: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, valueAt(row, key) ?? null]));
}

/** A column that no row has is a mistake of the command line, not an empty column. */
function checkColumns(
  rows: readonly object[],
  chosen: readonly string[],
  declared: readonly Column[] | undefined,
): void {
  if (rows.length === 0) return;

  const known = [...new Set([...(declared?.map(({ key }) => key) ?? []), ...keysOf(rows)])];
  const unknown = chosen.find(
    (key) => !known.includes(key) && rows.every((row) => valueAt(row, key) === undefined),
  );
  if (unknown === undefined) return;

  const meant = nearest(unknown, known);
  throw new UsageError(
    `--columns: there is no column "${unknown}"${meant ? `; did you mean ${meant}?` : ''}`,
    `--columns ${known.slice(0, 3).join(',')}`,
    [`Columns: ${known.join(', ')}`],
  );
}
