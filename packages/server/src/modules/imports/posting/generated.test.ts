import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../test/harness.ts';
import { importRows, readFile, rejectsOf } from '../../../../test/import-file.ts';

const shared = fileURLToPath(new URL('../../../../../../../shared/', import.meta.url));
const generator = `${shared}tools/gen_ledger.py`;
const based = `${shared}expected/gen_base.py`;

describe.runIf([generator, based].every(existsSync))('imports.commit of 20,000 generated entries', () => {
  let folder: string;
  let naive: string;
  let t: TestApp;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'erp-import-'));
    naive = join(folder, 'naive.csv');
    execFileSync('python3', [generator, '20000', folder]);
    execFileSync('python3', [based, join(folder, 'lines.csv'), naive, join(folder, 'naive.json'), '--naive']);
    t = await openTestApp();
  });
  afterAll(async () => {
    await t.close();
    rmSync(folder, { recursive: true });
  });

  test('imports.commit.202 exactly the entries that rounding has unbalanced are rejected, the others are written', async () => {
    const { rows, said } = await readFile('csv', readFileSync(naive), 'naive.csv');
    const session = await importRows(t, rows, { format: 'csv', onError: 'skip' }, said);
    expect(session).toMatchObject({
      ...{
        state: 'committed',
        entries: 20_000,
        written: 19_538,
        rejected: 462,
        updated: 0,
        unchanged: 0,
        skipped: 0,
      },
    });
    const rejects = await rejectsOf(t, session.id);
    expect(rejects).toHaveLength(462);
    expect(new Set(rejects.map((reject) => reject.code))).toEqual(new Set(['unbalanced_rounding']));

    const { body } = await t.call('GET', '/v1/reports/trial-balance?year=2025');
    expect(body.totals.debit).toBe(session.debit);
    expect(body.totals.credit).toBe(session.credit);
  }, 180_000);
});
