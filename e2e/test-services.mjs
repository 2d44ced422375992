// `npm run test:services`: tests on real databases, one run of vitest for each of passes.mjs, and those that need other services.
// Starts what they need and stops it whatever happens. Arguments go to vitest; ERP_TEST_PASS names a single pass.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { passes, passOf } from './passes.mjs';
import { argumentsOf, countsOf, sumOfReports } from './reports.mjs';
import { start as startPgBouncer } from './services/pgbouncer.mjs';
import { start as startPostgres } from './services/postgres.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const wanted = process.env['ERP_TEST_PASS'] ? [passOf(process.env['ERP_TEST_PASS'])] : passes;
const folder = mkdtempSync(join(tmpdir(), 'erp-reports-'));

/** @type {string | undefined} what a signal has ended */
let ended;
/** @type {import('node:child_process').ChildProcess | undefined} */
let vitest;

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    ended = signal;
    if (vitest?.pid) process.kill(-vitest.pid, signal);
  });
}

try {
  /** @type {string[]} */
  const lines = [];
  const runs = [];
  let failed = false;

  for (const pass of wanted) {
    if (ended) break;
    process.stdout.write(`\n${pass.title}\n`);
    const from = Date.now();
    const run = { title: pass.title, file: join(folder, `${pass.name}.json`) };
    const code = await runOn(pass, run.file);

    const counts = sumOfReports([run]);
    runs.push(run);
    failed ||= code !== 0;
    lines.push(
      `${pass.title}: ${code === 0 ? '' : 'FAILED, '}${countsOf(counts)}, ${Math.round((Date.now() - from) / 1000)} s`,
    );
  }

  const sum = sumOfReports(runs);
  for (const arg of args) {
    const file = /^--outputFile\.json=(.*)$/.exec(arg)?.[1];
    if (file) writeFileSync(file, JSON.stringify(sum));
  }
  if (sum.numTotalTests === 0) lines.push(`no test is named so: ${args.join(' ')}`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
  process.exitCode = ended || failed || sum.numTotalTests === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs vitest once and returns its exit code. */
async function runOn(/** @type {import('./passes.mjs').Pass} */ pass, /** @type {string} */ report) {
  // Tests need no power-loss safety, and every worker and start test opens connections of its own.
  const postgres = await startPostgres({
    version: pass.postgres,
    settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '300' },
  });
  const pooler = pass.pooler
    ? await startPgBouncer({ postgres: postgres.url }).catch(async (error) => {
        await postgres.stop();
        throw error;
      })
    : undefined;

  try {
    return await runVitest(pass, report, {
      ERP_TEST_DATABASE_URL: postgres.url,
      ERP_TEST_POOLER_URL: pooler?.url,
    });
  } finally {
    await pooler?.stop();
    await postgres.stop();
  }
}

async function runVitest(
  /** @type {import('./passes.mjs').Pass} */ pass,
  /** @type {string} */ report,
  /** @type {Record<string, string | undefined>} */ databases,
) {
  const own = args.filter((arg) => !arg.startsWith('--outputFile.json='));
  const reporters = own.some((arg) => arg.startsWith('--reporter')) ? [] : ['--reporter=default'];
  const config = ['--config', 'vitest.services.config.ts', '--passWithNoTests'];
  const json = ['--reporter=json', `--outputFile.json=${report}`];

  // A process group of its own: vitest, when it is stopped, leaves its workers to end by themselves.
  vitest = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...config,
      ...reporters,
      ...argumentsOf(own, pass.name),
      ...json,
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        ...databases,
        ERP_TEST_PASS: pass.name,
        ERP_TEST_POSTGRES: String(pass.postgres),
      },
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code] = await once(vitest, 'exit');
  vitest = undefined;
  return /** @type {number} */ (code ?? 1);
}
