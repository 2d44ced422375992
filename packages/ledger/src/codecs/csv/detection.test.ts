import { describe, expect, it } from 'vitest';
import { fileOf, linesOf, readAll } from '../../../test/reading.ts';
import type { ReadOptions } from '../codec.ts';
import { readers } from '../index.ts';

const { csv } = readers;

async function read(content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const { rows, faults, reading } = await readAll(csv, fileOf(content, 1000), options);
  return { lines: linesOf(rows), faults, said: reading.said() };
}

const header = ['entry', 'date', 'journal', 'account', 'debit', 'credit'];

function table(delimiter: string, ...lines: string[][]): string {
  return [header, ...lines].map((cells) => cells.join(delimiter)).join('\n');
}

/** `text` with the bytes that it has where each character is one byte of its own number. */
function singleBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('csv.read tells from the file, unless it is told', () => {
  it.each([',', ';', '\t', '|'])('csv.read: the delimiter %j', async (delimiter) => {
    const text = table(delimiter, ['1', '2024-01-31', 'OD', '1', '5', '']);
    expect(await read(text)).toMatchObject({ lines: [{ debit: '5' }], said: { delimiter } });
  });

  it('csv.read: a delimiter that is given is taken, though another gives more columns', async () => {
    const text = 'code;name,short\n1;A,a\n';
    const { reading, rows } = await readAll(
      csv,
      fileOf(text.replace('name,short', '"name"').replace(',a', '')),
      {
        resource: 'accounts',
        delimiter: ';',
      },
    );
    expect(rows).toMatchObject([{ code: '1', name: 'A' }]);
    expect(reading.said()).toMatchObject({ delimiter: ';' });
    await expect(read(table(';', ['1']), { delimiter: '|' })).rejects.toMatchObject({ code: 'file_format' });
  });

  it('csv.read: the delimiter of a file that was cut inside quotes, whose cut is then told', async () => {
    const text = table(';', ['1', '2024-01-31', 'OD', '1', '5', ''], ['2', '2024-02-01', '"cut in the mid']);
    await expect(read(text)).rejects.toMatchObject({ code: 'file_truncated' });
  });

  it('csv.read: the encoding', async () => {
    const text = table(',', ['1', '2024-01-31', 'Café', '1', '5', '']);
    expect(await read(text)).toMatchObject({ lines: [{ journal: 'Café' }], said: { encoding: 'utf-8' } });
    expect(await read(singleBytes(text))).toMatchObject({
      lines: [{ journal: 'Café' }],
      said: { encoding: 'windows-1252' },
    });
    expect(await read(singleBytes(text.replace('é', '\u0082')), { encoding: 'cp850' })).toMatchObject({
      lines: [{ journal: 'Café' }],
      said: { encoding: 'cp850' },
    });
  });

  it('csv.read: the decimal sign', async () => {
    const comma = table(';', ['1', '2024-01-31', 'OD', '1', '1.234,50', '']);
    expect(await read(comma)).toMatchObject({ lines: [{ debit: '1234.50' }], said: { decimal: ',' } });
    expect((await read(comma, { decimal: '.' })).faults).toHaveLength(1);

    const point = table(';', ['1', '2024-01-31', 'OD', '1', '1234.50', '']);
    expect(await read(point)).toMatchObject({ lines: [{ debit: '1234.50' }], said: { decimal: '.' } });
    expect((await read(point, { decimal: ',' })).faults).toHaveLength(1);
  });

  it('csv.read: the order of days, though only a line behind the first 64 KB tells it', async () => {
    const early = Array.from({ length: 4000 }, (_, i) => [`${i}`, '01/02/2024', 'OD', '1', '5', '']);
    const text = (last: string) => table(',', ...early, ['x', last, 'OD', '1', '5', '']);

    const first = await read(text('02/13/2024'));
    expect([first.lines[0]?.date, first.said.dateFormat, first.said.warnings]).toEqual([
      '2024-01-02',
      'MDY',
      [],
    ]);
    const second = await read(text('13/02/2024'));
    expect([second.lines[0]?.date, second.said.dateFormat]).toEqual(['2024-02-01', 'DMY']);
  });

  it('csv.read: an order that no day of the whole file tells is said', async () => {
    const text = table(
      ',',
      ...Array.from({ length: 4000 }, (_, i) => [`${i}`, '01/02/2024', 'OD', '1', '5', '']),
    );
    const { lines, said } = await read(text);

    expect([lines.at(-1)?.date, said.dateFormat]).toEqual(['2024-02-01', 'DMY']);
    expect(said.warnings).toEqual([
      'no date of the file says whether the day or the month comes first: "01/02/2024" is read as 2024-02-01, ' +
        '--date-format MDY reads it as 2024-01-02',
    ]);

    const told = await read(text, { dateFormat: 'MDY' });
    expect([told.lines[0]?.date, told.said.dateFormat, told.said.warnings]).toEqual([
      '2024-01-02',
      'MDY',
      [],
    ]);
  });

  it('csv.read: a file of ISO days has no other order, and one that contradicts itself has none', async () => {
    const iso = await read(
      table(',', ['1', '2024-01-31', 'OD', '1', '5', ''], ['2', '31/12/2024', 'OD', '1', '5', '']),
    );
    expect([iso.faults.length, iso.said.dateFormat]).toEqual([1, undefined]);

    const both = await read(
      table(',', ['1', '31/12/2024', 'OD', '1', '5', ''], ['2', '12/31/2024', 'OD', '1', '5', '']),
    );
    expect([both.faults.length, both.said.dateFormat]).toEqual([2, undefined]);
  });
});
