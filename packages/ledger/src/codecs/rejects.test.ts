import { expect, test } from 'vitest';
import { codecs } from './index.ts';

const REASON = {
  row: 7,
  field: 'debit',
  code: 'amount_format',
  message: 'not a "decimal", try; --decimal ,',
};
const SOUND = { row: 8, field: '', code: '', message: '' };

test('CSV keeps its delimiter, and quotes what needs quotes', () => {
  const form = codecs.csv.rejects({ delimiter: ';' });
  const columns = { header: ['entry', 'text'], values: ['1', 'a;b\n"c"'] };

  expect(form.heading(columns)).toBe('entry;text;_row;_field;_code;_message\n');
  expect(form.line(columns, REASON)).toBe(
    '1;"a;b\n""c""";7;debit;amount_format;"not a ""decimal"", try; --decimal ,"\n',
  );
});

test('the reasons of an earlier rejects file make room for the new ones', () => {
  const header = ['entry', '_row', '_field', '_code', '_message', 'text'];
  const columns = { header, values: ['1', '3', 'old', 'old', 'old', 'x'] };

  expect(codecs.csv.rejects({ delimiter: ',' }).heading(columns)).toBe(
    'entry,text,_row,_field,_code,_message\n',
  );
  expect(codecs.csv.rejects({ delimiter: ',' }).line(columns, SOUND)).toBe('1,x,8,,,\n');
});

test('a line of the wrong width keeps it, so that it is wrong until somebody has mended it', () => {
  const header = ['a', 'b', 'c'];

  expect(codecs.csv.rejects({ delimiter: ',' }).line({ header, values: ['1', '2'] }, SOUND)).toBe(
    '1,2,8,,,\n',
  );
  expect(codecs.csv.rejects({ delimiter: ',' }).line({ header, values: ['1', '2', '3', '4'] }, SOUND)).toBe(
    '1,2,3,4,8,,,\n',
  );
});

test('FEC has its reasons behind the last column, also where a separator ends each line', () => {
  const form = codecs.fec.rejects({ delimiter: '|' });
  const tab = { ...REASON, message: 'a|b\tc' };

  expect(form.heading({ header: ['A', 'B', ''], values: [] })).toBe('A|B|_row|_field|_code|_message\r\n');
  expect(form.line({ header: ['A', 'B', ''], values: ['1', '2', ''] }, tab)).toBe(
    '1|2|7|debit|amount_format|a b c\r\n',
  );
  expect(form.line({ header: ['A', 'B'], values: ['1', '2', ''] }, SOUND)).toBe('1|2|8|||\r\n');
});

test('JSONL has them as last keys, and a line that is no JSON as it stands', () => {
  const form = codecs.jsonl.rejects({ delimiter: ',' });
  const line = (text: string) => form.line({ header: ['json'], values: [text] }, SOUND);

  expect(form.heading({ header: ['json'], values: [] })).toBe('');
  expect(line('{"record":"line", "debit": 1.10 }')).toBe(
    '{"record":"line", "debit": 1.10,"_row":8,"_field":"","_code":"","_message":""}\n',
  );
  expect(line('{}')).toBe('{"_row":8,"_field":"","_code":"","_message":""}\n');
  expect(line('{"a":1,"_row":3,"_message":"old"}')).toBe(
    '{"a":1,"_row":8,"_field":"","_code":"","_message":""}\n',
  );
  expect(line('{"a":')).toBe('{"a":\n');
});
