/**
 * What is read at most. Beyond these a file is broken or made to do harm; whoever needs more has CSV. Sizes are in bytes of
 * XML, texts in UTF-16 units.
 */
export const limits = {
  /** Rows and columns of a sheet, and text of a cell, are those of the format. */
  rows: 1_048_576,
  columns: 16_384,
  cellText: 32_767,
  /** Central directory with the comment behind it. */
  directory: 1_048_576,
  /** One part of the archive, and everything that is inflated of it in one reading. */
  part: 8 * 2 ** 30,
  total: 64 * 2 ** 30,
  /** No sheet is packed tighter: a part beyond `ratioFrom` bytes may be so many times its packed size. */
  ratio: 250,
  ratioFrom: 16 * 2 ** 20,
  /** Parts that are held: list of sheets, styles, relationships. */
  heldPart: 16 * 2 ** 20,
  sheets: 1_000,
  styles: 65_536,
  /** Texts that cells share are held, as they are needed in any order. */
  sharedStrings: 4_194_304,
  sharedText: 33_554_432,
  /** Elements within each other, and one tag or piece of text. */
  depth: 100,
  token: 1_048_576,
} as const;
