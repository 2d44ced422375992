import { InvalidArgumentError } from 'commander';
import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .command('status')
    .description('Show what the schema of the database has, and what is pending')
    .example('erp migrate status')
    .action(remote(() => import('./status.ts'), { reach: 'platform' }));

  noun
    .command('plan')
    .description('Show what up would do, and what would stop it; exit code 5 when there is something')
    .example('erp migrate plan')
    .action(remote(() => import('./plan.ts'), { reach: 'platform' }));

  noun
    .command('up')
    .description('Apply what is pending while servers go on; run it again after an interruption')
    .option('--to <number>', 'the last one to apply', migrationNumber)
    .example('erp migrate up')
    .action(remote(() => import('./up.ts'), { changes: true, reach: 'platform' }));

  noun
    .command('down')
    .description('Take back the last migration, where there is a way back')
    .option('--to <number>', 'the last one to stay', migrationNumber)
    .example('erp migrate down --to 104')
    .action(remote(() => import('./down.ts'), { changes: true, reach: 'platform' }));
}

function migrationNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text))
    throw new InvalidArgumentError('Give the number of a migration, as status has it.');

  return Number(text);
}
