import type { AccountRow, ExportLine } from '@erp/ledger';
import fc from 'fast-check';

/** Decimals of the currencies in generated ledgers: ISO ones, and units of one's own with none and with three. */
export const decimals: Readonly<Record<string, number>> = { EUR: 2, JPY: 0, KWD: 3, VACHR: 3, VPOINT: 0 };

const scripts = ['é', 'ß', 'Ω', 'Ж', 'ש', 'ع', 'ก', '日本', '한', '😀', 'e\u0301', '\u00a0'];
const troubles = [
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '|',
  '=1+1',
  '+',
  '-',
  '@',
  "'",
  '  ',
  '0',
  '12,5',
  '#N/A',
];

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(...scripts),
  fc.constantFrom(...troubles),
);

/** Texts as the ledger keeps them: composed, trimmed, not empty; any script, and whatever breaks a careless format. */
export const text = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join('').replaceAll('\0', '').normalize('NFC').trim())
  .filter((value) => value !== '');

/** Codes: as texts, without control characters. */
export const code = text
  .map((value) => value.replace(/\p{Cc}/gu, ' ').trim())
  .filter((value) => value !== '');

const date = fc.integer({ min: 1, max: 28 }).map((day) => `2025-03-${String(day).padStart(2, '0')}`);

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

function decimal(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

const line = fc.record({
  account: fc.constantFrom('101000', '411000', '401000', '512000', '607000', '706000', '4210'),
  party: optional(fc.constantFrom('C1', 'Ünal', '株式会社', '0007')),
  role: fc.constantFrom('customer', 'supplier', undefined),
  description: optional(text),
  onDebit: fc.boolean(),
  minor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999_999 })),
  currency: fc.constantFrom('EUR', 'EUR', ...Object.keys(decimals)),
  currencyMinor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999_999 })),
  settlement: optional(fc.constantFrom('A', 'AA', 'é1')),
  settlementDate: optional(date),
  lineDocumentRef: optional(text),
  lineDocumentDate: optional(date),
  dueDate: optional(date),
  dimensions: optional(
    fc.dictionary(fc.constantFrom('project', 'Kosten stelle', '部門'), text, { minKeys: 1 }),
  ),
  extra: optional(fc.dictionary(fc.constantFrom('ModeRglt', 'a"b'), text, { minKeys: 1 })),
});

const source = fc.record(
  { system: fc.constantFrom('sie', 'csv'), file: text, reference: text, line: fc.nat().map(String) },
  { requiredKeys: ['system'] },
);

const entry = fc.record({
  source: optional(source),
  journal: fc.constantFrom('VT', 'AC', 'OD/1', 'B%'),
  date,
  validatedOn: date,
  kind: fc.constantFrom('normal', 'normal', 'reversal', 'closing'),
  storno: fc.boolean(),
  documentRef: optional(text),
  entryDescription: optional(text),
  externalId: optional(text),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
});

/** The lines of a small ledger as an export gives them: entries in order, numbers running in each journal. */
export const exportLines: fc.Arbitrary<ExportLine[]> = fc
  .array(entry, { minLength: 1, maxLength: 6 })
  .map((entries) => {
    const numbers = new Map<string, number>();

    return entries.flatMap(({ lines, storno, ...head }, index) => {
      const number = (numbers.get(head.journal) ?? 0) + 1;
      numbers.set(head.journal, number);

      return lines.map((given): ExportLine => {
        const { onDebit, minor, currency, currencyMinor, role, ...rest } = given;
        const sign = storno ? -1 : 1;
        const base = decimal(sign * minor, 2);
        const foreign = decimal(sign * currencyMinor, decimals[currency] ?? 0);

        const made = {
          record: 'line',
          entry: String(index + 1),
          ...head,
          journalName: `Journal ${head.journal}`,
          series: head.journal,
          number: String(number).padStart(6, '0'),
          accountName: `Account ${rest.account}`,
          ...rest,
          settlementDate: rest.settlement === undefined ? undefined : rest.settlementDate,
          partyName: rest.party === undefined ? undefined : `Party ${rest.party}`,
          partyRole: rest.party === undefined ? undefined : role,
          subledgerCode: rest.party,
          debit: onDebit ? base : '0.00',
          credit: onDebit ? '0.00' : base,
          currency,
          currencyDebit: currency === 'EUR' || !onDebit ? undefined : foreign,
          currencyCredit: currency === 'EUR' || onDebit ? undefined : foreign,
          storno: storno || undefined,
        };

        return Object.fromEntries(
          Object.entries(made).filter(([, value]) => value !== undefined),
        ) as unknown as ExportLine;
      });
    });
  });

/** Names of the dimensions and extras in generated ledgers, for the head of an export. */
export const dimensionNames = ['project', 'Kosten stelle', '部門'];
export const extraNames = ['ModeRglt', 'a"b'];

/** The same with a last line in each entry that balances it in base currency, as books have them. */
export function balanced(lines: readonly ExportLine[]): ExportLine[] {
  return lines.flatMap((line, index) => {
    if (lines[index + 1]?.entry === line.entry) return [line];
    const cents = lines
      .filter(({ entry }) => entry === line.entry)
      .reduce(
        (sum, { debit, credit }) => sum + Number(debit.replace('.', '')) - Number(credit.replace('.', '')),
        0,
      );
    const { party: _p, partyName: _n, subledgerCode: _s, dimensions: _d, extra: _e, ...rest } = line;
    const onDebit = cents < 0 !== (line.storno === true);
    const amount = decimal(onDebit ? -cents : cents, 2);
    const last: ExportLine = {
      ...rest,
      account: 'Assets:Clearing',
      accountName: 'Clearing',
      currency: 'EUR',
    };
    for (const field of ['currencyDebit', 'currencyCredit'] as const) delete last[field];
    return [line, { ...last, debit: onDebit ? amount : '0.00', credit: onDebit ? '0.00' : amount }];
  });
}

/** Rows of the accounts in generated ledgers. */
export const accountRows: AccountRow[] = (
  [
    ['101000', 'equity'],
    ['411000', 'asset'],
    ['401000', 'liability'],
    ['512000', 'asset'],
    ['607000', 'expense'],
    ['706000', 'income'],
    ['4210', 'memo'],
    ['Assets:Clearing', 'asset'],
  ] as const
).map(([account, type]) => ({ record: 'account', code: account, name: `Account ${account}`, type }));
