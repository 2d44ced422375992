import { InvalidArgumentError, Option } from 'commander';
import { OUTPUT_FORMATS } from './channel.ts';
import { FORMATS } from './commands/formats.ts';
import { ErpCommand, helpStyle } from './erp-command.ts';
import { rootHelp } from './help/root-help.ts';
import { VERSION } from './version.ts';

/** What a noun's `command.ts` exports: it declares verbs, arguments and options, and loads no body. */
export interface NounModule {
  declare(noun: ErpCommand): void;
}

export interface Noun {
  readonly name: string;
  readonly description: string;
  readonly load: () => Promise<NounModule>;
}

export interface NounGroup {
  readonly title: string;
  /** Only the names, side by side: for what a reader recognises without a description. */
  readonly brief?: true;
  readonly nouns: readonly Noun[];
}

/** Every command that exists, grouped by what people come for. A noun is declared in full only when it is asked for. */
export const NOUN_GROUPS: readonly NounGroup[] = [
  {
    title: 'Start here',
    nouns: [
      {
        name: 'login',
        description: 'Sign in to a server and remember it as a profile',
        load: () => import('./commands/login/command.ts'),
      },
      {
        name: 'doctor',
        description: 'Check server, versions, credentials, clock and schema',
        load: () => import('./commands/doctor/command.ts'),
      },
      {
        name: 'tenant',
        description: 'Create, plan, apply, list and suspend tenants',
        load: () => import('./commands/tenant/command.ts'),
      },
    ],
  },
  {
    title: 'Books',
    nouns: [
      {
        name: 'entry',
        description: 'Journal entries: list, get, create, post, reverse',
        load: () => import('./commands/entry/command.ts'),
      },
      {
        name: 'import',
        description: 'Load accounts, parties, balances, entries or a whole ledger from files',
        load: () => import('./commands/import/command.ts'),
      },
      {
        name: 'export',
        description: `Write the ledger to a file (${FORMATS.join(', ')})`,
        load: () => import('./commands/export/command.ts'),
      },
      {
        name: 'report',
        description: 'Trial balance, general ledger, journal book, numbers',
        load: () => import('./commands/report/command.ts'),
      },
      {
        name: 'period',
        description: 'List, close and reopen accounting periods',
        load: () => import('./commands/period/command.ts'),
      },
      {
        name: 'year',
        description: 'List and open fiscal years',
        load: () => import('./commands/year/command.ts'),
      },
    ],
  },
  {
    title: 'Reference data',
    brief: true,
    nouns: [
      {
        name: 'account',
        description: 'The chart of accounts',
        load: () => import('./commands/account/command.ts'),
      },
      {
        name: 'journal',
        description: 'The books that entries are written in',
        load: () => import('./commands/journal/command.ts'),
      },
      {
        name: 'series',
        description: 'Where legal numbers come from',
        load: () => import('./commands/series/command.ts'),
      },
      {
        name: 'dimension',
        description: 'Cost centres, projects and their values',
        load: () => import('./commands/dimension/command.ts'),
      },
      {
        name: 'party',
        description: 'Customers, suppliers, employees, owners',
        load: () => import('./commands/party/command.ts'),
      },
      {
        name: 'currency',
        description: 'Currencies and other units of account',
        load: () => import('./commands/currency/command.ts'),
      },
      {
        name: 'settlement',
        description: 'Lines that answer each other (lettering)',
        load: () => import('./commands/settlement/command.ts'),
      },
      {
        name: 'audit',
        description: 'Who changed what, when',
        load: () => import('./commands/audit/command.ts'),
      },
    ],
  },
  {
    title: 'Administration',
    brief: true,
    nouns: [
      {
        name: 'api-key',
        description: 'Keys that programs sign in with',
        load: () => import('./commands/api-key/command.ts'),
      },
      {
        name: 'migrate',
        description: 'The schema of the database: status, plan, up, down',
        load: () => import('./commands/migrate/command.ts'),
      },
      {
        name: 'profile',
        description: 'Saved sign-ins',
        load: () => import('./commands/profile/command.ts'),
      },
      {
        name: 'logout',
        description: 'Forget the key of a profile',
        load: () => import('./commands/logout/command.ts'),
      },
      {
        name: 'whoami',
        description: 'Server, tenant, key and scopes in use',
        load: () => import('./commands/whoami/command.ts'),
      },
    ],
  },
  {
    title: 'Everything else',
    nouns: [
      {
        name: 'api',
        description: 'Call any operation: erp api GET /v1/accounts',
        load: () => import('./commands/api/command.ts'),
      },
      {
        name: 'completion',
        description: 'Completion for bash, zsh, fish, powershell',
        load: () => import('./commands/completion/command.ts'),
      },
      {
        name: 'help',
        description: 'More on: exit-codes, environment, formats',
        load: () => import('./commands/help/command.ts'),
      },
    ],
  },
];

/** The program with every noun known by name and none declared; `parseAsync` declares the one that it meets. */
export function createProgram(): ErpCommand {
  const root = new ErpCommand('erp')
    .description('administer and integrate an ERP ledger')
    .version(VERSION)
    .configureHelp({ ...helpStyle, showGlobalOptions: false })
    .helpCommand(false)
    .helpOption('-h, --help', 'show this help')
    .exitOverride();

  addGlobalOptions(root);
  root.helpInformation = () => rootHelp(NOUN_GROUPS);

  for (const { name, description, load } of NOUN_GROUPS.flatMap((group) => group.nouns)) {
    root
      .command(name)
      .description(description)
      .declareLater(async (noun) => {
        const { declare } = await load();
        declare(noun.helpCommand(false));
        closeHelp(noun);
      });
  }
  root.hook('preSubcommand', async (_, noun) => {
    if (noun instanceof ErpCommand) await noun.complete();
  });

  return root;
}

/** Ends the help of every command with its examples and the way to the options that all commands share. */
function closeHelp(command: ErpCommand): void {
  command.addHelpText('after', () =>
    [
      ...(command.examples.length > 0
        ? ['', 'Examples:', ...command.examples.map((line) => `  ${line}`)]
        : []),
      '',
      'Options for every command: erp --help',
    ].join('\n'),
  );
  command.below.forEach(closeHelp);
}

function addGlobalOptions(root: ErpCommand): void {
  root
    .addOption(new Option('-o, --output <how>', 'how results are printed').choices(OUTPUT_FORMATS))
    .option('--columns <a,b,c>', 'which columns, in which order')
    .option('--profile <name>', 'which saved sign-in')
    .option('--url <url>', 'which server')
    .option('--tenant <slug>', 'which tenant')
    .option('--expect-tenant <slug>', 'refuse to work on any other tenant')
    .option('--api-key-file <file>', 'file that holds the key, - for stdin')
    .option('--timeout <seconds>', 'give up after so long', seconds)
    .option('--no-input', 'never ask')
    .option('--yes', 'answer yes to every question')
    .option('--quiet', 'only results and errors')
    .option('--debug', 'requests and stack traces on stderr')
    .option('--no-color', 'no colours');
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Give a number of seconds above 0.');

  return value;
}
