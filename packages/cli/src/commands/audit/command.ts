import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareListing } from '../listing.ts';

export function declare(noun: ErpCommand): void {
  declareListing(noun.command('list').description('List who changed what, when'))
    .option('--since <time>', 'at this instant or later, RFC 3339')
    .option('--until <time>', 'before this instant, RFC 3339')
    .option('--operation <name>', 'periods.close, tenants.update, …')
    .option('--resource <area>', 'accounts, entries, …')
    .option('--resource-id <id>', 'of one thing')
    .example('erp audit list --operation periods.reopen')
    .action(remote(() => import('./list.ts')));
}
