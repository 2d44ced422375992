import { describe, expect, it } from 'vitest';
import { fileOf, readAll, withoutPlace } from '../../../test/reading.ts';
import type { Reader } from '../codec.ts';
import { detectCodec, readers } from '../index.ts';

async function accountsOf(reader: Reader, text: string, fileName = 'chart', chunk = 50) {
  const read = await readAll(reader, fileOf(text, chunk), { resource: 'accounts', fileName });
  return { ...read, rows: read.rows.map(withoutPlace), said: read.reading.said() };
}

describe('frappe.read', () => {
  const { frappe } = readers;

  it('frappe.read: root types go down the tree, groups are headings, leaves are posted on', async () => {
    const { rows, faults, said } = await accountsOf(
      frappe,
      JSON.stringify({
        country_code: 'in',
        tree: {
          'Assets (Application)': {
            root_type: 'Asset',
            Debtors: {
              Receivables: { account_type: 'Receivable', tax_rate: 18 },
              account_type: 'Receivable',
            },
            'Empty group': { is_group: 1 },
          },
          Liabilities: { root_type: 'Liability', Capital: { account_type: 'Equity', Shares: {} } },
        },
      }),
    );

    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { ...account('Assets (Application)', 'asset'), postable: false },
      { ...account('Debtors', 'asset'), parent: 'Assets (Application)', postable: false },
      { ...account('Receivables', 'asset'), parent: 'Debtors', postable: true, control: 'receivable' },
      { ...account('Empty group', 'asset'), parent: 'Assets (Application)', postable: false },
      { ...account('Liabilities', 'liability'), postable: false },
      { ...account('Capital', 'equity'), parent: 'Liabilities', postable: false },
      { ...account('Shares', 'equity'), parent: 'Capital', postable: true },
    ]);
    expect(said.notStored).toEqual({ taxrate: 1 });
    expect(said.warnings).toEqual([
      '7 accounts have no code of their own: their name is their code (Assets (Application), Debtors, Receivables, Empty group, Liabilities, …)',
    ]);
  });

  it('frappe.read: numbers are codes; the second of two has its whole name, then the names from the root', async () => {
    const { rows, faults, said } = await accountsOf(
      frappe,
      `{"tree": {
        "4-Tiers (ACTIF)": {"rootType": "Asset", "40-Avances": {}, "Divers": {"x": 1}},
        "4-Tiers (PASSIF)": {"rootType": "Liability", "40 - Fournisseurs": {"accountType": "Payable"}, "Divers": {}},
        "0351": {"rootType": "Asset", "account_number": "0351"}
      }}`,
    );

    expect(faults).toEqual([]);
    expect(rows.map((row) => ('code' in row ? [row.code, 'name' in row && row.name] : []))).toEqual([
      ['4', 'Tiers (ACTIF)'],
      ['40', 'Avances'],
      ['Divers', 'Divers'],
      ['4-Tiers (PASSIF)', 'Tiers (PASSIF)'],
      ['40 - Fournisseurs', 'Fournisseurs'],
      ['4-Tiers (PASSIF):Divers', 'Divers'],
      ['0351', '0351'],
    ]);
    expect(said.warnings.map((text) => text.replace(/ \(.*/, ''))).toEqual([
      '1 accounts have no code of their own: their name is their code',
      '2 accounts have no code of their own: another has their number, so number and name together are their code',
      '1 accounts have no code of their own: the names from the root down are their code',
    ]);
  });

  it('frappe.read: a name twice is two accounts, a root of no type and a code twice are refused where they stand', async () => {
    const { rows, faults } = await accountsOf(
      frappe,
      [
        '{"A": {"root_type": "Asset",',
        ' "x": {"account_number": "1"},',
        ' "x": {"account_number": "1"}},',
        '"B": {"C": {}},',
        '"D": {"root_type": "constructor"}}',
      ].join('\n'),
    );

    expect(rows).toHaveLength(3);
    expect(faults.map(({ line, faults: [fault] }) => [line, fault?.field, fault?.message])).toEqual([
      [3, 'code', 'line 2 has the code 1 already'],
      [
        4,
        'root_type',
        'nothing says what it is: a root needs a root type (Asset, Liability, Equity, Income, Expense)',
      ],
      [5, 'root_type', 'line 5: "constructor" is none of Asset, Liability, Equity, Income, Expense'],
    ]);
  });

  it.each([
    ['{"A": {"root_type": "Asset"', 'file_truncated', /line 1: the file ends/],
    ['{"A": {"root_type": "Ass', 'file_truncated', /line 1: the file ends/],
    ['{"A": {"is_group": tr', 'file_truncated', /line 1: the file ends/],
    ['{"A": {"ro\not_type": 1}}', 'file_format', /line 1: a text is not closed/],
    ['{"A": {\n"root_type" "Asset"}}', 'file_format', /line 2: ":" is missing/],
    ['{"A": {"root_type": Asset}}', 'file_format', /line 1: a value is missing/],
    ['{"A":'.repeat(20_000), 'file_format', /more than 100 levels/],
    ['{"tree": []}', 'file_format', /holds no account/],
    ['[1]', 'file_format', /holds no account/],
    ['{"a": "\\q"}', 'file_format', /JSON does not allow/],
  ])('frappe.read: refusal %#', async (text, code, message) => {
    await expect(accountsOf(frappe, text)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe('odoo.read', () => {
  const { odoo } = readers;
  const header = 'id,name,code,account_type,tag_ids/id,reconcile';

  it('odoo.read: type, control and lettering by the words of Odoo; what is not stored is counted', async () => {
    const { rows, faults, said } = await accountsOf(
      odoo,
      `${header}\npcg_411,"Clients, ""divers""",0411,asset_receivable,x,True\npcg_6,Achats,6,expense_direct_cost,,False\n`,
    );

    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        ...account('0411', 'asset', 'Clients, "divers"'),
        control: 'receivable',
        settleable: true,
        externalId: 'pcg_411',
      },
      { ...account('6', 'expense', 'Achats'), settleable: false, externalId: 'pcg_6' },
    ]);
    expect(said).toMatchObject({
      notStored: { 'column tag_ids/id': 1 },
      accountKinds: {
        'Odoo type asset_receivable -> asset': 1,
        'Odoo type expense_direct_cost -> expense': 1,
      },
    });
  });

  it('odoo.read: ids of types before Odoo 15, semicolons', async () => {
    const { rows } = await accountsOf(
      odoo,
      'id;code;name;user_type_id:id;reconcile\na;1;Banque;account.data_account_type_liquidity;\n',
    );
    expect(rows).toEqual([{ ...account('1', 'asset', 'Banque'), externalId: 'a' }]);
  });

  it('odoo.read: an unknown type, a code twice, no code, a line that is cut: each where it stands', async () => {
    const { faults } = await accountsOf(
      odoo,
      `${header}\na,A,1,asset_curent,,\nb,B,1,equity,,maybe\nc,C,,equity,,\nd,D,1\n`,
    );
    expect(faults.map(({ line, faults: all }) => [line, ...all.map(({ message }) => message)])).toEqual([
      [2, '"asset_curent" is no account type of Odoo; did you mean asset_current?'],
      [3, 'reconcile is True or False', 'line 2 has the code 1 already'],
      [4, 'an account needs a code'],
      [5, '3 columns, the header has 6', 'line 2 has the code 1 already'],
    ]);
  });

  it('odoo.read: groups stand above each other by their prefix, and need a chart that says what they are', async () => {
    const groups =
      'id,code_prefix_start,name,chart_template_id/id\ng1,1,Capitaux,T\ng101,101,Capital,T\ng6,60,Achats,T\n';
    const { rows } = await accountsOf(odoo, groups.replaceAll(',T', ',l10n_fr.l10n_fr_pcg'));
    expect(rows).toEqual([
      { ...account('1', 'liability', 'Capitaux'), postable: false, externalId: 'g1' },
      { ...account('101', 'equity', 'Capital'), parent: '1', postable: false, externalId: 'g101' },
      { ...account('60', 'expense', 'Achats'), postable: false, externalId: 'g6' },
    ]);
    await expect(accountsOf(odoo, groups)).rejects.toMatchObject({ code: 'file_format' });
  });
});

describe('detectCodec of charts', () => {
  it.each([
    ['odoo', 'id,name,code,account_type\n'],
    ['odoo', '"id","code_prefix_start","name"\n'],
    ['frappe', '{\n "countryCode": "fr",\n "tree": {}}'],
    ['frappe', '{"Assets": {"root_type": "Asset"}}'],
    ['csv', 'code,name,type\n1,x,asset\n'],
    ['jsonl', '{"record":"account","code":"1"}\n'],
  ])('detectCodec: %s', (name, text) => {
    const found = detectCodec(new TextEncoder().encode(text), 'x');
    expect([found.codec.name, found.likely > 0.5]).toEqual([name, true]);
  });
});

function account(code: string, type: string, name = code) {
  const statement = type === 'income' || type === 'expense' ? 'result' : 'balance';
  return { record: 'account', code, name, statement, type };
}

describe('charts without end', () => {
  const enough = 1_300_000;
  const names = (count: number) => Array.from({ length: count }, (_, at) => `"${at.toString(36)}":{}`).join();
  const frappe = (members: string) => `{"A":{"root_type":"Asset",${members}}}`;

  // Read again and again, or held at hundreds of bytes a piece, they would take hours or a gigabyte.
  it.each([
    ['odoo', 'lines', `id,code,name,account_type\n${'a,b\n'.repeat(enough / 2)}`],
    [
      'odoo',
      'lines that end in a carriage return',
      `id,code,name,account_type\r${'a,b\r'.repeat(enough / 2)}`,
    ],
    ['frappe', 'branches', frappe(names(enough / 8))],
    ['frappe', 'places in a list', frappe(`"l":[${'[],'.repeat(enough)}1]`)],
    [
      'gnucash',
      'accounts',
      `<gnc-account-example>${'<account></account>'.repeat(enough / 8)}</gnc-account-example>`,
    ],
    ['gnucash', 'line ends', `<gnc-account-example>${'\n'.repeat(2 * enough)}</gnc-account-example>`],
    [
      'gnucash',
      'lines of a comment',
      `<gnc-account-example><!--${'a\n'.repeat(enough)}--></gnc-account-example>`,
    ],
  ] as const)('%s.read: %s without end are refused', async (name, _, text) => {
    await expect(accountsOf(readers[name], text, 'chart', 65_536)).rejects.toThrow(
      /more than 100,000 accounts|holds no account/,
    );
  });

  it('frappe.read: as many accounts without a code as a chart may have', async () => {
    const { rows, said } = await accountsOf(readers.frappe, frappe(names(99_000)), 'chart', 65_536);
    expect(rows).toHaveLength(99_001);
    expect(said.warnings).toEqual([
      '99001 accounts have no code of their own: their name is their code (A, 0, 1, 2, 3, …)',
    ]);
  });
});
