// Many tenants in one database: made from a folder of files by one command, then asked and posted to beside a database with ten.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createErp } from '@erp/sdk';
import pg from 'pg';
import { postLoad } from './load.mjs';
import { childSeconds, cpuSeconds, erp, startServer } from './process.mjs';

const declared = 1_000;
const crowd = 10_000;
const few = 10;
const accounts = 200;
const connections = 16;
const rounds = 5;
const seconds = 3;

/** @typedef {{ url: string, apiKey: string, pid: number }} Server */

/** @type {import('./bench.mjs').Section} */
export async function benchTenants(postgres, createDatabase, home, { scale }) {
  const made = Math.max(few, Math.round(declared * scale));
  const many = Math.max(made, Math.round(crowd * scale));
  const crowded = await createDatabase('tenants_many');
  const alone = await createDatabase('tenants_few');
  const big = await startServer(['--database-url', crowded], home);
  const small = await startServer(['--database-url', alone], home);
  try {
    const first = await apply(big, postgres, home, made);
    const again = await apply(big, postgres, home, made);
    await apply(small, postgres, home, few);
    await Promise.all([furnish(big), furnish(small)]);
    await multiply(crowded, many - made);

    return [...folderRows(made, first, again), ...(await besideRows(big, small, many))];
  } finally {
    await big.stop();
    await small.stop();
  }
}

/**
 * @param {Server} server @param {{ pid: number }} postgres @param {string} home @param {number} count
 */
async function apply(server, postgres, home, count) {
  const folder = join(home, `tenants-${count}`);
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i += 1) writeFileSync(join(folder, `${slug(i)}.yaml`), fileOf(slug(i)));

  const cpu = () => childSeconds() + cpuSeconds(server.pid) + cpuSeconds(postgres.pid);
  const before = cpu();
  const env = { ERP_URL: server.url, ERP_API_KEY: server.apiKey, XDG_CONFIG_HOME: home };
  const run = await erp(['tenant', 'apply', '-f', folder, '-o', 'json'], env);
  const receipts = JSON.parse(run.stdout);
  if (receipts.length !== count) throw new Error(`${receipts.length} receipts for ${count} tenants`);
  return { ...run, cpu: cpu() - before };
}

const slug = (/** @type {number} */ i) => `t-${String(i).padStart(4, '0')}`;

/** @param {string} name */
const fileOf = (name) =>
  [
    'version: 1',
    `slug: ${name}`,
    ...['name: Bench', 'country: FR', 'baseCurrency: EUR', 'timezone: UTC'],
    'accounts:',
    ...Array.from(
      { length: accounts },
      (_, i) => `  - { code: ${account(i)}, name: Account ${account(i)}, statement: balance, type: asset }`,
    ),
    'journals:',
    '  - { code: GEN, name: General, area: general }',
    'years:',
    '  - { code: 2026, start: 2026-01-01, end: 2026-12-31 }',
    '',
  ].join('\n');

const account = (/** @type {number} */ i) => String(100_000 + (i % accounts));

/** @param {number} n */
const entry = (n) => ({
  journal: 'GEN',
  date: `2026-${String((n % 12) + 1).padStart(2, '0')}-15`,
  description: `Entry ${n}`,
  lines: [
    { account: account(n * 7919), debit: '12.34' },
    { account: account(n * 104_729 + 1), credit: '12.34' },
  ],
});

/** A hundred entries for each of the tenants that are asked. @param {Server} server */
async function furnish({ url, apiKey }) {
  for (let i = 0; i < few; i += 1) {
    const client = createErp({ baseUrl: url, auth: apiKey, tenant: slug(i) });
    const entries = Array.from({ length: 100 }, (_, n) => entry(n));
    const { refused } = await client.entries.batch({ entries });
    if (refused !== 0) throw new Error(`${refused} entries were refused`);
  }
}

/**
 * More tenants, each with the rows of the first: keys of all tables begin with the tenant, so that one column makes them others.
 *
 * @param {string} database @param {number} count
 */
