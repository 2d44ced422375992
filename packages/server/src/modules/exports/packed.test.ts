import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/harness.ts';
import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import { PackedRows } from './packed.ts';

let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

afterAll(() => db.close());

/** Rows of four texts as the database packs them, and as they are read. */
async function throughTheDatabase(rows: readonly (string | null)[][]) {
  const columns = [0, 1, 2, 3].map((at) => rows.map((row) => row[at] ?? null));
  const [found] = await db.owner((tx) =>
    tx.query<{ packed: string }>(sql`
      select string_agg(row(r.a, r.b, r.c, r.d)::text, '' order by r.n) as packed
      from unnest(${columns[0]}::text[], ${columns[1]}::text[], ${columns[2]}::text[], ${columns[3]}::text[])
        with ordinality as r(a, b, c, d, n)`),
  );
  return read(found?.packed ?? '');
}

function read(packed: string) {
  const reader = new PackedRows();
  reader.begin(packed);
  const rows = [];
  for (let row = reader.next(4); row; row = reader.next(4)) rows.push(row.map((cell) => cell ?? null));
  return rows;
}

const awkward = [
  ['nulls', [null, null, null, null]],
  ['empty texts beside nulls', ['', null, '', null]],
  ['quotes', ['"', '""', 'a"b', '"""']],
  ['backslashes', ['\\', '\\\\', '\\"', '"\\']],
  ['what divides cells and rows', [',', ')(', '(),', ')']],
  ['spaces and line breaks', [' ', '\n', '\r\n\t', ' a ']],
  ['scripts', ['𐍈😀', 'ע,"', '\u00a0', '\u2028']],
] as const;

describe('exports.content packed rows', () => {
  test.each(awkward)('exports.content packed rows hold %s', async (_, row) => {
    const rows = [[...row], ['a', 'b', 'c', 'd'], [...row].reverse()];
    expect(await throughTheDatabase(rows)).toEqual(rows);
  });

  test('exports.content packed rows hold any text', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ unit: fc.constantFrom('"', '\\', ',', '(', ')', ' ', '\n', 'a', 'é', '😀') }),
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        expect(await throughTheDatabase(given)).toEqual(given);
      }),
      { numRuns: 40 },
    );
  });

  test('exports.content packed rows that are cut are a fault and never other cells', () => {
    for (const packed of ['(a,b,c)', 'a,b,c,d', '(a,b,c,"d', '(a,"b"x,c,d)']) {
      expect(() => read(packed)).toThrow(/pack/);
    }
  });
});
