import type { ExportLine, ExportSource } from '../codec.ts';
import { TextOutput } from '../text/output.ts';
import { type LineColumn, lineColumns, reportMissing } from './line-columns.ts';
import { csvLine, quoted } from './write-rows.ts';

/**
 * Writes a ledger as canonical CSV: all columns, `,`, `.`, LF, quotes only where a text needs them. Texts are written as they
 * are, also those that a spreadsheet would take for a formula: what is read back is what was written, and XLSX is the format
 * for those who open the file in a spreadsheet.
 */
export async function* writeCsv(source: ExportSource): AsyncGenerator<Uint8Array> {
  const columns = lineColumns(source.head);
  const first = columns.findIndex(({ name }) => name === 'account');
  const ofEntry = columns.slice(0, first);
  const ofLine = columns.slice(first);
  const output = new TextOutput();
  output.add(csvLine(columns.map(({ name }) => name)));

  // The columns before the account are the same on all lines of an entry.
  let entry: string | undefined;
  let head = '';
  for await (const batch of source.lines) {
    for (const line of batch) {
      if (line.entry !== entry) {
        entry = line.entry;
        head = cells(line, ofEntry);
      }
      output.add(`${head},${cells(line, ofLine)}\n`);
      reportMissing(line, source);
    }

    const chunk = output.full();
    if (chunk) yield chunk;
  }

  if (!output.empty) yield output.take();
}

/** Joined at once, not piece by piece: pieces are kept until the chunk is full, and collecting them costs more than writing. */
function cells(line: ExportLine, columns: readonly LineColumn[]): string {
  const texts: (string | number | boolean | undefined)[] = [];
  for (const { of } of columns) {
    const value = of(line);
    texts.push(typeof value === 'string' ? quoted(value) : value);
  }
  return texts.join(',');
}
