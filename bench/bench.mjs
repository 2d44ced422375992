// `npm run bench`: every ratio of one run, on PostgreSQL. Machines are noisy and shared: read the ratios, not the seconds.
// `npm run bench -- [SECTION] [--large] [--scale 0.1]`: sections whose title has the word; imports of five million lines too;
// imports of a part of the size, to try the bench itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from '@erp/e2e/postgres';
import pg from 'pg';
import { benchBeside } from './beside.mjs';
import { benchBooks } from './books.mjs';
import { benchImports, benchLargeImports } from './imports.mjs';
import { benchParsing } from './parsing.mjs';
import { benchParties } from './parties.mjs';
import { benchPosting } from './posting.mjs';
import { benchStart } from './startup.mjs';
import { printTable } from './table.mjs';
import { benchTenants } from './tenants.mjs';

/**
 * @typedef {(
 *   postgres: import('@erp/e2e/postgres').Postgres,
 *   createDatabase: (name: string) => Promise<string>,
 *   home: string,
 *   options: { scale: number },
 * ) => Promise<import('./table.mjs').Row[]>} Section
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { large: { type: 'boolean', default: false }, scale: { type: 'string', default: '1' } },
});
const only = positionals[0]?.toLowerCase();
const scale = Number(values.scale);

/** @type {[string, Section][]} */
const sections = [
  ['Posting over HTTP', benchPosting],
  ['Imports', benchImports],
  ...(values.large ? [/** @type {[string, Section]} */ (['Large imports', benchLargeImports])] : []),
  ['Parties upserted', benchParties],
  ['Many tenants', benchTenants],
  ['Parsing, on one core', benchParsing],
  ['Beside programs for plain text', benchBeside],
  ['A year of books', benchBooks],
  ['Start of the command line, size of the SDK', benchStart],
];

const home = mkdtempSync(join(tmpdir(), 'erp-bench-'));
// Durable as in production: fsync and synchronous_commit stay on.
const postgres = await start({ settings: { shared_buffers: '512MB', max_wal_size: '4GB' } });

/** @param {string} name */
async function createDatabase(name) {
  const admin = new pg.Client(postgres.url);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

try {
  process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores, PostgreSQL with fsync on\n`);
  for (const [title, run] of sections) {
    if (only && !title.toLowerCase().includes(only)) continue;
    printTable(title, await run(postgres, createDatabase, home, { scale }));
  }
} finally {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}
