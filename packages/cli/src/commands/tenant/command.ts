import { InvalidArgumentError } from 'commander';
import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import type { FileOptions } from '../../tenant-file/requested.ts';
import { declareFields } from '../fields.ts';
import { declareListing } from '../listing.ts';
import { NEW_TENANT_FIELDS, UPDATE_TENANT_FIELDS } from './fields.ts';

const tenantsOfFiles = async (_: readonly string[], options: FileOptions) =>
  (await import('../../tenant-file/requested.ts')).tenantsOfFiles(options);

/** A tenant may be named as an argument or by `--tenant`. */
const tenantOf = ([slug]: readonly string[]) => slug;

export function declare(noun: ErpCommand): void {
  const create = noun
    .command('create')
    .description('Create a tenant: a legal entity with books of its own')
    .requiredArgument('slug', 'its name in URLs: lower case letters, digits, hyphens')
    .example('erp tenant create acme --name "Acme SARL" --currency EUR --country FR --chart international');
  declareFields(create, NEW_TENANT_FIELDS, { creates: true });
  create.action(remote(() => import('./create.ts'), { changes: true, tenantOf }));

  declareListing(noun.command('list').description('List the tenants that the key may see'))
    .option('--external-id <id>', 'the one with this external id')
    .option('--updated-since <time>', 'only what changed since, RFC 3339')
    .example('erp tenant list')
    .action(remote(() => import('./list.ts'), { reach: 'platform' }));

  noun
    .command('get')
    .description('Show one')
    .argument('[slug]', 'which; by default that of --tenant')
    .example('erp tenant get acme')
    .action(remote(() => import('./get.ts'), { tenantOf }));

  const update = noun
    .command('update')
    .description('Change fields; an empty text takes a value away')
    .argument('[slug]', 'which; by default that of --tenant')
    .example('erp tenant update acme --registration-number 123456789');
  declareFields(update, UPDATE_TENANT_FIELDS);
  update.action(remote(() => import('./update.ts'), { changes: true, tenantOf }));

  noun
    .command('reset')
    .description('Empty the ledger of a tenant in setup; accounts, journals and parties stay')
    .argument('[slug]', 'which; by default that of --tenant')
    .example('erp tenant reset acme --yes')
    .action(remote(() => import('./reset.ts'), { changes: true, tenantOf }));

  noun
    .command('suspend')
    .description('Let a tenant be read and exported, and nothing else, until it is resumed')
    .argument('[slug]', 'which; by default that of --tenant')
    .example('erp tenant suspend acme')
    .action(remote(() => import('./suspend.ts'), { changes: true, tenantOf }));

  noun
    .command('resume')
    .description('Let a suspended tenant go on as what it was')
    .argument('[slug]', 'which; by default that of --tenant')
    .example('erp tenant resume acme')
    .action(remote(() => import('./resume.ts'), { changes: true, tenantOf }));

  noun
    .command('plan')
    .description('Show what a file would create, change and remove')
    .requiredOption(
      '-f, --file <file>',
      'the tenant as it is to be: YAML or JSON, - for stdin; or a folder of them',
    )
    .option('--prune', 'remove what a section does not name and nothing uses')
    .option('--save <file>', 'write the plan, for erp tenant apply --plan')
    .option('--concurrency <n>', 'of a folder: so many tenants at a time', atOnce, 8)
    .example('erp tenant plan -f tenant.yaml')
    .example('erp tenant plan -f tenants/')
    .action(remote(() => import('./plan.ts'), { tenantOf: tenantsOfFiles }));

  noun
    .command('apply')
    .description('Make a tenant as its file says, all of it or nothing; of a folder, each by itself')
    .option('-f, --file <file>', 'the tenant as it is to be: YAML or JSON, - for stdin; or a folder of them')
    .option('--plan <file>', 'a saved plan; refused when the tenant has moved since')
    .option('--prune', 'remove what a section does not name and nothing uses')
    .option(
      '--secrets <file>',
      'where secrets of new API keys go, a line of JSON each; only its owner may read it',
    )
    .option('--concurrency <n>', 'of a folder: so many tenants at a time', atOnce, 8)
    .example('erp tenant apply -f tenant.yaml')
    .example('erp tenant apply -f tenants/')
    .action(remote(() => import('./apply.ts'), { changes: true, tenantOf: tenantsOfFiles }));

  noun
    .command('export')
    .description('Write the file of a tenant')
    .argument('[slug]', 'which; by default that of --tenant')
    .option('--out <file>', 'where to, - for stdout')
    .example('erp tenant export acme --out tenant.yaml')
    .action(remote(() => import('./export.ts'), { tenantOf }));
}

function atOnce(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 64) return value;
  throw new InvalidArgumentError('Give a whole number, 1 to 64.');
}
