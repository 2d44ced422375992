import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AmountContext,
  checkBalance,
  type GivenAmounts,
  isAmountFault,
  type LineAmounts,
  lineAmounts,
  roundingLine,
  spreadRounding,
} from './index.ts';

const decimals: Record<string, number> = { EUR: 2, USD: 2, GBP: 2, JPY: 0, KWD: 3 };
const ctx: AmountContext = { base: 'EUR', exponent: (code) => decimals[code] };

function entry(...lines: GivenAmounts[]): LineAmounts[] {
  return lines.map((line) => {
    const amounts = lineAmounts(line, ctx);
    if (isAmountFault(amounts)) throw new Error(amounts.message);
    return amounts;
  });
}

const usd = (side: 'currencyDebit' | 'currencyCredit', amount: string): GivenAmounts => ({
  currency: 'USD',
  [side]: amount,
  rate: '0.9155',
});

const thirds = entry(
  usd('currencyDebit', '33.33'),
  usd('currencyDebit', '33.33'),
  usd('currencyDebit', '33.34'),
  usd('currencyCredit', '100.00'),
);

describe('checkBalance', () => {
  it('checkBalance: a sale with tax balances', () => {
    expect(
      checkBalance(entry({ debit: '1200.00' }, { credit: '1000.00' }, { credit: '200.00' }), ctx),
    ).toBeUndefined();
  });

  it('checkBalance: payment of a foreign bill from a base bank balances in base and not in currency', () => {
    const payment = entry(
      { currency: 'USD', currencyDebit: '1000.00', debit: '920.00' },
      { credit: '905.00' },
      { credit: '15.00' },
    );
    expect(checkBalance(payment, ctx)).toBeUndefined();
  });

  it('checkBalance: three thirds of 100 dollars differ by a cent of rounding', () => {
    expect(thirds.map((line) => line.debit)).toEqual([3051n, 3051n, 3052n, 0n]);
    expect(checkBalance(thirds, ctx)).toMatchObject({
      code: 'unbalanced_rounding',
      difference: -1n,
      message: expect.stringContaining('debit 91.54, credit 91.55: differs by 0.01 EUR'),
    });
  });

  it('checkBalance: a cent without a foreign line is no rounding', () => {
    expect(checkBalance(entry({ debit: '1.00' }, { credit: '0.99' }), ctx)).toMatchObject({
      code: 'unbalanced',
      difference: 1n,
    });
  });

  it('checkBalance: a cent in an entry that is open in its currency is no rounding', () => {
    const open = entry(
      { currency: 'USD', currencyDebit: '10.00', debit: '9.20' },
      { currency: 'USD', currencyCredit: '10.01', credit: '9.21' },
    );
    expect(checkBalance(open, ctx)).toMatchObject({ code: 'unbalanced' });
  });

  it('checkBalance: more than half a cent a line is no rounding', () => {
    const pair = (credit: string) =>
      entry(
        { currency: 'USD', currencyDebit: '10.00', debit: '9.20' },
        { currency: 'USD', currencyCredit: '10.00', credit },
      );
    expect(checkBalance(pair('9.21'), ctx)).toMatchObject({ code: 'unbalanced_rounding' });
    expect(checkBalance(pair('9.22'), ctx)).toMatchObject({ code: 'unbalanced', difference: -2n });
  });
});

describe('roundingLine', () => {
  it('roundingLine: closes the thirds with a cent in base and nothing in dollars', () => {
    const line = roundingLine(thirds, ctx);
    expect(line).toEqual({ debit: 1n, credit: 0n, currency: 'USD', currencyDebit: 0n, currencyCredit: 0n });
    expect(checkBalance([...thirds, line], ctx)).toBeUndefined();
  });

  it('roundingLine: stands in base currency where several foreign ones meet', () => {
    const mixed = entry(
      { currency: 'USD', currencyDebit: '1.00', debit: '0.92' },
      { currency: 'GBP', currencyCredit: '1.00', credit: '0.91' },
    );
    expect(roundingLine(mixed, ctx)).toMatchObject({ credit: 1n, currency: 'EUR', currencyCredit: 1n });
  });
});

describe('spreadRounding', () => {
  it('spreadRounding: the cent goes to the first of the largest remainders, and is stated', () => {
    const spread = spreadRounding(thirds, ctx);
    expect(spread?.moved).toEqual([{ index: 0, by: 1n }]);
    expect(spread?.lines.map((line) => line.debit)).toEqual([3052n, 3051n, 3052n, 0n]);
    expect(checkBalance(spread?.lines ?? [], ctx)).toBeUndefined();
  });

  it('spreadRounding: never touches base currency, never turns a side', () => {
    expect(spreadRounding(entry({ debit: '1.00' }, { credit: '0.99' }), ctx)).toBeUndefined();
    const tiny = entry(
      { currency: 'USD', currencyDebit: '0.01', debit: '0.01' },
      { currency: 'USD', currencyCredit: '0.01', credit: '0' },
    );
    expect(spreadRounding(tiny, ctx)).toBeUndefined();
  });

  it('spreadRounding: every entry that rounding left open is closed by at most a cent a line', () => {
    const part = fc.record({
      minor: fc.bigInt({ min: 5n, max: 10n ** 9n }),
      currency: fc.constantFrom('USD', 'KWD', 'JPY'),
    });
    const rates: Record<string, string> = { USD: '0.923737', KWD: '3.0519', JPY: '0.611927' };

    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const lines = entry(
          ...Object.keys(rates).flatMap((currency) => {
            const mine = parts.filter((one) => one.currency === currency).map((one) => one.minor);
            const text = (minor: bigint) => decimalText(minor, decimals[currency] ?? 0);
            const rate = rates[currency] ?? '';
            const total = mine.reduce((a, b) => a + b, 0n);
            if (mine.length === 0) return [];
            return [
              ...mine.map((minor) => ({ currency, rate, currencyDebit: text(minor) })),
              { currency, rate, currencyCredit: text(total) },
            ];
          }),
        );

        const open = checkBalance(lines, ctx);
        if (!open) return;

        expect(open.code).toBe('unbalanced_rounding');
        const spread = spreadRounding(lines, ctx);
        expect(checkBalance(spread?.lines ?? [], ctx)).toBeUndefined();
        for (const { by } of spread?.moved ?? []) expect(by * by).toBe(1n);
      }),
    );
  });
});

function decimalText(minor: bigint, exponent: number): string {
  const digits = minor.toString().padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
