import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../codec.ts';
import { RecordReader, type TextRecord } from './records.ts';

function read(
  text: string,
  size = 1_000_000,
  delimiter: string | undefined = ',',
  quotes = true,
): TextRecord[] {
  const reader = new RecordReader({ delimiter, quotes });
  const records: TextRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  return [...records, ...reader.end()];
}

const values = (records: TextRecord[]) => records.map((record) => record.values);
const lines = (records: TextRecord[]) => records.map((record) => record.line);

describe('RecordReader', () => {
  it('RecordReader: quotes hold delimiters, doubled quotes and line breaks; lines are counted as an editor does', () => {
    const records = read('a,b\r\n"x,1","say ""no"""\r\n"two\nlines\r\nthree",z\nlast,"w"');
    expect(values(records)).toEqual([
      ['a', 'b'],
      ['x,1', 'say "no"'],
      ['two\nlines\r\nthree', 'z'],
      ['last', 'w'],
    ]);
    expect(lines(records)).toEqual([1, 2, 3, 6]);
    expect(records.map((record) => record.ended)).toEqual([true, true, true, false]);
  });

  it('RecordReader: LF, CR, CR LF and CR CR LF end a line; blank lines are skipped and counted', () => {
    expect(lines(read('a\rb\nc\r\nd\r\r\ne\n\n\nf\n'))).toEqual([1, 2, 3, 4, 5, 8]);
    expect(values(read('a\rb\nc\r\nd\r\r\ne\n\n\nf\n')).flat().join('')).toBe('abcdef');
  });

  it('RecordReader: a quote inside a field is a character like any other', () => {
    expect(values(read('5" pipe,a"b"\n'))).toEqual([['5" pipe', 'a"b"']]);
    expect(values(read('"a,b\nc"d\n', 100, ',', false))).toEqual([['"a', 'b'], ['c"d']]);
  });

  it('RecordReader: text behind a closing quote is a fault of that record alone', () => {
    const records = read('"a"x,b\nc,d\n');
    expect(records[0]?.fault).toContain('closing quote');
    expect(records[1]).toEqual({ line: 2, values: ['c', 'd'], ended: true });
  });

  it('RecordReader: a quote still open at the end names the line where it opened', () => {
    expect(() => read('a,b\n"x\ny",z\nc,"open\nd,e\n')).toThrow(
      expect.objectContaining({ code: 'file_truncated', message: expect.stringContaining('line 4') }),
    );
  });

  it('RecordReader: a field that never ends is refused before it fills the memory', () => {
    const reader = new RecordReader({ delimiter: ',', quotes: true });
    reader.push('a,b\nc,"');
    const endless = () => {
      for (let i = 0; i < 100; i += 1) reader.push('x'.repeat(65_536));
    };
    expect(endless).toThrow(FormatError);
  });

  it('RecordReader: a line over 8 MB is a fault, and reading goes on behind it', () => {
    const reader = new RecordReader({ delimiter: ',', quotes: true });
    const records = reader.push('a,b\n');
    for (let i = 0; i < 200; i += 1) records.push(...reader.push('x'.repeat(65_536)));
    records.push(...reader.push('end\nc,d\n'), ...reader.end());
    expect(records.map((record) => [record.line, record.fault !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  it('RecordReader: a field over 1 MB is a fault', () => {
    expect(read(`a,${'x'.repeat(1_000_001)}\nc,d\n`).map((record) => record.fault !== undefined)).toEqual([
      true,
      false,
    ]);
  });

  it('RecordReader: where chunks are cut changes nothing', () => {
    const piece = fc.constantFrom('a', 'é', '"', '""', ',', '\n', '\r', '\r\n', '\r\r\n', ' ', '"x"', '😀');
    const outcome = (text: string, size: number) => {
      try {
        return read(text, size);
      } catch (error) {
        return String(error);
      }
    };

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (pieces, size) => {
        const text = pieces.join('');
        expect(outcome(text, size)).toEqual(outcome(text, 1_000_000));
      }),
      { numRuns: 2_000 },
    );
  });
});
