import { basename } from 'node:path';
import {
  codecs,
  csvShape,
  detectCodec,
  FormatError,
  MappingError,
  notText,
  type Reader,
  readers,
} from '@erp/ledger';
import { EXIT } from '../exits.ts';
import { type Action, Failure, UsageError } from '../failure.ts';
import type { LoadedMapping } from '../mapping/load-mapping.ts';
import {
  type Format,
  type MeaningFlags,
  type ReadingFlags,
  type Resource,
  readOptions,
  shellWord,
} from './reading-options.ts';
import { headOf, opener } from './source-file.ts';

/** Below this a format is a guess. */
const SURE = 0.5;

/**
 * The codec for a file: that of `--format`, else the one that its header tells. Looks at the first 64 KB, of a workbook for its
 * directory and sheets, and refuses what cannot be read at all, so that a wrong file, sheet or column is said before anything
 * is sent.
 */
export async function chooseCodec(
  resource: Resource,
  path: string,
  flags: ReadingFlags & MeaningFlags & { readonly format?: Format },
  mapping?: LoadedMapping,
): Promise<Reader> {
  const head = await headOf(path);
  const codec = flags.format ? readers[flags.format] : codecOf(resource, path, head, mapping !== undefined);
  if (mapping && !codec.takesMapping) throw notMappable(codec, path);
  if (codec.resources && !codec.resources.includes(resource)) throw onlyChart(codec, path, resource);
  if (flags.sheet !== undefined && !codec.hasSheets) throw noWorkbook(codec.name, path);
  const other = otherFormat(codec, head, resource, path);
  if (other && codec.name === 'jsonl') throw other;

  async function* open() {
    yield head;
  }
  try {
    const source = codec.hasSheets ? opener(path) : open;
    const { rows } = codec.read(source, readOptions(resource, basename(path), flags, mapping));
    const first = rows[Symbol.asyncIterator]();
    await first.next();
    await first.return?.();
  } catch (error) {
    if (error instanceof MappingError && mapping) throw mapping.failureOf(error, path);
    // The head of a longer file ends inside a line.
    if (!(error instanceof FormatError) || (error.code === 'file_truncated' && !codec.hasSheets))
      return codec;
    const failure = formatFailure(error, resource, path);
    throw other && failure.actions.length === 0 ? other : failure;
  }

  return codec;
}

function onlyChart({ name, resources = [] }: Reader, path: string, resource: Resource): Failure {
  const what = resources.join(', ');
  return new Failure(`${basename(path)} is a chart of accounts (${name}), it holds no ${resource}`, {
    code: 'file_format',
    exit: EXIT.usage,
    actions: [{ label: 'Try', command: `erp import ${what} ${shellWord(path)}` }],
  });
}

function notMappable({ name }: Reader, path: string): Failure {
  return new UsageError(
    `--mapping is for files with columns of their own, ${basename(path)} is ${name.toUpperCase()}`,
    null,
    ['Its columns are fixed: leave --mapping out.'],
  );
}

export function noWorkbook(name: Format, path: string): Failure {
  return new UsageError(`--sheet is for workbooks, ${basename(path)} is ${name.toUpperCase()}`, null, [
    'It is one table: leave --sheet out.',
  ]);
}

function codecOf(resource: Resource, path: string, head: Uint8Array, isMapped: boolean): Reader {
  const found = detectCodec(head, basename(path));
  const isChart = found.codec.resources !== undefined;
  if (found.likely >= SURE && !(isMapped && isChart)) return found.codec;

  // A mapping gives names to whatever columns there are.
  if (isMapped && notText(head) === undefined) return codecs.csv;

  // A header with one known column, a file named so and what is no table at all are taken for CSV: its reader says what is
  // wrong with it.
  const isCsv = found.codec.name === 'csv' && (csvShape(head, resource).known > 0 || /\.csv$/i.test(path));
  if (isCsv || head.every((byte) => byte <= 32) || notText(head) !== undefined) return codecs.csv;

  const names = Object.values(readers).flatMap((reader) =>
    reader.resources === undefined || reader.resources.includes(resource) ? [reader.name] : [],
  );
  throw new Failure(`${basename(path)} is of no format that can be read: ${names.join(', ')}`, {
    code: 'file_format',
    exit: EXIT.usage,
    lines: [`As ${found.codec.name}: ${found.reason}.`],
    actions: [
      { label: 'See what is expected', command: `erp import template ${resource}` },
      {
        label: 'Or say what it is',
        command: `erp import ${resource} ${shellWord(path)} --format csv --delimiter ";"`,
      },
    ],
  });
}

/** The refusal of a file that is surely of another format than the one that was named; undefined when it may be of it. */
function otherFormat(codec: Reader, head: Uint8Array, resource: Resource, path: string): Failure | undefined {
  const name = basename(path);
  const found = detectCodec(head, name);
  if (found.codec.name === codec.name || found.likely < SURE) return undefined;

  return new Failure(
    `${name} does not look like ${codec.name.toUpperCase()}: ${codec.detect(head, name).reason}`,
    {
      code: 'file_format',
      exit: EXIT.usage,
      lines: [`It looks like ${found.codec.name.toUpperCase()} (${found.reason}).`],
      actions: [
        {
          label: 'Try',
          command: `erp import ${resource} ${shellWord(path)} --format ${found.codec.name}`,
        },
      ],
    },
  );
}

/** What a codec refuses as a failure: exit 2, but for a file that was cut, which is 1. */
export function formatFailure(error: FormatError, resource: Resource, path: string): Failure {
  const name = basename(path);
  const [words = '', flags] = (error.hint ?? '').split('\nTry:  ');
  const actions: Action[] = flags
    ? [{ label: 'Try', command: `erp import ${resource} ${shellWord(path)} ${flags}` }]
    : [];

  return new Failure(error.message.includes(name) ? error.message : `${name}: ${error.message}`, {
    code: error.code,
    exit: error.code === 'file_truncated' ? EXIT.failed : EXIT.usage,
    lines: words === '' ? [] : [words],
    actions,
    ...(actions.length === 0 && words !== '' ? { hint: words } : {}),
    cause: error,
  });
}
