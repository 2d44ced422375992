import { createHash } from 'node:crypto';
import type { Erp } from '@erp/sdk';
import type { Installation } from './installation.ts';

export interface TrialBalance {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly {
    readonly account: string;
    readonly opening: string;
    readonly debit: string;
    readonly credit: string;
    readonly closing: string;
  }[];
  readonly totals: {
    readonly opening: string;
    readonly debit: string;
    readonly credit: string;
    readonly closing: string;
  };
}

export interface NumbersRow {
  readonly series: string;
  readonly year: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly count: number;
  readonly next: number;
  readonly gaps: readonly object[];
  readonly duplicates: readonly unknown[];
}

export const trialBalance = (at: Installation, tenant: string, ...flags: string[]): Promise<TrialBalance> =>
  at.ask(['report', 'trial-balance', '-o', 'json', ...flags], { tenant });

export async function numbers(at: Installation, tenant: string, ...flags: string[]): Promise<NumbersRow[]> {
  const { rows } = await at.ask<{ rows: NumbersRow[] }>(['report', 'numbers', '-o', 'json', ...flags], {
    tenant,
  });
  return rows;
}

/** Cents of an amount with two decimals. */
export const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** sha256 of the lines `account,closing`, by the bytes of the account. */
export function closingDigest({ rows }: TrialBalance): string {
  const lines = rows.map(({ account, closing }) => `${account},${closing}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Entries and lines, counted and added up from the list of entries, each by its id. */
export interface Counted {
  entries: number;
  lines: number;
  /** Cents. */
  debit: bigint;
  credit: bigint;
  /** Entries whose (year, series, number) another one has too. */
  numberedTwice: number;
}

export async function countEntries(erp: Erp): Promise<Counted> {
  const ids = new Set<string>();
  const legalNumbers = new Set<string>();
  const counted: Counted = { entries: 0, lines: 0, debit: 0n, credit: 0n, numberedTwice: 0 };

  for await (const entry of erp.entries.iterate({ limit: 500 })) {
    ids.add(entry.id);
    counted.lines += entry.lines.length;
    counted.debit += cents(entry.debitTotal);
    counted.credit += cents(entry.creditTotal);

    if (entry.number === null) continue;
    const number = JSON.stringify([entry.fiscalYear, entry.series, entry.number]);
    if (legalNumbers.has(number)) counted.numberedTwice += 1;
    legalNumbers.add(number);
  }

  return { ...counted, entries: ids.size };
}

/**
 * Everything of a tenant that a refused command must leave as it was: how many there are of each resource, what they add up
 * to, the numbers to come, and the trial balance of every year.
 */
export async function stateOf(erp: Erp): Promise<object> {
  const { iterate } = erp.years;
  const years = await all(iterate());

  return {
    counted: await countEntries(erp),
    drafts: (await all(erp.entries.iterateDrafts())).length,
    accounts: (await all(erp.accounts.iterate())).map(({ code, version }) => [code, version]),
    journals: (await all(erp.journals.iterate())).map(({ code, version }) => [code, version]),
    parties: (await all(erp.parties.iterate())).map(({ code, version }) => [code, version]),
    dimensions: (await all(erp.dimensions.iterate())).length,
    settlements: (await all(erp.settlements.iterate())).length,
    series: await all(erp.series.iterate()),
    periods: (await all(erp.periods.iterate())).map(({ id, state }) => [id, state]),
    years: years.map(({ code, version }) => [code, version]),
    numbers: await erp.reports.numbers(),
    balances: await Promise.all(years.map(({ code }) => erp.reports.trialBalance({ year: code, all: true }))),
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
