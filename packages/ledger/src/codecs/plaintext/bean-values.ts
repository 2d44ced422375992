import { type Decimal, longestNumber } from './decimals.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', b: '\b' };
const string = /"((?:[^"\\]|\\.)*)"/sy;

/** The string that begins at `from`, and where it ends. */
export function stringAt(text: string, from: number): { value: string; end: number } | undefined {
  string.lastIndex = from;
  const found = string.exec(text);
  if (!found) return undefined;
  const [all, raw = ''] = found;
  const value = raw.includes('\\')
    ? raw.replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character)
    : raw;
  return { value, end: from + all.length };
}

/** What stands behind the colon of metadata, as text. */
export function metadataText(text: string): string {
  const bare = text.trim();
  if (bare.startsWith('"')) return stringAt(bare, 0)?.value ?? bare;
  const comment = bare.indexOf(';');
  return comment < 0 ? bare : bare.slice(0, comment).trimEnd();
}

const inString: Readonly<Record<string, string>> = {
  ...{ '\n': '\\n', '\t': '\\t', '\r': '\\r', '\f': '\\f', '\b': '\\b', '"': '\\"', '\\': '\\\\' },
};

/** A text as a string of beancount, on one line; other control characters stand as they are. */
export const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\t\r\f\b]/g, (character) => inString[character] ?? character)}"`;

export interface BeanAmount {
  quantity: Decimal;
  currency: string;
}

const amount = /([-+]?)[ \t]*(\d[\d,]*)(?:\.(\d*))?[ \t]*([A-Z][A-Z0-9'._-]*)?/y;

/** The amount at `from`; a text says why there is none. */
export function amountAt(text: string, from: number): { value: BeanAmount; end: number } | string {
  amount.lastIndex = from;
  const found = amount.exec(text);
  const shown = text.slice(from, from + 40);
  if (!found) return `"${shown}" is no amount such as 10.00 EUR`;

  const [all, sign = '', whole = '', decimals = '', currency] = found;
  if (currency === undefined)
    return `"${shown}" is an expression or has no currency: write its value, as in 10.00 EUR`;
  const digits = whole.includes(',') ? whole.replaceAll(',', '') : whole;
  if (digits.length + decimals.length > longestNumber)
    return `"${shown}…" has more digits than an amount can have`;

  const isCanonical = digits.length === 1 || digits.charCodeAt(0) !== 48;
  const number = decimals === '' ? digits : `${digits}.${decimals}`;
  const quantity = {
    digits: BigInt((sign === '-' ? '-' : '') + digits + decimals),
    scale: decimals.length,
    text: isCanonical ? number : undefined,
  };
  return { value: { quantity, currency }, end: from + all.length };
}
