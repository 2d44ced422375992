import { type Import, importsOf, lineAt, type Source } from './source.ts';

/** Which package of ours may import which. A package that is not listed here may not exist. */
const packageArrows: Record<string, readonly string[]> = {
  openapi: [],
  ledger: [],
  sdk: ['openapi'],
  server: ['ledger', 'openapi'],
  cli: ['sdk', 'ledger', 'openapi'],
};

/** A module may import those before it, through their index.ts. */
export const moduleOrder: readonly string[] = [
  ...['system', 'members', 'api-keys', 'migrations'],
  ...[
    'accounts',
    'series',
    'journals',
    'parties',
    'dimensions',
    'items',
    'tax-codes',
    'currencies',
    'rates',
    'calendar',
  ],
  ...['settlements', 'entries'],
  ...['invoices', 'bills', 'payments', 'banking', 'inventory'],
  ...['reports', 'imports', 'exports', 'seals', 'search', 'attachments'],
  ...['periods', 'years', 'tenants', 'webhooks', 'audit'],
];

/** A module of many files has folders, and each may import those before it. */
const folderOrder: Readonly<Record<string, readonly string[]>> = {
  imports: ['jobs', 'staging', 'plan', 'lists', 'totals', 'checks', 'posting', 'reversal'],
};

/** What all folders of a module stand on; its other files stand on the folders. */
const belowFolders: readonly string[] = ['rules.ts', 'store.ts'];

const modules = 'packages/server/src/modules/';
const drivers = /^(?:pg|pg-cursor|pg-copy-streams|@electric-sql\/pglite)(?:\/|$)/;

/** The environment is read where a program starts, and passed in from there. */
const environmentReaders = /^packages\/(?:server\/src\/(?:main|config)|cli\/src\/(?:main|run))\.ts$/;

/** Imports between packages that the arrows do not allow, by name or by a path out of the package. */
export function packageFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(importsOf).flatMap((found) => {
    const from = packageOf(found.path) ?? '';
    const allowed = packageArrows[from] ?? [];
    const to = packageOf(found.target) ?? /^@erp\/([\w-]+)/.exec(found.specifier)?.[1];

    if (to === undefined || to === from) {
      return [];
    }
    if (found.target !== undefined) {
      return [fault(found, `another package is imported by its name, not by a path: @erp/${to}`)];
    }
    const may =
      allowed.length > 0 ? `may import ${allowed.join(', ')} only` : 'imports no other package of ours';
    return allowed.includes(to) ? [] : [fault(found, `${from} ${may}`)];
  });
}

/** Imports of a database driver outside the one folder that knows drivers. */
export function driverFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !path.startsWith('packages/server/src/db/'))
    .flatMap(importsOf)
    .filter(({ specifier }) => drivers.test(specifier))
    .map((found) => fault(found, 'database drivers are imported in packages/server/src/db only'));
}

/** Imports of a module from a later one, or past its index.ts. */
export function moduleFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(importsOf).flatMap((found) => {
    const from = moduleOf(found.path);
    const to = moduleOf(found.target);
    if (to === undefined || to === from) {
      return [];
    }

    const faults: string[] = [];
    if (found.target !== `${modules}${to}/index.ts`) {
      faults.push(fault(found, `a module is imported through its index.ts only: modules/${to}/index.ts`));
    }
    if (from !== undefined && moduleOrder.indexOf(to) > moduleOrder.indexOf(from)) {
      faults.push(fault(found, `${from} comes before ${to} in the module order, so it may not import it`));
    }
    const isBelow = /^packages\/server\/src\/(?!modules\/)[\w-]+\//.test(found.path);
    if (isBelow) {
      faults.push(
        fault(found, 'what modules stand on imports no module: pass in what it needs from app.ts or main.ts'),
      );
    }
    return faults;
  });
}

/** Imports within a module from a folder that comes later, or from what stands on its folders. */
export function folderFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(importsOf).flatMap((found) => {
    const module = moduleOf(found.path);
    const order = folderOrder[module ?? ''];
    if (!order || found.target === undefined || moduleOf(found.target) !== module) {
      return [];
    }

    const from = placeOf(found.path, order);
    const to = placeOf(found.target, order);
    if (to.rank <= from.rank) {
      return [];
    }
    return [fault(found, `${from.name} of ${module} comes before ${to.name}, so it may not import it`)];
  });
}

