import type { Installation } from './installation.ts';

/** A journal that somebody else wrote, beside the repository, with what stands in it. */
export interface Sample {
  readonly file: string;
  readonly format: 'hledger' | 'ledger';
  /** Base currency of the books that take it. */
  readonly base: string;
  readonly entries: number;
  readonly lines: number;
  readonly debit: string;
  /** What it holds and a ledger does not, by kind. */
  readonly notStored: Readonly<Record<string, number>>;
}

const hledger = { format: 'hledger', notStored: {} } as const;
const ledger = { format: 'ledger', base: 'USD' } as const;
const rules = { 'automated transactions': 1, 'periodic transactions': 1 };
const overSeveral = { 'assertions over several accounts': 1 };

export const journalSamples: readonly Sample[] = [
  {
    ...{ ...hledger, file: 'hledger_bcexample.journal', base: 'USD' },
    ...{ entries: 1035, lines: 3203, debit: '663626.47' },
  },
  {
    ...{ ...hledger, file: 'hledger_multicurrency.journal', base: 'EUR', notStored: overSeveral },
    ...{ entries: 4, lines: 8, debit: '60.00' },
  },
  {
    ...{ ...hledger, file: 'hledger_quickstart.journal', base: 'USD' },
    ...{ entries: 3, lines: 9, debit: '4150.00' },
  },
  {
    ...{ ...hledger, file: 'hledger_sample.journal', base: 'USD' },
    ...{ entries: 5, lines: 11, debit: '6.00' },
  },
  {
    ...{ ...hledger, file: 'hledger_vat.journal', base: 'GBP' },
    ...{ entries: 4, lines: 12, debit: '900.00' },
  },
  { ...ledger, file: 'demo.ledger', entries: 13, lines: 33, debit: '21204.00', notStored: {} },
  { ...ledger, file: 'drewr.dat', entries: 11, lines: 29, debit: '15684.00', notStored: rules },
];

/** `account currency` -> what it adds up to, as the shortest number; sums of nothing are left out. */
export type Sums = Readonly<Record<string, string>>;

/** Adds amounts of at most 12 decimals, exactly. */
export class SumsOf {
  readonly #sums = new Map<string, bigint>();

  add(account: string, currency: string, amount: string, sign = 1n): void {
    const key = `${account} ${currency}`;
    const [whole = '', decimals = ''] = amount.split('.');
    if (!/^-?\d+$/.test(whole) || !/^\d{0,12}$/.test(decimals)) throw new Error(`${amount} is no amount`);
    const units = BigInt(whole + decimals.padEnd(12, '0'));
    this.#sums.set(key, (this.#sums.get(key) ?? 0n) + sign * units);
  }

  get(): Sums {
    const told = [...this.#sums].filter(([, units]) => units !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(told.map(([key, units]) => [key, shortest(units)]));
  }
}

function shortest(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(13, '0');
  const decimals = digits.slice(-12).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -12)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** First and last day of all fiscal years, as flags of an export. */
export async function wholeRange(at: Installation, tenant: string): Promise<string[]> {
  const years = await yearsOf(at, tenant);
  return ['--from', years[0]?.start ?? '', '--to', years.at(-1)?.end ?? ''];
}

async function yearsOf(at: Installation, tenant: string) {
  const years = [];
  for await (const year of at.sdk(tenant).years.iterate()) years.push(year);
  return years.sort((a, b) => (a.start < b.start ? -1 : 1));
}

interface Row {
  readonly account: string;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly currencyOpening: string;
  readonly currencyDebit: string;
  readonly currencyCredit: string;
}

/**
 * What the trial balances of all years add up to, in the currencies of the lines and in base currency: the opening of the first
 * year and the movements of each, which is what a program without fiscal years shows.
 */
export async function sumsOfYears(
  at: Installation,
  tenant: string,
): Promise<{ inCurrency: Sums; atCost: Sums }> {
  const inCurrency = new SumsOf();
  const atCost = new SumsOf();
  const years = await yearsOf(at, tenant);
  if (years.length > 1) await nameResultAccount(at, tenant);

  for (const [i, { code }] of years.entries()) {
    const asked = ['report', 'trial-balance', '--year', code, '--by', 'currency', '-o', 'json'];
    const { currency: base, rows } = await at.ask<{ currency: string; rows: Row[] }>(asked, { tenant });
    for (const row of rows) {
      if (i === 0) {
        inCurrency.add(row.account, row.currency, row.currencyOpening);
        atCost.add(row.account, base, row.opening);
      }
      inCurrency.add(row.account, row.currency, row.currencyDebit);
      inCurrency.add(row.account, row.currency, row.currencyCredit, -1n);
      atCost.add(row.account, base, row.debit);
      atCost.add(row.account, base, row.credit, -1n);
    }
  }
  return { inCurrency: inCurrency.get(), atCost: atCost.get() };
}

/** The account to which the result of a year goes when the next one opens; a journal says none. */
async function nameResultAccount(at: Installation, tenant: string): Promise<void> {
  const code = 'Equity:Result';
  await at.ask(['account', 'create', code, '--name', code, '--statement', 'balance', '--type', 'equity'], {
    tenant,
  });
  const roles = JSON.stringify({ resultProfit: code, resultLoss: code });
  await at.ask(['tenant', 'update', tenant, '--account-roles', roles]);
}
