import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

// Marks that stand on their base, format characters, and the vowels and finals that complete a Hangul syllable.
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff\ud7b0-\ud7ff]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;

// A name from a file must not move the cursor, recolour the screen or reverse the text that follows it.
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** Columns that `text` takes in a terminal, for every script: wide characters 2, combining marks 0, an emoji 2. */
export function textWidth(text: string): number {
  let width = 0;

  for (const { segment } of graphemes.segment(text)) {
    width += EMOJI.test(segment) ? 2 : sumOfCharacters(segment);
  }

  return width;
}

function sumOfCharacters(segment: string): number {
  let width = 0;

  for (const character of segment) {
    if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }

  return width;
}

/** `text` cut to at most `columns`, with `…` where something was left out; never inside of a grapheme. */
export function truncate(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;

  let kept = '';
  let width = 0;

  for (const { segment } of graphemes.segment(text)) {
    width += textWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }

  return `${kept}…`;
}

/** `text` on one line, with what would act on the terminal made visible instead. */
export function printable(text: string): string {
  return text.replace(/\r\n|[\r\n\t]/g, ' ').replace(UNPRINTABLE, '\ufffd');
}