/** A folder of a module or a file beside its folders, and how late it comes. A folder that has no place comes after everything. */
function placeOf(path: string, order: readonly string[]): { name: string; rank: number } {
  const [name = '', ...inside] = path.split('/').slice(5);
  if (inside.length === 0) {
    return { name, rank: belowFolders.includes(name) ? -1 : order.length };
  }
  const at = order.indexOf(name);
  return { name, rank: at === -1 ? order.length + 1 : at };
}

/** The kernel is pure: it imports itself, the packages below the server and Node, nothing that reads or writes. */
export function kernelFaults(sources: readonly Source[]): string[] {
  const kernel = 'packages/server/src/kernel/';
  return sources
    .filter(({ path }) => path.startsWith(kernel))
    .flatMap(importsOf)
    .filter(({ specifier, target }) =>
      target
        ? !target.startsWith(kernel)
        : !/^@erp\/(?:ledger|openapi)|^node:(?:crypto|buffer|util)$/.test(specifier),
    )
    .map((found) => fault(found, 'the kernel is pure: it imports only itself, @erp/ledger and @erp/openapi'));
}

/** SQL where a request is read or a rule decided: it stands in the store, so that both stay short and testable without a database. */
export function storeFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(
      ({ path }) => moduleOf(path) !== undefined && /\/(?:index|handlers|rules|\w+-rules)\.ts$/.test(path),
    )
    .flatMap(importsOf)
    .filter(({ target }) => target === 'packages/server/src/db/sql.ts')
    .map((found) =>
      fault(found, 'SQL of a module stands in its store.ts, or in a file named for what it reads or writes'),
    );
}

/** Modules without their rooms, unknown modules, and areas of the contract without a module. */
export function roomFaults(
  folders: readonly string[],
  sources: readonly Source[],
  areas: readonly string[],
): string[] {
  const has = (module: string, room: string) =>
    sources.some(({ path }) => path === `${modules}${module}/${room}`);
  const areaFolders = areas.map(kebabCase);

  const ofFolders = folders.flatMap((module) => [
    ...(moduleOrder.includes(module)
      ? []
      : [`${modules}${module}: not in the module order of boundaries/rules.ts`]),
    ...(has(module, 'index.ts') ? [] : [`${modules}${module}: a module has an index.ts, its only door`]),
    ...(!areaFolders.includes(module) || has(module, 'handlers.ts')
      ? []
      : [`${modules}${module}: a module with operations has a handlers.ts`]),
  ]);
  const ofAreas = areaFolders
    .filter((area) => !folders.includes(area))
    .map((area) => `${modules}${area}: the contract has operations of this area, so it has a module`);
  return [...ofFolders, ...ofAreas];
}

/** Reads of the environment outside the start of a program: settings are read once and passed in. */
export function environmentFaults(sources: readonly Source[]): string[] {
  const pattern =
    /\bprocess\.env\b|\bprocess\[['"]env['"]\]|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](?:node:)?process['"]/g;
  const rule =
    'the environment is read where a program starts: main.ts or config.ts of the server, main.ts or run.ts of the cli';
  return sources
    .filter(({ path }) => !environmentReaders.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(pattern)].map(({ index }) => `${path}:${lineAt(text, index)} ${rule}`),
    );
}

function fault({ path, line, specifier }: Import, rule: string): string {
  return `${path}:${line} imports '${specifier}': ${rule}`;
}

/** `server` of `packages/server/src/…`, `openapi` of `openapi/…`. */
function packageOf(path: string | undefined): string | undefined {
  return path?.startsWith('openapi/') ? 'openapi' : /^packages\/([\w-]+)\//.exec(path ?? '')?.[1];
}

/** The module of a file; undefined for `modules/index.ts`, the list of them. */
function moduleOf(path: string | undefined): string | undefined {
  const [module, inside] = path?.startsWith(modules) ? path.slice(modules.length).split('/') : [];
  return inside === undefined ? undefined : module;
}

function kebabCase(area: string): string {
  return area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
