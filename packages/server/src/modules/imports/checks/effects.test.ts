import type { Row } from '@erp/ledger';
import type { components } from '@erp/openapi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import {
  beginImport,
  committed,
  importRows,
  saidOf,
  sendPart,
  settled,
  validated,
} from '../../../../test/import-file.ts';

type Import = components['schemas']['Import'];

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  await t.call('POST', '/v1/years', { start: '2026-01-01', end: '2026-12-31' });
  await t.call('POST', '/v1/journals', { code: 'OD', name: 'OD', area: 'general' });
  for (const [code, type] of [
    ['411000', 'asset'],
    ['512000', 'asset'],
    ['706000', 'income'],
  ]) {
    const statement = type === 'income' ? 'result' : 'balance';
    await t.call('POST', '/v1/accounts', { code, name: code, statement, type });
  }
  await t.call('POST', '/v1/parties', { code: 'C1', name: 'Customer' });
});
afterAll(() => t.close());

const head = { record: 'line', journal: 'OD', date: '2026-03-05' } as const;
const sale = (entry: string, amount: string, more: object = {}): Row[] => [
  { ...head, entry, account: '411000', debit: amount, ...more },
  { ...head, entry, account: '706000', credit: amount },
];
const lopsided = (entry: string): Row[] => [{ ...head, entry, account: '512000', debit: '1' }];

async function ready(rows: readonly Row[], body: object = {}, said: object = {}): Promise<Import> {
  const id = await beginImport(t, { resource: 'entries', onError: 'skip', ...body });
  await sendPart(
    t,
    id,
    1,
    rows.map((row, i) => ({ ...row, row: i + 2 })),
  );
  return validated(t, id, 1, { ...saidOf(rows.length), ...said });
}

const effectsOf = async (id: string) => (await t.call('GET', `/v1/imports/${id}/effects`)).body.items;
const balances = async (): Promise<Map<string, bigint>> => {
  const { body } = await t.call('GET', '/v1/reports/trial-balance?year=2026&all=true');
  const cents = (text: string) => BigInt(text.replace('.', ''));
  return new Map(
    body.rows.map((row: Record<string, string>) => [
      row['account'],
      cents(row['debit'] ?? '0.00') - cents(row['credit'] ?? '0.00'),
    ]),
  );
};

/** What somebody was shown, and what a commit may not change. */
const shownOf = ({ interpretation, assertions, assertionCounts, effects, ...session }: Import) => ({
  ...{ interpretation, assertions, assertionCounts, effects },
  ...{ rows: session.rows, entries: session.entries, valid: session.valid, rejected: session.rejected },
  ...{ debit: session.debit, credit: session.credit },
});

const receiptAddsUp = ({ written, updated, unchanged, skipped, rejected, entries }: Import) =>
  expect(written + updated + unchanged + skipped + rejected).toBe(entries);

