import type { ErpCommand } from '../../erp-command.ts';
import { local } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description('Sign in with an API key and remember server, tenant and key as a profile')
    .addHelpText(
      'after',
      '\nThe key is read from --api-key-file (- for stdin) or ERP_API_KEY, or asked for on a terminal; never from an argument.',
    )
    .example('erp login --url https://erp.example.com --api-key-file key.txt')
    .example('erp login --profile staging --url https://staging.example.com --tenant acme')
    .action(local(() => import('./login.ts'), { profileMayBeNew: true }));
}
