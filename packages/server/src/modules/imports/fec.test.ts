import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness.ts';
import { importRows, readFile } from '../../../test/import-file.ts';

const shared = fileURLToPath(new URL('../../../../../../shared/', import.meta.url));
const fileA = `${shared}data/fec/0000000001FEC20220831.txt`;
const fileB = `${shared}data/fec/111111111FEC20221231.TXT`;
const fileYear2 = `${shared}expected/year2/000000001FEC20230831.txt`;
const present = [fileA, fileB, fileYear2].every(existsSync);

const expected = (name: string) => JSON.parse(readFileSync(`${shared}expected/${name}`, 'utf8'));

async function importFec(t: TestApp, path: string) {
  const name = path.split('/').at(-1) ?? '';
  const { rows, said } = await readFile('fec', readFileSync(path), name);
  return importRows(t, rows, { format: 'fec', sourceName: name }, said);
}

describe.runIf(present)('imports.commit of a FEC', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp();
  });
  afterAll(() => t.close());

  test('imports.commit.202 every entry, line, account, party and letter of the file', async () => {
    const session = await importFec(t, fileA);
    expect(session.failure).toBeNull();
    expect(session).toMatchObject({
      state: 'committed',
      ...{
        entries: 2033,
        written: 2033,
        rejected: 0,
        lines: 5422,
        debit: '10186219.81',
        credit: '10186219.81',
      },
      interpretation: {
        years: [{ code: '2022', start: '2021-09-01', end: '2022-08-31', created: true }],
        created: { accounts: 153, parties: 95, journals: 9, years: 1 },
        opening: { mode: 'stated', difference: null },
        numbering: { policy: 'keep' },
      },
    });
  });

  test('reports.trialBalance.200 the trial balance of the file, opening apart from movement', async () => {
    const { rows } = expected('tb_fecA.json');
    const { body } = await t.call('GET', '/v1/reports/trial-balance?year=2022');
    const found = body.rows.map(({ account, opening, debit, credit, closing }: Record<string, string>) => ({
      account,
      opening,
      debit,
      credit,
      closing,
    }));
    expect(found).toEqual(
      rows.map(({ account, opening, debit, credit, closing }: Record<string, string>) => ({
        account,
        opening,
        debit,
        credit,
        closing,
      })),
    );
  });

  test('entries.post.201 goes on after the numbers of the file, as they are written there', async () => {
    const { body } = await t.call('POST', '/v1/entries', {
      ...{ journal: 'ACH', date: '2022-08-31' },
      lines: [
        { account: '101500', debit: '1.00' },
        { account: '101500', credit: '1.00' },
      ],
    });
    expect(body).toMatchObject({ series: 'ACH', sequence: 394, number: '394' });
  });
});
