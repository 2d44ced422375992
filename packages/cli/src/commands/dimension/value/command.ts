import type { ErpCommand } from '../../../erp-command.ts';
import { remote } from '../../../run.ts';
import { declareFields } from '../../fields.ts';
import { declareReferenceListing } from '../../listing.ts';
import { VALUE_FIELDS } from './fields.ts';

export function declareValue(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List the values of a dimension'))
    .requiredArgument('dimension', 'code or id of the dimension')
    .example('erp dimension value list project')
    .action(remote(() => import('./list.ts')));

  const create = noun
    .command('create')
    .description('Create a value')
    .requiredArgument('dimension', 'code or id of the dimension')
    .requiredArgument('code', 'code of the value, kept as it is')
    .example('erp dimension value create project P1 --name "New roof"');
  declareFields(create, VALUE_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('dimension', 'code or id of the dimension')
    .requiredArgument('code', 'code or id of the value')
    .example('erp dimension value update project P1 --valid-to 2026-12-31');
  declareFields(update, VALUE_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('dimension', 'code or id of the dimension')
    .requiredArgument('code', 'code or id of the value')
    .example('erp dimension value archive project P1')
    .action(remote(() => import('./archive.ts'), { changes: true }));
}
