import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../test/reading.ts';
import { FormatError } from '../codec.ts';
import type { Encoding } from './encoding.ts';
import { decodeText, isUtf8, requireText } from './encoding.ts';

async function decode(bytes: Uint8Array | string, encoding: Encoding, size: number): Promise<string> {
  let text = '';
  for await (const chunk of decodeText(fileOf(bytes, size), encoding)) text += chunk;
  return text;
}

describe('decodeText', () => {
  it('decodeText: characters cut by the border of chunks are whole again, and the mark is gone', async () => {
    const text = 'é€😀 à nouveau, šč';
    for (const size of [1, 2, 3, 5, 100]) {
      expect(await decode(text, 'utf-8', size)).toBe(text);
      expect(await decode(`\ufeff${text}`, 'utf-8', size)).toBe(text);
    }
  });

  it('decodeText: each code page has its own letters', async () => {
    expect(await decode(Uint8Array.of(0x4e, 0xf8, 0x20, 0x82, 0x85), 'cp850', 2)).toBe('N° éà');
    expect(await decode(Uint8Array.of(0xe9, 0x80, 0x92), 'windows-1252', 1)).toBe('é€’');
    expect(await decode(Uint8Array.of(0xe9, 0xa4), 'iso-8859-15', 1)).toBe('é€');
  });

  it('decodeText: bytes that are not UTF-8 are refused when it is asked for', async () => {
    await expect(decode(Uint8Array.of(0x61, 0xe9, 0x62), 'utf-8', 10)).rejects.toMatchObject({
      code: 'file_format',
      hint: expect.stringContaining('windows-1252'),
    });
  });
});

describe('isUtf8', () => {
  it('isUtf8: one stray byte at the end of a long file is found, a cut character too', async () => {
    const bytes = new Uint8Array(200_000).fill(0x61);
    expect(await isUtf8(fileOf(bytes))).toBe(true);
    bytes[199_999] = 0xe9;
    expect(await isUtf8(fileOf(bytes))).toBe(false);
  });

  it('isUtf8: an error of the source is no answer', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(0x61);
      throw new Error('disk');
    }
    await expect(isUtf8(broken)).rejects.toThrow('disk');
  });
});

describe('requireText', () => {
  it('requireText: what is no text is named, with what to do about it', async () => {
    const refusal = (head: Uint8Array | string) => {
      try {
        requireText(typeof head === 'string' ? Buffer.from(head, 'latin1') : head, 'a.csv');
      } catch (error) {
        if (error instanceof FormatError) return `${error.message} ${error.hint}`;
      }
      return undefined;
    };
    expect(refusal('PK\u0003\u0004books')).toMatch(/a\.csv is a ZIP or XLSX file Unpack it/);
    expect(refusal('\u001f\u008b\u0008')).toMatch(/is a gzip file .*gunzip FILE/);
    expect(refusal('\u0089PNG\r\n\u001a\n\0\0')).toMatch(/is an image \(PNG\) Save the table as CSV or XLSX/);
    expect(refusal('%PDF-1.7')).toMatch(/is a PDF file/);
    expect(refusal('\u0009\0\u0004\0\u0002\0')).toMatch(/is an old Excel file \(\.xls\)/);
    expect(refusal('\u00ef\u00bb\u00bf\n<!DOCTYPE HTML><html>')).toMatch(/is a web page .*download it again/);
    expect(refusal('\u00ff\u00fea\0')).toMatch(/is text in UTF-16 .*iconv -f UTF-16/);
    expect(refusal(Buffer.from('entry,journal\n1,É', 'utf16le'))).toMatch(/is text in UTF-16/);
    expect(refusal('entry\n1,\0\0,')).toMatch(/is a binary file/);
    expect(refusal('')).toBe('a.csv is empty Export or download it again.');
    expect(refusal(' \r\n\n')).toBe('nothing stands in a.csv but blanks Export or download it again.');
    expect(refusal('PKW,debit')).toBeUndefined();
    expect(refusal('entry,<html>')).toBeUndefined();
  });
});
