import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodes, kindFromRoot } from './codes.ts';

describe('compareCodes', () => {
  it('compareCodes: orders as the bytes in UTF-8 do', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 2_000 },
    );
    expect(compareCodes('\uff00', '\u{1f600}')).toBeLessThan(0);
  });
});

describe('kindFromRoot', () => {
  it('kindFromRoot: by the name before the first colon, in these letters', () => {
    expect(kindFromRoot('Assets:Bank:A512001')).toMatchObject({ statement: 'balance', type: 'asset' });
    expect(kindFromRoot('Liabilities:Tax')).toMatchObject({ statement: 'balance', type: 'liability' });
    expect(kindFromRoot('Equity')).toMatchObject({ statement: 'balance', type: 'equity' });
    expect(kindFromRoot('Income:Sales')).toMatchObject({ statement: 'result', type: 'income' });
    expect(kindFromRoot('Expenses:Ops:X')).toMatchObject({
      statement: 'result',
      type: 'expense',
      rule: 'root Expenses -> expense',
    });
    for (const code of ['512000', 'assets:x', 'Assetsx:y', 'toString:x', ''])
      expect(kindFromRoot(code)).toBeUndefined();
  });
});
