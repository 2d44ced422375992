const quote = 34;
const comma = 44;
const open = 40;

/** Texts as PostgreSQL writes the values; undefined for null. */
export type Cells = (string | undefined)[];

/**
 * Reads the text that PostgreSQL makes of rows, `row(…)::text`: `(a,,"b ""c""")`, one behind the other. The driver then takes
 * one value where it would take one for each column of each row.
 *
 * A cell is undefined where nothing stands. A text in quotes has its quotes and backslashes doubled; all others hold neither these
 * nor a comma, parenthesis or space.
 */
export class PackedRows {
  #text = '';
  #at = 0;

  begin(text: string): void {
    this.#text = text;
    this.#at = 0;
  }

  /** The cells of the next row, which has `count` of them; undefined behind the last. */
  next(count: number): Cells | undefined {
    const text = this.#text;
    let at = this.#at;
    if (at === text.length) return undefined;
    if (text.charCodeAt(at) !== open) throw new Error(`no row at ${at} of a packed text`);

    const cells: Cells = [];
    for (let cell = 1; cell <= count; cell += 1) {
      at += 1;
      const first = text.charCodeAt(at);
      const end = cell < count ? ',' : ')';

      if (first === comma) cells.push(undefined);
      else if (first === quote) {
        const close = closingQuote(text, at + 1);
        cells.push(unquoted(text.slice(at + 1, close)));
        at = close + 1;
      } else {
        const from = at;
        at = text.indexOf(end, from);
        cells.push(at === from ? undefined : text.slice(from, at));
      }
      if (text[at] !== end)
        throw new Error(`cell ${cell} of ${count} of a packed row does not end in ${end}`);
    }
    this.#at = at + 1;
    return cells;
  }
}

/** Where the first quote stands that is not one of two. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}

function unquoted(text: string): string {
  const single = text.includes('"') ? text.replaceAll('""', '"') : text;
  return single.includes('\\') ? single.replaceAll('\\\\', '\\') : single;
}
