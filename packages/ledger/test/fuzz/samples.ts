import { codecs, type ExportLine, type Reader } from '@erp/ledger';
import { fecPair, fecText } from '../fec-files.ts';
import { encoder, headOf, writeAll } from '../reading.ts';
import { sieText } from '../sie-files.ts';
import { partsOf, rowXml, zipOf } from '../workbooks.ts';

/** What journals hold beside entries: directives, rows of ours in comments, forms of numbers, lots, postings that are no lines. */
const journals = [
  'commodity 1.000,00 EUR\naccount Assets:Bank  ; type:A, code: 512\nP 2025-01-01 USD 0,92 EUR\n\n' +
    '2025-01-01=2025-01-02 * (7) Rent | x ; k: v\n    Assets:Bank  -1.000,50 EUR = 0,00 EUR\n' +
    '    Expenses:Rent\n\n; @party code: C, name: é\n~ monthly\n    a  1 EUR\n',
  'Y 2025\nalias A = Assets\napply account X\n1/2 ! b\n  ; :t1:t2:\n' +
    '  A:B  10 "X 1" {2 EUR} [2025-01-01] @@ $21 ; date:1/3\n  [V]  = 5\n  (W)  1\n' +
    'end apply account\ncomment\nx\nend comment\n2025-01-03 c\n  A  1 USD\n  B  -0.92 EUR\n',
];

/** Files with what only other programs write. A format that is written is damaged as its codec writes it, too. */
const foreign: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {
  csv: [
    'entry,date,journal,account,debit,credit,description\n1,2025-01-01,OD,512,1.00,,"a ""b"", é\nc"\n1,2025-01-01,OD,7,,1.00,x\n',
    '\ufeffentry;date;journal;account;amount;dim:k;extra:z;_row\r\n1;2025-01-01;OD;512;-1.234,50;x;y;9\r\n',
  ],
  jsonl: [
    '{"record":"account","code":"512","name":"é","roles":[]}\n{"record":"line","entry":"1","debit":"1.00","dimensions":{"k":"v"}}\n',
    '{"record":"party","code":"C","roles":[{"role":"customer"}]}\n{"record":"year","start":"2025-01-01","end":"2025-12-31"}\n',
  ],
  fec: [
    fecText(
      ...fecPair({ Montantdevise: '10,00', Idevise: 'USD', EcritureLet: 'A' }),
      ...fecPair({ EcritureNum: '2' }),
    ),
    fecText(...fecPair({ JournalCode: 'AN', EcritureDate: '20250101' }))
      .replaceAll('\t', '|')
      .replaceAll('\n', '|\r\r\n'),
  ],
  sie: [
    sieText(),
    sieText({ vouchers: ['#VER # 1 20250105 "a \\" b"', '{', '#TRANS 1930 {} 0 20250106 "" 2', '}'] }),
  ],
  hledger: journals,
  ledger: journals,
  beancount: [
    'option "operating_currency" "EUR"\n2025-01-01 open Assets:Bank EUR\n  code: "512"\n2025-01-01 price USD 0.92 EUR\n\n' +
      '2025-01-02 * "Bob" "Rent \\" x\ny" #t ^l\n  k: v\n  Assets:Bank  -1,000.50 EUR @ 1 EUR ; c\n    due: 2025-02-01\n' +
      '  Expenses:Rent\n\n2025-01-03 balance Assets:Bank 5 EUR\n',
    '2025-01-01 pad Assets:Bank Equity:Opening\n2025-01-02 balance Assets:Bank 5 ~ 0.1 EUR\n2025-01-02 txn "x"\n' +
      '  Assets:Stock  2 ABC.D {10.00 EUR, 2025-01-01, "n"} @@ 21 EUR\n  Assets:Bank\npushtag #a\npushmeta k: "v"\n' +
      '; @party code: C, name: é\n2025-01-03 custom "x" 1\n',
  ],
  xlsx: [foreignWorkbook()],
  odoo: [
    'id,code,name,account_type,reconcile,currency_id,tag_ids\na1,411000,Clients,asset_receivable,True,,x\n' +
      'a2,"512 ""A""",Banque,asset_cash,False,EUR,\n',
    '"id";"code_prefix_start";"name";"chart_template_id/id"\r\n"g1";"4";"Tiers";"l10n_fr_pcg"\r\n"g2";"41";"Clients";"l10n_fr_pcg"\r\n',
  ],
  frappe: [
    '{"name": "Plan", "tree": {\n"Assets": {"root_type": "Asset",\n"1310-Debtors": {"account_type": "Receivable"},\n' +
      '"Bank": {"is_group": 1, "C\\u00e9": {}}},\n' +
      '"Equity": {"root_type": "Liability", "Capital": {"account_type": "Equity", "account_number": "101"}}}}\n',
    '{"Revenu": {"rootType": "Income", "Ventes": {"accountNumber": "0706"}, "Ventes ": {}}, "list": [1, {"rootType": "Expense"}]}',
  ],
  gnucash: [gnucashChart()],
};

