import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareFields } from '../fields.ts';
import { declareReferenceListing } from '../listing.ts';
import { PARTY_FIELDS } from './fields.ts';

export function declare(noun: ErpCommand): void {
  declareReferenceListing(noun.command('list').description('List parties'))
    .example('erp party list --active')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show one')
    .requiredArgument('code', 'code or id')
    .example('erp party get C0007')
    .action(remote(() => import('./get.ts')));

  const create = noun
    .command('create')
    .description('Create a party')
    .requiredArgument('code', 'its code, kept as it is')
    .example(`erp party create C0007 --name "Anna & Co" --roles '[{"role":"customer"}]'`);
  declareFields(create, PARTY_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .requiredArgument('code', 'code or id')
    .example('erp party update C0007 --language fr');
  declareFields(update, PARTY_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true }));

  noun
    .command('archive')
    .description('Take it out of use; history stays')
    .requiredArgument('code', 'code or id')
    .example('erp party archive C0007')
    .action(remote(() => import('./archive.ts'), { changes: true }));
}
