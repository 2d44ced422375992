import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareFields } from '../fields.ts';
import { declareReferenceListing } from '../listing.ts';
import { CURRENCY_FIELDS } from './fields.ts';

export function declare(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List currencies'))
    .example('erp currency list --active')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show one')
    .requiredArgument('code', 'code or id')
    .example('erp currency get USD')
    .action(remote(() => import('./get.ts')));

  const create = noun
    .command('create')
    .description('Create a currency')
    .requiredArgument('code', 'its code, kept as it is')
    .example('erp currency create USD --exponent 2');
  declareFields(create, CURRENCY_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('code', 'code or id')
    .example('erp currency update HRK --withdrawn-on 2022-12-31');
  declareFields(update, CURRENCY_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('code', 'code or id')
    .example('erp currency archive USD')
    .action(remote(() => import('./archive.ts'), { changes: true }));
}
