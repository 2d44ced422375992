// Generated from openapi/ by `npm run generate`. Do not edit.
import type { CallOptions, Client } from '../core/client.ts';
import { eachItem } from '../core/pages.ts';
import type { Item, Query, Reply } from '../core/types.ts';
import { json } from '../internal/call.ts';

/** Trial balance. Opening, movement and closing of every account, in base currency. By default the latest fiscal year that has entries; `to` or `asOf` alone begin at the start of their year. A range lies in one fiscal year. */
export function trialBalance(
  client: Client,
  query: Query<'reports.trialBalance'> = {},
  options?: CallOptions,
): Promise<Reply<'reports.trialBalance'>> {
  return json(client, 'GET', '/v1/reports/trial-balance', { query }, options);
}

/** General ledger. Lines by account, date, series, sequence and position, with a running balance; each account starts with its opening row. One fiscal year, by default the latest that has entries. */
export function generalLedger(
  client: Client,
  query: Query<'reports.generalLedger'> = {},
  options?: CallOptions,
): Promise<Reply<'reports.generalLedger'>> {
  return json(client, 'GET', '/v1/reports/general-ledger', { query }, options);
}

/** General ledger, all of them: `for await` asks for the next page when it is needed. */
export function iterateGeneralLedger(
  client: Client,
  query: Query<'reports.generalLedger'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'reports.generalLedger'>, void, undefined> {
  return eachItem((page: Query<'reports.generalLedger'>) => generalLedger(client, page, options), query);
}

/** Journal book. Every line by journal and number, with validation and posting (livre-journal). One fiscal year, by default the latest that has entries. */
export function journal(
  client: Client,
  query: Query<'reports.journal'> = {},
  options?: CallOptions,
): Promise<Reply<'reports.journal'>> {
  return json(client, 'GET', '/v1/reports/journal', { query }, options);
}

/** Journal book, all of them: `for await` asks for the next page when it is needed. */
export function iterateJournal(
  client: Client,
  query: Query<'reports.journal'> = {},
  options?: CallOptions,
): AsyncGenerator<Item<'reports.journal'>, void, undefined> {
  return eachItem((page: Query<'reports.journal'>) => journal(client, page, options), query);
}

/** Numbers. First, last, gaps and duplicates of every series and year: the proof that no number is missing. */
export function numbers(
  client: Client,
  query: Query<'reports.numbers'> = {},
  options?: CallOptions,
): Promise<Reply<'reports.numbers'>> {
  return json(client, 'GET', '/v1/reports/numbers', { query }, options);
}
