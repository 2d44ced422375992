// A list of parties, upserted again and again with more of it changed: through CLI and HTTP, beside COPY of what the first run
// has written.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createErp } from '@erp/sdk';
import pg from 'pg';
import { copySeconds } from './copy.mjs';
import { childSeconds, cpuSeconds, erp, peakMegabytesOf, startServer } from './process.mjs';

const whole = 200_000;

/** In percent of all rows: what is another one than before. */
const changes = [0, 10, 100];

/** @typedef {{ seconds: number, cpu: number, peakMegabytes: number }} Run */

/** @type {import('./bench.mjs').Section} */
export async function benchParties(postgres, createDatabase, home, { scale }) {
  // A multiple of 100, so that a percentage is a number of rows.
  const parties = Math.round((whole * scale) / 100) * 100;
  const database = await createDatabase('parties');
  const server = await startServer(['--database-url', database], home);
  const client = new pg.Client(database);
  await client.connect();
  const { url, apiKey } = server;
  const env = {
    ERP_URL: url,
    ERP_API_KEY: apiKey,
    ERP_TENANT: 'lists',
    XDG_CONFIG_HOME: home,
    XDG_STATE_HOME: home,
  };
  const path = join(home, 'parties.csv');

  /** @param {number} percent @param {Record<string, number>} expected @returns {Promise<Run>} */
  const upsert = async (percent, expected) => {
    await pipeline(Readable.from(rows(parties, percent)), createWriteStream(path));
    const cpu = () => childSeconds() + cpuSeconds(server.pid) + cpuSeconds(postgres.pid);
    const before = cpu();
    const run = await erp(['import', 'parties', path, '--mode', 'upsert', '--again', '-o', 'json'], env);
    const receipt = JSON.parse(run.stdout);
    for (const [field, count] of Object.entries(expected)) {
      if (receipt[field] !== count)
        throw new Error(`the upsert has ${field} ${receipt[field]}: ${run.stdout}`);
    }
    return { ...run, cpu: cpu() - before };
  };

  try {
    const identity = { slug: 'lists', name: 'Lists', country: 'FR', baseCurrency: 'EUR', timezone: 'UTC' };
    await createErp({ baseUrl: url, auth: apiKey }).tenants.create({ ...identity, chart: 'international' });
    const made = await upsert(0, { written: parties });
    const copy = await copySeconds(client, ['parties', 'party_roles']);

    /** @type {[string, Run][]} */
    const runs = [['created', made]];
    for (const percent of changes) {
      const updated = (parties * percent) / 100;
      const run = await upsert(percent, { updated, unchanged: parties - updated });
      runs.push([`upserted, ${percent} % changed`, run]);
    }
    return [
      ...runs.flatMap(([what, run]) => rowsOf(what, parties, run, copy)),
      {
        what: 'peak memory of the client',
        measured: `${Math.round(Math.max(...runs.map(([, run]) => run.peakMegabytes)))} MB`,
        aim: 'below 150 MB',
      },
      {
        what: 'peak memory of the server',
        measured: `${Math.round(peakMegabytesOf(server.pid))} MB`,
        aim: 'below 400 MB',
      },
    ];
  } finally {
    await client.end();
    await server.stop();
  }
}

/** @param {string} what @param {number} parties @param {Run} run @param {number} copy @returns {import('./table.mjs').Row[]} */
const rowsOf = (what, parties, { seconds, cpu }, copy) => [
  {
    what: `${parties.toLocaleString('en')} parties ${what}, in ${seconds.toFixed(1)} s`,
    measured: `${Math.round(parties / seconds).toLocaleString('en')} rows/s`,
    aim: '',
  },
  { what: 'to COPY of them and their roles', measured: `${(seconds / copy).toFixed(2)} x`, aim: '' },
  {
    what: 'CPU a row of client, server and database',
    measured: `${((cpu / parties) * 1e6).toFixed(1)} us`,
    aim: '',
  },
];

/** Changed rows have a name that no run before has given them. @param {number} parties @param {number} percent */
function* rows(parties, percent) {
  yield 'code,name,kind,role,subledger_code,control_account,external_id\n';
  for (let i = 0; i < parties; i += 1) {
    const name = `Party number ${i}${i % 100 < percent ? ` of ${percent}` : ''}`;
    yield `P${i},${name},organisation,customer,C${i},131000,crm:${i}\n`;
  }
}
