import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import { codecs, detectCodec } from '../index.ts';

const { beancount } = codecs;

async function read(text: string) {
  const { rows, faults, reading } = await readAll(beancount, fileOf(text, 7));
  const rejects = await rejectsOf(text);
  const lines = linesOf(rows);
  const amounts = lines.map(
    ({ account, debit, credit, currency, currencyDebit, currencyCredit }) =>
      `${account} ${debit ?? `-${credit}`}${currency === undefined ? '' : ` ${currency} ${currencyDebit ?? `-${currencyCredit}`}`}`,
  );
  return { amounts, lines, rows, faults, rejects, said: reading.said() };
}

/** The rejects file of a text: the faulty rows alone. */
async function rejectsOf(text: string): Promise<string> {
  const form = beancount.rejects({});
  const reading = beancount.read(fileOf(text), { fileName: 'x.beancount', resource: 'ledger' });
  const pieces: (string | Uint8Array)[] = [];
  for await (const read of reading.rows) {
    if (!('faults' in read)) continue;
    const [{ field, code, message } = { field: '', code: '', message: '' }] = read.faults;
    pieces.push(form.line(reading.columns(), { row: read.line, field, code, message }));
  }
  return [form.heading(reading.columns()), ...pieces, form.end()].join('');
}

describe('beancount.read', () => {
  it('beancount.read: a cost beats a price, days and names of lots change nothing, one amount may be left out', async () => {
    const { amounts, faults } = await read(
      [
        '2025-01-01 * "x"',
        '  Assets:Lot  2 ABC.D {10.00 EUR, 2025-01-01, "first"} @ 11.00 EUR',
        '  Assets:All  -1 ABC.D {{10.00 EUR}}',
        '  Assets:Bank\n',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(amounts).toEqual(['Assets:Lot 20.00 ABC.D 2', 'Assets:All -10.00 ABC.D -1', 'Assets:Bank -10.00']);
  });

  it('beancount.read: a pad becomes an entry with what the next stated balance lacks, balances become totals', async () => {
    const { amounts, lines, said } = await read(
      [
        '2025-01-01 pad Assets:Bank Equity:Opening\n',
        '2025-01-05 * "Bob" "Rent"\n  Assets:Bank  -1,000.50 EUR\n  Expenses:Rent  1000.50 EUR\n',
        '2025-01-06 balance Assets:Bank  100.00 ~ 0.01 EUR\n',
      ].join('\n'),
    );
    expect(amounts.slice(0, 2)).toEqual(['Assets:Bank 1100.50', 'Equity:Opening -1100.50']);
    expect(lines[2]).toMatchObject({ entryDescription: 'Rent', extra: { payee: 'Bob' } });
    expect(said.warnings).toContainEqual(expect.stringMatching(/^1 of 1 pads/));
    expect(said.assertions).toEqual([
      { kind: 'closing', stated: '100', currency: 'EUR', date: '2025-01-05', account: 'Assets:Bank', row: 7 },
    ]);
  });

  it('beancount.read: strings over lines with quotes, comments, tags and links in heads, metadata of head and posting', async () => {
    const { lines, faults } = await read(
      [
        '2025-01-01 ! "a \\"b\\" ; c\nd" #t ^L1 ^L2 ^L3 ; "',
        '  k:"https://x/a%20b"',
        '  ! Assets:Bank  1 EUR ; x "',
        '    due: 2025-02-01',
        '  Equity:X  -1 EUR\n',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(lines[0]).toMatchObject({
      ...{ entryDescription: 'a "b" ; c\nd', documentRef: 'L1', dueDate: '2025-02-01' },
      extra: { status: 'pending', tags: 't', link: 'L2 L3', k: 'https://x/a%20b' },
    });
  });

  it('beancount.read: expressions, lots without cost, unknown directives, days that are none: each with its line', async () => {
    const { faults } = await read(
      [
        '2025-01-01 * "x"\n  Assets:Bank  1 / 3 EUR\n  Equity:X\n',
        '2025-01-02 * "x"\n  Assets:Lot  -1 ABC {}\n  Equity:X  1 EUR\n',
        '2025-01-03 frobnicate x\n2025-13-01 * "x"\n  Assets:Bank  1 EUR\n  Equity:X  -1 EUR\nnonsense\n',
        '- foo\n2025-01-04 * "x" "y" "z"\n  Assets:Bank  0 EUR\n\n2025-01-04 * "never ends\n  Assets:Bank  1 EUR\n',
      ].join('\n'),
    );
    expect(faults.map(({ line, faults: [fault] }) => [line, fault?.code])).toEqual([
      ...[
        [1, 'amount_format'],
        [5, 'amount_format'],
        [9, 'file_format'],
        [10, 'date_invalid'],
      ],
      ...[
        [13, 'file_format'],
        [15, 'file_format'],
        [16, 'file_format'],
        [19, 'file_format'],
      ],
    ]);
  });

  it('beancount.read: quotes in headings and comments begin no string, one without an end takes 200 lines and no more', async () => {
    const sound = '2025-01-01 * "x"\n  Assets:Bank  1 EUR\n  Equity:X  -1 EUR\n';
    const headings = await read(`* A 5" disk\n; say "\n# "\n${sound}`);
    expect(headings).toMatchObject({ faults: [], amounts: ['Assets:Bank 1.00', 'Equity:X -1.00'] });

    const open = `2025-01-01 * "never ends\n${'words\n'.repeat(250)}\n${sound}`;
    const { faults, amounts } = await read(open);
    expect(faults[0]).toMatchObject({ line: 1, faults: [{ code: 'file_format' }] });
    expect(amounts).toEqual(['Assets:Bank 1.00', 'Equity:X -1.00']);
  });

  it('beancount.read: what is pushed stands on each transaction until it is taken back, and in its rejects', async () => {
    const entry = (day: number, amount: string) =>
      `2025-01-0${day} * "x"\n  Assets:Bank  ${amount} EUR\n  Equity:X  -1 EUR\n`;
    const text = [
      'pushtag #trip\npushmeta city: "Rom"\npoptag #other\n',
      entry(1, '1'),
      entry(2, '2'),
      'poptag #trip\npopmeta city:\n',
      entry(3, '1'),
    ].join('\n');
    const { lines, faults, rejects } = await read(text);
    expect(lines.map(({ extra }) => extra)).toEqual([
      { tags: 'trip', city: 'Rom' },
      undefined,
      undefined,
      undefined,
    ]);
    expect(faults).toMatchObject([{ line: 9, faults: [{ code: 'unbalanced' }] }]);
    expect(rejects).toContain('2025-01-02 * "x"\n  #trip\n  city: "Rom"\n  Assets:Bank  2 EUR\n');
    const mended = await read(rejects.replace('  2 EUR', '  1 EUR'));
    expect(mended).toMatchObject({ faults: [], lines: [{ extra: { tags: 'trip', city: 'Rom' } }, {}] });
  });

  it('beancount.read: no line of a transaction is left out in silence, however many it has', async () => {
    const postings = `2025-01-01 * "x"\n${'  Assets:Bank  1 EUR\n'.repeat(10_001)}`;
    const lines = `2025-01-01 * "x"\n${'  ;\n'.repeat(500_001)}  Assets:Bank  0 EUR\n`;
    for (const text of [postings, lines]) {
      const { faults } = await readAll(beancount, fileOf(text));
      expect(faults).toMatchObject([{ line: 1, faults: [{ code: 'entry_too_large' }] }]);
    }
  });

  it('beancount.read: a stated balance is of what the account holds in that commodity, revaluations of others apart', async () => {
    const { said } = await read(
      [
        '2025-01-01 * "x"\n  Assets:Bank  10 USD @@ 9.00 EUR\n  Assets:Bank  5 EUR\n  Equity:X  -14.00 EUR\n',
        '2025-01-02 * "x"\n  Assets:Bank  2.00 EUR\n    currency: "USD"\n  Equity:X  -2.00 EUR\n',
        '2025-01-03 balance Assets:Bank  7.00 EUR\n2025-01-03 balance Assets:Bank  10 USD\n',
      ].join('\n'),
    );
    expect(said.assertions).toMatchObject([
      { currency: 'EUR', stated: '5' },
      { currency: 'USD', stated: '10' },
    ]);
  });

  it('beancount.read: what an account or a commodity says that the ledger has no place for is counted', async () => {
    const { said, rows } = await read(
      [
        '2025-01-01 open Assets:Bank EUR "STRICT"\n  code: "512"\n  iban: "X"\n',
        '2025-01-01 commodity ABC\n  name: "Shares"\n2025-01-01 close Assets:Bank\n2025-01-01 event "a" "b"\n',
      ].join('\n'),
    );
    expect(rows).toMatchObject([{ record: 'account', code: '512', type: 'asset' }]);
    expect(said.notStored).toEqual({
      ...{ 'currencies and booking of accounts': 1, 'metadata of accounts': 1 },
      ...{ 'metadata of commodities': 1, 'close directives': 1, 'event directives': 1 },
    });
  });

  it('beancount.read: half a unit of the coarsest amount may be left open, a whole one may not', async () => {
    const rounded = await read('2025-01-01 * "x"\n  Assets:A  1.00 USD @ 0.996 EUR\n  Equity:B  -1.00 EUR\n');
    expect(rounded).toMatchObject({ faults: [], amounts: ['Assets:A 1.00 USD 1.00', 'Equity:B -1.00'] });
    const off = await read('2025-01-01 * "x"\n  Assets:A  1.00 EUR\n  Equity:B  -0.99 EUR\n');
    expect(off.faults).toMatchObject([{ line: 1, faults: [{ code: 'unbalanced' }] }]);
  });
});

const shared = new URL('../../../../../../shared/data/plaintext/', import.meta.url);

describe.skipIf(!existsSync(shared))('beancount.read: files of others', () => {
  it.each([
    ['basic.beancount', 67, 156],
    ['starter.beancount', 11, 26],
    ['vesting.beancount', 7, 31],
  ])('beancount.read: %s is told by its text and read whole', async (name, entries, count) => {
    const bytes = readFileSync(new URL(name, shared));
    expect(detectCodec(bytes.subarray(0, 65_536), name).codec.name).toBe('beancount');

    const { rows, faults } = await readAll(beancount, fileOf(bytes, 1000), { baseCurrency: 'USD' });
    expect(faults).toEqual([]);
    const lines = linesOf(rows);
    expect([new Set(lines.map(({ entry }) => entry)).size, lines.length]).toEqual([entries, count]);
  });
});
