import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exported } from '../exported.ts';
import { openTestApp, type TestApp } from '../harness.ts';
import { importRows, readFile } from '../import-file.ts';
import { countries } from './countries.ts';
import { type Books, booksWithin, openBooks, takeResult } from './country-books.ts';

const open = (chart: string): Promise<Books> => {
  const country = countries.find((one) => one.chart === chart);
  if (!country) throw new Error(`no year is posted with ${chart}`);
  return openBooks(country);
};

/** An export as SIE, whose letters are in code page 437: the bytes, not a text. */
async function sieOf({ app, key, call }: TestApp, year: string): Promise<Buffer> {
  const { body } = await call('POST', '/v1/exports', { format: 'sie', year });
  const headers = { authorization: `Bearer ${key}` };
  return (await app.http.inject({ url: `/v1/exports/${body.id}/content`, headers })).rawPayload;
}

describe('the FEC of a year posted with fr-pcg', () => {
  let books: Books;

  beforeAll(async () => {
    books = await open('fr-pcg');
  }, booksWithin);

  afterAll(() => books.t.close());

  test('exports.check.200 lacks nothing', async () => {
    const { body } = await books.t.call('POST', '/v1/exports/check', { format: 'fec', year: '2025' });
    expect(body).toMatchObject({ lacks: [] });
  });

  test('exports.content has numbers without gaps in each journal, account numbers of the law, and the letters', async () => {
    const { text } = await exported(books.t, { format: 'fec', year: '2025' });
    const [head = '', ...lines] = text.trim().split('\r\n');
    const columns = head.split('\t');
    const rows = lines.map((line) =>
      Object.fromEntries(line.split('\t').map((cell, i) => [columns[i], cell])),
    );

    const numbers = new Map<string, Set<number>>();
    for (const { JournalCode = '', EcritureNum = '', CompteNum } of rows) {
      expect(CompteNum).toMatch(/^[1-7]\d{5}$/);
      const [, number] = /^[A-Z]{2}-2025-(\d{6})$/.exec(EcritureNum) ?? [];
      numbers.set(JournalCode, (numbers.get(JournalCode) ?? new Set()).add(Number(number)));
    }
    for (const [journal, used] of numbers) {
      expect(
        [...used].sort((a, b) => a - b),
        journal,
      ).toEqual([...used].map((_, i) => i + 1));
    }
    const lettered = rows.filter(({ EcritureLet }) => EcritureLet !== '');
    expect(lettered.map(({ CompteNum, EcritureLet }) => `${CompteNum} ${EcritureLet}`).sort()).toEqual([
      ...Array(4).fill('401000 A'),
      ...Array(6).fill('411000 A'),
    ]);
  });
});

describe('the SIE file of a year posted with se-bas', () => {
  let books: Books;

  beforeAll(async () => {
    books = await open('se-bas');
    await takeResult(books);
  }, booksWithin);

  afterAll(() => books.t.close());

  test.each(['2025', '2026'])(
    'exports.content of %s is read without a warning, and empty books write it again',
    async (year) => {
      const bytes = await sieOf(books.t, year);
      const { rows, said, faults } = await readFile('sie', bytes, 'books.se');
      expect(faults).toEqual([]);
      expect(said.warnings).toEqual([]);

      const { currency, timezone, registrationNumber } = books.country;
      const copy = await openTestApp({
        tenant: { country: 'SE', baseCurrency: currency, timezone, registrationNumber },
      });
      try {
        const session = await importRows(copy, rows, { format: 'sie', options: { strict: true } }, said);
        expect(session, JSON.stringify(session)).toMatchObject({ state: 'committed', rejected: 0 });
        expect(session.assertionCounts.agreed).toBe(session.assertionCounts.stated);
        expect(session.assertionCounts.stated).toBeGreaterThan(5);
        expect((await sieOf(copy, year)).toString('latin1')).toBe(bytes.toString('latin1'));
      } finally {
        await copy.close();
      }
    },
  );
});
