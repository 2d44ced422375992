// Single posts over HTTP: with group commit, uniform and on one hot account, beside a transaction an entry.
import { createErp } from '@erp/sdk';
import { postLoad } from './load.mjs';
import { cpuSeconds, startServer } from './process.mjs';

const connections = 64;
const accounts = 1000;
const seconds = 8;

/**
 * @param {{ url: string, pid: number }} postgres
 * @param {(name: string) => Promise<string>} createDatabase
 * @param {string} home
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function benchPosting(postgres, createDatabase, home) {
  const grouped = await run(postgres, await createDatabase('posting_group'), home, []);
  const single = await run(postgres, await createDatabase('posting_single'), home, ['--posting-group', '1']);

  const per = (/** @type {number} */ n) => `${Math.round(n).toLocaleString('en')}/s`;
  const ms = (/** @type {number} */ n) => `${n.toFixed(1)} ms`;
  const ratio = (/** @type {number} */ a, /** @type {number} */ b) => `${(a / b).toFixed(1)} x`;
  const { uniform, hot, microseconds } = grouped;
  return [
    {
      what: `single posts, ${connections} connections, ${accounts} accounts`,
      measured: per(uniform.perSecond),
      aim: '',
    },
    { what: 'the same, a transaction an entry', measured: per(single.uniform.perSecond), aim: '' },
    {
      what: 'group commit to a transaction an entry',
      measured: ratio(uniform.perSecond, single.uniform.perSecond),
      aim: 'at least 8 x',
    },
    {
      what: 'one hot account to uniform',
      measured: ratio(hot.perSecond, uniform.perSecond),
      aim: 'at least 0.9 x',
    },
    { what: 'latency p50', measured: ms(uniform.p50), aim: '' },
    { what: 'p99 to p50', measured: ratio(uniform.p99, uniform.p50), aim: 'below 3 x' },
    {
      what: 'CPU an entry, server and database',
      measured: `${Math.round(microseconds)} us`,
      aim: 'at most 200 us',
    },
  ];
}

/**
 * @param {{ pid: number }} postgres
 * @param {string} database
 * @param {string} home
 * @param {string[]} args
 */
async function run(postgres, database, home, args) {
  const server = await startServer(['--database-url', database, ...args], home);
  try {
    const { url, apiKey } = server;
    await prepareTenant(url, apiKey);
    const load = { url, apiKey, tenant: 'bench', connections };
    await postLoad({ ...load, seconds: 2, entry: uniformEntry });

    const before = cpuSeconds(server.pid) + cpuSeconds(postgres.pid);
    const uniform = await postLoad({ ...load, seconds, entry: uniformEntry });
    const cpu = cpuSeconds(server.pid) + cpuSeconds(postgres.pid) - before;
    const hot = await postLoad({ ...load, seconds, entry: hotEntry });
    return { uniform, hot, microseconds: (cpu / uniform.posted) * 1e6 };
  } finally {
    await server.stop();
  }
}

/** @param {string} url @param {string} apiKey */
async function prepareTenant(url, apiKey) {
  const platform = createErp({ baseUrl: url, auth: apiKey });
  await platform.tenants.create({
    slug: 'bench',
    name: 'Bench',
    country: 'FR',
    baseCurrency: 'EUR',
    timezone: 'UTC',
  });
  const erp = createErp({ baseUrl: url, auth: apiKey, tenant: 'bench' });
  await erp.years.open({ start: '2026-01-01', end: '2026-12-31' });
  await erp.journals.create({ code: 'GEN', name: 'General', area: 'general' });
  for (let i = 0; i < accounts; i++) {
    await erp.accounts.create({ code: account(i), name: 'Bench', statement: 'balance', type: 'asset' });
  }
}

const account = (/** @type {number} */ i) => String(100_000 + (i % accounts));

const entry = (/** @type {number} */ n, /** @type {number} */ debit, /** @type {number} */ credit) => ({
  journal: 'GEN',
  date: `2026-${String((n % 12) + 1).padStart(2, '0')}-15`,
  description: `Entry ${n}`,
  externalId: `bench-${process.hrtime.bigint()}`,
  lines: [
    { account: account(debit), debit: '12.34' },
    { account: account(credit), credit: '12.34' },
  ],
});

const uniformEntry = (/** @type {number} */ n) => entry(n, n * 7919, n * 104_729 + 1);

const hotEntry = (/** @type {number} */ n) => entry(n, 0, (n % (accounts - 1)) + 1);
