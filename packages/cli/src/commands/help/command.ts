import type { ErpCommand } from '../../erp-command.ts';
import { local } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description('More on a topic (exit-codes, environment, formats) or a command')
    .argument('[topic...]', 'exit-codes, environment, formats, or a command')
    .example('erp help exit-codes')
    .example('erp help tenant create')
    .action(local(() => import('./help.ts')));
}
