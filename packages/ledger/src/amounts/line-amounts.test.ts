import { describe, expect, it } from 'vitest';
import { type AmountContext, type GivenAmounts, lineAmounts } from './index.ts';

const decimals: Record<string, number> = { EUR: 2, USD: 2, JPY: 0, KWD: 3, VACHR: 4 };
const ctx: AmountContext = { base: 'EUR', exponent: (code) => decimals[code] };
const read = (line: GivenAmounts, more: Partial<AmountContext> = {}) =>
  lineAmounts(line, { ...ctx, ...more });

describe('lineAmounts', () => {
  it('lineAmounts: a line in base currency has the same amounts twice, and no rate', () => {
    const expected = {
      debit: 120000n,
      credit: 0n,
      currency: 'EUR',
      currencyDebit: 120000n,
      currencyCredit: 0n,
    };
    expect(read({ debit: '1200.00' })).toEqual(expected);
    expect(read({ amount: '1200' })).toEqual(expected);
    expect(
      read({ debit: '1200.00', credit: '0.00', currency: 'EUR', currencyDebit: '1200', rate: '1.0' }),
    ).toEqual(expected);
    expect(read({ currencyDebit: '1200.00' })).toEqual(expected);
    expect(read({ amount: '-3.20' })).toMatchObject({ debit: 0n, credit: 320n });
    expect(read({ debit: '0.00', credit: '0' })).toMatchObject({ debit: 0n, credit: 0n });
  });

  it('lineAmounts: base amounts that disagree with themselves are refused', () => {
    expect(read({ debit: '1.00', currencyDebit: '2.00' })).toMatchObject({
      field: 'currencyDebit',
      code: 'invalid_request',
    });
    expect(read({ debit: '1.00', currencyCredit: '1.00' })).toMatchObject({ code: 'invalid_request' });
    expect(read({ debit: '1.00', rate: '1.1' })).toMatchObject({ field: 'rate', code: 'invalid_request' });
  });

  it('lineAmounts: foreign bill at a rate is translated half up', () => {
    expect(read({ currency: 'USD', currencyDebit: '1000.00', rate: '0.92' })).toEqual({
      debit: 92000n,
      credit: 0n,
      currency: 'USD',
      currencyDebit: 100000n,
      currencyCredit: 0n,
      rate: '0.92',
    });
    expect(read({ currency: 'JPY', currencyCredit: '1005', rate: '0.005' })).toMatchObject({ credit: 503n });
  });

  it("lineAmounts: the caller's base amount wins over the rate", () => {
    const line = { currency: 'USD', currencyDebit: '1000.00', rate: '0.92', debit: '920.01' };
    expect(read(line)).toMatchObject({ debit: 92001n, rate: '0.92' });
  });

  it('lineAmounts: a revaluation moves base alone, and a currency amount may stand alone', () => {
    expect(read({ currency: 'USD', credit: '15.00', currencyCredit: '0.00' })).toMatchObject({
      credit: 1500n,
      currencyCredit: 0n,
    });
    expect(read({ currency: 'VACHR', debit: '0', currencyDebit: '7.5' })).toMatchObject({
      debit: 0n,
      currencyDebit: 75000n,
    });
  });

  it('lineAmounts: what a foreign line lacks is named', () => {
    expect(read({ currency: 'USD', debit: '10.00' })).toMatchObject({
      field: 'currencyDebit',
      code: 'currency_amount_missing',
      message: expect.stringContaining('--amounts-in currency'),
    });
    expect(read({ currency: 'USD', currencyDebit: '10.00' })).toMatchObject({
      field: 'rate',
      code: 'rate_missing',
    });
    expect(read({ currency: 'DOGE', debit: '10.00' })).toMatchObject({
      field: 'currency',
      code: 'currency_unknown',
    });
    expect(read({})).toMatchObject({ field: 'debit', code: 'amount_format' });
  });

  it('lineAmounts: amounts in currency are translated, and never given twice', () => {
    const inCurrency = { amountsIn: 'currency' } as const;
    const line = { currency: 'USD', credit: '100.00', rate: '0.9155' };
    expect(read(line, inCurrency)).toMatchObject({ credit: 9155n, currencyCredit: 10000n, debit: 0n });
    expect(read({ debit: '5.00' }, inCurrency)).toMatchObject({ debit: 500n, currency: 'EUR' });
    expect(read({ currency: 'USD', debit: '5.00' }, inCurrency)).toMatchObject({ code: 'rate_missing' });
    expect(read({ ...line, currencyCredit: '1.00' }, inCurrency)).toMatchObject({ code: 'invalid_request' });
  });

  it('lineAmounts: one side only, in each pair and across both', () => {
    expect(read({ debit: '1', credit: '2' })).toMatchObject({ field: 'credit', code: 'amount_both_sides' });
    expect(read({ amount: '1', debit: '1' })).toMatchObject({ field: 'amount', code: 'amount_both_sides' });
    expect(read({ currency: 'USD', debit: '1', currencyCredit: '1' })).toMatchObject({
      field: 'currencyCredit',
      code: 'amount_both_sides',
    });
    expect(read({ currency: 'USD', debit: '1', currencyDebit: '1', currencyCredit: '1' })).toMatchObject({
      code: 'amount_both_sides',
    });
  });

  it('lineAmounts: a minus needs storno, and keeps its side', () => {
    expect(read({ debit: '-1200.00' })).toMatchObject({ field: 'debit', code: 'amount_negative' });
    expect(read({ debit: '-1200.00' }, { storno: true })).toMatchObject({ debit: -120000n, credit: 0n });

    const foreign = { currency: 'USD', credit: '-9.20', currencyCredit: '-10.00' };
    expect(read(foreign, { storno: true })).toMatchObject({ credit: -920n, currencyCredit: -1000n });
    expect(read({ ...foreign, currencyCredit: '10.00' }, { storno: true })).toMatchObject({
      code: 'amount_both_sides',
    });
  });

  it('lineAmounts: decimals are counted in the currency of each amount', () => {
    expect(read({ debit: '1.005' })).toMatchObject({ field: 'debit', code: 'amount_decimals' });
    expect(read({ currency: 'JPY', debit: '1.00', currencyDebit: '163.5' })).toMatchObject({
      field: 'currencyDebit',
      code: 'amount_decimals',
    });
    expect(read({ currency: 'KWD', debit: '3.27', currencyDebit: '1.005' })).toMatchObject({
      currencyDebit: 1005n,
    });
    expect(read({ currency: 'USD', currencyDebit: '1.00', rate: '0' })).toMatchObject({
      field: 'rate',
      code: 'amount_format',
    });
  });
});
