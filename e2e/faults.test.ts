import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingDigest, countEntries, numbers, trialBalance } from './books-state.ts';
import { importer, type User } from './faults/user.ts';
import { openWire, type Wire } from './faults/wire.ts';
import { generateLedger, randomFrom } from './generated-ledger.ts';
import { type Installation, openInstallation } from './installation.ts';

// The short set: what can go wrong on the client's side, and between it and the server. Those of servers and of PostgreSQL are in
// faults.services.test.ts, kill -9 of an embedded server in crash.test.ts.
const first = Number(process.env['ERP_TEST_SEED'] ?? 1_000);
const rounds = 4;
const faultsOfRound = 3;

let at: Installation;
let wire: Wire;
beforeAll(async () => {
  at = await openInstallation();
  wire = await openWire(Number(new URL(at.server.url).port));
}, 120_000);
afterAll(async () => {
  await wire?.close();
  await at?.close();
});

test(`import through cuts, killed clients, full disks, a second client and another machine, from ERP_TEST_SEED=${first}`, {
  timeout: 300_000,
}, async () => {
  const ledger = generateLedger({ lines: 600 });
  const file = at.file('books.csv', ledger.csv);

  const undisturbed = await userOf('peace', file);
  await undisturbed.command().ended;
  const bytes = wire.passed();
  await expectWhole('peace', undisturbed.story());

  for (let seed = first; seed < first + rounds; seed += 1) {
    const random = randomFrom(seed);
    const tenant = `seed-${seed}`;
    const user = await userOf(tenant, file);
    const others: User[] = [];
    const met: string[] = [];

    const faults: Record<string, () => void> = {
      cut: () => wire.cut(),
      'client killed': () => user.command().kill('SIGKILL'),
      'client killed, goes on elsewhere': () => {
        user.move();
        user.command().kill('SIGKILL');
      },
      'client killed, its disk full': () => {
        user.fillDisk();
        user.command().kill('SIGKILL');
      },
      'second client': () => {
        const other = importer(optionsOf(tenant, file));
        others.push(other);
        other.command();
      },
    };

    for (let n = 0; n < faultsOfRound && !user.isDone(); n += 1) {
      const name = Object.keys(faults)[random(5)] ?? '';
      const { ended } = user.command();
      const trap = wire.trap(random(bytes), async () => {
        met.push(name);
        faults[name]?.();
      });
      await Promise.race([trap.sprung, ended]);
      trap.remove();
    }

    const story = () =>
      `ERP_TEST_SEED=${seed}, met: ${met.join(', ')}\n${[user, ...others].map((one) => one.story()).join('\n')}`;
    for (const one of [user, ...others]) {
      for (let n = 0; n < 5 && !one.isDone(); n += 1) await one.command().ended;
      expect(one.isDone(), story()).toBe(true);
    }
    await expectWhole(tenant, story());
  }

  async function expectWhole(tenant: string, story: string): Promise<void> {
    const { entries, lines, debit } = ledger;
    expect(await countEntries(at.sdk(tenant)), story).toEqual({
      ...{ entries, lines, debit, credit: debit, numberedTwice: 0 },
    });
    expect(closingDigest(await trialBalance(at, tenant)), story).toBe(ledger.closingDigest);
    expect(await numbers(at, tenant), story).toMatchObject([{ first: 1, last: entries, gaps: [] }]);
  }
});

async function userOf(tenant: string, file: string): Promise<User> {
  await at.createTenant(tenant);
  return importer(optionsOf(tenant, file));
}

const optionsOf = (tenant: string, file: string) => ({
  ...{ at, url: `http://127.0.0.1:${wire.port}`, tenant, file },
  unfinished: async () => {
    const { items } = await at.sdk(tenant).imports.list({ limit: 10 });
    return items.find(({ state }) => ['receiving', 'validating', 'valid', 'committing'].includes(state))?.id;
  },
});
