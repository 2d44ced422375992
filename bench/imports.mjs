// An import through CLI and HTTP beside COPY of what it writes: from CSV, from JSONL, and with `--large` at five times the size
// and into a ledger that is already there.
import { createReadStream, createWriteStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeBooks } from '@erp/examples/books';
import { codecs, jsonlRow } from '@erp/ledger';
import { createErp } from '@erp/sdk';
import pg from 'pg';
import { copySeconds } from './copy.mjs';
import { childSeconds, cpuSeconds, erp, peakMegabytesOf, startServer } from './process.mjs';

/** Of the generated books, which have some three lines an entry. */
const million = 342_500;

/**
 * @typedef {object} Imported
 * @property {number} lines
 * @property {number} seconds
 * @property {number} copy seconds of COPY for the same rows; 0 where it was not asked for
 * @property {{ client: number, server: number, database: number }} cpu seconds
 * @property {number} clientPeak MB
 * @property {number} serverPeak MB
 */

/** @type {import('./bench.mjs').Section} */
export async function benchImports(postgres, createDatabase, home, { scale }) {
  const entries = Math.round(million * scale);
  const csv = join(home, 'million.csv');
  const { lines } = writeBooks(csv, { entries, seed: 7 });
  const jsonl = join(home, 'million.jsonl');
  await writeJsonl(csv, jsonl);

  const fromCsv = await inNewBooks(postgres, createDatabase, home, 'from_csv', async (books) =>
    books.importFile(csv, lines, true),
  );
  const fromJsonl = await inNewBooks(postgres, createDatabase, home, 'from_jsonl', async (books) =>
    books.importFile(jsonl, lines, true),
  );
  return [
    ...rowsOf('CSV', csv, fromCsv),
    {
      what: 'JSONL to CSV, each to its COPY',
      measured: x(fromJsonl.seconds / fromJsonl.copy, fromCsv.seconds / fromCsv.copy),
      aim: 'at most 1.2 x',
    },
    { what: 'JSONL to CSV, CPU', measured: x(sum(fromJsonl.cpu), sum(fromCsv.cpu)), aim: 'at most 1.2 x' },
  ];
}

/** @type {import('./bench.mjs').Section} */
export async function benchLargeImports(postgres, createDatabase, home, { scale }) {
  const large = join(home, 'large.csv');
  const small = join(home, 'small.csv');
  const first = writeBooks(large, { entries: Math.round(5 * million * scale), seed: 11 });
  const lines =
    writeBooks(small, { entries: Math.round(million * scale), seed: 7 }).lines - withoutOpening(small);

  const alone = await inNewBooks(postgres, createDatabase, home, 'small', async (books) =>
    books.importFile(small, lines, false),
  );
  return inNewBooks(postgres, createDatabase, home, 'large', async (books) => {
    const whole = await books.importFile(large, first.lines, true);
    const added = await books.importFile(small, lines, false);
    return [
      ...rowsOf('CSV', large, whole),
      {
        what: `${count(lines)} lines more into it, to the same into an empty ledger`,
        measured: x(added.seconds, alone.seconds),
        aim: 'at most 1.3 x',
      },
      { what: 'the same, CPU', measured: x(sum(added.cpu), sum(alone.cpu)), aim: 'at most 1.3 x' },
    ];
  });
}

/**
 * @param {string} format
 * @param {string} file
 * @param {Imported} imported
 * @returns {import('./table.mjs').Row[]}
 */
function rowsOf(format, file, { lines, seconds, copy, cpu, clientPeak, serverPeak }) {
  const us = (/** @type {number} */ n) => ((n / lines) * 1e6).toFixed(1);
  return [
    {
      what: `import of ${count(lines)} lines from ${format}, ${mb(statSync(file).size / 1e6)}`,
      measured: `${count(lines / seconds)} lines/s`,
      aim: '',
    },
    { what: 'to COPY of the finished entries and lines', measured: x(seconds, copy), aim: 'at most 2.5 x' },
    {
      what: 'CPU a line: client + server + database',
      measured: `${us(cpu.client)} + ${us(cpu.server)} + ${us(cpu.database)} us`,
      aim: '',
    },
    { what: 'peak memory of the client', measured: mb(clientPeak), aim: 'below 150 MB' },
    { what: 'peak memory of the server', measured: mb(serverPeak), aim: 'below 400 MB' },
  ];
}

