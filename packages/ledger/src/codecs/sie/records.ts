/** One record of a SIE file: a label and its fields. */
export interface SieRecord {
  /** In capitals, with its sign: `#KONTO`; a line of `{` or `}` is a record of that label, other text has the label ''. */
  label: string;
  /** Texts without their quotes. A list of objects holds its place as ''. */
  fields: string[];
  /** Dimensions and objects in turn, of the one list that a record may have. */
  objects: string[] | undefined;
  /** Where in `fields` the list stands; -1 without one. */
  objectsAt: number;
  /** What is wrong with its form. */
  fault: string | undefined;
}

const space = 32;
const quote = 34;
const hash = 35;
const backslash = 92;
const open = 123;
const close = 125;

/** Where the first character that is neither space nor control stands; the length of the text when there is none. */
export function firstOf(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= space) at += 1;
  return at;
}

/**
 * Cuts a line into label and fields. Fields are separated by spaces or tabulators, and may stand in quotes, in which `\"` is a
 * quote; any other backslash is one. Braces hold a list of dimensions and objects, in quotes or without.
 *
 * A text that ends in a backslash hides its closing quote. Where a record makes no sense otherwise, `\"` before a space ends one.
 */
export function sieRecord(text: string): SieRecord {
  const record = cut(text, false);
  return record.fault === openQuote && text.includes('\\"') ? cut(text, true) : record;
}

const openQuote = 'a quote is not closed';

function cut(text: string, endsInBackslash: boolean): SieRecord {
  const record: SieRecord = { label: '', fields: [], objects: undefined, objectsAt: -1, fault: undefined };
  let at = firstOf(text);
  const first = text.charCodeAt(at);

  if (first === open || first === close) {
    if (firstOf(text.slice(at + 1)) === text.length - at - 1) record.label = text.charAt(at);
    return record;
  }
  if (first !== hash) return record;

  const labelEnd = wordEnd(text, at);
  record.label = text.slice(at, labelEnd).toUpperCase();
  at = labelEnd;

  let list: string[] | undefined;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= space) {
      at += 1;
    } else if (code === open && list === undefined && record.objects === undefined) {
      list = [];
      record.objects = list;
      record.objectsAt = record.fields.length;
      record.fields.push('');
      at += 1;
    } else if (code === close && list !== undefined) {
      list = undefined;
      at += 1;
    } else if (code === quote) {
      const end = closingQuote(text, at + 1, endsInBackslash);
      if (end < 0) {
        record.fault = openQuote;
        return record;
      }
      const raw = text.slice(at + 1, end);
      (list ?? record.fields).push(raw.includes('\\"') ? raw.replaceAll('\\"', '"') : raw);
      at = end + 1;
    } else {
      const end = list === undefined ? wordEnd(text, at) : wordEndInList(text, at);
      (list ?? record.fields).push(text.slice(at, end));
      at = end;
    }
  }

  if (list !== undefined) record.fault = 'the list of objects is not closed by }';
  return record;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > space) at += 1;
  return at;
}

function wordEndInList(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > space && text.charCodeAt(at) !== close) at += 1;
  return at;
}

/** The next quote that no backslash stands before. */
function closingQuote(text: string, from: number, endsInBackslash: boolean): number {
  let end = text.indexOf('"', from);
  while (end > 0 && text.charCodeAt(end - 1) === backslash) {
    if (endsInBackslash && !(text.charCodeAt(end + 1) > space)) return end;
    end = text.indexOf('"', end + 1);
  }
  return end;
}

/** What stands from the field `from` on: names are quoted, and a program that forgets it has written its words apart. */
export function rest(record: SieRecord, from: number): string {
  return record.fields.length <= from + 1 ? (record.fields[from] ?? '') : record.fields.slice(from).join(' ');
}
