import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareListing } from '../listing.ts';

export function declare(noun: ErpCommand): void {
  const trialBalance = noun
    .command('trial-balance')
    .description('Opening, movement and closing of every account');
  declareRange(trialBalance)
    .option('--as-of <date>', 'balances on this day, from the start of its fiscal year')
    .option('--account <codes>', 'an account, or A..B')
    .option('--by <what>', 'one row per currency, party or dimension:X')
    .option('--without <kinds>', 'leave out entries: closing, adjustment')
    .option('--all', 'also accounts without any amount')
    .example('erp report trial-balance --to 2026-03-31 -o csv > tb.csv')
    .action(remote(() => import('./trial-balance.ts')));

  const generalLedger = noun
    .command('general-ledger')
    .description('Every line, account by account, with the running balance');
  declareListing(declareRange(generalLedger))
    .option('--account <codes>', 'an account, or A..B')
    .option('--party <code>', 'only lines of this party')
    .example('erp report general-ledger --account 512000')
    .action(remote(() => import('./general-ledger.ts')));

  const journal = noun.command('journal').description('The journal book: every entry by journal and number');
  declareListing(declareRange(journal))
    .option('--journal <code>', 'only this journal')
    .example('erp report journal --journal VT --year 2026')
    .action(remote(() => import('./journal.ts')));

  noun
    .command('numbers')
    .description('Number series by year: first, last, count, gaps, duplicates')
    .option('--year <code>', 'fiscal year')
    .option('--series <code>', 'only this series')
    .example('erp report numbers --year 2026')
    .action(remote(() => import('./numbers.ts')));
}

function declareRange(command: ErpCommand): ErpCommand {
  return command
    .option('--from <date>', 'first day (default: the latest fiscal year that has entries)')
    .option('--to <date>', 'last day; alone: from the start of its fiscal year')
    .option('--year <code>', 'a fiscal year')
    .option('--posted-until <time>', 'what the books said then, RFC 3339');
}
