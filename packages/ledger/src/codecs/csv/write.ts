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
  const output = new TextOutput();
  output.add(csvLine(columns.map(({ name }) => name)));

  for await (const batch of source.lines) {
    for (const line of batch) {
      output.add(written(line, columns));
      reportMissing(line, source);
    }

    const chunk = output.full();
    if (chunk) yield chunk;
  }

  if (!output.empty) yield output.take();
}

function written(line: ExportLine, columns: readonly LineColumn[]): string {
  let text = '';

  for (let index = 0; index < columns.length; index += 1) {
    if (index > 0) text += ',';
    const value = columns[index]?.of(line);
    if (value === undefined) continue;
    text += typeof value === 'string' ? quoted(value) : value;
  }

  return `${text}\n`;
}
