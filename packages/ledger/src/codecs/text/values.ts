import { isDate } from '../../calendar/index.ts';

/** Changes of form, counted by name, for the interpretation of an import. */
export class Normaliser {
  readonly counts: Record<string, number> = {};

  count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }

  /** Trims and composes (NFC) a text; what stands inside is left as it is. */
  text(raw: string): string {
    const trimmed = raw.trim();
    if (trimmed.length !== raw.length) this.count('trimmed');
    if (!mayCompose.test(trimmed)) return trimmed;

    const composed = trimmed.normalize('NFC');
    if (composed !== trimmed) this.count('nfc');
    return composed;
  }
}

/** Below U+0300 every text is composed already. */
const mayCompose = /[\u0300-\uffff]/;

/** A value, or why the text is none. */
export type Parsed = { value: string } | { code: string; message: string };

/** Most digits before and after the sign that a decimal may have. */
export interface DecimalSize {
  whole: number;
  decimals: number;
}

const moneySize: DecimalSize = { whole: 15, decimals: 8 };
export const rateSize: DecimalSize = { whole: 12, decimals: 12 };
export const quantitySize: DecimalSize = { whole: 15, decimals: 6 };

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const grouped = /^-?[1-9]\d{0,2}(?:[.\u0020\u00a0\u202f']\d{3})+(?:,\d+)?$/;

/**
 * Reads a decimal as the file writes it and returns it with a point. With a decimal comma, thousands may be grouped
 * (`1.234,50`); with a decimal point they may not, because `1,234` would be read both ways.
 */
export function parseDecimal(
  text: string,
  sign: '.' | ',',
  normaliser: Normaliser,
  size: DecimalSize = moneySize,
): Parsed {
  const parsed = sign === '.' ? parsePoint(text) : parseComma(text, normaliser);
  // Shorter ones fit whatever their parts are.
  return 'value' in parsed && parsed.value.length > size.decimals + 1 ? fitting(parsed.value, size) : parsed;
}

function fitting(value: string, size: DecimalSize): Parsed {
  const [whole = '', decimals = ''] = value.replace('-', '').split('.');
  if (whole.length <= size.whole && decimals.length <= size.decimals) return { value };

  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  const message = `"${shown}" has more than ${size.whole} digits before or ${size.decimals} after the decimal sign`;
  return { code: 'amount_format', message };
}

function parsePoint(text: string): Parsed {
  return decimal.test(text) ? { value: text } : notDecimal(text, '.');
}

function parseComma(text: string, normaliser: Normaliser): Parsed {
  if (grouped.test(text)) {
    const [whole = '', decimals] = text.split(',');
    const groups = whole.split(/[^\d-]/).length - 1;
    if (decimals === undefined && groups === 1 && whole.includes('.')) {
      const message = `"${text}" can be read as ${whole.replace('.', '')} or as ${whole}: write it without the point`;
      return { code: 'amount_format', message };
    }
    normaliser.count('thousands');
    const joined = whole.replace(/[^\d-]/g, '');
    return { value: decimals === undefined ? joined : `${joined}.${decimals}` };
  }

  const value = text.replace(',', '.');
  return decimal.test(value) && !text.includes('.') ? { value } : notDecimal(text, ',');
}

function notDecimal(text: string, sign: '.' | ','): Parsed {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const problem = `"${shown}" is not a decimal`;

  if (sign === '.' && /^[-+]?(\d+|\d{1,3}([.\s\u00a0']\d{3})+),\d+$/.test(text)) {
    return { code: 'amount_format', message: `${problem}: this looks like a decimal comma; try --decimal ,` };
  }

  if (sign === ',' && /^[-+]?(\d+|\d{1,3}([,\s\u00a0']\d{3})+)\.\d+$/.test(text)) {
    return { code: 'amount_format', message: `${problem}: this looks like a decimal point; try --decimal .` };
  }

  if (/^[-+]?\d{1,3}([.,\s\u00a0']\d{3})+([.,]\d+)?$/.test(text)) {
    return { code: 'amount_format', message: `${problem}: write it without thousands separators` };
  }

  return { code: 'amount_format', message: `${problem} such as 1234${sign}50` };
}

export type DateOrder = 'YMD' | 'DMY' | 'MDY';

/**
 * Reads a day. Without `order` only `YYYY-MM-DD` is one: `03/04/2025` means two days and is never guessed at. With it, the
 * parts may be joined by `-`, `/`, `.` or nothing.
 */
export function parseDate(text: string, order: DateOrder | undefined): Parsed {
  if (isDate(text)) return { value: text };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { code: 'date_invalid', message: `there is no ${text}` };

  if (order === undefined) {
    const hint = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)
      ? ': try --date-format DMY (or MDY)'
      : /^(\d{8}|\d{4}[/.]\d{1,2}[/.]\d{1,2})$/.test(text)
        ? ': try --date-format YMD'
        : '';
    return {
      code: 'date_invalid',
      message: `"${text.slice(0, 40)}" is not a date such as 2025-12-31${hint}`,
    };
  }

  const parts = dateParts(text, order);
  const value = parts ? `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}` : '';
  if (isDate(value)) return { value };
  return { code: 'date_invalid', message: `"${text.slice(0, 40)}" is not a date written ${order}` };
}

function dateParts(text: string, order: DateOrder): { year: string; month: string; day: string } | undefined {
  const separated =
    order === 'YMD' ? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/ : /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
  const joined = order === 'YMD' ? /^(\d{4})(\d{2})(\d{2})$/ : /^(\d{2})(\d{2})(\d{4})$/;

  const match = separated.exec(text) ?? joined.exec(text);
  if (!match) return undefined;

  const [, a = '', b = '', c = ''] = match;
  if (order === 'YMD') return { year: a, month: b, day: c };
  return order === 'DMY' ? { year: c, month: b, day: a } : { year: c, month: a, day: b };
}

/** The known name that is nearest to a misspelt one, undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().replace(/[\s-]+/g, '_');
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;

  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }

  return best;
}

function editDistance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return Number.POSITIVE_INFINITY;

  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }

  return previous[b.length] ?? 0;
}
