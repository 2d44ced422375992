import type { ExportLine } from '@erp/ledger';
import { describe, expect, it } from 'vitest';
import { fileOf, headOf, linesOf, readAll, writeAll } from '../../../test/reading.ts';
import { codecs } from '../index.ts';

const { beancount } = codecs;

function line(entry: string, account: string, more: Partial<ExportLine>): ExportLine {
  return {
    ...{ record: 'line', entry, journal: 'OD', journalName: 'Sundry', series: 'OD', number: entry },
    ...{ date: '2025-01-31', account, accountName: `Account ${account}`, accountType: 'asset' },
    ...{ debit: '0.00', credit: '0.00', currency: 'EUR', ...more },
  };
}

describe('beancount.write', () => {
  it('beancount.write: a currency that is a word of beancount has another name, and no two become one', async () => {
    const units = ['TRUE', 'X-TRUE', 'NULL'];
    const lines = units.flatMap((currency, at) => [
      line(String(at + 1), '1', { debit: '1.00', currency, currencyDebit: '5' }),
      line(String(at + 1), '2', { credit: '1.00' }),
    ]);
    const { text } = await writeAll(beancount, lines);
    expect(text).toContain('2025-01-01 commodity X-TRUE\n  code: "TRUE"\n');
    expect(text).not.toMatch(/ (TRUE|FALSE|NULL)\b/);
    const { rows, faults } = await readAll(beancount, fileOf(text));
    expect(faults).toEqual([]);
    expect(linesOf(rows).flatMap(({ currency = [] }) => currency)).toEqual(units);
  });

  it('beancount.write: keys that beancount uses itself, short ones and those in capitals stand in one string', async () => {
    const extra = { lineno: 'x', filename: 'y', k: '1', Key: '2', 'a-b': '3', more: '4' };
    const { text } = await writeAll(beancount, [line('1', '1', { extra }), line('1', '2', {})]);
    expect(text).toContain('    a-b: "3"\n    more: "');
    expect(text.match(/^ +[a-z][\w-]*(?=:)/gm)?.map((key) => key.trim())).not.toContain('lineno');
    const { rows } = await readAll(beancount, fileOf(text));
    expect(linesOf(rows)[0]?.extra).toEqual(extra);
  });

  it('beancount.write: balances stand on the day after the year, or after the last day that the file has', async () => {
    const lines = [
      line('1', '1', { debit: '2.00' }),
      line('1', '7', { credit: '2.00', accountType: 'income' }),
    ];
    const years = headOf().years;
    const next = { record: 'year', code: '2026', start: '2026-01-01', end: '2026-12-31' } as const;
    const head = headOf({ to: '2026-03-31', years: [...years, next] });
    const { text } = await writeAll(beancount, lines, head);
    expect(text.match(/^.* balance .*$/gm)).toEqual([
      '2026-01-01 balance Assets:A1  2.00 EUR',
      '2026-01-01 balance Income:A7  -2.00 EUR',
      // Results begin at nothing in the second year; the file cannot say so, and states none.
      '2026-04-01 balance Assets:A1  2.00 EUR',
    ]);
  });

  it('beancount.write: no balance of an account with others below it, which beancount would add up', async () => {
    const lines = [
      line('1', 'Assets:Bank', { debit: '2.00' }),
      line('1', 'Assets:Bank:Main', { debit: '1.00' }),
      line('1', 'Assets:Banker', { credit: '3.00' }),
    ];
    const { text } = await writeAll(beancount, lines);
    expect(text.match(/^.* balance .*$/gm)).toEqual([
      '2026-01-01 balance Assets:Bank:Main  1.00 EUR',
      '2026-01-01 balance Assets:Banker  -3.00 EUR',
    ]);
  });

  it('beancount.write: the opening of a year that follows in the same file is left out and counted', async () => {
    const opening = { kind: 'opening', date: '2026-01-01' };
    const years = [...headOf().years, { record: 'year' as const, start: '2026-01-01', end: '2026-12-31' }];
    const lines = [line('1', '1', opening), line('1', '2', opening)];
    const { text, notHeld } = await writeAll(beancount, lines, headOf({ to: '2026-12-31', years }));
    expect(notHeld).toEqual({ 'opening of a later year': 2 });
    expect(text).not.toContain('2026-01-01 *');
  });
});
