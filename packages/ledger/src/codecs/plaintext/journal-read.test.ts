import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import { codecs, detectCodec } from '../index.ts';

const { hledger, ledger } = codecs;

const amountsOf = async (text: string, codec = hledger, baseCurrency = 'EUR') => {
  const { rows, faults, reading } = await readAll(codec, fileOf(text, 7), { baseCurrency });
  const lines = linesOf(rows).map(
    ({ account, debit, credit, currency, currencyDebit, currencyCredit }) =>
      `${account} ${debit ?? `-${credit}`}${currency === undefined ? '' : ` ${currency} ${currencyDebit ?? `-${currencyCredit}`}`}`,
  );
  return { lines, faults, said: reading.said(), rows };
};

describe('journal.read', () => {
  it('journal.read: one left-out amount in each of two currencies becomes a line of each', async () => {
    const { lines, faults } = await amountsOf(
      '2025-01-01 * x\n    a  10.00 EUR\n    b  5 USD @ 0.90 EUR\n    c  -2 USD @ 0.90 EUR\n    d\n',
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual(['a 10.00', 'b 4.50 USD 5', 'c -1.80 USD -2', 'd -12.70']);
  });

  it('journal.read: a price that leaves a third of a cent moves it to the line that rounding took most from', async () => {
    const { lines, faults, said } = await amountsOf(
      '2025-01-01 * x\n    a  1 USD @ 0.3333 EUR\n    b  1 USD @ 0.3333 EUR\n    c  1 USD @ 0.3333 EUR\n    d  -1.00 EUR\n',
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual(['a 0.34 USD 1', 'b 0.33 USD 1', 'c 0.33 USD 1', 'd -1.00']);
    expect(said.normalised).toEqual({ rounding: 1 });
  });

  it('journal.read: a commodity without price that balances by itself is worth nothing, one that does not is rejected', async () => {
    const { lines, faults } = await amountsOf(
      '2025-01-01 * x\n    a  3 HOURS\n    b  -3 HOURS\n\n2025-01-02 * y\n    a  3 HOURS\n    b  2 DAYS\n    c  1 EUR\n',
    );
    expect(lines).toEqual(['a 0.00 HOURS 3', 'b -0.00 HOURS -3']);
    expect(faults).toMatchObject([{ line: 5, faults: [{ code: 'rate_missing' }] }]);
  });

  it('journal.read: an amount that no ledger holds is a fault, be it written, worked out or left out', async () => {
    const nines = '9'.repeat(15);
    const sound = await amountsOf(`2025-01-01 * x\n    a  ${nines}.00 EUR\n    b  -${nines}.00 EUR\n`);
    expect(sound.lines).toEqual([`a ${nines}.00`, `b -${nines}.00`]);

    for (const postings of [
      `    a  1${nines} USD\n    b  -0.92 EUR\n`,
      `    a  ${nines} USD @ 10 EUR\n    b\n`,
      `    a  ${nines}.00 EUR\n    a  0.01 EUR\n    b  ${nines}.00 EUR\n    c\n`,
    ]) {
      const { faults } = await amountsOf(`2025-01-01 * x\n${postings}`);
      expect(faults).toMatchObject([{ line: 1, faults: [{ field: 'amount', code: 'amount_format' }] }]);
      expect(faults[0]?.faults[0]?.message).toMatch(/^line \d: "-?\d+(\.\d+)?" has more than 15 digits/);
    }
  });

  it('journal.read: a line of 100,000 blanks, marks or semicolons is read in one go', async () => {
    const many = (text: string) => text.repeat(100_000 / text.length);
    const sale = '2025-01-01 * x\n    a  1 EUR\n    b\n';
    for (const codec of [hledger, ledger]) {
      for (const line of [
        `account Assets${many(' ')}x`,
        `commodity 1.000,00${many(' ')}EUR`,
        `commodity ${many(',')} 1 EUR x`,
        `P 2025-01-01 USD 0.92 EUR${many(' ;')}\u2028x`,
        `2025-01-02 * x${many(' ')}y`,
      ]) {
        // By the square of its length this would take minutes.
        const { rows } = await readAll(codec, fileOf(`${line}\n\n${sale}`));
        expect(linesOf(rows).map(({ account }) => account)).toEqual(['a', 'b']);
      }
    }
  });

  it('journal.read: a comment beside an account begins at a semicolon behind two blanks or a tab', async () => {
    for (const [line, name, kind] of [
      ['Assets:Bank ; x  ; type: L', 'Assets:Bank ; x', 'liability'],
      ['Assets:Bank \t ; type: L', 'Assets:Bank', 'liability'],
      ['Assets:Bank ; type: L', 'Assets:Bank ; type: L', 'asset'],
    ] as const) {
      const { rows } = await amountsOf(`account ${line}\n2025-01-01 * x\n    a  1 EUR\n    b\n`);
      const [account] = rows.filter((row) => row.record === 'account');
      expect(account).toMatchObject({ code: name, type: kind });
    }
  });

  it('journal.read: no line of a transaction is left out in silence, however many it has', async () => {
    const balanced = '    a  1 EUR\n    b  -1 EUR\n';
    const comments = '    ; words\n'.repeat(50_000);
    const text = `2025-01-01 * x\n${balanced}${comments}    c  5 EUR\n\n2025-01-02 * y\n${balanced}`;
    const behind = await readAll(hledger, fileOf(text));
    expect(behind.faults).toMatchObject([{ line: 1, faults: [{ code: 'entry_too_large' }] }]);
    expect(linesOf(behind.rows).map(({ account }) => account)).toEqual(['a', 'b']);

    const many = await readAll(ledger, fileOf(`2025-01-01 * x\n${'    a  1 EUR\n'.repeat(60_000)}`));
    expect(many.faults).toMatchObject([{ line: 1, faults: [{ code: 'entry_too_large' }, {}] }]);
  });

  it('journal.read: a lone comma is decimals to hledger, thousands to ledger, and said', async () => {
    const text = '2025-01-01 * x\n    a  1,234 EUR\n    b  -1,234 EUR\n';
    const asDecimals = await amountsOf(text);
    expect(asDecimals.faults).toMatchObject([{ faults: [{ code: 'amount_decimals' }] }]);

    const asThousands = await amountsOf(text, ledger);
    expect(asThousands.lines).toEqual(['a 1234.00', 'b -1234.00']);
    expect(asThousands.said.warnings).toContainEqual(expect.stringMatching(/1,234.*--decimal/));
  });

  it('journal.read: unbalanced virtual postings, one blank before the amount, days that are none: each with its line', async () => {
    const { faults } = await amountsOf(
      '2025-02-30 * x\n    a  1 EUR\n    b\n\n2025-02-01 * y\n    (budget)  1 EUR\n\n2025-02-02 * z\n' +
        '    Assets:Cash 10.00 EUR\n    b  1 EUR\nnonsense\n',
    );
    expect(faults.map(({ line, faults: [fault] }) => [line, fault?.code])).toEqual([
      [1, 'date_invalid'],
      [5, 'unbalanced'],
      [8, 'amount_format'],
      [11, 'file_format'],
    ]);
  });

  it('journal.read: assertions are totals at the end of their day, assignments make their amounts', async () => {
    const { lines, said } = await amountsOf(
      '2025-01-01 * x\n    a  10 EUR\n    b\n2025-01-02 * y\n    a  = 4.00 EUR\n    b\n2025-01-02 * z\n    a  1 EUR = 5.00 EUR\n    b\n',
    );
    expect(lines).toEqual(['a 10.00', 'b -10.00', 'a -6.00', 'b 6.00', 'a 1.00', 'b -1.00']);
    expect(said.assertions).toEqual([
      { kind: 'closing', stated: '5', currency: 'EUR', date: '2025-01-02', account: 'a', row: 8 },
    ]);
  });

  it('journal.read: number forms, signs before and behind, symbols, aliases, apply account, a year for short dates', async () => {
    const { lines, faults, rows } = await amountsOf(
      [
        'commodity 1.000,00 EUR\nalias cash = Assets:Cash\nY 2025\napply account Firm\n1/31 ! Rent | Home',
        '  cash  EUR -1.234,50 ; due:2025-02-28, words',
        '  Expenses:Rent  1 234,50 EUR\nend apply account\n',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual(['Firm:cash -1234.50', 'Firm:Expenses:Rent 1234.50']);
    expect(linesOf(rows)[0]).toMatchObject({
      ...{ date: '2025-01-31', entryDescription: 'Rent | Home', extra: { status: 'pending' } },
    });
  });

  it('journal.read: an included file is refused with the command that makes one file of them', async () => {
    await expect(readAll(hledger, fileOf('include other.journal\n'))).rejects.toMatchObject({
      code: 'file_format',
      hint: expect.stringContaining('print > whole.journal'),
    });
  });

  it('journal.rejects: a rejected transaction comes as it stood, and reads again once mended', async () => {
    const text = 'commodity 1000.00 EUR\n\n2025-01-01 * (1) x\n    a  10.00 EUR\n    b  -9.00 EUR\n';
    const reading = hledger.read(fileOf(text), { fileName: 'x.journal', resource: 'ledger' });
    const form = hledger.rejects({});
    let file = '';
    for await (const read of reading.rows) {
      if (!('faults' in read)) continue;
      const [fault] = read.faults;
      if (file === '') file = String(form.heading(reading.columns()));
      const { field, code, message } = fault ?? { field: '', code: '', message: '' };
      file += form.line(reading.columns(), { row: read.line, field, code, message });
    }
    expect(file).toContain(';! line 3: amount: unbalanced');

    const again = await amountsOf(file.replace('-9.00', '-10.00'));
    expect(again).toMatchObject({ faults: [], lines: ['a 10.00', 'b -10.00'] });
  });
});

const shared = new URL('../../../../../../shared/data/plaintext/', import.meta.url);

describe.skipIf(!existsSync(shared))('journal.read: files of others', () => {
  it.each([
    ['hledger_bcexample.journal', 'USD', 1035, 3203],
    ['hledger_multicurrency.journal', 'EUR', 4, 8],
    ['hledger_quickstart.journal', 'USD', 3, 9],
    ['hledger_sample.journal', 'USD', 5, 11],
    ['hledger_vat.journal', 'GBP', 4, 12],
    ['demo.ledger', 'USD', 13, 33],
    ['drewr.dat', 'USD', 11, 29],
  ])('journal.read: %s is told by its text and read whole', async (name, baseCurrency, entries, count) => {
    const bytes = readFileSync(new URL(name, shared));
    const { codec } = detectCodec(bytes.subarray(0, 65_536), name);
    expect(codec.name).toBe(name.startsWith('hledger') ? 'hledger' : 'ledger');

    const { rows, faults } = await readAll(codec, fileOf(bytes, 1000), { baseCurrency });
    expect(faults).toEqual([]);
    const lines = linesOf(rows);
    expect([new Set(lines.map(({ entry }) => entry)).size, lines.length]).toEqual([entries, count]);
  });
});
