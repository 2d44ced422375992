import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description(
      'Check that the server is reachable and ready, versions agree, clock, credentials and tenant',
    )
    .example('erp doctor')
    .action(remote(() => import('./doctor.ts'), { reach: 'platform' }));
}
