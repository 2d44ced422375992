import type { AccountRow, ExportHead, ExportLine } from '@erp/ledger';
import fc from 'fast-check';
import { balanced, code, decimals, exportLines, text } from './ledgers.ts';
import { headOf } from './reading.ts';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const day = fc.integer({ min: 1, max: 28 }).map((at) => `2025-04-${String(at).padStart(2, '0')}`);

/** What an entry may say beside what `exportLines` has. */
const ofEntry = fc.record({
  kind: fc.constantFrom(undefined, 'opening', 'adjustment', 'revaluation'),
  period: optional(fc.integer({ min: 0, max: 14 })),
  taxDate: optional(day),
  documentDate: optional(day),
});

const ofLine = fc.record({
  valueDate: optional(day),
  quantity: fc.constantFrom(undefined, '1', '-0.5', '1250.125000'),
  unit: fc.constantFrom(undefined, 'h', 'm²'),
  rate: fc.constantFrom(undefined, '0.92', '123456789012.123456789012'),
  /** A line whose currency does not move: a revaluation. */
  standsStill: fc.boolean(),
  /** Words that mean something to one program or another. */
  extra: optional(
    fc.dictionary(fc.constantFrom('filename', 'lineno', 'more', 'k', 'due', 'Key', 'tags'), text, {
      minKeys: 1,
    }),
  ),
});

const kinds = [
  { type: 'asset', statement: 'balance' },
  { type: 'liability', statement: 'balance' },
  { type: 'equity', statement: 'balance' },
  { type: 'income', statement: 'result' },
  { type: 'expense', statement: 'result' },
  { type: 'memo', statement: 'memo' },
] as const;
const given = ['101000', '411000', '401000', '512000', '607000', '706000', '4210'];

const account = fc.record({
  kind: fc.constantFrom(...kinds),
  name: text,
  parent: optional(fc.constantFrom('Headings', '41')),
  postable: fc.constantFrom(undefined, false),
  control: fc.constantFrom(undefined, 'receivable', 'payable', 'other'),
  settleable: fc.constantFrom(undefined, true),
  unit: optional(code),
  externalId: optional(text),
  mappings: optional(
    fc
      .array(fc.record({ scheme: fc.constantFrom('sru', 'saft.group', 'a, b: c'), code }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((all) => all.sort((a, b) => (a.scheme < b.scheme ? -1 : a.scheme > b.scheme ? 1 : 0))),
  ),
});

const party = fc.record({
  code: fc.constantFrom('C1', 'Ünal', '株式会社', '0007'),
  name: optional(text),
  kind: fc.constantFrom(undefined, 'person', 'organisation'),
  roles: optional(
    fc.array(
      fc.record(
        { role: fc.constantFrom('customer', 'supplier'), subledgerCode: code, controlAccount: code },
        { requiredKeys: ['role'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  registrationNumber: optional(code),
  externalId: optional(text),
});

/** Without what is undefined. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const head = fc
  .record({
    accounts: fc.tuple(...given.map(() => account)),
    extra: fc.uniqueArray(code, { maxLength: 3 }),
    parties: fc.uniqueArray(party, { selector: (one) => one.code }),
    journals: fc.subarray(['VT', 'AC', 'OD/1']),
    area: fc.constantFrom('sale', 'general'),
    series: fc.constantFrom(undefined, 'all', 'é, b'),
    tenant: text,
    dimension: code,
  })
  .map((made): ExportHead => {
    const codes = [...given, ...made.extra.filter((one) => !given.includes(one))];
    const accounts = codes.map((one, at) => {
      const { kind = kinds[0], ...more } = made.accounts[at] ?? { name: 'Other' };
      return present({ record: 'account', code: one, ...kind, ...more }) as AccountRow;
    });
    const clearing: AccountRow = {
      record: 'account',
      code: 'Assets:Clearing',
      ...kinds[0],
      name: 'Clearing',
    };
    return headOf({
      tenant: { slug: 'acme', name: made.tenant, country: 'FR' },
      accounts: [...accounts.filter((one) => one.code !== clearing.code), clearing],
      parties: made.parties.map((one) =>
        present({ record: 'party' as const, ...one }),
      ) as ExportHead['parties'],
      journals: made.journals.map((one) =>
        present({
          record: 'journal' as const,
          code: one,
          name: `Journal ${one}`,
          area: made.area,
          series: made.series,
        }),
      ) as ExportHead['journals'],
      dimensionTypes: [{ code: made.dimension, name: 'Dimension' }],
      dimensionValues: [{ dimension: made.dimension, code: made.dimension, name: 'Value' }],
    });
  });

/** Balanced books with everything that an export can have, in a head and in lines. */
export const fullLedgers: fc.Arbitrary<{ head: ExportHead; lines: ExportLine[] }> = fc
  .record({
    head,
    lines: exportLines.map(balanced),
    ofEntry: fc.array(ofEntry, { minLength: 6, maxLength: 6 }),
    ofLine: fc.array(ofLine, { minLength: 36, maxLength: 36 }),
  })
  .map(({ head, lines, ...more }) => ({
    head,
    lines: lines.map((line, at) => {
      const { kind, ...entry } = present(more.ofEntry[Number(line.entry) - 1] ?? {}) as Partial<ExportLine>;
      const { standsStill, extra, rate, ...own } = { ...more.ofLine[at % 36] };
      const foreign = line.currency !== 'EUR';
      const nothing = (0).toFixed(decimals[line.currency] ?? 0);
      return present({
        ...line,
        ...entry,
        ...(kind === undefined ? {} : { kind }),
        ...own,
        ...(line.extra || extra ? { extra: { ...line.extra, ...extra } } : {}),
        rate: foreign && !standsStill ? rate : undefined,
        ...(foreign && standsStill && line.currencyDebit ? { currencyDebit: nothing } : {}),
        ...(foreign && standsStill && line.currencyCredit ? { currencyCredit: nothing } : {}),
      }) as ExportLine;
    }),
  }));
