import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import {
  type CellTable,
  cellTable,
  type FieldSource,
  FormatError,
  type Mapping,
  type MappingError,
} from '@erp/ledger';
import { type Failure, UsageError } from '../failure.ts';
import { readInput } from '../input.ts';
import { nearest } from '../nearest.ts';
import type { Resource, UsedMapping } from '../transfer/reading-options.ts';
import { type Mistake, mistakesFailure } from '../yaml-file/mistakes.ts';
import type {
  MappingFile,
  ResourceMapping,
  SourceObject,
  TableSource,
  WrittenSource,
} from './mapping-file.ts';
import { type ParsedMapping, parseMapping } from './parse-mapping.ts';

export interface LoadedMapping extends UsedMapping {
  /** What a file does not fit, as a failure with the places in the mapping. */
  failureOf(error: MappingError, source: string): Failure;
}

/**
 * Loads the mapping of one resource from a file with those of several.
 *
 * @throws Failure with every mistake, each with line and column; UsageError when there is no mapping of this resource
 */
export async function loadMapping(path: string, resource: Resource): Promise<LoadedMapping> {
  const parsed = parseMapping(await readInput(path, '--mapping'), path);
  const written = parsed.content[resource];
  if (!written) throw noSuchResource(path, resource, parsed.content);

  const mistakes: Mistake[] = [];
  const tables = await tablesOf(parsed, mistakes);
  const mapping = mappingOf(written, tables, { parsed, resource, mistakes });
  if (mistakes.length > 0) throw mistakesFailure(path, 'usage', mistakes);

  const { thousands: _, ...reading } = written.file ?? {};
  return {
    file: resolve(path),
    sha256: createHash('sha256')
      .update(JSON.stringify(sorted({ mapping, reading })))
      .digest('hex'),
    mapping,
    reading,
    failureOf: (error, source) =>
      mistakesFailure(
        path,
        error.code,
        error.faults.map(({ path: steps, message }) =>
          parsed.mistakeAt([resource, ...asWritten(steps, written)], `${basename(source)}: ${message}`),
        ),
        { hint: error.hint },
      ),
  };
}

function noSuchResource(path: string, resource: Resource, content: MappingFile): UsageError {
  const names = Object.keys(content).filter((name) => name !== 'tables');
  return new UsageError(
    `${basename(path)} has no mapping for ${resource}, only for ${names.join(', ')}`,
    null,
    ['Each resource has a part of its own, under its name.'],
  );
}

/** `columns` of a field is `column`, or nothing at all, where the file writes it in short. */
function asWritten(path: readonly (string | number)[], { fields }: ResourceMapping): (string | number)[] {
  return path.flatMap((step, at) => {
    if (path[0] !== 'fields' || at !== 2 || step !== 'columns') return [step];
    const source = fields[String(path[1])];
    return typeof source === 'object' && !Array.isArray(source) ? ['column'] : [];
  });
}

async function tablesOf({ path, content, mistakeAt }: ParsedMapping, mistakes: Mistake[]) {
  const tables = new Map<string, Readonly<Record<string, string>>>();

  for (const [name, source] of Object.entries(content.tables ?? {})) {
    try {
      tables.set(name, await rowsOf(source, path));
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      tables.set(name, {});
      mistakes.push(
        mistakeAt(['tables', name, ...(error.part === undefined ? [] : [error.part])], error.message),
      );
    }
  }
  return tables;
}

class TableError extends Error {
  readonly part: keyof TableSource | undefined;

  constructor(message: string, part?: keyof TableSource) {
    super(message);
    this.part = part;
  }
}

async function rowsOf(source: TableSource, mapping: string): Promise<Readonly<Record<string, string>>> {
  const { rows, file, key, value } = source;
  if (rows && file === undefined && key === undefined && value === undefined) return rows;
  if (rows || file === undefined || key === undefined || value === undefined) {
    throw new TableError('a table is either "rows", or "file" with "key" and "value"');
  }

  const table = cellsOf(await bytesOf(resolve(dirname(mapping), file), file), file);
  const keyAt = columnOf(table, key, file, 'key');
  const valueAt = columnOf(table, value, file, 'value');

  const found = new Map<string, string>();
  for (const { line, values } of table.records) {
    const name = (values[keyAt] ?? '').trim();
    const stands = (values[valueAt] ?? '').trim();
    const before = found.get(name);
    if (before !== undefined && before !== stands) {
      throw new TableError(`${file}:${line}: "${name}" stands for "${before}" and for "${stands}"`, 'file');
    }
    if (name !== '') found.set(name, stands);
  }
  return Object.fromEntries(found);
}

