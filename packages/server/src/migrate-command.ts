import { existsSync } from 'node:fs';
import { type Config, ConfigError } from './config.ts';
import {
  down,
  type MigrationEvent,
  type PlannedStep,
  pendingOf,
  planOf,
  type Release,
  readState,
  SchemaConflict,
  SchemaError,
  type SchemaStatus,
  statusOf,
  up,
} from './db/schema/index.ts';
import { type Opened, openDatabase } from './open-database.ts';
import { sentenceOf } from './sentences.ts';

type Output = 'table' | 'json' | 'jsonl';

const verbs = ['status', 'plan', 'up', 'down'] as const;

/**
 * `erp-server migrate …`: what `erp migrate …` does, without a running server. Results on stdout, what it says meanwhile on stderr.
 * Gives the exit code: 5 for a plan with steps, and for a step that has to wait.
 */
export async function migrateCommand(
  argv: string[],
  environment: NodeJS.ProcessEnv,
  readConfig: (argv: string[], environment: NodeJS.ProcessEnv) => Config,
  release: Release,
): Promise<number> {
  let output: Output = process.stdout.isTTY ? 'table' : 'json';
  try {
    const [verb, ...rest] = argv;
    const known = verbs.find((v) => v === verb);
    if (!known)
      throw new ConfigError(`erp-server migrate takes ${verbs.join(', ')}, not ${verb ?? 'nothing'}`);

    const [asked, afterOutput] = takeOption(rest, ['--output', '-o']);
    output = outputOf(asked) ?? output;
    const [to, options] = takeOption(afterOutput, ['--to']);
    const config = readConfig(options, environment);
    if (known !== 'up' && !config.databaseUrl && !existsSync(config.data)) {
      throw new SchemaError(`there is no database in ${config.data}`);
    }

    const opened = await openDatabase(config, say);
    try {
      return await perform(known, opened, release, output, numberIn(to));
    } finally {
      await opened.close();
    }
  } catch (error) {
    const message = sentenceOf(error);
    if (message === undefined) throw error;
    if (output === 'table') say(`error: ${message}`);
    else print({ error: { code: error instanceof SchemaConflict ? 'conflict' : 'failed', message } });
    return exitOf(error);
  }
}

async function perform(
  verb: (typeof verbs)[number],
  opened: Opened,
  release: Release,
  output: Output,
  to: number | undefined,
): Promise<number> {
  const state = await opened.db.owner(readState);
  if (verb === 'status') {
    const status = statusOf(release, state);
    if (output === 'table') printTable(statusRows(status));
    else print(status);
    return 0;
  }
  if (verb === 'plan') {
    const plan = planOf(release, state);
    if (output === 'table') printTable(planRows(plan.steps));
    else print(plan);
    return plan.steps.length > 0 ? 5 : 0;
  }

  const steps: MigrationEvent[] = [];
  const work = {
    to,
    say: (event: MigrationEvent) => {
      if (output === 'jsonl') print(event);
      else if (output === 'table') say(eventLine(event));
      if (event.event === 'done') steps.push(event);
    },
  };
  const isNothing = verb === 'up' && pendingOf(release, state).length === 0;
  const change = () => (verb === 'up' ? up : down)(opened.db, release, work);
  const { number } = isNothing ? await change() : await opened.withCopy(change);
  if (output === 'table') printTable(statusRows(statusOf(release, await opened.db.owner(readState))));
  else print({ number, steps: steps.map(({ event: _, detail: __, of: ___, ...step }) => step) });
  return 0;
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const print = (document: object): void => {
  process.stdout.write(`${JSON.stringify(document)}\n`);
};

function exitOf(error: unknown): number {
  if (error instanceof ConfigError) return 2;
  return error instanceof SchemaConflict ? 5 : 1;
}

/** The value of an option, and the arguments without it. */
function takeOption(args: string[], names: string[]): [string | undefined, string[]] {
  const at = args.findIndex((arg) => names.includes(arg.split('=', 1)[0] ?? ''));
  if (at < 0) return [undefined, args];
  const [name = '', ...inline] = (args[at] ?? '').split('=');
  if (inline.length > 0) return [inline.join('='), args.toSpliced(at, 1)];
  const value = args[at + 1];
  if (value === undefined) throw new ConfigError(`${name} takes a value`);
  return [value, args.toSpliced(at, 2)];
}

function outputOf(text: string | undefined): Output | undefined {
  if (text === undefined || text === 'table' || text === 'json' || text === 'jsonl') return text;
  throw new ConfigError(`--output takes table, json, jsonl, not ${JSON.stringify(text)}`);
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new ConfigError(`--to takes the number of a migration, not ${JSON.stringify(text)}`);
}

function eventLine({ event, name, rows, of, seconds, detail }: MigrationEvent): string {
  const count = rows === null ? '' : ` ${rows}${of === null ? '' : ` of about ${Math.max(of, rows)}`} rows`;
  const time = seconds === null ? '' : ` in ${seconds} s`;
  return `${name} ${event}${count}${time}${detail === null ? '' : `: ${detail}`}`;
}

const statusRows = ({ migrations }: SchemaStatus): string[][] => [
  ['number', 'name', 'phase', 'state', 'when', 'seconds'],
  ...migrations.map(({ number, name, phase, state, appliedAt, seconds, rows }) => [
    String(number),
    name,
    phase,
    state === 'running' ? `running, ${rows} rows` : state,
    appliedAt ?? '',
    seconds === null ? '' : String(seconds),
  ]),
];

const planRows = (steps: readonly PlannedStep[]): string[][] => [
  ['number', 'name', 'phase', 'how', 'blocked'],
  ...steps.map(({ number, name, phase, how, blocked }) => [String(number), name, phase, how, blocked ?? '']),
];

function printTable(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    process.stdout.write(
      `${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
