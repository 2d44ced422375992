import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountRows, balanced, decimals, exportLines } from '../../../test/ledgers.ts';
import { meaningOf } from '../../../test/line-meaning.ts';
import { fileOf, headOf, linesOf, readAll, writeAll } from '../../../test/reading.ts';
import { codecs } from '../index.ts';

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
