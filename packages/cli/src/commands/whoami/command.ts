import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description('Server, tenant, key and scopes in use, and where each comes from')
    .example('erp whoami')
    .action(remote(() => import('./whoami.ts'), { reach: 'platform' }));
}
