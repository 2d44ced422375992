import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountRows, balanced, decimals, exportLines } from '../../../test/ledgers.ts';
import { fileOf, headOf, linesOf, readAll, writeAll } from '../../../test/reading.ts';
import { toMinor } from '../../money/index.ts';
import type { LineRow } from '../../records/rows.ts';
import { codecs } from '../index.ts';

const minor = (text: string | undefined, exponent: number) => toMinor(text ?? '0', exponent) as bigint;

/** A line with its amounts as numbers, and without what stands in rows of its own or says what is so by itself. */
function meaningOf(line: LineRow, _: number, all: readonly LineRow[]) {
  const { row: _r, entry, accountName: _n, accountType: _t, journalName: _j, partyName: _p, ...rest } = line;
  const { debit, credit, currencyDebit, currencyCredit, currency = 'EUR', ...same } = rest;
  const exponent = decimals[currency] ?? 0;
  const isForeign = currency !== 'EUR';
  return {
    ...same,
    subledgerCode: undefined,
    first: all.findIndex((one) => one.entry === entry),
    series: line.series ?? line.journal,
    kind: line.kind ?? 'normal',
    taxDate: line.taxDate === line.date ? undefined : line.taxDate,
    ...{ currency, debit: minor(debit, 2), credit: minor(credit, 2) },
    currencyDebit: isForeign ? minor(currencyDebit, exponent) : undefined,
    currencyCredit: isForeign ? minor(currencyCredit, exponent) : undefined,
  };
}

describe.each([codecs.hledger, codecs.ledger])('$name', (codec) => {
  const head = headOf({ accounts: accountRows });

  it(`${codec.name}.write: what is written is read back: every field, storno, zero lines, own units, every script`, {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, fc.integer({ min: 1, max: 200 }), async (given, size) => {
        const lines = balanced(given);
        const { text, notHeld } = await writeAll(codec, lines, head);
        const { rows, faults, reading } = await readAll(codec, fileOf(text, size));

        expect(faults).toEqual([]);
        expect(notHeld).toEqual({});
        expect(linesOf(rows).map(meaningOf)).toEqual(lines.map(meaningOf));
        expect(reading.said().warnings).toEqual([]);

        const accounts = rows.filter((row) => row.record === 'account');
        expect(accounts).toEqual(
          accountRows.map((account) =>
            expect.objectContaining({ code: account.code, name: account.name, type: account.type }),
          ),
        );
        for (const row of rows) if (row.record === 'currency') expect(row.exponent).toBe(decimals[row.code]);
      }),
      { numRuns: 50 },
    );
  });
});
