import { escapeCell } from './cell-text.ts';
import { serialOfDate } from './dates.ts';
import { limits } from './limits.ts';
import { fitsCell } from './numbers.ts';
import { mostDecimals, styleOf } from './workbook-parts.ts';

/** `A`, `Z`, `AA`: the letters of a column, from 0. */
export function columnLetters(column: number): string {
  const letters = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letters : columnLetters(Math.floor(column / 26) - 1) + letters;
}

/** `A1:C7`. */
export function rangeOf(columns: number, rows: number): string {
  return `A1:${columnLetters(columns - 1)}${rows}`;
}

/** Cells as they stand in a sheet; `place` is `A1`. An undefined one is what the cell cannot be, and becomes a text. */
export function textCell(place: string, text: string): string {
  const style = looksLikeFormula.test(text) ? styleOf.quoted : styleOf.text;
  return stringCell(place, style, text);
}

export function headingCell(place: string, text: string): string {
  return stringCell(place, styleOf.heading, text);
}

/** A text in a cell of its own is never worked out; the style keeps it a text when somebody edits it. */
const looksLikeFormula = /^[=+\-@]/;
const edgeSpace = /^\s|\s$/;

function stringCell(place: string, style: number, text: string): string {
  const keep = edgeSpace.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${keep}>${escapeCell(text)}</t></is></c>`;
}

/** An amount has the format of as many decimals as it is written with. */
export function moneyCell(place: string, amount: string): string | undefined {
  if (!fitsCell(amount)) return undefined;
  const point = amount.indexOf('.');
  const decimals = point < 0 ? 0 : amount.length - point - 1;
  return `<c r="${place}" s="${styleOf.money + Math.min(decimals, mostDecimals)}"><v>${amount}</v></c>`;
}

export function numberCell(place: string, number: string): string | undefined {
  return fitsCell(number) ? `<c r="${place}"><v>${number}</v></c>` : undefined;
}

export function dateCell(place: string, date: string): string | undefined {
  const serial = serialOfDate(date);
  return serial === undefined ? undefined : `<c r="${place}" s="${styleOf.date}"><v>${serial}</v></c>`;
}

export function booleanCell(place: string, value: boolean): string {
  return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
}

/** A text as long as a cell may be, never cut within a character. */
export function cutText(text: string): string {
  if (text.length <= limits.cellText) return text;
  const cut = text.slice(0, limits.cellText);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}
