import { convert, isMoneyFault, type Minor, type MoneyFault, toMinor } from '../money/index.ts';

/** The amounts of a line as they arrive. Absent is not zero: an amount that is not stated may follow from the others. */
export interface GivenAmounts {
  debit?: string;
  credit?: string;
  /** Signed, debit positive; instead of `debit` and `credit`. */
  amount?: string;
  currency?: string;
  currencyDebit?: string;
  currencyCredit?: string;
  rate?: string;
}

/** What the reading of amounts depends on. */
export interface AmountContext {
  /** Base currency of the fiscal year. */
  base: string;
  /** Decimals of a currency, undefined when the books do not know it. */
  exponent(code: string): number | undefined;
  /** A correction that keeps its sides and carries a minus. */
  storno?: boolean;
  /** What `debit`, `credit` and `amount` of a foreign line are. Default `base`. */
  amountsIn?: 'base' | 'currency';
}

/** The amounts of a line in full: base currency first, then the line's own currency (the same for a line in base currency). */
export interface LineAmounts {
  debit: Minor;
  credit: Minor;
  currency: string;
  currencyDebit: Minor;
  currencyCredit: Minor;
  /** As given, on foreign lines only. */
  rate?: string;
}

export interface AmountFault {
  field: keyof GivenAmounts;
  code: string;
  message: string;
}

export function isAmountFault(value: LineAmounts | AmountFault): value is AmountFault {
  return 'code' in value;
}

/**
 * Works out the amounts of one line. What is given in base currency wins; without it, currency amounts and a rate give it,
 * rounded half up to the decimals of the base currency. A line in the base currency has its base amounts as currency amounts.
 */
export function lineAmounts(line: GivenAmounts, ctx: AmountContext): LineAmounts | AmountFault {
  const currency = line.currency ?? ctx.base;

  const baseExponent = ctx.exponent(ctx.base);
  if (baseExponent === undefined) return currencyUnknown(ctx.base);

  const exponent = ctx.exponent(currency);
  if (exponent === undefined) return currencyUnknown(currency);

  if (currency === ctx.base) return inBaseCurrency(line, ctx, baseExponent);

  return ctx.amountsIn === 'currency'
    ? fromCurrencyColumns(line, ctx, currency, exponent, baseExponent)
    : inForeignCurrency(line, ctx, currency, exponent, baseExponent);
}

function inBaseCurrency(line: GivenAmounts, ctx: AmountContext, exponent: number): LineAmounts | AmountFault {
  const stated = readSides(line, 'debit', 'credit', exponent, ctx);
  if (stated && 'code' in stated) return stated;

  const inCurrency = readSides(line, 'currencyDebit', 'currencyCredit', exponent, ctx);
  if (inCurrency && 'code' in inCurrency) return inCurrency;

  const sides = stated ?? inCurrency;
  if (!sides) return amountMissing();

  if (stated && inCurrency && (stated.debit !== inCurrency.debit || stated.credit !== inCurrency.credit)) {
    const field = stated.debit !== inCurrency.debit ? 'currencyDebit' : 'currencyCredit';
    const message = `a line in ${ctx.base}, the base currency, has the same amounts in both: leave ${field} out`;
    return { field, code: 'invalid_request', message };
  }

  if (line.rate !== undefined && !/^1(\.0+)?$/.test(line.rate)) {
    const message = `the rate of ${ctx.base} to itself is 1, not ${line.rate}: leave it out`;
    return { field: 'rate', code: 'invalid_request', message };
  }

  return { ...sides, currency: ctx.base, currencyDebit: sides.debit, currencyCredit: sides.credit };
}

function inForeignCurrency(
  line: GivenAmounts,
  ctx: AmountContext,
  currency: string,
  exponent: number,
  baseExponent: number,
): LineAmounts | AmountFault {
  const inCurrency = readSides(line, 'currencyDebit', 'currencyCredit', exponent, ctx);
  if (inCurrency && 'code' in inCurrency) return inCurrency;

  if (!inCurrency) {
    const message =
      `a line in ${currency} needs currencyDebit or currencyCredit beside its amounts in ${ctx.base}; ` +
      `if debit and credit are in ${currency}, use --amounts-in currency`;
    return { field: 'currencyDebit', code: 'currency_amount_missing', message };
  }

  const stated = readSides(line, 'debit', 'credit', baseExponent, ctx);
  if (stated && 'code' in stated) return stated;

  return withBase(line, ctx, { currency, exponent, baseExponent, inCurrency, stated });
}

