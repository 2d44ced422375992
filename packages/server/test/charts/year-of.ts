import { fromMinor, type Row } from '@erp/ledger';
import type { Country } from './country.ts';

/** In cents, debit positive; `own`: in the foreign currency. Lines with one letter of an account and party settle each other. */
export interface Line {
  account: string;
  amount: number;
  party?: string;
  own?: number;
  letter?: string;
}

export interface Booking {
  journal: string;
  /** Months after the first of the year, and day. */
  month: number;
  day: string;
  text: string;
  kind?: string;
  lines: Line[];
}

export interface Roles {
  fxGainRealised: string;
  fxLossRealised: string;
  fxLossUnrealised: string;
  resultProfit: string;
}

const taxOf = (net: number, rate: string): number => {
  const tax = (net * Math.round(Number(rate) * 1000)) / 100_000;
  if (!Number.isInteger(tax)) throw new Error(`${rate} % of ${net} is no whole number of cents`);
  return tax;
};

/** Sales and purchases that are paid, with the letters of who matched them. */
export function settledTrade(country: Country, roles: Roles): Booking[] {
  const { accounts: a, journals: j, rates } = country;
  const sale = 2_000_000 + taxOf(2_000_000, rates.standard);
  const reduced = 500_000 + taxOf(500_000, rates.reduced);
  const bought = 1_000_000 + inputTaxOf(country);
  return [
    {
      ...{ journal: j.sale, month: 1, day: '05', text: 'F-1' },
      lines: [
        { account: a.receivable, amount: sale, party: 'C1', letter: 'A' },
        { account: a.salesStandard, amount: -2_000_000 },
        { account: a.taxStandard, amount: 2_000_000 - sale },
      ],
    },
    {
      ...{ journal: j.sale, month: 1, day: '06', text: 'F-2' },
      lines: [
        { account: a.receivable, amount: reduced, party: 'C2', letter: 'A' },
        { account: a.salesReduced, amount: -500_000 },
        { account: a.taxReduced, amount: 500_000 - reduced },
      ],
    },
    {
      ...{ journal: j.purchase, month: 1, day: '07', text: 'L-1' },
      lines: bill(country, a.purchases, a.inputTax, { account: a.payable, party: 'S1', letter: 'A' }),
    },
    {
      ...{ journal: j.sale, month: 2, day: '01', text: 'F-3 abroad' },
      lines: [
        { account: a.receivable, amount: 46_000, own: 50_000, party: 'C3', letter: 'A' },
        { account: a.salesAbroad, amount: -46_000 },
      ],
    },
    {
      ...{ journal: j.purchase, month: 2, day: '02', text: 'L-2 abroad' },
      lines: [
        { account: a.services, amount: 92_000 },
        { account: a.payable, amount: -92_000, own: -100_000, party: 'S2', letter: 'A' },
      ],
    },
    {
      ...{ journal: j.received, month: 3, day: '10', text: 'F-1, F-2' },
      lines: [
        { account: a.bank, amount: sale + reduced },
        { account: a.receivable, amount: -sale, party: 'C1', letter: 'A' },
        { account: a.receivable, amount: -reduced, party: 'C2', letter: 'A' },
      ],
    },
    {
      ...{ journal: j.received, month: 3, day: '11', text: 'F-3, and what the dollar lost' },
      lines: [
        { account: a.bank, amount: 45_000 },
        { account: roles.fxLossRealised, amount: 1_000 },
        { account: a.receivable, amount: -46_000, own: -50_000, party: 'C3', letter: 'A' },
      ],
    },
    {
      ...{ journal: j.paid, month: 3, day: '12', text: 'L-1' },
      lines: [
        { account: a.payable, amount: bought, party: 'S1', letter: 'A' },
        { account: a.bank, amount: -bought },
      ],
    },
    {
      ...{ journal: j.paid, month: 3, day: '13', text: 'L-2, and what the dollar lost' },
      lines: [
        { account: a.payable, amount: 92_000, own: 100_000, party: 'S2', letter: 'A' },
        { account: a.bank, amount: -90_500 },
        { account: roles.fxGainRealised, amount: -1_500 },
      ],
    },
  ];
}