function gnucashChart(): string {
  const account = (name: string, type: string, more: string) =>
    `<gnc:account version="2.0.0">\n<act:name>${name}</act:name>\n<act:id type="new">${name.slice(0, 1)}</act:id>\n` +
    `<act:type>${type}</act:type>\n${more}\n</gnc:account>\n`;
  const parent = '<act:parent type="new">R</act:parent>';
  const slots =
    '<act:slots><slot><slot:key>placeholder</slot:key><slot:value type="string">true</slot:value></slot></act:slots>';
  const commodity =
    '<act:commodity><cmdty:space>ISO4217</cmdty:space><cmdty:id>EUR</cmdty:id></act:commodity>';
  const description = '<act:description><![CDATA[<all>]]></act:description>';

  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<gnc-account-example>\n<gnc-act:title>Chart</gnc-act:title>\n',
    account('Root', 'ROOT', ''),
    account('Aktiva &amp; mehr', 'ASSET', `${slots}${parent}${description}`),
    account('Bank', 'BANK', `<act:code>0520</act:code>${commodity}<act:parent>A</act:parent>`),
    account('Kunden', 'RECEIVABLE', `<!-- -->${parent}`),
    '</gnc-account-example>\n',
  ].join('');
}

function foreignWorkbook(): Uint8Array {
  const rows = [
    rowXml(1, 'entry', 'date', 'journal', 'account', 'debit', 'credit', 'description'),
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45658</v></c><c r="C2" t="s"><v>1</v></c>',
    '<c r="D2"><v>512</v></c><c r="E2"><v>1.0000000000000001E-2</v></c><c r="G2" t="e"><v>#REF!</v></c></row>',
    rowXml(3, '1', '<c s="1"><f>TODAY()</f><v>45000.5</v></c>', 'OD', '7', '', '1.00', 'é &amp; _x000D_'),
  ];
  const strings = '<si><t>1</t></si><si><r><t>O</t></r><r><t>D</t></r><rPh><t>x</t></rPh></si>';
  const sheets = { Ledger: rows.join(''), 'Ledger 2': rowXml(1, 'entry', 'date') };
  return zipOf(partsOf({ sheets, strings, formats: ['yyyy-mm-dd'] }));
}

function line(entry: string, account: string, more: Partial<ExportLine>): ExportLine {
  return {
    ...{ record: 'line', entry, journal: 'OD', journalName: 'Sundry', series: 'OD', number: entry },
    ...{ date: '2025-01-31', validatedOn: '2025-02-01', account, accountName: `Account ${account}` },
    ...{ debit: '0.00', credit: '0.00', currency: 'EUR', ...more },
  };
}

/** Two entries with what a line can have: a party and its letter, another currency, texts with quotes, dimensions. */
const lines: ExportLine[] = [
  line('1', '411000', {
    ...{ debit: '120.00', party: 'C1', partyName: 'Ünal "&" 株式会社', partyRole: 'customer' },
    ...{ settlement: 'A', settlementDate: '2025-02-01', dueDate: '2025-02-28', lineDocumentRef: 'F/1; 2' },
  }),
  line('1', '706000', {
    credit: '100.00',
    description: 'a "b", c; d\te | {f}',
    dimensions: { project: 'P 1' },
  }),
  line('1', '445710', { credit: '20.00', extra: { note: '=1+1' } }),
  line('2', '512000', { debit: '9.20', currency: 'USD', currencyDebit: '10.00', description: '-' }),
  line('2', '0351', { credit: '9.20', entryDescription: 'second', documentRef: '7' }),
];

const head = headOf({
  accounts: [...new Set(lines.map(({ account }) => account))].map((code) => ({
    record: 'account',
    code,
    name: `Account ${code}`,
    type: 'asset',
  })),
  journals: [{ record: 'journal', code: 'OD', name: 'Sundry' }],
  parties: [{ record: 'party', code: 'C1', name: 'Ünal', roles: [{ role: 'customer' }] }],
  dimensions: ['project'],
  extras: ['note'],
  dimensionTypes: [{ code: 'project', name: 'Project' }],
  dimensionValues: [{ dimension: 'project', code: 'P 1', name: 'First' }],
  balances: [{ year: '2025-01-01', account: '0351', opening: '0.00', closing: '-9.20' }],
});

/** Whole files of a format, to be damaged: each can be read as it stands. */
export async function samplesOf(name: Reader['name']): Promise<Uint8Array[]> {
  const codec = Object.values(codecs).find((one) => one.name === name);
  const own = codec ? [(await writeAll(codec, lines, head)).bytes] : [];
  const others = (foreign[name] ?? []).map((one) => (typeof one === 'string' ? encoder.encode(one) : one));
  return [...own, ...others];
}
