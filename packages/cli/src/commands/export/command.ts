import { InvalidArgumentError, Option } from 'commander';
import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import type { ListName } from '../../transfer/lists.ts';
import { FORMATS } from '../formats.ts';

export function declare(noun: ErpCommand): void {
  chosen(
    noun.command('ledger').description('Write the ledger of a year, or of a range of days, to a file'),
    'of the file (needed)',
  )
    .option('--out <file>', 'where to (default: in this folder, by the name of the format); - for stdout')
    .option('--gzip', 'compress it; the sha256 said is that of what is inside')
    .example('erp export ledger --format fec --year 2025 --out acme-2025.txt')
    .example('erp export ledger --format csv --gzip')
    .action(remote(() => import('./ledger.ts')));

  chosen(
    noun.command('check').description('Say all that an export would lack, at once; writes nothing'),
    'to check for (needed)',
  )
    .example('erp export check --format fec --year 2025')
    .action(remote(() => import('./check.ts')));

  for (const [name, what] of Object.entries(LISTS)) {
    noun
      .command(name)
      .description(`Write ${what} to a file`)
      .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'jsonl']).default('csv'))
      .option('--out <file>', 'where to (default: in this folder, by tenant and list); - for stdout')
      .example(`erp export ${name} --out ${name}.csv`)
      .action(
        remote(async () => {
          const { exportList } = await import('./list.ts');
          return { default: exportList(name as ListName) };
        }),
      );
  }
}

/** Which part of the ledger, in which format. */
function chosen(command: ErpCommand, what: string): ErpCommand {
  return command
    .addOption(new Option('--format <format>', what).choices(FORMATS))
    .need({
      key: 'format',
      label: '--format <format>',
      question: 'In which format?',
      choices: [...FORMATS],
    })
    .option('--from <date>', 'first day (default: the latest fiscal year that has entries)')
    .option('--to <date>', 'last day')
    .option('--year <code>', 'a fiscal year; a FEC is of exactly one')
    .option('--period <year/number>', 'a period, as 2026/3; the opening stands in period 0')
    .option('--journal <code>', 'only this journal')
    .option('--account <codes>', 'only lines of an account, or of A..B')
    .addOption(
      new Option('--dimension <x=v>', 'only lines with this value of this dimension').argParser(
        dimensionFilter,
      ),
    );
}

/** `accounts`, `journals` and `parties` give what their import reads. */
const LISTS: Readonly<Record<ListName, string>> = {
  accounts: 'the accounts, as `erp import accounts` reads them,',
  journals: 'the journals, as `erp import journals` reads them,',
  parties: 'the parties, as `erp import parties` reads them,',
  dimensions: 'the dimensions',
  'dimension-values': 'the values of all dimensions',
  currencies: 'all currencies, those of ISO included,',
  series: 'the number series',
  years: 'the fiscal years',
  periods: 'the periods of all years',
  settlements: 'the settlements, a row for each line that one holds,',
};

/** `site=north`; a code of a dimension that has `=` in it cannot be said here. */
function dimensionFilter(text: string): { code: string; value: string } {
  const [, code, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (code === undefined || value === undefined) {
    throw new InvalidArgumentError('give a dimension and a value, as site=north');
  }
  return { code, value };
}
