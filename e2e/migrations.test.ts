import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createErp } from '@erp/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNext } from './migrations/next-program.ts';
import { makePlace, type ServerRun } from './server-place.ts';

// A data directory of this version, upgraded by the version after it: the copy before, kill -9 on the way, and the way back.

const place = makePlace();
let key: string;

const copiesIn = (): string[] =>
  readdirSync(join(place.data, 'copies')).filter((name) => name !== 'under-way');
const migrate = (...args: string[]) =>
  startNext(place.folder, ['migrate', ...args, '--data', place.data]).ended;
const documentOf = (text: string) => JSON.parse(text) as ReturnType<typeof JSON.parse>;

async function balanceOn(address: string): Promise<unknown> {
  const erp = createErp({ baseUrl: address, auth: key, tenant: 'demo' });
  return erp.reports.trialBalance({ year: '2026' });
}

let balance: unknown;

async function stop(server: ServerRun): Promise<void> {
  server.child.kill('SIGTERM');
  expect(await server.ended()).toBe(0);
}

beforeAll(async () => {
  const server = place.start();
  const address = await server.ready();
  key = / (erp_\S+)$/m.exec(server.stderr())?.[1] ?? '';
  const erp = createErp({ baseUrl: address, auth: key, tenant: 'demo' });
  await erp.tenants.create({
    slug: 'demo',
    name: 'Demo',
    country: 'FR',
    baseCurrency: 'EUR',
    timezone: 'Europe/Paris',
    chart: 'international',
  });
  await erp.years.open({ start: '2026-01-01', end: '2026-12-31' });
  const accounts = (await erp.accounts.list({ limit: 500 })).items;
  const [one, two] = accounts.filter((a) => a.postable && a.control === 'none');
  const [journal] = (await erp.journals.list()).items;
  await erp.entries.batch({
    entries: Array.from({ length: 600 }, (_, i) => ({
      journal: journal?.code ?? '',
      date: '2026-02-03',
      description: `entry ${i}`,
      lines: [
        { account: one?.code ?? '', debit: '1.00' },
        { account: two?.code ?? '', credit: '1.00' },
      ],
    })),
  });
  balance = await balanceOn(address);
  await stop(server);
}, 300_000);

afterAll(() => place.clear());

describe('erp-server migrate on a data directory', { timeout: 300_000 }, () => {
  test('status and plan tell, and change nothing: no copy, and this version still starts', async () => {
    const status = await migrate('status');
    expect(status.code).toBe(0);
    expect(documentOf(status.stdout)).toMatchObject({ standing: 'old', speaksFrom: 101, speaksTo: 111 });
    const plan = await migrate('plan', '--output', 'table');
    expect(plan.code).toBe(5);
    expect(plan.stdout).toMatch(/^number {2}name +phase +how +blocked\n101 +0101-line-memo +expand +/);
    expect(existsSync(join(place.data, 'copies'))).toBe(false);
  });

  test('up killed twice on the way keeps the copy of before; the same command finishes', async () => {
    const killedAt = async (text: RegExp) => {
      const run = startNext(place.folder, ['migrate', 'up', '--output', 'table', '--data', place.data]);
      await run.hears(text);
      run.child.kill('SIGKILL');
      await run.ended;
      return run.stderr();
    };
    await killedAt(
      /the schema is changed; \S+ is the database as it was before, and is kept until the next change/,
    );
    expect(copiesIn()).toEqual([expect.stringMatching(/-at-0007$/)]);
    // That one changed nothing: its copy is replaced by one of now.
    expect(await killedAt(/0102-fill-line-memo progress/)).toContain('the schema is changed');
    const [copy, ...more] = copiesIn();
    expect(copy).toMatch(/-at-0007$/);
    expect(more).toEqual([]);

    const last = await migrate('up');
    expect(last).toMatchObject({ code: 0 });
    expect(last.stderr).toContain('going on with a change of the schema that was cut off');
    expect(documentOf(last.stdout)).toMatchObject({ number: 111 });
    expect(copiesIn()).toEqual([copy]);
    expect(await migrate('plan')).toMatchObject({ code: 0 });
  });

  test('the version after starts on it with the same balance; this one is refused and told which it needs', async () => {
    const next = startNext(place.folder, ['--port', '0', '--data', place.data]);
    const [, address = ''] = await next.hears(/^erp-server \S+ on (\S+),/m);
    expect(await balanceOn(address)).toEqual(balance);
    next.child.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);

    const present = place.start();
    expect(await present.ended()).toBe(1);
    expect(present.stderr()).toMatch(/^error: embedded database in .* it needs erp-server 9\.9\.0$/m);
  });

  test('down refuses a contract with a sentence; the copy, put back, starts under this version', async () => {
    const refused = await migrate('down', '--to', '108');
    expect(refused.code).toBe(5);
    expect(documentOf(refused.stdout).error.message).toMatch(/is a contract.*go back to a backup/);

    // Nothing was changed, so the copy before it is gone, and the one of the change that was made is still there.
    const [copy = '', ...more] = copiesIn();
    expect(copy).toMatch(/-at-0007$/);
    expect(more).toEqual([]);
    const back = join(place.folder, 'back');
    cpSync(join(place.data, 'copies', copy), join(back, 'pg'), { recursive: true });
    const server = place.start(['--data', back]);
    expect(await balanceOn(await server.ready())).toEqual(balance);
    await stop(server);
  });
});
