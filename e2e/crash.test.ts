import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingDigest, countEntries, numbers, trialBalance } from './books-state.ts';
import { generateLedger, randomFrom } from './generated-ledger.ts';
import { type Blow, importUnderFire, type Met, timeOfImport } from './import-under-fire.ts';
import { type Installation, openInstallation } from './installation.ts';

const seed = Number(process.env['ERP_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Few, because they are minutes; the seeds of `faults.services.test.ts` are hundreds. */
const rounds = 2;

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
}, 120_000);
afterAll(() => at?.close());

test(`import resume after kill -9 of client and server, at moments of ERP_TEST_SEED=${seed}`, {
  timeout: 300_000,
}, async () => {
  const ledger = generateLedger({ lines: 20_000 });
  const file = at.file('books.csv', ledger.csv);
  const random = randomFrom(seed);
  const all: Met[] = [];

  await at.createTenant('undisturbed');
  const { sending, working } = await timeOfImport(at, 'undisturbed', file);
  await expectWhole('undisturbed');

  for (let round = 1; round <= rounds; round += 1) {
    const tenant = `round-${round}`;
    await at.createTenant(tenant);
    // The first round strikes as soon as a phase begins: a warm server may be done before a random moment has come.
    const within = (milliseconds: number) => (round === 1 ? 0 : random(milliseconds));
    const { met, last } = await importUnderFire(at, tenant, file, [
      client(within(sending)),
      server(['Reading'], within(working / 2)),
      server(undefined, random(working)),
    ]);

    all.push(...met);
    expect(last, describe(all)).toMatchObject({ code: 0 });
    await expectWhole(tenant);
  }

  for (const victim of ['client', 'server']) {
    const inTime = all.filter((met) => met.victim === victim).map((met) => met.inTime);
    expect(inTime, `no blow for the ${victim} met work: ${describe(all)}`).toContain(true);
  }

  async function expectWhole(tenant: string): Promise<void> {
    expect(await countEntries(at.sdk(tenant)), describe(all)).toEqual({
      entries: ledger.entries,
      lines: ledger.lines,
      debit: ledger.debit,
      credit: ledger.debit,
      numberedTwice: 0,
    });
    expect(closingDigest(await trialBalance(at, tenant))).toBe(ledger.closingDigest);
    expect(await numbers(at, tenant)).toMatchObject([
      { first: 1, last: ledger.entries, count: ledger.entries, gaps: [], duplicates: [] },
    ]);
  }
});

const describe = (all: readonly Met[]): string => `seed ${seed}, met ${JSON.stringify(all)}`;

const client = (milliseconds: number): Blow => ({
  victim: 'client',
  after: { phases: ['Sending'], milliseconds },
  strike: async (running) => {
    running.kill('SIGKILL');
    await running.ended;
  },
});

const server = (phases: readonly string[] | undefined, milliseconds: number): Blow => ({
  victim: 'server',
  after: { ...(phases === undefined ? {} : { phases }), milliseconds },
  strike: async (running) => {
    await at.server.end('SIGKILL');
    // With nobody there the command gives up, and says how to go on.
    const { code, stderr } = await running.ended;
    if (code !== 0) expect(stderr).toContain('erp import resume');
    await at.server.start();
  },
});
