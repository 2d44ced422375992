import { detectCodec, FormatError, type Reader, type ReadOptions, type Row, readers } from '@erp/ledger';
import { bytesOf, fileOf } from '../reading.ts';
import type { Parts } from '../workbooks.ts';
import { damagedArchive, isArchive, partsOfArchive } from './archive.ts';
import { damaged, invented } from './damage.ts';
import { type Random, randomFrom } from './random.ts';
import { samplesOf } from './samples.ts';

/** Which inputs of a format: the numbers `from` to `to`, without `to`, of a seed. Each can be made alone. */
export interface Inputs {
  readonly format: Reader['name'];
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** How many of the inputs were read to their end, refused as a whole, and had rows with faults. */
export interface Outcome {
  read: number;
  refused: number;
  faulty: number;
}

const resources: ReadOptions['resource'][] = [
  'accounts',
  'journals',
  'parties',
  'opening-balances',
  'entries',
];

interface Sample {
  readonly bytes: Uint8Array;
  readonly parts?: Parts;
}

/**
 * Reads damaged and invented files of a format. Each must be refused, or give rows and faults with their places, and its
 * rejects must make a file that can be read again.
 *
 * @throws Error that names the seed and the number of the input, with the input, when something else came of it
 */
export async function fuzz(inputs: Inputs, after?: (input: number) => void): Promise<Outcome> {
  const { format, seed, from, to } = inputs;
  const reader = readers[format];
  const samples = (await samplesOf(format)).map(
    (bytes): Sample => (isArchive(bytes) ? { bytes, parts: partsOfArchive(bytes) } : { bytes }),
  );
  const outcome: Outcome = { read: 0, refused: 0, faulty: 0 };

  for (let input = from; input < to; input += 1) {
    const random = randomFrom(seed * 1_000_003 + input);
    const bytes = inputOf(samples, random);
    try {
      outcome[await fate(reader, bytes, random)] += 1;
    } catch (error) {
      const shown = Buffer.from(bytes.subarray(0, 3_000)).toString('base64');
      const replay = `FUZZ_FORMAT=${format} FUZZ_SEED=${seed} FUZZ_FROM=${input} FUZZ_RUNS=1`;
      throw new Error(`${replay}: ${(error as Error).message}\n${shown}`, { cause: error });
    }
    after?.(input);
  }
  return outcome;
}

function inputOf(samples: readonly Sample[], random: Random): Uint8Array {
  const { bytes, parts } = samples[random(samples.length)] as Sample;
  if (random(16) === 0) return invented(bytes, random);
  return parts ? damagedArchive(bytes, parts, random) : damaged(bytes, random);
}

async function fate(
  reader: Reader,
  bytes: Uint8Array,
  random: Random,
): Promise<'read' | 'refused' | 'faulty'> {
  if (random(8) === 0) detectCodec(bytes.subarray(0, 65_536), 'file');
  const chosen = random(4) === 0 ? resources[random(resources.length)] : undefined;
  const resource = reader.resources?.[0] ?? chosen ?? 'ledger';
  const options: ReadOptions = { fileName: 'file', resource };
  const chunk = 1 + random(256) + Math.floor(bytes.length / 50);

  try {
    const rejects = await readWhole(reader, fileOf(bytes, chunk), options);
    if (!rejects) return 'read';
    // Those of a tree are a table.
    await readAgain(reader.rejectsExtension === 'csv' ? readers.csv : reader, rejects, options);
    return 'faulty';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    if (error.message === '') throw new Error('refused without a word', { cause: error });
    return 'refused';
  }
}

/** The rejects of a file, or nothing when all of it can be imported. */
async function readWhole(reader: Reader, open: ReturnType<typeof fileOf>, options: ReadOptions) {
  const reading = reader.read(open, options);
  const pieces: Uint8Array[] = [];
  const add = (piece: string | Uint8Array) => pieces.push(Buffer.from(piece));
  let form: ReturnType<Reader['rejects']> | undefined;

  for await (const read of reading.rows) {
    must(Number.isInteger(read.line) && read.line > 0, `a row at line ${read.line}`);
    if ('row' in read) {
      soundRow(read.row);
      continue;
    }

    must(read.faults.length > 0, `line ${read.line} is rejected for nothing`);
    for (const { code, message } of read.faults) {
      must(
        /^[a-z_]+$/.test(code) && message !== '',
        `line ${read.line} has a fault "${code}" that says "${message}"`,
      );
    }
    const columns = reading.columns();
    if (!form) {
      form = reader.rejects(reading.said());
      add(form.heading(columns));
    }
    const [first] = read.faults;
    add(form.line(columns, { row: read.line, field: '', code: '', message: '', ...first }));
  }

  JSON.stringify(reading.said());
  if (!form) return undefined;
  add(form.end());
  return bytesOf(
    (async function* () {
      yield* pieces;
    })(),
  );
}

async function readAgain(reader: Reader, rejects: Uint8Array, options: ReadOptions): Promise<void> {
  const reading = reader.read(fileOf(rejects), options);
  for await (const read of reading.rows) must(read.line > 0, 'a reject without a place');
}

const money = /^-?(0|[1-9]\d{0,14})(\.\d{1,8})?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A row has amounts and days as the contract has them, whatever the file wrote; the server looks at the rest. */
function soundRow(row: Row): void {
  for (const [field, value] of Object.entries(row)) {
    if (typeof value !== 'string') continue;
    if (/^(debit|credit|currencyDebit|currencyCredit)$/.test(field))
      must(money.test(value), `${field} "${value.slice(0, 50)}"`);
    if (/^(date|start|end|dueDate|documentDate)$/.test(field))
      must(day.test(value), `${field} "${value.slice(0, 50)}"`);
  }
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
