import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareListing } from '../listing.ts';

export function declare(noun: ErpCommand): void {
  declareListing(noun.command('list').description('List fiscal years'))
    .example('erp year list')
    .action(remote(() => import('./list.ts')));

  noun
    .command('open')
    .description('Open a fiscal year of 1 day to 24 months, with its periods')
    .argument('[code]', 'by default the year of its last day')
    .option('--start <date>', 'first day (needed)')
    .option('--end <date>', 'last day (needed)')
    .need({ key: 'start', label: '--start <date>', question: 'First day, YYYY-MM-DD' })
    .need({ key: 'end', label: '--end <date>', question: 'Last day, YYYY-MM-DD' })
    .option('--currency <code>', 'base currency; by default that of the tenant')
    .option('--external-id <id>', "the caller's own key")
    .example('erp year open 2026 --start 2026-01-01 --end 2026-12-31')
    .action(remote(() => import('./open.ts'), { changes: true }));
}
