import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareFields } from '../fields.ts';
import { declareReferenceListing } from '../listing.ts';
import { SERIES_FIELDS } from './fields.ts';

export function declare(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List number series'))
    .example('erp series list --active')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show one')
    .requiredArgument('code', 'code or id')
    .example('erp series get sales')
    .action(remote(() => import('./get.ts')));

  const create = noun
    .command('create')
    .description('Create a number series')
    .requiredArgument('code', 'its code, kept as it is')
    .example("erp series create sales --format '{journal}-{year}-{n:6}'");
  declareFields(create, SERIES_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('code', 'code or id')
    .example('erp series update sales --reset never');
  declareFields(update, SERIES_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('code', 'code or id')
    .example('erp series archive sales')
    .action(remote(() => import('./archive.ts'), { changes: true }));
}
