import { describe, expect, test } from 'vitest';
import {
  driverFaults,
  environmentFaults,
  folderFaults,
  kernelFaults,
  moduleFaults,
  packageFaults,
  roomFaults,
  storeFaults,
} from './boundaries/rules.ts';
import { importsOf, readAreas, readFolders, readSources, type Source } from './boundaries/source.ts';

const packages = ['openapi', ...readFolders('packages').map((name) => `packages/${name}/src`)].flatMap(
  readSources,
);
const programs = packages.filter(({ path }) => path.startsWith('packages/'));
const server = packages.filter(({ path }) => path.startsWith('packages/server/'));
const modules = readFolders('packages/server/src/modules');

/** One made-up file, to see that a rule sees. */
const file = (path: string, ...lines: string[]): Source[] => [{ path, text: lines.join('\n') }];

describe('boundaries', () => {
  test('boundaries.sources are found at all', () => {
    const paths = packages.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['packages/server/src/db/pool.ts', 'packages/ledger/src/index.ts']),
    );
  });

  test('boundaries.packages point one way: openapi, ledger <- sdk, server, cli', () => {
    expect(packageFaults(packages)).toEqual([]);
  });

  test('boundaries.drivers are known to db only', () => {
    expect(driverFaults(packages)).toEqual([]);
  });

  test('boundaries.modules import earlier ones, through their index', () => {
    expect(moduleFaults(server)).toEqual([]);
  });

  test('boundaries.folders of a module import earlier ones', () => {
    expect(folderFaults(server)).toEqual([]);
  });

  test('boundaries.modules have their rooms, and every area of the contract its module', () => {
    expect(roomFaults(modules, server, readAreas())).toEqual([]);
  });

  test('boundaries.kernel is pure', () => {
    expect(kernelFaults(server)).toEqual([]);
  });

  test('boundaries.store holds the SQL of a module', () => {
    expect(storeFaults(server)).toEqual([]);
  });

  test('boundaries.environment is read by the configuration only', () => {
    expect(environmentFaults(programs)).toEqual([]);
  });
});

describe('boundaries of made-up files', () => {
  test('importsOf finds every form, with its line', () => {
    const source = file(
      'packages/cli/src/a.ts',
      "import { a } from 'a';",
      'import type {',
      '  B,',
      "} from './b.ts';",
      "export * from '../c.ts';",
      "import 'd';",
      "const e = await import('e');",
      "const f = require.resolve('f');",
    );
    expect(source.flatMap(importsOf).map(({ line, specifier, target }) => [line, specifier, target])).toEqual(
      [
        [1, 'a', undefined],
        [4, './b.ts', 'packages/cli/src/b.ts'],
        [5, '../c.ts', 'packages/cli/c.ts'],
        [6, 'd', undefined],
        [7, 'e', undefined],
        [8, 'f', undefined],
      ],
    );
  });

  test('packageFaults names file, line and rule, for a name and for a path', () => {
    expect(
      packageFaults(file('packages/ledger/src/a.ts', '', "import type { x } from '@erp/openapi/types';")),
    ).toEqual([
      "packages/ledger/src/a.ts:2 imports '@erp/openapi/types': ledger imports no other package of ours",
    ]);
    expect(packageFaults(file('packages/cli/src/a.ts', "import '../../server/src/app.ts';"))).toEqual([
      "packages/cli/src/a.ts:1 imports '../../server/src/app.ts': another package is imported by its name, not by a path: @erp/server",
    ]);
    expect(packageFaults(file('packages/cli/src/a.ts', "import '@erp/server';"))).toHaveLength(1);
  });

  test('driverFaults sees pg and its companions, not what only begins like them', () => {
    const lines = ["import pg from 'pg';", "import Cursor from 'pg-cursor';", "import x from 'pgpass';"];
    expect(driverFaults(file('packages/server/src/modules/entries/store.ts', ...lines))).toHaveLength(2);
    expect(driverFaults(file('packages/server/src/db/pool.ts', ...lines))).toEqual([]);
  });

  test('moduleFaults sees a later module, a way past the index, and a module below modules', () => {
    const folder = 'packages/server/src/modules';
    expect(
      moduleFaults(file(`${folder}/accounts/rules.ts`, "import { post } from '../entries/index.ts';")),
    ).toHaveLength(1);
    expect(
      moduleFaults(file(`${folder}/entries/rules.ts`, "import { find } from '../accounts/index.ts';")),
    ).toEqual([]);
    expect(
      moduleFaults(file(`${folder}/entries/rules.ts`, "import { find } from '../accounts/store.ts';")),
    ).toHaveLength(1);
    expect(
      moduleFaults(file('packages/server/src/http/auth.ts', "import '../modules/api-keys/index.ts';")),
    ).toHaveLength(1);
    expect(moduleFaults(file('packages/server/src/app.ts', "import './modules/api-keys/index.ts';"))).toEqual(
      [],
    );
  });

  test('folderFaults sees a later folder, a handler, a folder without a place, and a way up from the store', () => {
    const imports = 'packages/server/src/modules/imports';
    const faultsOf = (path: string, specifier: string) =>
      folderFaults(file(`${imports}/${path}`, `import '${specifier}';`));
    expect(faultsOf('plan/known.ts', '../checks/check.ts')).toEqual([
      `${imports}/plan/known.ts:1 imports '../checks/check.ts': plan of imports comes before checks, so it may not import it`,
    ]);
    expect(faultsOf('reversal/reverse.ts', '../handlers.ts')).toHaveLength(1);
    expect(faultsOf('reversal/reverse.ts', '../misc/a.ts')).toHaveLength(1);
    expect(faultsOf('store.ts', './staging/stage.ts')).toHaveLength(1);

    const allowed = [
      ['checks/check.ts', '../plan/known.ts'],
      ['checks/check.ts', './counts.ts'],
      ['jobs/queue.ts', '../rules.ts'],
      ['rules.ts', './store.ts'],
      ['runners.ts', './reversal/reverse.ts'],
      ['checks/check.ts', '../../calendar/index.ts'],
    ] as const;
    expect(allowed.flatMap(([path, specifier]) => faultsOf(path, specifier))).toEqual([]);
  });

  test('roomFaults sees a missing room, an unknown module and an area without a module', () => {
    const sources = file('packages/server/src/modules/tax-codes/index.ts', '');
    expect(roomFaults(['tax-codes', 'misc'], sources, ['taxCodes', 'entries'])).toEqual([
      'packages/server/src/modules/tax-codes: a module with operations has a handlers.ts',
      'packages/server/src/modules/misc: not in the module order of boundaries/rules.ts',
      'packages/server/src/modules/misc: a module has an index.ts, its only door',
      'packages/server/src/modules/entries: the contract has operations of this area, so it has a module',
    ]);
  });

  test('environmentFaults, kernelFaults and storeFaults see one each', () => {
    expect(environmentFaults(file('packages/sdk/src/a.ts', '', 'const x = process.env.HOME;'))).toHaveLength(
      1,
    );
    expect(environmentFaults(file('packages/server/src/config.ts', 'process.env.HOME'))).toEqual([]);
    expect(
      kernelFaults(file('packages/server/src/kernel/id.ts', "import { readFile } from 'node:fs';")),
    ).toHaveLength(1);
    expect(
      storeFaults(file('packages/server/src/modules/entries/handlers.ts', "import '../../db/sql.ts';")),
    ).toHaveLength(1);
  });
});