/** Everything else of the year: capital, what stays open, wages, depreciation, taxes, and the year's end. */
export function restOfYear(country: Country, roles: Roles): Booking[] {
  const { accounts: a, journals: j, rates } = country;
  const open = 100_000 + taxOf(100_000, rates.standard);
  return [
    {
      ...{ journal: j.general, month: 0, day: '02', text: 'Capital' },
      lines: [
        { account: a.bank, amount: 5_000_000 },
        { account: a.capital, amount: -5_000_000 },
      ],
    },
    {
      ...{ journal: j.purchase, month: 0, day: '15', text: 'L-3 machine' },
      lines: bill(country, a.equipment, a.inputTaxOnAssets, { account: a.payable, party: 'S1' }),
    },
    {
      ...{ journal: j.payroll, month: 5, day: '25', text: 'Wages' },
      lines: [
        { account: a.wages, amount: 300_000 },
        { account: a.socialCost, amount: 90_000 },
        { account: a.netPay, amount: -220_000, party: 'E1' },
        { account: a.wageTax, amount: -30_000 },
        { account: a.socialDebt, amount: -140_000 },
      ],
    },
    {
      ...{ journal: j.paid, month: 5, day: '26', text: 'Wages and wage tax' },
      lines: [
        { account: a.netPay, amount: 220_000, party: 'E1' },
        { account: a.wageTax, amount: 30_000 },
        { account: a.bank, amount: -250_000 },
      ],
    },
    {
      ...{ journal: j.sale, month: 10, day: '20', text: 'F-4, not paid yet' },
      lines: [
        { account: a.receivable, amount: open, party: 'C2' },
        { account: a.salesStandard, amount: -100_000 },
        { account: a.taxStandard, amount: 100_000 - open },
      ],
    },
    {
      ...{ journal: j.purchase, month: 11, day: '01', text: 'L-4 abroad, not paid yet' },
      lines: [
        { account: a.services, amount: 18_400 },
        { account: a.payable, amount: -18_400, own: -20_000, party: 'S2' },
      ],
    },
    {
      ...{
        journal: j.general,
        month: 11,
        day: '28',
        text: 'L-4 at the rate of the day',
        kind: 'revaluation',
      },
      lines: [
        { account: roles.fxLossUnrealised, amount: 300 },
        { account: a.payable, amount: -300, own: 0, party: 'S2' },
      ],
    },
    {
      ...{ journal: j.general, month: 11, day: '28', text: 'Depreciation' },
      lines: [
        { account: a.depreciation, amount: 200_000 },
        { account: a.accumulated, amount: -200_000 },
      ],
    },
    {
      ...{ journal: j.general, month: 11, day: '28', text: 'Tax on the result' },
      lines: [
        { account: a.incomeTax, amount: 100_000 },
        { account: a.incomeTaxDue, amount: -100_000 },
      ],
    },
    ...taxReturn(country),
  ];
}

/** The return of the year: output less input tax, and its payment. */
function taxReturn(country: Country): Booking[] {
  const { accounts: a, journals: j, rates } = country;
  const output = [
    { account: a.taxStandard, amount: taxOf(2_100_000, rates.standard) },
    { account: a.taxReduced, amount: taxOf(500_000, rates.reduced) },
  ];
  const input = [a.inputTax, a.inputTaxOnAssets].flatMap((account) =>
    account === undefined ? [] : [{ account, amount: -inputTaxOf(country) }],
  );
  const due = [...output, ...input].reduce((sum, { amount }) => sum + amount, 0);
  const paid = (lines: Line[]): Booking => ({
    ...{ journal: j.paid, month: 11, day: '20', text: 'Tax of the return', lines },
  });

  if (a.taxDue === undefined) return [paid([...output, ...input, { account: a.bank, amount: -due }])];
  const taxPaid = a.taxPaid ?? a.taxDue;
  return [
    {
      ...{ journal: j.general, month: 11, day: '15', text: 'Return' },
      lines: [...output, ...input, { account: a.taxDue, amount: -due }],
    },
    paid([
      { account: taxPaid, amount: due },
      { account: a.bank, amount: -due },
    ]),
    ...(taxPaid === a.taxDue
      ? []
      : [
          {
            ...{ journal: j.general, month: 11, day: '28', text: 'What was paid in advance' },
            lines: [
              { account: a.taxDue, amount: due },
              { account: taxPaid, amount: -due },
            ],
          },
        ]),
  ];
}

/** Of a purchase of 10,000.00: nothing where goods for resale bear no tax. */
const inputTaxOf = ({ accounts, rates }: Country): number =>
  accounts.inputTax === undefined ? 0 : taxOf(1_000_000, rates.standard);

function bill(
  country: Country,
  cost: string,
  inputTax: string | undefined,
  owed: Omit<Line, 'amount'>,
): Line[] {
  const tax = inputTaxOf(country);
  return [
    { account: cost, amount: 1_000_000 },
    ...(inputTax === undefined ? [] : [{ account: inputTax, amount: tax }]),
    { ...owed, amount: -1_000_000 - tax },
  ];
}

const money = (cents: number) => fromMinor(BigInt(Math.abs(cents)), 2);

/** A line as the contract has it: on the side of its sign, beside what it is in the foreign currency. */
function amountsOf({ amount, own }: Line, foreign: string) {
  const isCredit = amount < 0;
  return {
    [isCredit ? 'credit' : 'debit']: money(amount),
    ...(own === undefined
      ? {}
      : { currency: foreign, [isCredit ? 'currencyCredit' : 'currencyDebit']: money(own) }),
  };
}

export function dateOf({ start }: Country, { month, day }: Pick<Booking, 'month' | 'day'>): string {
  const [year = 0, first = 0] = start.split('-').map(Number);
  const months = year * 12 + first - 1 + month;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${day}`;
}

export const entryOf = (country: Country, booking: Booking) => ({
  ...{ journal: booking.journal, date: dateOf(country, booking), description: booking.text },
  documentRef: booking.text.slice(0, 3),
  ...(booking.kind === undefined ? {} : { kind: booking.kind }),
  lines: booking.lines.map((line) => ({
    account: line.account,
    ...(line.party === undefined ? {} : { party: line.party }),
    ...amountsOf(line, country.foreign),
  })),
});

/** The same as rows of an import, which may say what settles what. */
export const rowsOfBookings = (country: Country, bookings: readonly Booking[]): Row[] =>
  bookings.flatMap(({ lines, ...booking }, entry) =>
    lines.map((line) => ({
      ...{ record: 'line', entry: String(entry), journal: booking.journal, date: dateOf(country, booking) },
      ...{ entryDescription: booking.text, documentRef: booking.text.slice(0, 3), account: line.account },
      ...(line.party === undefined ? {} : { party: line.party }),
      ...(line.letter === undefined ? {} : { settlement: line.letter }),
      ...amountsOf(line, country.foreign),
    })),
  ) as Row[];
