import { isDate } from '../../calendar/index.ts';
import { decoded } from './tags.ts';

/** What a comment of a journal holds beside its words. */
export interface CommentParts {
  words: string;
  tags: [name: string, value: string][];
  /** `:one:two:`, as ledger writes them. */
  labels: string[];
  /** `[2025-01-01=2025-01-02]`: days of the posting itself. */
  date?: string;
  secondDate?: string;
}

const tagStart = /(?:^|[\s,])(\p{L}[^\s:,]*):(?![/:])/gu;
const labelled = /(?:^|\s):((?:[^\s:]+:)+)(?=\s|$)/g;
const bracketed = /\[([\d/.-]*)(?:=([\d/.-]+))?\]/;

/** Comments that a rejects file has put in: they say what was wrong before. */
export const isRejectComment = (comment: string): boolean => comment.startsWith('!');

/** Tags are `name: value` up to a comma before the next, or the end. */
export function commentParts(comment: string): CommentParts {
  let rest = comment;
  const parts: CommentParts = { words: '', tags: [], labels: [] };

  if (rest.includes('[')) {
    const found = bracketed.exec(rest);
    const date = isoOf(found?.[1]);
    const second = isoOf(found?.[2]);
    if (found && (date !== undefined || second !== undefined)) {
      rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length);
      if (date !== undefined) parts.date = date;
      if (second !== undefined) parts.secondDate = second;
    }
  }

  if (rest.includes(':')) {
    rest = rest.replace(labelled, (_, names: string) => {
      parts.labels.push(...names.slice(0, -1).split(':'));
      return '';
    });
    rest = takeTags(rest, parts.tags);
  }

  parts.words = rest.trim();
  return parts;
}

function takeTags(text: string, tags: [string, string][]): string {
  const starts = [...text.matchAll(tagStart)].filter(({ index }, i) => i === 0 || followsComma(text, index));
  const [first] = starts;
  if (!first) return text;

  for (const [i, start] of starts.entries()) {
    const value = text.slice(start.index + start[0].length, starts[i + 1]?.index);
    tags.push([start[1] ?? '', decoded(withoutComma(value).trimStart())]);
  }
  return withoutComma(text.slice(0, first.index));
}

/** Whether the text at `index` is a comma, or follows one. */
function followsComma(text: string, index: number): boolean {
  let at = index;
  while (at > 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return text[at] === ',';
}

function withoutComma(text: string): string {
  const bare = text.trimEnd();
  return bare.endsWith(',') ? bare.slice(0, -1).trimEnd() : bare;
}

/** A whole day as journals write it, as ISO; undefined when it is none. */
export function isoOf(text: string | undefined): string | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text ?? '');
  if (!match) return undefined;
  const date = `${match[1]}-${match[3]?.padStart(2, '0')}-${match[4]?.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}
