// `npm run test:services`: the tests of the server once more, on PostgreSQL, and those that need real services. Starts what they
// need and stops it whatever happens. Arguments go to vitest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { start } from './services/postgres.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// Tests need no power-loss safety, and every worker and start test opens connections of its own.
const postgres = await start({
  version: 15,
  settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '300' },
});

/** @type {NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

try {
  const config = ['--config', 'vitest.services.config.ts'];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...config, ...process.argv.slice(2)];
  const env = { ...process.env, ERP_TEST_DATABASE_URL: postgres.url };

  // A process group of its own: vitest, when it is stopped, leaves its workers to end by themselves.
  const vitest = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let running = true;
  for (const signal of endings) {
    process.on(signal, () => running && vitest.pid && process.kill(-vitest.pid, signal));
  }

  const [code] = await once(vitest, 'exit');
  running = false;
  process.exitCode = code ?? 1;
} finally {
  await postgres.stop();
}
