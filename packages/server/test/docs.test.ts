import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { usage } from '../src/config.ts';
import { readDocument } from '../src/contract/document.ts';
import { problems } from '../src/kernel/problem.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

/** The cells of every table row whose first cell is code, its marks taken off; `\\|` is a bar inside a cell. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
    .map(([, first = '', ...rest]) => [first.replaceAll('`', ''), ...rest]);
}

describe('docs/errors.md', () => {
  test('docs.errors has every problem code once, with its status', async () => {
    const rows = rowsOf(await read('docs/errors.md'));
    const documented = rows.map(([code, status]) => `${code} ${status}`).sort();

    const known = Object.entries(problems).map(([code, [status]]) => `${code} ${status}`);
    expect(documented).toEqual(known.sort());
  });

  test('docs.errors says of each what it means and what to do', async () => {
    const rows = rowsOf(await read('docs/errors.md'));
    const silent = rows.filter(([, , meaning, remedy]) => !meaning || !remedy).map(([code]) => code);
    expect(silent).toEqual([]);
  });

  test('docs.errors and the contract name the same codes', async () => {
    const { ProblemCode } = readDocument().components.schemas as { ProblemCode: { enum: string[] } };
    const codes = rowsOf(await read('docs/errors.md')).map(([code]) => code);
    expect(codes.sort()).toEqual([...ProblemCode.enum].sort());
  });
});

test('docs.operations has every option of erp-server, its default and its variable', async () => {
  const rows = rowsOf(await read('docs/operations.md')).filter(([option]) => option?.startsWith('--'));
  const documented = rows.map(([option, variable, fallback]) => `${option} ${variable} ${fallback}`);

  const options = [...usage().matchAll(/^ {2}(--\S+ \S+) +(.*?)(?: \(([^()]*)\))?\n +(ERP_\w+)$/gm)];
  const known = options.map(
    ([, option, , fallback, variable]) => `${option} \`${variable}\` ${fallback ? `\`${fallback}\`` : ''}`,
  );
  expect(documented.map((row) => row.trim())).toEqual(known.map((row) => row.trim()));
});

describe('README and docs', async () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  for (const page of await readdir(new URL('docs/', root))) {
    if (page.endsWith('.md')) pages.push(`docs/${page}`);
  }

  test.each(pages)('docs.links of %s lead to a file or a heading', async (page) => {
    const text = await read(page);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
    const dead = [];
    for (const link of links) {
      const [path = '', heading] = link.split('#');
      const file = path === '' ? new URL(page, root) : new URL(path, new URL(page, root));
      const found = existsSync(file) && (!heading || (await hasHeading(file, heading)));
      if (!found) dead.push(link);
    }
    expect(dead).toEqual([]);
  });

  test.each(pages)('docs.paths that %s names are there', async (page) => {
    const named = [
      ...(await read(page)).matchAll(/`((?:openapi|packages|examples|e2e|bench|docs|scripts)\/[\w./-]*)`/g),
    ];
    const gone = named.map(([, path]) => path ?? '').filter((path) => !existsSync(new URL(path, root)));
    expect(gone).toEqual([]);
  });
});

/** A heading as GitHub and GitLab name it: lower case, hyphens for spaces, without other signs. */
async function hasHeading(file: URL, anchor: string): Promise<boolean> {
  const headings = (await readFile(file, 'utf8')).match(/^#+ .*$/gm) ?? [];
  return headings.some((line) => {
    const title = line.replace(/^#+ /, '').toLowerCase();
    return title.replace(/[^\w\s-]/g, '').replaceAll(' ', '-') === anchor;
  });
}
