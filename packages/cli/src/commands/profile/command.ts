import type { ErpCommand } from '../../erp-command.ts';
import { local } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .command('list')
    .description('List the saved sign-ins')
    .example('erp profile list')
    .action(local(() => import('./list.ts')));

  noun
    .command('show')
    .description('Show one, without its key')
    .argument('[name]', 'which; by default the current one')
    .example('erp profile show local')
    .action(local(() => import('./show.ts')));

  noun
    .command('use')
    .description('Make one the current one')
    .requiredArgument('name', 'which')
    .example('erp profile use staging')
    .action(local(() => import('./use.ts')));

  noun
    .command('set')
    .description('Make or change one: --url, --tenant, --api-key-file')
    .requiredArgument('name', 'which')
    .example('erp profile set local --tenant acme')
    .action(local(() => import('./set.ts')));

  noun
    .command('remove')
    .description('Forget one')
    .requiredArgument('name', 'which')
    .example('erp profile remove staging')
    .action(local(() => import('./remove.ts')));
}
