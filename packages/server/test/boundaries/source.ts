import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** A file of the project: its path from the root with slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** One import, `export … from` or dynamic import: what stands in the quotes, and what it points to if it is a file of ours. */
export interface Import {
  path: string;
  line: number;
  specifier: string;
  target: string | undefined;
}

/** Sources of a folder, without its tests: these may reach further than the program. Empty when the folder is absent. */
export function readSources(folder: string): Source[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) {
    return [];
  }

  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.[cm]?[jt]s$/.test(path) && !/\.test\.ts$|\/(?:dist|node_modules)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The names of the folders in a folder of the project. */
export function readFolders(folder: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) {
    return [];
  }
  const entries = readdirSync(absolute, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** The areas of the contract: what stands before the dot of its operation ids. */
export function readAreas(): string[] {
  const document = readFileSync(join(root, 'openapi/dist/erp.json'), 'utf8');
  return [...new Set([...document.matchAll(/"operationId":\s*"(\w+)\.\w+"/g)].map(([, area]) => area ?? ''))];
}

const importPattern =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\b(?:import|require(?:\.resolve)?)\(\s*['"]([^'"]+)['"]/gm;

/** Imports of a file as its text shows them: those of types too, because an arrow is an arrow. */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const line = lineAt(text, match.index + match[0].indexOf(specifier));
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
    return { path, line, specifier, target };
  });
}

/** Line number, from 1, of a place in a text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
