/** A character that XML cannot hold is written `_x000D_` in a sheet, and a text that looks like this has its `_` written so. */
const escaped = /_x([0-9A-Fa-f]{4})_/g;

export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    // Half of a pair is no character: it stays as it is written.
    return code >= 0xd800 && code <= 0xdfff ? whole : String.fromCharCode(code);
  });
}

/** Control characters but tab and line feed, halves of a pair that stand alone, the two that are no characters. */
const unheld =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no way to write
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const special = /[&<>"]/g;
const mayNeed =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same, in one look
  /[\u0000-\u0008\u000b-\u001f&<>"\ud800-\udfff\ufffe\uffff]|_x/;

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands between the tags of a sheet, or in an attribute. */
export function escapeCell(text: string): string {
  if (!mayNeed.test(text)) return text;
  return text
    .replace(looksEscaped, '_x005F_')
    .replace(unheld, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(special, (one) => names[one] ?? one);
}
