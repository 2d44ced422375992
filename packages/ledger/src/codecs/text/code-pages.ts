export type CodePage = 'cp437' | 'cp850';

/** Bytes 0x80 to 0xFF of the code pages of DOS, which no platform decodes: 437 of SIE, 850 of Western Europe. */
const pages: Readonly<Record<CodePage, string>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

export const isCodePage = (encoding: string): encoding is CodePage => Object.hasOwn(pages, encoding);

/** Text of bytes in a code page; every byte has a character. */
export function decodePage(chunk: Uint8Array, page: CodePage): string {
  const high = pages[page];
  const ascii = new TextDecoder('windows-1252');
  let text = '';
  let plainFrom = 0;

  for (let i = 0; i < chunk.length; i += 1) {
    const byte = chunk[i] ?? 0;
    if (byte < 0x80) continue;
    text += ascii.decode(chunk.subarray(plainFrom, i)) + high.charAt(byte - 0x80);
    plainFrom = i + 1;
  }

  return text + ascii.decode(chunk.subarray(plainFrom));
}

/** The byte of each character from U+0080 on that a code page holds. */
export const bytesOfPage = (page: CodePage): ReadonlyMap<string, number> =>
  new Map([...pages[page]].map((character, at) => [character, at + 0x80]));
