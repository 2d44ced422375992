import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareListing } from '../listing.ts';

export function declare(noun: ErpCommand): void {
  declareListing(noun.command('list').description('List settlements (lettering)'))
    .option('--account <codes>', 'an account, or A..B')
    .option('--party <code>', 'only of this party')
    .option('--state <state>', 'full, partial, unbalanced')
    .option('--updated-since <time>', 'only what changed since, RFC 3339')
    .example('erp settlement list --account 411000')
    .action(remote(() => import('./list.ts')));
}
