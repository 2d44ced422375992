import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { erp } from './erp.ts';
import { type ImportServer, startImportServer } from './import-server.ts';
import { erpOnTerminal } from './terminal.ts';

// Each test runs the program several times.
vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'erp-cli-map-'));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('docs.mapping has what "erp import map" proposes for its example', async () => {
  const page = readFileSync(join(root, 'docs/mapping.md'), 'utf8');
  const run = await erp(['import', 'map', 'examples/mapping/gl-entry.csv', '--out', '-', '-o', 'table'], {
    cwd: root,
  });

  expect(run.code, run.stderr).toBe(0);
  expect(page).toContain(`\`\`\`yaml\n${run.stdout.trim()}\n\`\`\``);
});

test.each(['gl-entry', 'journal-items', 'buchungen'])(
  'import map: %s.csv, whose proposal reads all of it',
  async (name) => {
    const sheet = file(`${name}.csv`, readFileSync(join(root, 'examples/mapping', `${name}.csv`)));
    const run = await erp(['import', 'map', sheet]);
    expect(run.code, run.stderr).toBe(0);

    const {
      file: map,
      unsure,
      sample,
    } = JSON.parse(run.stdout) as {
      file: string;
      unsure: { field: string }[];
      sample: { rows: number; faulty: number };
    };
    expect(map).toBe(join(folder, `${name}.map.yaml`));
    expect(sample.rows).toBeGreaterThan(2);
    expect(sample.faulty).toBe(0);
    expect(unsure.map(({ field }) => field)).toContain('account_type');

    const checked = await erp(['import', 'ledger', sheet, '--mapping', map, '--check']);
    expect(checked.code, checked.stderr).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({ rows: sample.rows, faults: 0 });
  },
);

const UNSURE = 'Number,Date,Account,Amount\n1,01/02/2026,4110,5.00\n1,01/02/2026,1200,-5.00\n';

test('import map: what it is unsure of is said, and stands beside it; nothing is replaced', async () => {
  const sheet = file('unsure.csv', UNSURE);
  const run = await erp(['import', 'map', sheet]);

  expect(run.code).toBe(0);
  const { unsure } = JSON.parse(run.stdout) as { unsure: { field: string }[] };
  expect(unsure.map(({ field }) => field)).toEqual(['journal', 'account_type', 'dateFormat']);
  const text = readFileSync(join(folder, 'unsure.map.yaml'), 'utf8');
  expect(text).toMatch(/# unsure: no column has a name of a journal.*\n {4}journal: \{ constant: GEN \}/);
  expect(text).toMatch(/# unsure: no date says.*\n {4}dateFormat: DMY/);

  const again = await erp(['import', 'map', sheet]);
  expect(again.code).toBe(5);
  expect(readFileSync(join(folder, 'unsure.map.yaml'), 'utf8')).toBe(text);
});

test('import map: what no mapping can be proposed for is refused', async () => {
  const refused = async (path: string) => (await erp(['import', 'map', path])).code;
  expect(await refused(join(folder, 'absent.csv'))).toBe(2);
  expect(await refused(file('empty.csv', ''))).toBe(2);
  expect(await refused(file('heading.csv', 'a,b\n'))).toBe(2);
  expect(await refused(file('book.xlsx', new Uint8Array([0x50, 0x4b, 3, 4])))).toBe(2);
});

describe.runIf(existsSync('/usr/bin/script'))('on a terminal', () => {
  test('import map: asks where it is unsure, and writes the answers', async () => {
    const sheet = file('asked.csv', UNSURE);
    const down = '\u001b[B';
    const screen = await erpOnTerminal(['import', 'map', sheet], {}, [
      ['no column has a name of a journal', '\r'],
      ['no date says', `${down}\r`],
    ]);

    expect(screen.code, screen.text).toBe(0);
    const text = readFileSync(join(folder, 'asked.map.yaml'), 'utf8');
    expect(text).toContain('    dateFormat: MDY\n');
    expect(text).not.toContain('# unsure: no date');
  });
});

describe('on a server', () => {
  let server: ImportServer;
  beforeAll(async () => {
    server = await startImportServer();
  });
  afterAll(() => server.close());

  test('docs.mapping: the example, once its accounts have kinds, is imported whole', async () => {
    const [sheet = '', map = ''] = ['gl-entry.csv', 'gl-entry.map.yaml'].map((name) =>
      join(root, 'examples/mapping', name),
    );
    const run = await server.run(['import', 'ledger', sheet, '--mapping', map]);

    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      ...{ entries: 2, written: 2, lines: 5, debit: '2856.00', credit: '2856.00' },
      interpretation: { dateFormat: 'DMY', created: { accounts: 4, journals: 2, parties: 1 } },
    });
  });
});
