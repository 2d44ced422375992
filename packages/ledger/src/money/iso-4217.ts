import { current } from './iso-4217-current.ts';
import { withdrawn } from './iso-4217-withdrawn.ts';

/** A currency of ISO 4217. `exponent` is absent where the standard gives none (metals, bond units, tests). */
export interface IsoCurrency {
  code: string;
  name: string;
  exponent?: number;
  withdrawn: boolean;
}

/**
 * Decimals of the currencies that do not have two. The published list leaves them blank for withdrawn codes; those here are
 * what the standard said while the code was in use, so that books of those years can be read to the last digit.
 */
const exponents: Record<number, string> = {
  0: `ADP BEC BEF BEL BIF BYB BYR CLP DJF ESA ESB ESP GNF GRD ISK ITL JPY KMF KRW LUC LUF LUL MGF MLF PTE PYG RWF SML
    TPE TRL UGX UYI VAL VND VUV XAF XOF XPF`,
  3: 'BHD ILP IQD JOD KWD LYD OMR TND YDD',
  4: 'CLF UYW',
};

/** Codes that are no money of account: the standard gives them no decimals, whoever uses one states them. */
const withoutExponent = words('XAG XAU XBA XBB XBC XBD XDR XFO XFU XPD XPT XRE XSU XTS XUA XXX');

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

const exponentOf = new Map(
  Object.entries(exponents).flatMap(([exponent, codes]) =>
    words(codes).map((code) => [code, Number(exponent)]),
  ),
);

function listed(text: string, isWithdrawn: boolean): IsoCurrency[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const code = line.slice(0, 3);
      const exponent = withoutExponent.includes(code) ? undefined : (exponentOf.get(code) ?? 2);
      const currency: IsoCurrency = { code, name: line.slice(4), withdrawn: isWithdrawn };
      if (exponent !== undefined) currency.exponent = exponent;
      return currency;
    });
}

/** Every currency of ISO 4217, withdrawn ones included, by code. */
export const isoCurrencies: ReadonlyMap<string, IsoCurrency> = new Map(
  [...listed(current, false), ...listed(withdrawn, true)].map((currency) => [currency.code, currency]),
);

/** Decimals of an ISO 4217 currency, in use or withdrawn; undefined for a code that the standard does not give decimals. */
export function isoExponent(code: string): number | undefined {
  return isoCurrencies.get(code)?.exponent;
}
