import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, convert, fromMinor, isoCurrencies, isoExponent, toMinor } from './index.ts';

describe('toMinor', () => {
  it('toMinor: reads the decimals of the currency and pads what is left out', () => {
    expect(toMinor('1234.5', 2)).toBe(123450n);
    expect(toMinor('-0.01', 2)).toBe(-1n);
    expect(toMinor('-0', 2)).toBe(0n);
    expect(toMinor('7', 3)).toBe(7000n);
    expect(toMinor('7', 0)).toBe(7n);
    expect(toMinor('999999999999999.99', 2)).toBe(99999999999999999n);
  });

  it('toMinor: surplus zeros are no decimals, surplus digits are refused and never rounded', () => {
    expect(toMinor('12.500', 2)).toBe(1250n);
    expect(toMinor('100.00', 0)).toBe(100n);
    expect(toMinor('12.505', 2)).toMatchObject({ code: 'amount_decimals' });
    expect(toMinor('100.5', 0)).toMatchObject({ code: 'amount_decimals' });
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '.5',
    '5.',
    '01',
    '--1',
    '1e3',
    '0x10',
    'NaN',
    '1.123456789',
    '1234567890123456',
    '١٢',
    '1.2.3',
  ])('toMinor: %j is no amount', (text) => {
    expect(toMinor(text, 2)).toMatchObject({ code: 'amount_format' });
  });

  it('toMinor: an amount beyond 64 bits is refused', () => {
    expect(toMinor('92233720368.54775807', 8)).toBe(9223372036854775807n);
    expect(toMinor('92233720368.54775808', 8)).toMatchObject({ code: 'amount_format' });
  });

  it('toMinor: says what a decimal comma and thousands separators look like', () => {
    expect(toMinor('1.234,50', 2)).toMatchObject({
      message: '"1.234,50" is not a decimal: this looks like a decimal comma; try --decimal ,',
    });
    expect(toMinor("1'234.50", 2)).toMatchObject({ message: expect.stringContaining('thousands') });
  });
});

describe('fromMinor', () => {
  it('fromMinor: writes all decimals, from a bigint or from its text', () => {
    expect(fromMinor(5n, 2)).toBe('0.05');
    expect(fromMinor('-5', 2)).toBe('-0.05');
    expect(fromMinor('-123450', 2)).toBe('-1234.50');
    expect(fromMinor(0n, 8)).toBe('0.00000000');
    expect(fromMinor('100', 2)).toBe('1.00');
    expect(fromMinor(-12n, 0)).toBe('-12');
  });

  it('fromMinor: toMinor reads back what it writes, for every exponent', () => {
    const minor = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(minor, fc.nat(8), (n, exponent) => {
        expect(toMinor(fromMinor(n, exponent), exponent)).toBe(n);
        expect(fromMinor(n.toString(), exponent)).toBe(fromMinor(n, exponent));
      }),
    );
  });
});

describe('convert', () => {
  it('convert: half of a unit goes away from zero', () => {
    expect(convert(1n, 2, '0.5', 2)).toBe(1n);
    expect(convert(-1n, 2, '0.5', 2)).toBe(-1n);
    expect(convert(1n, 2, '0.4999999', 2)).toBe(0n);
    expect(convert(3333n, 2, '0.9155', 2)).toBe(3051n);
  });

  it('convert: between currencies of 0, 2 and 3 decimals', () => {
    expect(convert(1000n, 0, '0.0061', 2)).toBe(610n);
    expect(convert(1234n, 3, '3.05', 2)).toBe(376n);
    expect(convert(12345n, 2, '163.5', 0)).toBe(20184n);
  });

  it('convert: takes 12 digits on each side of the point and refuses what is no rate', () => {
    expect(convert(1n, 0, '123456789012.123456789012', 8)).toBe(12345678901212345679n);
    for (const rate of ['0', '-1', '0.0', '1234567890123', '1.1234567890123', 'x', '1,5', '']) {
      expect(convert(1n, 2, rate, 2), rate).toMatchObject({ code: 'amount_format' });
    }
  });
});

describe('allocate', () => {
  it('allocate: the largest remainders get the units that are left, the earlier one of equals', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
    expect(allocate(7n, [0n, 3n, 1n])).toEqual([0n, 5n, 2n]);
  });

  it('allocate: shares add up and stay within one unit of the exact share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), weights, (total, parts) => {
        const sum = parts.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);

        const shares = allocate(total, parts);
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);

        for (const [index, share] of shares.entries()) {
          const off = share * sum - total * (parts[index] ?? 0n);
          expect(off < 0n ? -off : off).toBeLessThan(sum);
        }
      }),
    );
  });

  it('allocate: weights that cannot split anything are refused', () => {
    expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});

describe('isoExponent', () => {
  it('isoExponent: two decimals unless the standard says otherwise, withdrawn currencies included', () => {
    const expected = {
      EUR: 2,
      JPY: 0,
      KWD: 3,
      CLF: 4,
      FRF: 2,
      HRK: 2,
      ITL: 0,
      BEF: 0,
      TND: 3,
      MRU: 2,
      XOF: 0,
      ISK: 0,
    };
    for (const [code, exponent] of Object.entries(expected)) expect(isoExponent(code), code).toBe(exponent);
  });

  it('isoExponent: metals, test codes and codes of nobody have none', () => {
    for (const code of ['XAU', 'XTS', 'XXX', 'VACHR', 'eur', '']) expect(isoExponent(code)).toBeUndefined();
  });

  it('isoCurrencies: each code has three capitals and a name', () => {
    expect(isoCurrencies.size).toBeGreaterThan(290);
    for (const [code, currency] of isoCurrencies) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(currency.name.trim()).toBe(currency.name);
      expect(currency.name.length).toBeGreaterThan(2);
    }
  });
});