describe('imports.effects', () => {
  test('imports.commit.202 does what was shown, field by field, and each account moves by what was shown', async () => {
    const before = await balances();
    const assertions = [{ kind: 'closing', account: '512777', date: '2026-12-31', stated: '7.00' }];
    const rows = [
      ...sale('a', '10.00'),
      ...lopsided('b'),
      ...[
        { ...head, entry: 'c', account: '512777', accountType: 'asset', debit: '7' } as Row,
        { ...head, entry: 'c', account: '706000', credit: '7' } as Row,
      ],
    ];
    const shown = await ready(rows, { options: { create: ['accounts'] } }, { assertions });
    expect(shown).toMatchObject({
      effects: { written: 2, rejected: 1, lines: 4, accounts: 3, created: { accounts: 1 } },
      assertionCounts: { stated: 1, agreed: 1 },
    });
    const accounts = await effectsOf(shown.id);

    const done = await committed(t, shown.id);
    expect(done).toMatchObject({ state: 'committed', written: 2, lines: 4, debit: '17.00' });
    expect(shownOf(done)).toEqual(shownOf(shown));
    expect(await effectsOf(shown.id)).toEqual(accounts);
    receiptAddsUp(done);

    const after = await balances();
    for (const { account, debit, credit } of accounts) {
      const moved = (after.get(account) ?? 0n) - (before.get(account) ?? 0n);
      expect([account, moved]).toEqual([
        account,
        BigInt(debit.replace('.', '')) - BigInt(credit.replace('.', '')),
      ]);
    }
  });

  test('imports.commit.202.interpretation_changed somebody posts in between, and a total of the file is no longer that of the books', async () => {
    const closing = ((await balances()).get('512000') ?? 0n) + 500n;
    const stated = `${closing / 100n}.00`;
    const assertions = [{ kind: 'closing', account: '512000', date: '2026-12-31', stated }];
    const rows: Row[] = [
      { ...head, entry: 'x', account: '512000', debit: '5.00' },
      { ...head, entry: 'x', account: '706000', credit: '5.00' },
    ];
    const shown = await ready(rows, {}, { assertions });
    expect(shown.assertionCounts).toEqual({ stated: 1, agreed: 1 });

    const lines = [
      { account: '512000', debit: '3.00' },
      { account: '706000', credit: '3.00' },
    ];
    expect((await t.call('POST', '/v1/entries', { journal: 'OD', date: '2026-04-01', lines })).status).toBe(
      201,
    );

    const moved = await committed(t, shown.id);
    expect(moved).toMatchObject({ state: 'valid', written: 0, assertionCounts: { stated: 1, agreed: 0 } });
    expect(moved.failure).toMatchObject({ code: 'interpretation_changed', status: 409 });
    const done = await committed(t, shown.id);
    expect(done).toMatchObject({ state: 'committed', written: 1 });
    expect(shownOf(done)).toEqual(shownOf(moved));
  });

  test('imports.get.200 counts add up to the entries or records, whatever is in the file', async () => {
    const parties: Row[] = ['C1', 'C2', 'C3'].map((code) => ({ record: 'party', code, name: `New ${code}` }));
    const ofParties = { resource: 'parties', mode: 'upsert', onError: 'skip' } as const;
    const runs = [
      await importRows(t, [...sale('p', '1'), ...lopsided('q'), ...lopsided('r')], {
        resource: 'entries',
        onError: 'skip',
      }),
      await importRows(t, lopsided('s'), { resource: 'entries', onError: 'skip' }),
      await importRows(t, [], { resource: 'entries' }),
      await importRows(t, [...parties, ...parties.slice(2)], ofParties),
      await importRows(t, parties, ofParties),
      await importRows(
        t,
        [
          { record: 'journal', code: 'JJ' },
          { record: 'party', code: 'C9' },
        ],
        ofParties,
      ),
    ];
    for (const run of runs) {
      receiptAddsUp(run);
      const { written, updated, unchanged, skipped, rejected } = run;
      expect(run.effects).toMatchObject({ written, updated, unchanged, skipped, rejected });
    }
    expect(runs.map(({ entries, rejected }) => [entries, rejected])).toEqual([
      ...[
        [3, 2],
        [1, 1],
        [0, 0],
      ],
      ...[
        [4, 1],
        [3, 0],
        [2, 1],
      ],
    ]);
  });
});

describe('imports.validate warns of twins', () => {
  const invoice = { party: 'C1', documentRef: 'F-118' };

  test('imports.validate.202 the same party, document and amount in two entries of the file, and in the books', async () => {
    const rows = [
      ...sale('i', '12.00', invoice),
      ...sale('j', '12.00', invoice),
      ...sale('k', '12.00', { ...invoice, documentRef: 'F-119' }),
      ...sale('l', '13.00', invoice),
    ];
    const shown = await ready(rows);
    expect(shown).toMatchObject({ state: 'valid', valid: 4, rejected: 0 });
    expect(shown.interpretation?.warnings).toEqual([
      'line 2 and line 4: party C1, document F-118, debit 12.00: twice in the file?',
    ]);
    expect(await committed(t, shown.id)).toMatchObject({ state: 'committed', written: 4 });

    const again = await ready(sale('m', '13.00', invoice));
    expect(again.interpretation?.warnings).toEqual([
      expect.stringMatching(
        /^line 2 and entry \S+: party C1, document F-118, debit 13\.00: in the books already\?$/,
      ),
    ]);
  });

  test('imports.validate.202 a payment of the document, two lines of one entry and what was reversed are no twins', async () => {
    const document = { party: 'C1', documentRef: 'F-200' };
    const twoLines: Row[] = [
      { ...head, entry: 'n', account: '411000', debit: '5', ...document },
      { ...head, entry: 'n', account: '411000', debit: '5', ...document },
      { ...head, entry: 'n', account: '706000', credit: '10' },
      { ...head, entry: 'o', account: '411000', credit: '5', ...document },
      { ...head, entry: 'o', account: '512000', debit: '5' },
    ];
    const shown = await ready(twoLines);
    expect(shown.interpretation?.warnings).toEqual([]);
    const { id } = await committed(t, shown.id);
    await t.call('POST', `/v1/imports/${id}/reverse`);
    expect(await settled(t, id)).toMatchObject({ state: 'reversed' });
    expect((await ready(twoLines)).interpretation?.warnings).toEqual([]);
  });
});
