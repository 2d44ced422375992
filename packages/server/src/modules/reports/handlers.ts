import type { HandlersOf } from '../../contract/handlers.ts';
import { generalLedger } from './general-ledger.ts';
import { journalBook } from './journal-book.ts';
import { numbers } from './numbers.ts';
import { trialBalance } from './trial-balance.ts';

/** Each report is read in one snapshot: its rows and totals are of one moment. */
export const handlers = {
  'reports.trialBalance': (context, { query }) =>
    context.snapshot((tx) => trialBalance(tx, context.tenant, query)),

  'reports.generalLedger': (context, { query }) =>
    context.snapshot((tx) => generalLedger(tx, context.tenant, query)),

  'reports.journal': (context, { query }) => context.snapshot((tx) => journalBook(tx, context.tenant, query)),

  'reports.numbers': (context, { query }) => context.snapshot((tx) => numbers(tx, context.tenant.id, query)),
} satisfies HandlersOf<'reports'>;
