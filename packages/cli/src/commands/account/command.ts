import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareFields } from '../fields.ts';
import { declareReferenceListing } from '../listing.ts';
import { ACCOUNT_FIELDS } from './fields.ts';

export function declare(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List accounts'))
    .example('erp account list --active')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show one')
    .requiredArgument('code', 'code or id')
    .example('erp account get 512000')
    .action(remote(() => import('./get.ts')));

  const create = noun
    .command('create')
    .description('Create an account')
    .requiredArgument('code', 'its code, kept as it is')
    .example('erp account create 512000 --name Bank --statement balance --type asset');
  declareFields(create, ACCOUNT_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('code', 'code or id')
    .example('erp account update 512000 --name "Main bank"');
  declareFields(update, ACCOUNT_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('code', 'code or id')
    .example('erp account archive 512000')
    .action(remote(() => import('./archive.ts'), { changes: true }));
}
