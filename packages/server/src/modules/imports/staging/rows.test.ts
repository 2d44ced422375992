import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../../contract/document.ts';
import { createValidators } from '../../../contract/validate.ts';
import { tidy } from '../../../kernel/text.ts';
import { RowCheck } from './rows.ts';

const ofContract = createValidators(readDocument()).compile(
  { $ref: '#/components/schemas/ImportLineRow' },
  'body',
);

/** Mostly sound, so that most lines are. */
const mostly = <T>(sound: readonly T[], unsound: readonly T[]) =>
  fc.oneof(
    { weight: 19, arbitrary: fc.constantFrom(...sound) },
    { weight: 1, arbitrary: fc.constantFrom(...unsound) },
  );

const text = mostly(
  ['A', ' A ', 'a\u0301', '\u00e1', '411000'],
  ['', ' ', 'x'.repeat(101), 'a\tb', 'line\nfeed'],
);
const day = mostly(['2026-01-05', '2026-02-28', ' 2026-01-05 '], ['2026-02-29', '2026-1-5', '05.01.2026']);
const amount = mostly(['1', '1.50', '-1.50', '0'], ['01', '1,5', '1e3', '1.123456789', '']);
const odd = fc.constantFrom(null, true, 0, -1, 1.5, [], {}, { VAT: 'A' }, { ' VAT': ' B ' }, { VAT: 1 });

const field = <T>(usual: fc.Arbitrary<T>) =>
  fc.option(fc.oneof({ weight: 39, arbitrary: usual }, { weight: 1, arbitrary: odd }), { nil: undefined });

const line = fc.record({
  record: fc.constant('line'),
  entry: field(text),
  row: field(mostly([1, 2, 3], [0, -1])),
  journal: field(text),
  date: field(day),
  account: field(text),
  description: field(text),
  debit: field(amount),
  credit: field(amount),
  currency: field(mostly(['EUR', 'USD'], ['eur', ''])),
  storno: field(fc.boolean()),
  dimensions: field(mostly<object>([{ VAT: 'A' }, { ' VAT': ' B ' }], [{ VAT: 1 }])),
  source: field(mostly([{ system: 'x' }], [{ system: '' }])),
  unknown: mostly([undefined], ['A']),
});

test('imports.putPart: a line is checked field by field and remembered, and the answer is that of the contract', () => {
  const check = new RowCheck();
  let sound = 0;
  fc.assert(
    fc.property(line, (given) => {
      const sent = JSON.stringify(given);
      const faults = ofContract(tidy(JSON.parse(sent)));

      const first = check.check(JSON.parse(sent));
      sound += 'row' in first ? 1 : 0;
      if ('row' in first) expect(first.row).toEqual(tidy(JSON.parse(sent)));
      expect('faults' in first ? first.faults.map((f) => f.message) : []).toEqual(
        faults.map((f) => f.message),
      );
      expect(check.check(JSON.parse(sent))).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
  expect(sound).toBeGreaterThan(400);
  expect(sound).toBeLessThan(1_600);
});
