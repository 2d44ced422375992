import { describe, expect, it } from 'vitest';
import { fileOf, readAll, withoutPlace } from '../../../test/reading.ts';
import { detectCodec, readers } from '../index.ts';

const { gnucash } = readers;

async function accountsOf(text: string) {
  const read = await readAll(gnucash, fileOf(text, 50), {
    resource: 'accounts',
    fileName: 'chart.gnucash-xea',
  });
  return { ...read, rows: read.rows.map(withoutPlace), said: read.reading.said() };
}

interface Written {
  name: string;
  id?: string;
  type?: string;
  code?: string;
  parent?: string;
  more?: string;
}

function chart(...accounts: Written[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<gnc-account-example xmlns:act="http://www.gnucash.org/XML/act">
<gnc-act:title>Chart</gnc-act:title>
${accounts.map(element).join('\n')}
</gnc-account-example>
`;
}

function element({ name, id = name, type = 'ASSET', code, parent = 'root', more = '' }: Written): string {
  return `<gnc:account version="2.0.0"><act:name>${name}</act:name><act:id type="new">${id}</act:id>\
<act:type>${type}</act:type>${code === undefined ? '' : `<act:code>${code}</act:code>`}${more}\
${type === 'ROOT' ? '' : `<act:parent type="new">${parent}</act:parent>`}</gnc:account>`;
}

const root = { name: 'Root Account', id: 'root', type: 'ROOT' };
const placeholder =
  '<act:slots><slot><slot:key>placeholder</slot:key><slot:value type="string">true</slot:value></slot></act:slots>';

describe('gnucash.read', () => {
  it('gnucash.read: the root is none of them; a code is not said twice; placeholders are headings', async () => {
    const { rows, faults, said } = await accountsOf(
      chart(
        root,
        { name: 'Aktiva &amp; mehr', id: 'a', more: placeholder },
        { name: '0027 Software', code: '0027', parent: 'a' },
        { name: '1400', code: '1400', type: 'RECEIVABLE', parent: 'a' },
        { name: 'Payables', type: 'PAYABLE', more: placeholder },
        { name: 'Card', type: 'CREDIT' },
        { name: 'Sales', type: 'INCOME' },
      ),
    );

    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { ...account('Aktiva & mehr', 'asset'), postable: false },
      { ...account('0027', 'asset', 'Software'), parent: 'Aktiva & mehr', postable: true },
      { ...account('1400', 'asset'), parent: 'Aktiva & mehr', postable: true, control: 'receivable' },
      { ...account('Payables', 'liability'), postable: false },
      { ...account('Card', 'liability'), postable: true },
      { ...account('Sales', 'income'), postable: true },
    ]);
    expect(said).toMatchObject({
      format: 'gnucash',
      warnings: [
        '4 accounts have no code of their own: their name is their code (Aktiva & mehr, Payables, Card, Sales)',
      ],
    });
  });

  it('gnucash.read: a child before its parent, and the same name at three places', async () => {
    const { rows, faults } = await accountsOf(
      chart(
        { name: 'Other', id: '1', parent: 'l' },
        { name: 'Other', id: '2', parent: 'e', type: 'EXPENSE' },
        { name: 'Liab:ilities', id: 'l', type: 'LIABILITY' },
        { name: 'Expenses', id: 'e', type: 'EXPENSE' },
        { name: 'Other', id: '3', parent: '2', type: 'EXPENSE' },
        root,
      ),
    );

    expect(faults).toEqual([]);
    expect(
      rows.map((row) => ('code' in row ? [row.code, 'parent' in row ? row.parent : undefined] : [])),
    ).toEqual([
      ['Other', 'Liab:ilities'],
      ['Expenses:Other', 'Expenses'],
      ['Liab:ilities', undefined],
      ['Expenses', undefined],
      ['Expenses:Other:Other', 'Expenses:Other'],
    ]);
  });

  it('gnucash.read: what an account of ours does not have is counted', async () => {
    const more = `<act:commodity><cmdty:space>ISO4217</cmdty:space><cmdty:id>GBP</cmdty:id></act:commodity>
<act:description>All of it</act:description><act:slots><slot><slot:key>notes</slot:key><slot:value>x</slot:value></slot></act:slots>`;
    const { said } = await accountsOf(
      chart(root, { name: 'A', more }, { name: 'B', more: '<act:description>B</act:description>' }),
    );
    expect(said.notStored).toEqual({ notes: 1, description: 1, 'commodity GBP': 1 });
  });

  it('gnucash.read: a wrong type, a parent that is not there, a circle, a code twice: each where it stands', async () => {
    const { rows, faults } = await accountsOf(
      chart(
        root,
        { name: 'A', type: 'constructor' },
        { name: 'B', parent: 'nowhere' },
        { name: 'C', parent: 'D' },
        { name: 'D', parent: 'C' },
        { name: 'E', code: '1' },
        { name: 'F', code: '1' },
      ),
    );

    expect(rows).toHaveLength(1);
    expect(faults.map(({ line, faults: [fault] }) => [line, fault?.field, fault?.message])).toEqual([
      [5, 'type', '"constructor" is no account type of GnuCash'],
      [6, 'parent', 'no account of the file has the id that it names as its parent'],
      [7, 'parent', 'C stands above itself'],
      [8, 'parent', 'D stands above itself'],
      [10, 'code', 'line 9 has the code 1 already'],
    ]);
  });

  it('gnucash.read: a thousand accounts above each other are refused, not followed to the end', async () => {
    const { rows, faults } = await accountsOf(
      chart(
        root,
        ...Array.from({ length: 1_000 }, (_, i) => ({
          name: `A${i}`,
          parent: i === 0 ? 'root' : `A${i - 1}`,
        })),
      ),
    );
    expect([rows.length, faults.length]).toEqual([101, 899]);
    expect(faults[0]?.faults[0]?.message).toBe('more than 100 accounts stand above each other');
  });

  it.each([
    [chart(root, { name: 'A' }).slice(0, -60), 'file_truncated', /line 5: the XML: it ends inside/],
    [
      chart(root, { name: 'A' }).replace('</act:type>', '</act:typ>'),
      'file_format',
      /line 4: .*does not fit/,
    ],
    [chart(root), 'file_format', /holds no account/],
    [chart(root, { name: '&lol;' }), 'file_format', /line 5: .*"&lol;" stands for nothing/],
    [
      `<!DOCTYPE x [<!ENTITY a "aaaa">]>${chart(root, { name: '&a;' })}`,
      'file_format',
      /line 1: .*declares a document type/,
    ],
    ['<a>'.repeat(200), 'file_format', /more than 100 elements/],
  ])('gnucash.read: refusal %#', async (text, code, message) => {
    await expect(accountsOf(text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('detectCodec: gnucash', () => {
    const found = detectCodec(new TextEncoder().encode(chart(root)), 'x');
    expect([found.codec.name, found.likely > 0.5]).toEqual(['gnucash', true]);
  });
});

function account(code: string, type: string, name = code) {
  const statement = type === 'income' || type === 'expense' ? 'result' : 'balance';
  return { record: 'account', code, name, statement, type };
}
