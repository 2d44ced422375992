import { FormatError, type Open } from '../codec.ts';
import { decodeText, type Encoding } from '../text/encoding.ts';

/** A longer line is of no journal, and reading on would only fill the memory. */
const longestLine = 1_000_000;

/** The lines of a file, in batches, without their ends; the first is line 1. */
export async function* sourceLines(open: Open, encoding: Encoding): AsyncGenerator<string[]> {
  let rest = '';
  let line = 1;

  for await (const text of decodeText(open, encoding)) {
    if (text.includes('\0'))
      throw new FormatError('file_format', `behind line ${line} stands a NUL character, which is no text`);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const [at, one] of lines.entries()) {
      if (one.length > longestLine) throw tooLong(line + at);
      if (one.charCodeAt(one.length - 1) === 13) lines[at] = one.slice(0, -1);
    }
    line += lines.length;
    if (rest.length > longestLine) throw tooLong(line);
    if (lines.length > 0) yield lines;
  }

  if (rest !== '') yield [rest.endsWith('\r') ? rest.slice(0, -1) : rest];
}

const tooLong = (line: number): FormatError =>
  new FormatError('file_format', `line ${line} is longer than 1 MB: this is no plain text ledger`);
