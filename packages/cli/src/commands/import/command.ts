import { Option } from 'commander';
import type { ErpCommand } from '../../erp-command.ts';
import { local, remote } from '../../run.ts';
import type { ImportFlags } from '../../transfer/begin-import.ts';
import type { Resource } from '../../transfer/reading-options.ts';
import { list } from '../fields.ts';
import { CHARTS, FORMATS } from '../formats.ts';
import { declareListing } from '../listing.ts';

const RESOURCES: Readonly<Record<Resource, string>> = {
  ledger: 'everything that a ledger file holds: accounts, parties, journals, years, openings, entries',
  entries: 'journal entries; accounts, journals, parties and years must exist',
  'opening-balances': 'the opening of a fiscal year, a balance a line',
  accounts: 'accounts of the chart',
  journals: 'journals',
  parties: 'customers, suppliers, employees, owners',
};

export function declare(noun: ErpCommand): void {
  noun.example('erp import ledger books.csv').example('erp import resume');

  for (const [resource, description] of Object.entries(RESOURCES)) {
    declareResource(noun.command(resource), resource as Resource, description);
  }

  declareReading(noun.command('map').description('Propose a mapping for a file with columns of its own'))
    .requiredArgument('file', 'a CSV file or a workbook; its heading and first lines are looked at')
    .addOption(
      new Option('--resource <resource>', 'what it holds (default: told by its heading)').choices(
        Object.keys(RESOURCES),
      ),
    )
    .option('--out <file>', 'where the mapping goes, - for standard output (default: FILE.map.yaml)')
    .example('erp import map journal-items.csv')
    .action(local(() => import('./map.ts')));

  declareReading(noun.command('resume').description('Go on with an import where it stopped'))
    .argument('[id]', 'which; by default the newest that was begun here and has not ended')
    .option('--file <file>', 'its file, where that has moved or the import was begun on another machine')
    .option('--mapping <file>', 'its mapping, where the import was begun on another machine')
    .option('--rejects <file>', 'where rejected rows go')
    .example('erp import resume')
    .action(remote(() => import('./resume.ts'), { changes: true }));

  declareListing(noun.command('list').description('List imports, newest first'))
    .option(
      '--state <state>',
      'receiving, validating, valid, invalid, committing, committed, cancelled, reversed',
    )
    .example('erp import list --state committed')
    .action(remote(() => import('./list.ts')));

  noun
    .command('status')
    .description('State, counts and interpretation of an import')
    .requiredArgument('id', 'id of the import')
    .example('erp import status 0198f3a0-0000-7000-8000-000000000091')
    .action(remote(() => import('./status.ts')));

  noun
    .command('cancel')
    .description('Drop an import that is not committed')
    .requiredArgument('id', 'id of the import')
    .example('erp import cancel 0198f3a0-0000-7000-8000-000000000091')
    .action(remote(() => import('./cancel.ts'), { changes: true }));

  noun
    .command('reverse')
    .description('Post a reversing entry for every entry of an import')
    .requiredArgument('id', 'id of the import')
    .example('erp import reverse 0198f3a0-0000-7000-8000-000000000091')
    .action(remote(() => import('./reverse.ts'), { changes: true }));

  noun
    .command('template')
    .description('Print the CSV header of a resource with an example')
    .requiredArgument('resource', Object.keys(RESOURCES).join(', '))
    .example('erp import template entries > entries.csv')
    .action(local(() => import('./template.ts')));
}

function declareResource(command: ErpCommand, resource: Resource, description: string): void {
  const formats = resource === 'accounts' ? [...FORMATS, ...CHARTS] : FORMATS;
  const holdsEntries = resource === 'ledger' || resource === 'entries';

  command
    .description(`Import ${description}`)
    .requiredArgument('file...', 'one or more files, imported one after the other')
    .addOption(new Option('--format <format>', 'of the file (default: told by its header)').choices(formats))
    .option(
      '--mapping <file>',
      'how its columns become those of the resource; "erp import map FILE" proposes one',
    )
    .addOption(mode())
    .addOption(
      new Option('--on-error <what>', 'abort: write nothing; skip: write what is right')
        .choices(['abort', 'skip'])
        .default('abort'),
    )
    .option('--dry-run', 'check and show what would be written; write nothing')
    .addOption(
      new Option(
        '--check',
        'check every row here, by the schemas of the contract; no server is needed',
      ).conflicts(['dryRun', 'rejects', 'again']),
    )
    .option('--rejects <file>', 'where rejected rows go (default: FILE.rejects.EXT)')
    .option('--again', 'import although the same file was imported before');
  declareReading(command);
  if (holdsEntries) declareEntries(command);
  if (resource === 'opening-balances') {
    command
      .option('--year <code>', 'the fiscal year that is opened')
      .option('--opening-difference <account>', 'account that takes what the balances do not sum to zero by');
  }

  const check = local<ImportFlags>(() => import('./check.ts'));
  const send = remote<ImportFlags>(() => import('./import.ts'), {
    changes: true,
    before: async (files, flags) => {
      const { checkFiles } = await import('./check-files.ts');
      await checkFiles(resource, files, flags);
    },
  });
  command
    .example(`erp import ${resource} ${resource === 'ledger' ? 'books' : resource}.csv`)
    .action((...all: unknown[]) => (command.opts<ImportFlags>().check ? check(...all) : send(...all)));
}

function mode(): Option {
  const option = new Option('--mode <mode>', 'upsert also updates what exists').choices(['create', 'upsert']);
  return option.default('create');
}

/** How the file is written, where that is not to be told from it. */
function declareReading(command: ErpCommand): ErpCommand {
  return command
    .option('--delimiter <character>', 'between columns; tab for a tabulator')
    .addOption(
      new Option('--encoding <name>', 'of the file').choices([
        'utf-8',
        'iso-8859-15',
        'windows-1252',
        'cp437',
        'cp850',
      ]),
    )
    .addOption(new Option('--decimal <sign>', 'decimal sign').choices(['.', ',']))
    .addOption(
      new Option('--date-format <order>', 'of dates that are not ISO').choices(['YMD', 'DMY', 'MDY']),
    )
    .option('--sheet <name>', 'of a workbook: which to read (default: the first whose heading is known)');
}

function declareEntries(command: ErpCommand): void {
  command
    .option('--fiscal-year <range>', 'the year of the file, 2025-01-01..2025-12-31')
    .option('--opening-journal <code>', 'journal whose entry of the first day is the opening')
    .option('--opening-difference <account>', 'account that takes the difference of an opening')
    .addOption(
      new Option('--numbers <policy>', 'numbers of the file (default: auto)').choices([
        'keep',
        'renumber',
        'auto',
      ]),
    )
    .option('--create <what>', 'accounts,journals,parties,years,dimensions,currencies: may be created', list)
    .addOption(new Option('--as <state>', 'post entries, or leave drafts').choices(['draft', 'posted']))
    .addOption(
      new Option('--amounts-in <currency>', 'what debit and credit are in').choices(['base', 'currency']),
    )
    .option('--strict', 'totals that the file states and its lines do not give are an error');
}
