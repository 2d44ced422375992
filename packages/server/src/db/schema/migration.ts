import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isLong, splitStatements } from './statements.ts';

/**
 * `expand` adds what the server before does not see; `backfill` fills it in, batch by batch; `contract` takes away what only
 * older servers need.
 */
export type Phase = 'expand' | 'backfill' | 'contract';

export interface Migration {
  number: number;
  name: string;
  phase: Phase;
  text: string;
  sha256: string;
  up: readonly string[];
  /** Undefined: there is no way back. */
  down: readonly string[] | undefined;
  /** Every statement may take long, and runs outside a transaction. */
  isLong: boolean;
  /** The rows that a backfill goes through, tenant by tenant in the order of `key`. */
  rows: { table: string; key: readonly string[] } | undefined;
}

/** The numbered files of a folder, in order. Throws when one does not say what it is. */
export function readMigrations(folder: URL): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const migrations = files.map((name) => parseMigration(name, readFileSync(new URL(name, folder), 'utf8')));
  migrations.forEach((migration, i) => {
    if (migration.number === migrations[i - 1]?.number) {
      throw new SyntaxError(`${migration.name}: another migration has its number`);
    }
  });
  return migrations;
}

/** Takes a file apart: `-- phase: …` is its first line, `-- rows: …` names what a backfill goes through, `-- down` the way back. */
export function parseMigration(name: string, text: string): Migration {
  const fault = (sentence: string) => new SyntaxError(`${name}: ${sentence}`);
  const number = Number(/^(\d{4})-[\w-]+\.sql$/.exec(name)?.[1]);
  if (!number) throw fault('a migration is named 0001-what-it-does.sql');

  const phase = /^-- phase: (expand|backfill|contract)$/m.exec(text.split('\n', 1)[0] ?? '')?.[1] as Phase;
  if (!phase) throw fault('its first line is `-- phase: expand`, `backfill` or `contract`');

  const [forth = '', back, ...more] = text.split(/^-- down$/m);
  if (more.length > 0) throw fault('it has one `-- down`');
  const up = splitStatements(forth);
  const down = back === undefined ? undefined : splitStatements(back);
  if (down && phase === 'contract') throw fault('a contract has no way back');

  const rows = /^-- rows: (\w+) \((\w+(?:, \w+)*)\)$/m.exec(forth);
  if ((phase === 'backfill') !== (rows !== null)) {
    throw fault('a backfill, and nothing else, says `-- rows: table (key, key)`');
  }
  if (phase === 'backfill' && (up.length !== 1 || !/\bbatch\b/.test(up[0] ?? ''))) {
    throw fault('a backfill is one statement, on the rows of `batch`');
  }
  const long = [...up, ...(down ?? [])].filter(isLong).length;
  if (long > 0 && long < up.length + (down?.length ?? 0)) {
    throw fault(
      'what is built beside everything else (index concurrently, validate constraint) is a migration of its own',
    );
  }

  if (long > 0 && phase === 'contract') {
    throw fault('a contract is done in a moment: what takes long is an expand of its own');
  }

  return {
    number,
    name: name.replace(/\.sql$/, ''),
    phase,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    up,
    down,
    isLong: long > 0,
    rows: rows ? { table: rows[1] ?? '', key: (rows[2] ?? '').split(', ') } : undefined,
  };
}
