import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { documentOf } from './erp-process.ts';
import { randomFrom } from './generated-ledger.ts';
import type { Installation } from './installation.ts';

const tenants = 12;
const accounts = 30;

/** What a kill met: receipts that had come, of the tenants that there were to be. */
export interface Struck {
  readonly receipts: number;
  /** Exit code of the command; null when the kill came in time. */
  readonly code: number | null;
}

/**
 * Applies a folder of tenants and kills the client after so many receipts and milliseconds as the seed says; then the same command
 * must finish, each tenant there once and whole, with the lists beside it, each thing made by one change.
 */
export async function applyUnderFire(at: Installation, seed: number): Promise<Struck> {
  const random = randomFrom(seed);
  const wanted = random(tenants / 2);
  const milliseconds = random(40);
  const { folder, slugs } = folderOf(at, `kill-${seed}`);
  const command = ['tenant', 'apply', '-f', folder, '--concurrency', '4'];

  let heard = '';
  let wake = () => {};
  const reached = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const running = at.start([...command, '-o', 'jsonl'], {
    heard: (text) => {
      heard += text;
      if (heard.includes('"event"') && receiptsIn(heard) >= wanted) wake();
    },
  });
  await Promise.race([reached.then(() => sleep(milliseconds)), running.ended]);
  running.kill('SIGKILL');
  const { code } = await running.ended;

  const again = await at.run([...command, '-o', 'json']);
  expect(again.code, `seed ${seed}: ${again.stderr}`).toBe(0);
  const results = documentOf<{ result: string }[]>(again).map(({ result }) => result);
  expect(results).toHaveLength(tenants);
  // A receipt is of what was committed: what has one is not made again.
  expect(results.filter((result) => result === 'unchanged').length).toBeGreaterThanOrEqual(receiptsIn(heard));

  await expectWhole(at, slugs);
  expect((await at.run(['tenant', 'plan', '-f', folder, '--prune'])).code).toBe(0);
  return { receipts: receiptsIn(heard), code };
}

const receiptsIn = (text: string): number =>
  text.match(/"result":"(created|changed|unchanged)"/g)?.length ?? 0;

function folderOf(at: Installation, name: string): { folder: string; slugs: string[] } {
  const folder = join(at.folder, name);
  mkdirSync(join(folder, 'lists'), { recursive: true });
  const slugs = Array.from({ length: tenants }, (_, i) => `${name}-${i}`);
  for (const slug of slugs) at.file(join(name, `${slug}.yaml`), fileOf(slug));
  at.file(join(name, 'lists', 'parties.csv'), 'code,name\nP1,Dupont\nP2,Durand\n');
  at.file(join(name, 'lists', 'opening.csv'), 'account,debit,credit\n1000,10.00,\n1001,,10.00\n');
  return { folder, slugs };
}

/** Every fourth tenant has lists beside it, which are imported once it is made. */
const hasLists = (slug: string): boolean => Number(slug.slice(slug.lastIndexOf('-') + 1)) % 4 === 0;

const fileOf = (slug: string): string =>
  [
    'version: 1',
    `slug: ${slug}`,
    ...['name: Acme', 'country: FR', 'baseCurrency: EUR', 'timezone: Europe/Paris'],
    'accounts:',
    ...Array.from(
      { length: accounts },
      (_, i) => `  - { code: ${1000 + i}, name: Account ${i}, statement: balance, type: asset }`,
    ),
    'journals:',
    '  - { code: OUV, name: Opening, area: opening }',
    'years:',
    '  - { code: 2026, start: 2026-01-01, end: 2026-12-31 }',
    ...(hasLists(slug)
      ? ['parties: { file: lists/parties.csv }', 'openings: [{ year: 2026, file: lists/opening.csv }]']
      : []),
    '',
  ].join('\n');

async function expectWhole(at: Installation, slugs: readonly string[]): Promise<void> {
  for (const slug of slugs) {
    const erp = at.sdk(slug);
    const codes: string[] = [];
    for await (const { code } of erp.accounts.iterate()) codes.push(code);
    expect([codes.length, new Set(codes).size], slug).toEqual([accounts, accounts]);

    const made: Record<string, number> = {};
    for await (const { operation, resource } of erp.audit.iterate()) {
      if (operation === 'tenants.apply') made[resource] = (made[resource] ?? 0) + 1;
    }
    expect(made, slug).toEqual({ tenants: 1, accounts, series: 1, journals: 1, years: 1 });
    if (!hasLists(slug)) continue;

    const [parties, openings] = [await erp.parties.list(), await erp.entries.list()];
    expect(
      parties.items.map(({ code }) => code),
      slug,
    ).toEqual(['P1', 'P2']);
    expect(
      openings.items.map(({ kind }) => kind),
      slug,
    ).toEqual(['opening']);
  }
}
