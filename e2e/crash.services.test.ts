import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closingDigest, countEntries, numbers, trialBalance } from './books-state.ts';
import { randomFrom } from './generated-ledger.ts';
import { type Blow, importUnderFire } from './import-under-fire.ts';
import { type Installation, openInstallation } from './installation.ts';
import { postgresPrograms } from './services/install-postgres.mjs';
import { type Postgres, start } from './services/postgres.mjs';
import { hasShared, writeSharedLedger } from './shared-files.ts';

const seed = Number(process.env['ERP_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const tenant = 'crash';

/** What the server does once it has all parts. */
const working = ['Reading', 'Checking', 'Posting'];

describe.runIf(hasShared)('crashes on PostgreSQL', () => {
  let postgres: Postgres;
  let at: Installation;
  beforeAll(async () => {
    // As it is shipped: what was answered is on disk.
    postgres = await start();
    at = await openInstallation(['--database-url', postgres.url]);
    await at.createTenant(tenant);
  });
  afterAll(async () => {
    await at?.close();
    await postgres?.stop();
  });

  test(`import resume after kill -9 of client, server, session and postmaster, ERP_TEST_SEED=${seed}`, {
    timeout: 900_000,
  }, async () => {
    const file = writeSharedLedger(at.folder, 56_000);
    const random = randomFrom(seed);

    const { met, last } = await importUnderFire(at, tenant, file, [
      client(random(3_000)),
      server(['Sending'], random(3_000)),
      postmaster(['Sending'], random(3_000)),
      server(working, random(3_000)),
      postmaster(working, random(3_000)),
      server(['Posting'], random(1_000)),
      committingSession(),
    ]);
    const said = JSON.stringify({ seed, met });
    expect(last, said).toMatchObject({ code: 0 });
    for (const victim of ['client', 'server', 'postmaster', 'committing session']) {
      const blows = met.filter((one) => one.victim === victim);
      expect(
        blows.map(({ inTime }) => inTime),
        `${victim} of ${said}`,
      ).toContain(true);
    }

    expect(await countEntries(at.sdk(tenant)), said).toEqual({
      entries: 56_000,
      lines: 199_506,
      debit: 6_778_200_449n,
      credit: 6_778_200_449n,
      numberedTwice: 0,
    });
    expect(closingDigest(await trialBalance(at, tenant))).toMatch(/^11b50ed92afba5ae/);
    for (const row of await numbers(at, tenant)) {
      expect(row).toMatchObject({ first: 1, count: row.last, next: row.count + 1, gaps: [], duplicates: [] });
    }
  });

  const client = (milliseconds: number): Blow => ({
    victim: 'client',
    after: { phases: ['Sending'], milliseconds },
    strike: async (running) => {
      running.kill('SIGKILL');
      await running.ended;
    },
  });

  const server = (phases: readonly string[], milliseconds: number): Blow => ({
    victim: 'server',
    after: { phases, milliseconds },
    strike: async (running) => {
      await at.server.end('SIGKILL');
      await running.ended;
      await at.server.start();
    },
  });

  /** The server stays: it must find the database again by itself. */
  const postmaster = (phases: readonly string[], milliseconds: number): Blow => ({
    victim: 'postmaster',
    after: { phases, milliseconds },
    strike: async () => {
      await postgres.kill('SIGKILL');
      await postgres.restart();
    },
  });

  /** PostgreSQL ends all its sessions and recovers, when one of them dies so. */
  const committingSession = (): Blow => ({
    victim: 'committing session',
    after: { milliseconds: 0 },
    strike: async (running) => {
      let isOver = false;
      running.ended.then(() => {
        isOver = true;
      });

      for (; !isOver; await sleep(20)) {
        const [pid] = sessionsThatPost();
        if (pid === undefined) continue;
        process.kill(pid, 'SIGKILL');
        return;
      }
    },
  });

  function sessionsThatPost(): number[] {
    const found = "select pid from pg_stat_activity where state = 'active' and query like '%post_import%'";
    const but = 'and pid <> pg_backend_pid()';
    const pids = execFileSync(`${postgresPrograms}/psql`, ['-XAt', postgres.url, '-c', `${found} ${but}`], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return pids.split('\n').filter(Boolean).map(Number);
  }
});
