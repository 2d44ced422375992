import type { ErpCommand } from '../../erp-command.ts';
import { local } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description('Forget the key of a profile, the current one or that of --profile; the key stays valid')
    .example('erp logout')
    .action(local(() => import('./logout.ts')));
}
