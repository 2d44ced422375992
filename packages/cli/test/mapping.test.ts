import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mappingSchema } from '@erp/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erp, newHome } from './erp.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { type ImportServer, startImportServer } from './import-server.ts';

test('mapping: the schema that editors use is that of the check', async () => {
  const text = `${JSON.stringify(mappingSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../schemas/import-mapping.schema.json');
});

const SHEET = [
  'Journal;Belegnr;Datum;Konto;Bezeichnung;Betrag;S/H;Status;Notiz',
  'Verkauf;7;12.03.2026;0411;Kunden;1.200,00;S;ok;a',
  'Verkauf;7;12.03.2026;7060;Dienste;1.200,00;H;ok;',
  'Verkauf;8;13.03.2026;0411;Kunden;5,00;S;Entwurf;b',
].join('\n');

const MAP = `
tables:
  journals: { file: journals.csv, key: name, value: code }
ledger:
  file: { dateFormat: DMY }
  fields:
    entry: [Journal, Belegnr]
    number: Belegnr
    date: Datum
    journal: { column: Journal, table: journals }
    account: Konto
    account_name: Bezeichnung
    account_type: { column: Konto, values: { 0411: asset, 7060: income } }
    amount:
      column: Betrag
      sign: { column: S/H, debit: [S], credit: [H] }
  leaveOut:
    - { column: Status, is: [Entwurf] }
  ignore: [Notiz]
`;

describe('mapping: refused before anything is sent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'erp-cli-mapping-'));
  let server: FakeServer;
  let env: Record<string, string>;

  beforeAll(async () => {
    server = await startFakeServer();
    env = { ERP_URL: server.url, ERP_API_KEY: 'k', ERP_TENANT: 'acme', XDG_STATE_HOME: folder };
    writeFileSync(join(folder, 'sheet.csv'), SHEET);
    writeFileSync(join(folder, 'journals.csv'), 'name,code\nVerkauf,VT\n');
    writeFileSync(join(folder, 'twice.csv'), 'name,code\nVerkauf,VT\nVerkauf,AN\n');
  });
  afterAll(() => server.close());

  async function refusedBy(map: string, file = 'sheet.csv') {
    writeFileSync(join(folder, 'map.yaml'), map);
    const args = ['import', 'ledger', join(folder, file), '--mapping', join(folder, 'map.yaml')];
    const run = await erp(args, { env });

    expect(run.code, run.stderr).toBe(2);
    expect(server.received).toEqual([]);
    const { error } = JSON.parse(run.stdout) as {
      error: { code: string; message: string; errors: { line: number; column: number; message: string }[] };
    };
    return {
      ...error,
      places: error.errors.map(({ line, column, message }) => `${line}:${column} ${message}`),
    };
  }

  const edit = (from: string, to: string) => MAP.replace(from, to);

  const REFUSED: readonly (readonly [string, string, string, readonly (string | RegExp)[]])[] = [
    ['no YAML', 'ledger:\n  fields: [a\n', 'usage', [/^3:1 Flow sequence in block collection/]],
    ['a name twice', `${MAP}ledger: {}\n`, 'usage', [/Map keys must be unique/]],
    ['a bomb of names', bomb(), 'usage', ['1:1 map.yaml is too deeply nested']],
    ['lists without end', `ledger: ${'['.repeat(20_000)}`, 'usage', [/Maximum call stack/]],
    ['no mapping at all', '', 'usage', ['1:1 the mapping must be names with values']],
    [
      'a field that is none',
      edit('    date: Datum', '    dat: Datum'),
      'usage',
      ['9:5 "dat" is not known in fields; did you mean date?'],
    ],
    [
      'a part that is none, another that is empty, a word of no list',
      edit('debit: [S]', 'debit: []').replace('table: journals }', 'tabel: journals }').replace('DMY', 'DYM'),
      'usage',
      [
        '5:23 dateFormat: "DYM" is none of "YMD", "DMY", "MDY"',
        '10:33 "tabel" is not known in journal; did you mean table?',
        '16:35 debit is empty',
      ],
    ],
    [
      'a table that is not there, a column and a constant',
      edit('table: journals }', 'table: jornals }').replace(
        'account: Konto',
        'account: { column: Konto, constant: 7 }',
      ),
      'usage',
      [
        '10:33 there is no table "jornals"; did you mean journals?',
        '11:31 account takes either a column or a constant',
      ],
    ],
    [
      'a table of a file that is not there',
      edit('journals.csv', 'journal.csv'),
      'usage',
      ['3:21 cannot read journal.csv (there is no such file)'],
    ],
    [
      'a table with one name for two things',
      edit('journals.csv', 'twice.csv'),
      'usage',
      ['3:21 twice.csv:3: "Verkauf" stands for "VT" and for "AN"'],
    ],
    [
      'columns that the file lacks',
      edit('date: Datum', 'date: Data')
        .replace('[Notiz]', '[Notiz, Notizen]')
        .replace('column: S/H', 'column: SH'),
      'column_unknown',
      [
        '9:11 sheet.csv: the file has no column "Data"; did you mean "Datum"?',
        '16:23 sheet.csv: the file has no column "SH"; did you mean "S/H"?',
        '19:19 sheet.csv: the file has no column "Notizen"; did you mean "Notiz"?',
      ],
    ],
    [
      'columns that nothing is said of',
      edit('  ignore: [Notiz]', ''),
      'column_unknown',
      ['7:5 sheet.csv: nothing is said of column "Notiz"'],
    ],
    [
      'a field that nothing fills',
      edit('    date: Datum\n', ''),
      'column_unknown',
      [/nothing is said of column "Datum"/],
    ],
  ];

  test.each(REFUSED)('%s', async (_, map, code, places) => {
    const refused = await refusedBy(map);

    expect(refused.code).toBe(code);
    expect(refused.places).toEqual(
      places.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
  });

  test('another resource, a file with columns of its own', async () => {
    expect((await refusedBy(MAP.replace('ledger:', 'entries:'))).message).toBe(
      'map.yaml has no mapping for ledger, only for entries',
    );

    writeFileSync(join(folder, 'rows.jsonl'), '{"record":"account","code":"1"}\n');
    expect((await refusedBy(MAP, 'rows.jsonl')).message).toBe(
      '--mapping is for files with columns of their own, rows.jsonl is JSONL',
    );
  });

  test('as people read it: each mistake with its line and column', async () => {
    writeFileSync(
      join(folder, 'map.yaml'),
      edit('date: Datum', 'date: Data').replace('account: Konto', 'account: Kto'),
    );
    const args = ['import', 'ledger', join(folder, 'sheet.csv'), '--mapping', join(folder, 'map.yaml')];
    const run = await erp([...args, '-o', 'table'], { env });

    expect(run.stderr).toBe(
      [
        'error: map.yaml has 2 mistakes',
        '  map.yaml:9:11  sheet.csv: the file has no column "Data"; did you mean "Datum"?',
        '  map.yaml:11:14  sheet.csv: the file has no column "Kto"; did you mean "Konto"?',
        '',
      ].join('\n'),
    );
  });
});

/** Each level holds the one before nine times. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`);
  return `l0: &l0 [x]\n${levels.join('\n')}\n`;
}

