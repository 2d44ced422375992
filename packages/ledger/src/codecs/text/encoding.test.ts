import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../test/reading.ts';
import type { Encoding } from './encoding.ts';
import { decodeText, isUtf8, readHead, requireText } from './encoding.ts';

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
  it('requireText: what is no text is named', async () => {
    const zip = await readHead(fileOf(Uint8Array.of(0x50, 0x4b, 3, 4)));
    expect(() => requireText(zip, 'books.xlsx')).toThrow('ZIP or XLSX');
    expect(() => requireText(Uint8Array.of(0xff, 0xfe, 0x61, 0), 'a.txt')).toThrow('UTF-16');
    expect(() => requireText(Uint8Array.of(0x61, 0, 0x62), 'a.bin')).toThrow('binary');
    expect(() => requireText(new Uint8Array(), 'a.csv')).toThrow('empty');
  });
});
