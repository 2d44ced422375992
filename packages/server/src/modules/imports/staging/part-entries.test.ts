import { type LineRow, lineAmounts } from '@erp/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Column } from './columns.ts';
import { sequenceOf } from './entry-heads.ts';
import { plainAmounts } from './plain-amounts.ts';

describe('plainAmounts', () => {
  const amount = fc.oneof(
    fc.constantFrom(
      '0',
      '0.00',
      '0.0',
      '-0.00',
      '1',
      '1.5',
      '1.50',
      '1.500',
      '1.505',
      '-1.00',
      '.50',
      '1.',
      '',
      '12345678901234.56',
      '1e3',
      ' 1.00',
    ),
    fc.integer({ min: 0, max: 10_000_000 }).map((n) => (n / 100).toFixed(2)),
  );
  const side = fc.option(amount, { nil: undefined });

  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('plainAmounts of %s: where it answers, lineAmounts says the same', (currency, exponent) => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(undefined, currency, 'USD'),
        side,
        (debit, credit, own, currencyDebit) => {
          const given = { debit, credit, currency: own, currencyDebit };
          const line = Object.fromEntries(
            Object.entries(given).filter(([, value]) => value !== undefined),
          ) as unknown as LineRow;
          const plain = plainAmounts(line, { currency, exponent });
          const context = {
            base: currency,
            exponent: (code: string) => (code === currency ? exponent : 2),
            storno: true,
          };
          if (plain) expect(plain).toEqual(lineAmounts(line, context));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('plainAmounts answers for the usual line', () => {
    const line: LineRow = { record: 'line', entry: '1', debit: '1173.43', credit: '0.00' };
    expect(plainAmounts(line, { currency: 'EUR', exponent: 2 })).toMatchObject({
      debit: 117_343n,
      credit: 0n,
    });
  });
});

test('sequenceOf is what a number ends with, where a sequence can hold it', () => {
  expect(['394', '00000249', 'VT-2026-000118', 'A', undefined, '1234567890123456'].map(sequenceOf)).toEqual([
    ...[394, 249, 118, undefined, undefined, undefined],
  ]);
});

describe('Column', () => {
  test('Column writes arrays that PostgreSQL reads: nulls between, quotes and backslashes, nothing at the end', () => {
    const column = new Column();
    [undefined, 'a"b', undefined, 'c\\d', 'NULL', '{x,y}', undefined].forEach((value, row) => {
      column.text(row, value);
    });
    expect(`${column}`).toBe('{NULL,"a\\"b",NULL,"c\\\\d","NULL","{x,y}"}');
    expect(`${new Column()}`).toBe('{}');
  });
});
