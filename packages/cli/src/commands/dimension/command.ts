import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareFields } from '../fields.ts';
import { declareReferenceListing } from '../listing.ts';
import { DIMENSION_FIELDS } from './fields.ts';
import { declareValue } from './value/command.ts';

export function declare(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List dimensions'))
    .example('erp dimension list --active')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show one')
    .requiredArgument('code', 'code or id')
    .example('erp dimension get project')
    .action(remote(() => import('./get.ts')));

  const create = noun
    .command('create')
    .description('Create a dimension')
    .requiredArgument('code', 'its code, kept as it is')
    .example('erp dimension create project --name Project');
  declareFields(create, DIMENSION_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('code', 'code or id')
    .example('erp dimension update project --required-on 60..62');
  declareFields(update, DIMENSION_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('code', 'code or id')
    .example('erp dimension archive project')
    .action(remote(() => import('./archive.ts'), { changes: true }));

  declareValue(noun.command('value').description('The values of a dimension'));
}
