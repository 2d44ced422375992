import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareFields } from '../fields.ts';
import { declareReferenceListing } from '../listing.ts';
import { JOURNAL_FIELDS } from './fields.ts';

export function declare(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List journals'))
    .example('erp journal list --active')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show one')
    .requiredArgument('code', 'code or id')
    .example('erp journal get VT')
    .action(remote(() => import('./get.ts')));

  const create = noun
    .command('create')
    .description('Create a journal')
    .requiredArgument('code', 'its code, kept as it is')
    .example('erp journal create VT --name Sales --area sale');
  declareFields(create, JOURNAL_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('code', 'code or id')
    .example('erp journal update VT --name "Sales of goods"');
  declareFields(update, JOURNAL_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('code', 'code or id')
    .example('erp journal archive VT')
    .action(remote(() => import('./archive.ts'), { changes: true }));
}
