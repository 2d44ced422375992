import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareListing } from '../listing.ts';

const AREA = 'only one area: sale, purchase, bank, payroll, tax';

export function declare(noun: ErpCommand): void {
  declareListing(noun.command('list').description('List periods'))
    .option('--year <code>', 'of one fiscal year')
    .example('erp period list --year 2026')
    .action(remote(() => import('./list.ts')));

  noun
    .command('close')
    .description('Close a period: nothing is posted into it any more')
    .requiredArgument('period', 'YEAR/NUMBER')
    .option('--area <area>', AREA)
    .example('erp period close 2026/3')
    .action(remote(() => import('./close.ts'), { changes: true }));

  noun
    .command('reopen')
    .description('Reopen a closed period, which is recorded')
    .requiredArgument('period', 'YEAR/NUMBER')
    .option('--reason <text>', 'why, for the record (needed)')
    .need({ key: 'reason', label: '--reason <text>', question: 'Why is it reopened?' })
    .option('--area <area>', AREA)
    .example('erp period reopen 2026/3 --reason "supplier invoice arrived late"')
    .action(remote(() => import('./reopen.ts'), { changes: true }));
}
