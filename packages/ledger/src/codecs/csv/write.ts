import { compareCodes } from '../../records/codes.ts';
import type { ExportHead, ExportLine, ExportSource } from '../codec.ts';
import { TextOutput } from '../text/output.ts';
import { camelCase, fieldsWithoutColumn, ledgerHeader, reservedColumns } from './columns.ts';
import { csvLine, quoted } from './write-rows.ts';

type Cell = (line: ExportLine) => string | number | undefined;

/**
 * Writes a ledger as canonical CSV: all columns, `,`, `.`, LF, quotes only where a text needs them. Texts are written as they
 * are, also those that a spreadsheet would take for a formula: what is read back is what was written.
 */
export async function* writeCsv(source: ExportSource): AsyncGenerator<Uint8Array> {
  const dimensions = sorted(source.head.dimensions);
  const extras = sorted(source.head.extras);
  const output = new TextOutput();

  const header = [
    ...ledgerHeader,
    ...dimensions.map((name) => `dim:${name}`),
    ...extras.map((name) => `extra:${name}`),
  ];
  output.add(csvLine(header));

  const cells = cellsOf(dimensions, extras);
  for await (const batch of source.lines) {
    for (const line of batch) {
      output.add(written(line, cells));
      reportNotHeld(line, source);
    }

    const chunk = output.full();
    if (chunk) yield chunk;
  }

  if (!output.empty) yield output.take();
}

function cellsOf(dimensions: readonly string[], extras: readonly string[]): Cell[] {
  const columns = ledgerHeader.map((name): Cell => {
    if (reservedColumns.includes(name)) return () => undefined;
    const key = camelCase(name) as keyof ExportLine;
    return (line) => line[key] as string | number | undefined;
  });

  return [
    ...columns,
    ...dimensions.map(
      (name): Cell =>
        (line) =>
          line.dimensions?.[name],
    ),
    ...extras.map(
      (name): Cell =>
        (line) =>
          line.extra?.[name],
    ),
  ];
}

function written(line: ExportLine, cells: readonly Cell[]): string {
  let text = '';

  for (let index = 0; index < cells.length; index += 1) {
    if (index > 0) text += ',';
    const value = cells[index]?.(line);
    if (value === undefined) continue;
    text += typeof value === 'string' ? quoted(value) : value;
  }

  return `${text}\n`;
}

function reportNotHeld(line: ExportLine, source: ExportSource): void {
  for (const field of fieldsWithoutColumn) {
    if (line[field] !== undefined) source.notHeld(field);
  }

  reportMissing(line.dimensions, source.head.dimensions, 'dim', source);
  reportMissing(line.extra, source.head.extras, 'extra', source);
}

function reportMissing(
  values: Record<string, string> | undefined,
  columns: readonly string[] | undefined,
  prefix: string,
  source: ExportSource,
): void {
  if (!values) return;
  for (const name of Object.keys(values)) {
    if (!columns?.includes(name)) source.notHeld(`${prefix}:${name}`);
  }
}

function sorted(names: ExportHead['dimensions']): string[] {
  return [...new Set(names)].sort(compareCodes);
}