/**
 * A tenant in a database and a server of its own, gone afterwards: what one import leaves in memory and on disk is not the
 * next one's.
 *
 * @template T
 * @param {{ pid: number }} postgres
 * @param {(name: string) => Promise<string>} createDatabase
 * @param {string} home
 * @param {string} name
 * @param {(books: { importFile: (file: string, lines: number, copied: boolean) => Promise<Imported> }) => Promise<T>} work
 */
async function inNewBooks(postgres, createDatabase, home, name, work) {
  const database = await createDatabase(name);
  const server = await startServer(['--database-url', database], home);
  const client = new pg.Client(database);
  await client.connect();
  const { url, apiKey } = server;
  const identity = { slug: 'books', name: 'Books', country: 'FR', baseCurrency: 'EUR', timezone: 'UTC' };
  const env = {
    ERP_URL: url,
    ERP_API_KEY: apiKey,
    ERP_TENANT: 'books',
    XDG_CONFIG_HOME: home,
    XDG_STATE_HOME: home,
  };

  try {
    await createErp({ baseUrl: url, auth: apiKey }).tenants.create({ ...identity, chart: 'international' });
    return await work({
      async importFile(file, lines, copied) {
        const before = {
          client: childSeconds(),
          server: cpuSeconds(server.pid),
          database: cpuSeconds(postgres.pid),
        };
        const imported = await erp(['import', 'ledger', file, '-o', 'json'], env);
        const cpu = {
          client: childSeconds() - before.client,
          server: cpuSeconds(server.pid) - before.server,
          database: cpuSeconds(postgres.pid) - before.database,
        };
        const receipt = JSON.parse(imported.stdout);
        if (receipt.lines !== lines || receipt.rejected !== 0) {
          throw new Error(`the import wrote ${imported.stdout.slice(0, 1000)}`);
        }
        return {
          lines,
          seconds: imported.seconds,
          copy: copied ? await copySeconds(client) : 0,
          cpu,
          clientPeak: imported.peakMegabytes,
          serverPeak: peakMegabytesOf(server.pid),
        };
      },
    });
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Takes the opening out of generated books, because a year has one; answers how many lines it had. @param {string} csv */
function withoutOpening(csv) {
  const bytes = readFileSync(csv);
  const body = bytes.indexOf(lineFeed) + 1;
  let at = body;
  let lines = 0;
  for (; bytes.toString('latin1', at, at + 40).split(',')[1] === 'opening'; lines++)
    at = bytes.indexOf(lineFeed, at) + 1;
  writeFileSync(csv, Buffer.concat([bytes.subarray(0, body), bytes.subarray(at)]));
  return lines;
}

const lineFeed = 10;

/** The same lines as JSONL. @param {string} csv @param {string} jsonl */
async function writeJsonl(csv, jsonl) {
  const reading = codecs.csv.read(() => createReadStream(csv), { fileName: csv, resource: 'ledger' });
  async function* rows() {
    for await (const read of reading.rows) {
      if (!('row' in read)) throw new Error(`line ${read.line} of the generated books is no row`);
      yield jsonlRow(read.row);
    }
  }
  await pipeline(Readable.from(rows()), createWriteStream(jsonl));
}

const sum = (/** @type {Imported['cpu']} */ cpu) => cpu.client + cpu.server + cpu.database;

const x = (/** @type {number} */ a, /** @type {number} */ b) => `${(a / b).toFixed(2)} x`;

const mb = (/** @type {number} */ n) => `${Math.round(n)} MB`;

const count = (/** @type {number} */ n) => Math.round(n).toLocaleString('en');
