import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullLedgers } from '../../../test/full-ledgers.ts';
import { decimals } from '../../../test/ledgers.ts';
import { meaningOf } from '../../../test/line-meaning.ts';
import { fileOf, linesOf, readAll, withoutPlace, writeAll } from '../../../test/reading.ts';
import type { Row } from '../../records/rows.ts';
import { codecs } from '../index.ts';

// Few books each time, always others. A failure prints its seed; ROUND_TRIPS=500 makes many.
const numRuns = Number(process.env['ROUND_TRIPS'] ?? 40);
const { beancount } = codecs;

const own = <T extends Row['record']>(rows: readonly Row[], record: T) =>
  rows.filter((row) => row.record === record).map(withoutPlace);

describe('beancount.write', () => {
  it('beancount.write: what is written is read back: every field, storno, zero lines, revaluations, own units, every script', {
    timeout: 60_000 + numRuns * 500,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fullLedgers, fc.integer({ min: 1, max: 200 }), async ({ head, lines }, size) => {
        const { text, notHeld } = await writeAll(beancount, lines, head);
        const { rows, faults, reading } = await readAll(beancount, fileOf(text, size));

        expect(faults).toEqual([]);
        expect(notHeld).toEqual({});
        expect(linesOf(rows).map(meaningOf)).toEqual(lines.map(meaningOf));
        expect(reading.said()).toMatchObject({ warnings: [], notStored: {} });

        expect(own(rows, 'account')).toEqual(
          head.accounts.map((account) => expect.objectContaining(account)),
        );
        expect(own(rows, 'party')).toEqual(expect.arrayContaining(head.parties));
        expect(own(rows, 'journal')).toEqual(expect.arrayContaining(head.journals));
        expect(own(rows, 'year')).toEqual(head.years);
        expect(own(rows, 'dimension')).toMatchObject(head.dimensionTypes ?? []);
        expect(own(rows, 'dimensionValue')).toMatchObject(head.dimensionValues ?? []);
        for (const row of rows) if (row.record === 'currency') expect(row.exponent).toBe(decimals[row.code]);
      }),
      { numRuns },
    );
  });
});