async function multiply(database, count) {
  const client = new pg.Client(database);
  await client.connect();
  try {
    // Rows that were checked once; references inside of a tenant are copied with it.
    await client.query('set session_replication_role = replica');
    await client.query(`
      create temporary table others as
      select gen_random_uuid() as id, 'other-' || n as slug from generate_series(1, ${count}) n`);
    const { rows } = await client.query(`
      select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
        and c.table_name not in ('api_keys', 'idempotency_keys', 'jobs') and c.table_name not like 'import%'`);
    const chosen = `(select id from tenants where slug = '${slug(0)}')`;
    for (const { name } of rows) {
      await client.query(`
        insert into ${name}
        select (jsonb_populate_record(model, jsonb_build_object('tenant_id', others.id))).*
        from ${name} model cross join others where model.tenant_id = ${chosen}`);
    }
    await client.query(`
      insert into tenants
      select (jsonb_populate_record(model, jsonb_build_object('id', others.id, 'slug', others.slug, 'external_id', null))).*
      from tenants model cross join others where model.id = ${chosen}`);
    await client.query('analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** @typedef {{ seconds: number, cpu: number, peakMegabytes: number }} Applied */

/** @param {number} count @param {Applied} first @param {Applied} again @returns {import('./table.mjs').Row[]} */
const folderRows = (count, first, again) => [
  {
    what: `${count.toLocaleString('en')} tenants of ${accounts} accounts made by one apply, in ${first.seconds.toFixed(1)} s`,
    measured: `${(count / first.seconds).toFixed(1)} tenants/s`,
    aim: '',
  },
  {
    what: 'CPU a tenant of client, server and database',
    measured: `${((first.cpu / count) * 1e3).toFixed(1)} ms`,
    aim: '',
  },
  {
    what: 'applied again, nothing to do',
    measured: `${(count / again.seconds).toFixed(1)} tenants/s`,
    aim: '',
  },
  {
    what: 'peak memory of the client',
    measured: `${Math.round(Math.max(first.peakMegabytes, again.peakMegabytes))} MB`,
    aim: '',
  },
];

/**
 * The same load on ten tenants, in turns, so that what else the machine does meets both.
 *
 * @param {Server} big @param {Server} small @param {number} many @returns {Promise<import('./table.mjs').Row[]>}
 */
async function besideRows(big, small, many) {
  const reads = (/** @type {number} */ n) => `/v1/accounts/${account(n * 7919)}`;
  /** @type {[string, (server: Server) => Promise<number>][]} */
  const loads = [
    ['point reads', (server) => readLoad(server, reads)],
    ['trial balances', (server) => readLoad(server, () => '/v1/reports/trial-balance')],
    ['posts', (server) => posts(server)],
  ];
  const rows = [];
  for (const [what, load] of loads) {
    await load(big);
    await load(small);
    /** @type {number[]} */
    const crowded = [];
    /** @type {number[]} */
    const alone = [];
    for (let round = 0; round < rounds; round += 1) {
      crowded.push(await load(big));
      alone.push(await load(small));
    }
    const [slow, fast] = [median(crowded), median(alone)];
    rows.push({
      what: `${what}, ${few} tenants alone to ${few} among ${many.toLocaleString('en')} (${Math.round(fast)}/s and ${Math.round(slow)}/s)`,
      measured: `${(fast / slow).toFixed(2)} x`,
      aim: 'at most 1.3 x',
    });
  }
  return rows;
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Posts a second, a tenant after the other. @param {Server} server */
async function posts({ url, apiKey }) {
  const each = await Promise.all(
    Array.from({ length: few }, (_, i) =>
      postLoad({ url, apiKey, tenant: slug(i), connections: 2, seconds, entry }),
    ),
  );
  return each.reduce((sum, { perSecond }) => sum + perSecond, 0);
}

/** Answers a second, over all tenants. @param {Server} server @param {(n: number) => string} path */
async function readLoad({ url, apiKey }, path) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const until = performance.now() + seconds * 1000;
  let n = 0;

  const read = () =>
    new Promise((resolve, reject) => {
      const at = n++;
      const headers = { authorization: `Bearer ${apiKey}`, 'erp-tenant': slug(at % few) };
      const call = request({ agent, hostname, port, path: path(at), headers }, (reply) => {
        reply.resume();
        reply.once('end', () => {
          if (reply.statusCode === 200) resolve(undefined);
          else reject(new Error(`a read was answered ${reply.statusCode}`));
        });
      });
      call.once('error', reject);
      call.end();
    });
  const connection = async () => {
    while (performance.now() < until) await read();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return n / ((performance.now() - started) / 1000);
}
