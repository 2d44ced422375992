// How fast each registered codec reads, in lines a second of one core. A format that is added is measured without a word here.

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { writeBooks } from '@erp/examples/books';
import { codecs } from '@erp/ledger';

const entries = 70_000;
/** Kept as a file is read. */
const chunkSize = 64 * 1024;

/** @type {import('./bench.mjs').Section} */
export async function benchParsing(_postgres, _createDatabase, home, { scale }) {
  const csv = join(home, 'parsing.csv');
  writeBooks(csv, { entries: Math.round(entries * scale), seed: 7 });
  const lines = await exportLines(csv);
  const head = headOf(lines);

  const rows = [];
  for (const codec of Object.values(codecs)) {
    const lacks = codec.lacks(head);
    if (lacks.length > 0) throw new Error(`${codec.name}: ${lacks.map((lack) => lack.message).join(', ')}`);
    const chunks = await written(codec, head, lines);
    const megabytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0) / 1e6;
    // The first time it is compiled.
    await readSeconds(codec, chunks, lines.length);
    const seconds = await readSeconds(codec, chunks, lines.length);
    rows.push({
      what: `${codec.name}: ${lines.length.toLocaleString('en')} lines, ${Math.round(megabytes)} MB`,
      measured: `${Math.round(lines.length / seconds).toLocaleString('en')} lines/s`,
      aim: 'at least 200,000',
    });
  }
  return rows;
}

/** @typedef {import('@erp/ledger').ExportLine} ExportLine */

/** @param {import('@erp/ledger').Codec} codec @param {Uint8Array[]} chunks @param {number} expected */
async function readSeconds(codec, chunks, expected) {
  async function* open() {
    yield* chunks;
  }
  const before = process.cpuUsage();
  let lines = 0;
  const reading = codec.read(open, {
    fileName: `books.${codec.extension}`,
    resource: 'ledger',
    baseCurrency: 'EUR',
  });
  for await (const read of reading.rows) {
    if (!('row' in read)) throw new Error(`${codec.name}, line ${read.line}: ${read.faults[0]?.message}`);
    if (read.row.record === 'line') lines += 1;
  }
  const { user, system } = process.cpuUsage(before);
  // A format may have an opening outside its entries, or a line less for one of nothing.
  if (lines < expected * 0.99) throw new Error(`${codec.name} read ${lines} lines of ${expected}`);
  return (user + system) / 1e6;
}

/**
 * @param {import('@erp/ledger').Codec} codec
 * @param {import('@erp/ledger').ExportHead} head
 * @param {ExportLine[]} lines
 */
async function written(codec, head, lines) {
  const source = { head, lines: inBatches(lines), notHeld() {} };
  /** @type {Uint8Array[]} */
  const chunks = [];
  for await (const chunk of codec.write(source)) {
    for (let at = 0; at < chunk.length; at += chunkSize) chunks.push(chunk.slice(at, at + chunkSize));
  }
  return chunks;
}

/** @param {ExportLine[]} lines */
async function* inBatches(lines) {
  for (let at = 0; at < lines.length; at += 500) yield lines.slice(at, at + 500);
}

/** The generated books as an export gives them: every line with all of its entry. @param {string} csv */
async function exportLines(csv) {
  const reading = codecs.csv.read(() => createReadStream(csv), { fileName: csv, resource: 'ledger' });
  const numbers = new Map();
  const names = new Map();
  /** @type {ExportLine[]} */
  const lines = [];
  for await (const read of reading.rows) {
    if (!('row' in read) || read.row.record !== 'line') throw new Error(`line ${read.line} is no line`);
    const { row: _, journal = '', account = '', ...line } = read.row;
    const before = lines.at(-1);
    if (before?.entry !== line.entry) numbers.set(journal, (numbers.get(journal) ?? 0) + 1);
    if (line.accountName) names.set(account, { name: line.accountName, type: line.accountType });
    lines.push({
      ...line,
      date: line.date ?? '',
      journal,
      journalName: journal,
      series: journal,
      number: String(numbers.get(journal)).padStart(6, '0'),
      account,
      accountName: names.get(account)?.name ?? account,
      accountType: names.get(account)?.type ?? 'asset',
      debit: line.debit ?? '0.00',
      credit: line.credit ?? '0.00',
      currency: line.currency ?? 'EUR',
      ...(line.party ? { partyRole: 'customer', partyName: line.party, subledgerCode: line.party } : {}),
    });
  }
  return lines;
}

/** @param {ExportLine[]} lines @returns {import('@erp/ledger').ExportHead} */
function headOf(lines) {
  const year = {
    record: /** @type {const} */ ('year'),
    code: '2025',
    start: '2025-01-01',
    end: '2025-12-31',
  };
  const accounts = new Map();
  const journals = new Map();
  const parties = new Map();
  for (const { account, accountName, accountType, journal, party } of lines) {
    accounts.set(account, { record: 'account', code: account, name: accountName, type: accountType });
    journals.set(journal, { record: 'journal', code: journal, name: journal });
    if (party) parties.set(party, { record: 'party', code: party, name: party });
  }
  return {
    tenant: { slug: 'books', name: 'Books', registrationNumber: '123456789', country: 'FR' },
    baseCurrency: 'EUR',
    from: year.start,
    to: year.end,
    years: [year],
    accounts: [...accounts.values()],
    journals: [...journals.values()],
    parties: [...parties.values()],
    balances: [],
  };
}
