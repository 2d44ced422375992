// The databases that `npm run test:services` runs on, and which tests on each. By the name of the file:
//   *.test.ts            reaches a database through a harness, so it runs on every one; what does not is left to `npm test`
//   *.long.test.ts       the same, but too long for `npm test`
//   *.services.test.ts   starts services of its own, with a PostgreSQL of the pass's version; not through PgBouncer
//   *.judges.test.ts     needs other programs, and no particular database: in the first pass only
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Pass
 * @property {string} name what `ERP_TEST_PASS` takes
 * @property {string} title
 * @property {15 | 18} postgres major version
 * @property {boolean} pooler through PgBouncer
 * @property {string[]} kinds of files beside those that reach a database through a harness
 */

/** @type {readonly Pass[]} */
export const passes = [
  {
    name: 'postgresql-15',
    title: 'PostgreSQL 15',
    postgres: 15,
    pooler: false,
    kinds: ['services', 'judges', 'long'],
  },
  { name: 'postgresql-18', title: 'PostgreSQL 18', postgres: 18, pooler: false, kinds: ['services', 'long'] },
  { name: 'pgbouncer', title: 'PgBouncer before PostgreSQL 15', postgres: 15, pooler: true, kinds: ['long'] },
];

/** The pass of a name; the first without one. Throws with the names there are. */
export function passOf(/** @type {string | undefined} */ name) {
  const found = name ? passes.find((pass) => pass.name === name) : passes[0];
  if (!found) {
    throw new Error(`ERP_TEST_PASS is one of ${passes.map((pass) => pass.name).join(', ')}, not ${name}`);
  }
  return found;
}

/** Embedded by what they test: kill -9 of the one process that holds everything, whose job nobody else may have; its copies. */
const embedded = ['e2e/crash.test.ts', 'packages/server/test/schema/copies.test.ts'];

/** About what a killed client leaves behind: another version of the database tells nothing new, so the first pass has it. */
const once = ['e2e/tenants.services.test.ts'];

/** Where a test gets the database of the run from. */
const harness = /from '[^']*\/(harness|import-server|installation)\.ts'/;

/** Paths of the files that a pass runs. */
export function filesOf(/** @type {Pass} */ { name, kinds }) {
  const all = ['packages', 'e2e'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  return all
    .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
    .filter((file) => name === passes[0]?.name || !once.includes(file))
    .filter((file) => {
      const kind = /\.(services|judges|long)\.test\.ts$/.exec(file)?.[1];
      return kind ? kinds.includes(kind) : !embedded.includes(file) && reachesDatabase(file);
    })
    .sort();
}

function reachesDatabase(/** @type {string} */ file) {
  return file.startsWith('packages/server/') || harness.test(readFileSync(`${root}/${file}`, 'utf8'));
}
