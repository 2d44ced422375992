import { open, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import {
  type CellTable,
  cellTable,
  codecs,
  detectCodec,
  FormatError,
  likelyResource,
  type Open,
  type Proposal,
  proposeMapping,
  type Read,
  type Reader,
  type ReadOptions,
  requireText,
  type SheetTable,
  sheetTable,
} from '@erp/ledger';
import type { LocalBody } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { Failure, UsageError } from '../../failure.ts';
import { askDoubts } from '../../mapping/ask-doubts.ts';
import { mappingText } from '../../mapping/write-mapping.ts';
import { formatFailure, noWorkbook } from '../../transfer/detect-format.ts';
import { type ReadingFlags, type Resource, readOptions, shellWord } from '../../transfer/reading-options.ts';
import { opener } from '../../transfer/source-file.ts';

interface MapFlags extends ReadingFlags {
  readonly resource?: Resource;
  readonly out?: string;
}

/** So much of a file is looked at. */
const SAMPLE = 1024 * 1024;

/** And so many rows of a sheet. */
const ROWS = 1_000;

/** Proposes a mapping from the heading and the first lines of a file, asks where it is unsure, and writes it. */
const mapFile: LocalBody<MapFlags, [string]> = async ({ terminal }, flags, path) => {
  const { table, open, reader } = await sourceOf(path, flags);
  const resource = flags.resource ?? likelyResource(table.header);
  const { file, ...rest } = proposeMapping(table, resource);
  const proposed = {
    ...rest,
    file: 'sheets' in table && table.sheets > 1 ? { ...file, sheet: table.sheet } : file,
  };
  const proposal = terminal.interactive ? await askDoubts(proposed, terminal) : proposed;

  const beside = join(dirname(path), `${basename(path, extname(path))}.map.yaml`);
  const out = flags.out ?? beside;
  const named = shellWord(out === '-' ? beside : out);
  const command = `erp import ${resource} ${shellWord(path)} --mapping ${named}`;
  const note = { source: basename(path), lines: table.records.length, command };
  const text = mappingText(proposal, note);
  for (const { field, message } of proposal.doubts) terminal.warn(`unsure, ${field}: ${message}`);
  if (out === '-') return { text };

  const options = optionsFor(proposal, path, flags);
  const sample = await sampleRows(reader.read(open, options).rows, table.records.length);
  await write(out, text);
  const used = Object.keys(proposal.fields).length;
  return {
    data: {
      file: out,
      resource,
      fields: Object.keys(proposal.fields),
      ignored: proposal.ignore,
      unsure: proposal.doubts.map(({ field, message, choices }) => ({
        ...{ field, message },
        choices: choices.map(({ label }) => label),
      })),
      sample,
    },
    message: [
      `✔ ${out}: ${resource}, ${used} fields, ${proposal.ignore.length} columns ignored, ${doubtWords(proposal)}`,
      `  ${sample.rows - sample.faulty} of ${sample.rows} sample rows can be read with it. Look it through, then:`,
      `  ${command} --check`,
    ].join('\n'),
  };
};

function doubtWords({ doubts }: Proposal): string {
  return doubts.length === 0 ? 'sure of all' : `unsure of ${doubts.map(({ field }) => field).join(', ')}`;
}

async function beginningOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(SAMPLE), 0, SAMPLE, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot read ${path} (${code === 'ENOENT' ? 'there is no such file' : message})`);
  }
}

interface Source {
  readonly table: CellTable | SheetTable;
  readonly reader: Reader;
  readonly open: Open;
}

/** The table to look at, and how what is proposed for it is tried. */
async function sourceOf(path: string, flags: MapFlags): Promise<Source> {
  const bytes = await beginningOf(path);
  const found = detectCodec(bytes, basename(path));
  try {
    if (found.codec.hasSheets && found.likely >= 0.5) {
      const open = opener(path);
      const table = await sheetTable(open, { fileName: basename(path), sheet: flags.sheet, rows: ROWS });
      return { table: usable(table), reader: found.codec, open };
    }

    async function* open() {
      yield bytes;
    }
    return { table: usable(textTable(bytes, path, flags)), reader: codecs.csv, open };
  } catch (error) {
    if (error instanceof FormatError) throw formatFailure(error, flags.resource ?? 'ledger', path);
    throw error;
  }
}

function textTable(bytes: Uint8Array, path: string, { delimiter, sheet }: MapFlags): CellTable {
  requireText(bytes, basename(path));
  if (sheet !== undefined) throw noWorkbook('csv', path);

  const sign = delimiter?.toLowerCase() === 'tab' ? '\t' : delimiter;
  return cellTable(bytes, { delimiter: sign, head: bytes.length === SAMPLE });
}

function usable<T extends CellTable>(table: T): T {
  if (table.header.length < 2)
    throw new FormatError('file_format', 'the first line is no heading of a table');
  if (table.records.length === 0) throw new FormatError('file_format', 'no line stands below the heading');
  return table;
}

function optionsFor(
  { resource, file, fields, ignore, fillDown, leaveOut }: Proposal,
  path: string,
  flags: ReadingFlags,
): ReadOptions {
  const { thousands, ...reading } = file;
  const mapping = {
    ...{ fields, ignore, leaveOut },
    ...(fillDown.length === 0 ? {} : { fillDown }),
    ...(thousands === undefined ? {} : { thousands }),
  };
  return readOptions(resource, basename(path), flags, { mapping, reading });
}

/** How the sample reads with the mapping that was made of it. */
async function sampleRows(
  reads: AsyncIterable<Read>,
  most: number,
): Promise<{ rows: number; faulty: number }> {
  const sample = { rows: 0, faulty: 0 };
  try {
    for await (const read of reads) {
      sample.rows += 1;
      if (!('row' in read)) sample.faulty += 1;
      if (sample.rows >= most) break;
    }
  } catch (error) {
    // The beginning of a longer file ends inside of a line; a field that is missing is among the doubts.
    if (!(error instanceof FormatError)) throw error;
  }
  return sample;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new UsageError(`cannot write ${path} (${message})`, '--out FILE');
    throw new Failure(`${path} is there already, and may have been worked on`, {
      code: 'conflict',
      exit: EXIT.conflict,
      actions: [{ label: 'Write elsewhere', command: '--out FILE, or --out - to print it' }],
    });
  }
}

export default mapFile;