/** `--amounts-in currency`: debit and credit of the file are in the line's currency, base follows from the rate. */
function fromCurrencyColumns(
  line: GivenAmounts,
  ctx: AmountContext,
  currency: string,
  exponent: number,
  baseExponent: number,
): LineAmounts | AmountFault {
  if (line.currencyDebit !== undefined || line.currencyCredit !== undefined) {
    const field = line.currencyDebit !== undefined ? 'currencyDebit' : 'currencyCredit';
    const message =
      'debit and credit are taken as currency amounts (--amounts-in currency): this is a second one';
    return { field, code: 'invalid_request', message };
  }

  const inCurrency = readSides(line, 'debit', 'credit', exponent, ctx);
  if (inCurrency && 'code' in inCurrency) return inCurrency;
  if (!inCurrency) return amountMissing();

  return withBase(line, ctx, { currency, exponent, baseExponent, inCurrency, stated: undefined });
}

interface Sides {
  debit: Minor;
  credit: Minor;
}

interface ForeignLine {
  currency: string;
  exponent: number;
  baseExponent: number;
  inCurrency: Sides;
  stated: Sides | undefined;
}

function withBase(line: GivenAmounts, ctx: AmountContext, foreign: ForeignLine): LineAmounts | AmountFault {
  const { currency, exponent, baseExponent, inCurrency } = foreign;
  if (!foreign.stated && line.rate === undefined) {
    const message = `an amount in ${currency} needs a rate or its amount in ${ctx.base}`;
    return { field: 'rate', code: 'rate_missing', message };
  }

  // The rate is checked even where the base amount is stated and wins: it is kept on the line.
  const rate = line.rate ?? '1';
  const debit = convert(inCurrency.debit, exponent, rate, baseExponent);
  if (isMoneyFault(debit)) return { field: 'rate', ...debit };

  const credit = convert(inCurrency.credit, exponent, rate, baseExponent);
  if (isMoneyFault(credit)) return { field: 'rate', ...credit };

  const base = foreign.stated ?? { debit, credit };
  if (
    !agree(base.debit, inCurrency.debit, base.credit) ||
    !agree(base.credit, inCurrency.credit, base.debit)
  ) {
    const field = inCurrency.debit !== 0n ? 'currencyDebit' : 'currencyCredit';
    const message = `the amount in ${currency} must stand on the side of the amount in ${ctx.base}, with its sign`;
    return { field, code: 'amount_both_sides', message };
  }

  return {
    ...base,
    currency,
    currencyDebit: inCurrency.debit,
    currencyCredit: inCurrency.credit,
    ...(line.rate === undefined ? {} : { rate: line.rate }),
  };
}

/** Same side and same sign, or one of the two zero (a revaluation moves base alone). */
function agree(base: Minor, inCurrency: Minor, otherBase: Minor): boolean {
  if (inCurrency === 0n) return true;
  if (otherBase !== 0n) return false;
  return base === 0n || base > 0n === inCurrency > 0n;
}

/** Reads one pair of sides; undefined when neither is given. `amount` stands for the pair of base amounts. */
function readSides(
  line: GivenAmounts,
  debitField: 'debit' | 'currencyDebit',
  creditField: 'credit' | 'currencyCredit',
  exponent: number,
  ctx: AmountContext,
): Sides | AmountFault | undefined {
  const debitText = line[debitField];
  const creditText = line[creditField];

  if (debitField === 'debit' && line.amount !== undefined) {
    if (debitText === undefined && creditText === undefined) return readSigned(line.amount, exponent);
    const message = 'amount stands instead of debit and credit, not beside them';
    return { field: 'amount', code: 'amount_both_sides', message };
  }

  if (debitText === undefined && creditText === undefined) return undefined;

  const debit = debitText === undefined ? 0n : toMinor(debitText, exponent);
  if (isMoneyFault(debit)) return { field: debitField, ...debit };

  const credit = creditText === undefined ? 0n : toMinor(creditText, exponent);
  if (isMoneyFault(credit)) return { field: creditField, ...credit };

  if (debit !== 0n && credit !== 0n) {
    const message = `a line has one side: ${debitField} is ${debitText} and ${creditField} is ${creditText}`;
    return { field: creditField, code: 'amount_both_sides', message };
  }

  if (!ctx.storno && (debit < 0n || credit < 0n)) {
    const field = debit < 0n ? debitField : creditField;
    const other = debit < 0n ? creditField : debitField;
    const text = debit < 0n ? debitText : creditText;
    const message = `${field} is ${text}: write ${other} instead, or mark the entry as storno`;
    return { field, code: 'amount_negative', message };
  }

  return { debit, credit };
}

function readSigned(text: string, exponent: number): Sides | AmountFault {
  const amount: Minor | MoneyFault = toMinor(text, exponent);
  if (isMoneyFault(amount)) return { field: 'amount', ...amount };
  return amount < 0n ? { debit: 0n, credit: -amount } : { debit: amount, credit: 0n };
}

function amountMissing(): AmountFault {
  const message = 'no amount: state debit, credit or amount; zero is written 0';
  return { field: 'debit', code: 'amount_format', message };
}

function currencyUnknown(code: string): AmountFault {
  return { field: 'currency', code: 'currency_unknown', message: `currency "${code}" is not known` };
}
