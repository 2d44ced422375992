import { describe, expect, it } from 'vitest';
import { fecPair, fecText } from '../../test/fec-files.ts';
import { encoder } from '../../test/reading.ts';
import { csvInstead, detectCodec } from './index.ts';

const detect = (text: string, fileName = 'file.txt') => {
  const { codec, likely, reason } = detectCodec(encoder.encode(text), fileName);
  return { name: codec.name, sure: likely >= 0.5, reason };
};

describe('detectCodec', () => {
  it('detectCodec: tells the formats by their first line, whatever the file is called', () => {
    expect(detect('entry;date;journal;account;debit;credit\n1;2025-01-01;OD;1;1,50;\n', 'books.txt')).toEqual(
      {
        name: 'csv',
        sure: true,
        reason: '6 of 6 known columns, delimiter ";", decimal ","',
      },
    );
    expect(detect('code,name,type,control\n512,Bank,asset,none\n', 'accounts.txt')).toMatchObject({
      name: 'csv',
      sure: true,
    });
    expect(detect('{"record":"line","entry":"1"}\n', 'books.csv')).toMatchObject({
      name: 'jsonl',
      sure: true,
    });
    expect(detect(fecText(...fecPair({})), 'books.csv')).toEqual({
      name: 'fec',
      sure: true,
      reason: '18 of 18 columns of a FEC, separated by TAB',
    });
    expect(detect(`\ufeff${fecText(...fecPair({})).replaceAll('\t', '|')}`)).toMatchObject({
      name: 'fec',
      sure: true,
    });
  });

  it('detectCodec: is not sure of what is none of them', () => {
    expect(detect('Dear Sir, or Madam,\nplease find enclosed\n').sure).toBe(false);
    expect(detect('PK\u0003\u0004\0\0').sure).toBe(false);
    expect(detect('').sure).toBe(false);
  });
});

describe('csvInstead', () => {
  it('csvInstead: the words and the flags to read a file as CSV, when it is one', () => {
    const head = encoder.encode(
      'entry\tdate\tjournal\taccount\tdebit\tcredit\n1\t2025-01-01\tOD\t1\t1.50\t\n',
    );
    expect(csvInstead(head)).toEqual({
      words: 'It looks like canonical CSV (6 of 6 known columns, delimiter TAB, decimal ".").',
      flags: ['--format', 'csv', '--delimiter', 'tab'],
    });
    expect(csvInstead(encoder.encode('a,b,c\n'))).toBeUndefined();
  });
});
