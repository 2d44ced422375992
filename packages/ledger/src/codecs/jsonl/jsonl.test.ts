import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text as anyText, code, exportLines } from '../../../test/ledgers.ts';
import { fileOf, headOf, linesOf, readAll, withoutPlace, writeAll } from '../../../test/reading.ts';
import { jsonl } from './index.ts';

const read = (...lines: string[]) => readAll(jsonl, fileOf(`${lines.join('\n')}\n`));

describe('jsonl.read', () => {
  it('jsonl.read: every kind of record', async () => {
    const rows = [
      {
        record: 'account',
        code: '411',
        name: 'Customers',
        statement: 'balance',
        control: 'receivable',
        postable: true,
        unit: 'hours',
        mappings: [{ scheme: 'sru', code: '7281' }],
      },
      { record: 'journal', code: 'VT', area: 'sale', series: 'S' },
      { record: 'party', code: 'C1', roles: [{ role: 'customer', subledgerCode: '9' }] },
      { record: 'year', start: '2025-01-01', end: '2025-12-31' },
      { record: 'year', start: '2024-01-01', end: '2024-12-31', detail: 'balances' },
      { record: 'dimension', code: '1', name: 'Cost centre', parent: '0' },
      { record: 'dimensionValue', dimension: '1', code: 'Nord', name: 'North' },
      { record: 'balance', year: '2024-01-01', account: '1930', opening: '-5.00', closing: '0' },
      { record: 'balance', year: '2025-01-01', account: '1930', opening: '3', dimensions: { '1': 'Nord' } },
      {
        record: 'line',
        entry: '1',
        debit: '5.00',
        period: 13,
        storno: true,
        dimensions: { k: 'v' },
        source: { system: 'x' },
      },
    ];
    const whole = await read(...rows.map((row) => JSON.stringify(row)), '', '  ');
    expect(whole.faults).toEqual([]);
    expect(whole.rows.map(withoutPlace)).toEqual(rows);
    expect(whole.rows.map((row) => row.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(whole.reading.said()).toMatchObject({ format: 'jsonl', rows: 10 });
  });

  it('jsonl.read: the reasons of a rejects file are dropped', async () => {
    const { rows, faults } = await read(
      '{"record":"account","code":"1","_row":7,"_field":"code","_code":"x","_message":"bad"}',
    );
    expect(faults).toEqual([]);
    expect(rows.map(withoutPlace)).toEqual([{ record: 'account', code: '1' }]);
  });

  it('jsonl.read: each faulty line says what is wrong, and the next is read', async () => {
    const { rows, faults } = await read(
      '{"record":"line","entry":"1",',
      '[1]',
      '{"record":"lin","entry":"1"}',
      '{"record":"line","entry":"1","debitt":"5"}',
      '{"record":"line","entry":"1","debit":5.1,"date":"2025-02-30","credit":"1,5"}',
      '{"record":"line","debit":"5"}',
      '{"record":"account","code":"1","postable":"yes","roles":[]}',
      '{"record":"account","code":"1"}',
    );
    expect(rows.map(withoutPlace)).toEqual([{ record: 'account', code: '1' }]);
    expect(
      faults.map(({ line, entry, faults: all }) => [line, entry, all.map((one) => [one.field, one.code])]),
    ).toEqual([
      [1, undefined, [['', 'file_format']]],
      [2, undefined, [['', 'file_format']]],
      [3, undefined, [['record', 'file_format']]],
      [4, '1', [['debitt', 'column_unknown']]],
      [
        5,
        '1',
        [
          ['debit', 'invalid_request'],
          ['date', 'date_invalid'],
          ['credit', 'amount_format'],
        ],
      ],
      [6, undefined, [['entry', 'invalid_request']]],
      [
        7,
        undefined,
        [
          ['postable', 'invalid_request'],
          ['roles', 'column_unknown'],
        ],
      ],
    ]);
    expect(faults[3]?.faults[0]?.message).toContain('did you mean debit?');
  });

  it('jsonl.read: a file cut inside its last line', async () => {
    const cut = readAll(jsonl, fileOf('{"record":"account","code":"1"}\n{"record":"acc'));
    await expect(cut).rejects.toMatchObject({
      code: 'file_truncated',
      message: expect.stringContaining('line 2'),
    });
  });

  it('jsonl.read: names from a prototype are unknown fields and records', async () => {
    const { faults } = await read(
      '{"record":"toString"}',
      '{"record":"line","entry":"1","__proto__":{"debit":"5"},"constructor":"x"}',
    );
    expect(faults.map(({ faults: all }) => all.map((one) => one.code))).toEqual([
      ['file_format'],
      ['column_unknown', 'column_unknown'],
    ]);
  });
});

describe('jsonl.write', () => {
  it('jsonl.write: what is written is read back', async () => {
    await fc.assert(
      fc.asyncProperty(exportLines, fc.array(fc.tuple(code, anyText)), async (lines, names) => {
        const accounts = names.map(([account, name]) => ({
          record: 'account' as const,
          code: account,
          name,
        }));
        const { text } = await writeAll(jsonl, lines, headOf({ accounts }));
        const { rows, faults } = await readAll(jsonl, fileOf(text, 50));
        expect(faults).toEqual([]);
        expect(linesOf(rows).map(withoutPlace)).toEqual(lines.map(({ subledgerCode: _, ...line }) => line));
        expect(rows.filter((row) => row.record === 'account').length).toBe(accounts.length);
      }),
      { numRuns: 100 },
    );
  });

  it('jsonl.write: accounts, journals, parties by the bytes of their codes, then years, then lines; fields in one order', async () => {
    const head = headOf({
      accounts: [
        { name: 'b', code: '\u{1f600}', record: 'account' },
        { record: 'account', code: '\uff00' },
        { record: 'account', code: 'B' },
        { record: 'account', code: 'a' },
      ],
      journals: [{ record: 'journal', code: 'VT' }],
      parties: [{ record: 'party', code: 'C1' }],
    });
    const { text } = await writeAll(jsonl, [], head);
    expect(text.split('\n')).toEqual([
      '{"record":"account","code":"B"}',
      '{"record":"account","code":"a"}',
      '{"record":"account","code":"\uff00"}',
      '{"record":"account","code":"\u{1f600}","name":"b"}',
      '{"record":"journal","code":"VT"}',
      '{"record":"party","code":"C1"}',
      '{"record":"year","code":"2025","start":"2025-01-01","end":"2025-12-31"}',
      '',
    ]);
  });
});