async function bytesOf(path: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
    throw new TableError(`cannot read ${file} (${reason})`, 'file');
  }
}

function cellsOf(bytes: Uint8Array, file: string): CellTable {
  try {
    return cellTable(bytes);
  } catch (error) {
    if (error instanceof FormatError) throw new TableError(`${file}: ${error.message}`, 'file');
    throw error;
  }
}

function columnOf({ header }: CellTable, name: string, file: string, part: 'key' | 'value'): number {
  const at = header.indexOf(name);
  if (at >= 0) return at;

  const near = nearest(name, header);
  throw new TableError(`${file} has no column "${name}"${near ? `; did you mean "${near}"?` : ''}`, part);
}

interface Place {
  readonly parsed: ParsedMapping;
  readonly resource: Resource;
  readonly mistakes: Mistake[];
}

type Tables = ReadonlyMap<string, Readonly<Record<string, string>>>;

function mappingOf(written: ResourceMapping, tables: Tables, place: Place): Mapping {
  const { fields, file, ignore, fillDown, leaveOut } = written;

  return {
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, source]) => [name, fieldOf(name, source, tables, place)]),
    ),
    ...(ignore === undefined ? {} : { ignore }),
    ...(fillDown === undefined ? {} : { fillDown }),
    ...(leaveOut === undefined ? {} : { leaveOut }),
    ...(file?.thousands === undefined ? {} : { thousands: file.thousands }),
  };
}

function fieldOf(name: string, source: WrittenSource, tables: Tables, place: Place): FieldSource {
  if (typeof source === 'string') return { columns: [source] };
  if (isList(source)) return { columns: source };

  const { column, table, values, ...rest } = source;
  const wrong = (part: string, message: string) => {
    place.mistakes.push(place.parsed.mistakeAt([place.resource, 'fields', name, part], message, 'key'));
  };
  checkParts(name, source, wrong);

  const found = table === undefined ? values : tables.get(table);
  if (table !== undefined && !found) {
    const near = nearest(table, tables.keys());
    wrong('table', `there is no table "${table}"${near ? `; did you mean ${near}?` : ' under "tables"'}`);
  }

  return {
    ...(column === undefined ? {} : { columns: isList(column) ? column : [column] }),
    ...(found === undefined ? {} : { values: found }),
    ...rest,
  };
}

/** What a schema cannot say in words that help. */
function checkParts(
  name: string,
  source: SourceObject,
  wrong: (part: string, message: string) => void,
): void {
  const { column, constant, join, after, before, values, table, unlisted, positive, sign } = source;

  if ((column === undefined) === (constant === undefined)) {
    wrong('constant', `${name} takes either a column or a constant`);
  }
  const needsColumn = { join, after, before, values, table, sign, default: source.default };
  for (const [part, value] of Object.entries(needsColumn)) {
    if (value !== undefined && constant !== undefined)
      wrong(part, `${part} needs a column, ${name} is a constant`);
  }
  if (join !== undefined && !isList(column)) wrong('join', 'join needs a list of columns');
  if (after === '') wrong('after', 'after is empty');
  if (before === '') wrong('before', 'before is empty');
  if (values && table !== undefined) wrong('table', `${name} takes either values or a table`);
  if (unlisted !== undefined && !values && table === undefined) {
    wrong('unlisted', 'unlisted says what becomes of a text that values or a table do not list');
  }
  if (positive !== undefined && sign) wrong('positive', 'the sign column says the side already');
  const both = sign?.debit.find((word) => sign.credit.includes(word));
  if (both !== undefined) wrong('sign', `"${both}" cannot be both sides`);
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

/** The same value with the keys of every object in order, so that equal ones have equal JSON. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;

  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