describe('mapping: on a server', () => {
  let server: ImportServer;
  let sheet: string;
  let map: string;

  beforeAll(async () => {
    server = await startImportServer();
    sheet = server.file('sheet.csv', SHEET);
    server.file('journals.csv', 'name,code\nVerkauf,VT\n');
    map = server.file('map.yaml', MAP);
  });
  afterAll(() => server.close());

  const importAs = (mapping: string, ...more: string[]) =>
    server.run(['import', 'ledger', sheet, '--mapping', mapping, ...more]);

  test('import --mapping: what it says is written, what it leaves out is said', async () => {
    const run = await importAs(map);

    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toMatch(/^ {2}mapped by {2}map\.yaml, [0-9a-f]{12}…$/m);
    expect(run.stderr).toMatch(/^ {2}not stored .*line with Status "Entwurf" \(1\)/m);
    expect(JSON.parse(run.stdout)).toMatchObject({
      ...{ entries: 1, written: 1, lines: 2, debit: '1200.00', credit: '1200.00' },
      interpretation: {
        notStored: { 'column Notiz': 1, 'line with Status "Entwurf"': 1 },
        created: { accounts: 2, journals: 1 },
      },
    });
    const { body } = await server.t.call('GET', '/v1/accounts/0411');
    expect(body).toMatchObject({ code: '0411', name: 'Kunden', type: 'asset' });
  });

  test('import --mapping: the same file with the same mapping is the same again, whatever its comments', async () => {
    const commented = server.file('commented.yaml', MAP.replace('ledger:', '# our books\nledger:'));
    const again = await importAs(commented);
    expect(again.code).toBe(5);
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'already_imported' } });

    const other = server.file('other.yaml', MAP.replace('is: [Entwurf]', 'is: [ok]'));
    const different = await importAs(other, '--on-error', 'skip');
    expect(JSON.parse(different.stdout)).toMatchObject({ state: 'committed', rejected: 1 });
  });

  test('import --mapping: rejects come in the columns of the file, and load with the same mapping', async () => {
    const wrong = server.file(
      'wrong.csv',
      SHEET.replaceAll('Verkauf;7', 'Einkauf;9').replaceAll('2026', '2027'),
    );
    const run = await server.run(['import', 'ledger', wrong, '--mapping', map]);

    expect(run.code).toBe(1);
    const { error } = JSON.parse(run.stdout) as {
      error: { rejectsFile: string; hint: string; errors: object[] };
    };
    expect(error.errors[0]).toMatchObject({
      ...{ row: 2, entry: 'Einkauf | 9', field: 'Journal', value: 'Einkauf', code: 'invalid_request' },
      message: 'the mapping of journal does not list "Einkauf"',
    });
    expect(run.stderr).toContain('--mapping');
    expect(existsSync(error.rejectsFile)).toBe(true);

    server.file('journals.csv', 'name,code\nVerkauf,VT\nEinkauf,AC\n');
    const mended = await server.run(['import', 'ledger', error.rejectsFile, '--mapping', map]);
    expect(mended.code, mended.stderr).toBe(0);
    expect(JSON.parse(mended.stdout)).toMatchObject({ entries: 1, written: 1, debit: '1200.00' });
  });

  test('import resume elsewhere: the mapping is named again and must be the same', {
    timeout: 60_000,
  }, async () => {
    const later = server.file('later.csv', SHEET.replaceAll(';7;', ';17;').replaceAll('2026', '2028'));
    const { body: session } = await server.t.call('POST', '/v1/imports', await beginning(later));
    const resume = ['import', 'resume', session.id, '--file', later];
    const env = { XDG_STATE_HOME: newHome() };

    const without = await server.run(resume, { env });
    expect(without.code, without.stderr).toBe(2);
    expect(JSON.parse(without.stdout)).toMatchObject({
      error: { message: expect.stringContaining('with a mapping') },
    });

    const other = server.file('other.yaml', MAP.replace('is: [Entwurf]', 'is: [x]'));
    const differing = await server.run([...resume, '--mapping', other], { env });
    expect(JSON.parse(differing.stdout)).toMatchObject({ error: { code: 'digest_mismatch' } });

    const same = await server.run([...resume, '--mapping', map], { env });
    expect(same.code, same.stderr).toBe(0);
    expect(JSON.parse(same.stdout)).toMatchObject({ id: session.id, state: 'committed', written: 1 });
  });

  /** The session that the import of a sheet would begin. */
  async function beginning(path: string): Promise<object> {
    const dry = await server.run(['import', 'ledger', path, '--mapping', map, '--dry-run']);
    const { id } = JSON.parse(dry.stdout) as { id: string };
    const { body } = await server.t.call('GET', `/v1/imports/${id}`);
    const { resource, mode, onError, format, options, sourceName, size, sha256 } = body;
    return { resource, mode, onError, format, options, sourceName, size, sha256 };
  }
});
