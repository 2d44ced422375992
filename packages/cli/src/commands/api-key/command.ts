import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { list as words } from '../fields.ts';
import { declareListing } from '../listing.ts';

export function declare(noun: ErpCommand): void {
  noun
    .command('create')
    .description('Create a key; its secret is shown this once. With --tenant it works on that tenant alone')
    .requiredArgument('name', 'what it is for')
    .option('--scopes <a,b>', 'what it may do: entries:post, accounts:read, … (needed)', words)
    .need({ key: 'scopes', label: '--scopes <a,b>', question: 'Scopes, by comma' })
    .option('--expires <date>', 'last day of use, YYYY-MM-DD, or an instant')
    .example('erp api-key create shop --scopes entries:post,accounts:read --tenant acme')
    .action(remote(() => import('./create.ts'), { changes: true, reach: 'platform' }));

  declareListing(noun.command('list').description('List keys; their secrets are not kept anywhere'))
    .example('erp api-key list')
    .action(remote(() => import('./list.ts'), { reach: 'platform' }));

  noun
    .command('revoke')
    .description('End a key at once')
    .requiredArgument('id', 'id of the key')
    .example('erp api-key revoke 01890a5d-ac96-774b-bcce-b302099a8057')
    .action(remote(() => import('./revoke.ts'), { changes: true, reach: 'platform' }));
}
