import { compareCodes } from '../../records/codes.ts';
import type { ExportHead, ExportLine, ExportSource } from '../codec.ts';
import {
  type CellKind,
  camelCase,
  knownColumns,
  ledgerHeader,
  moreLineColumns,
  reservedColumns,
} from './columns.ts';

/** One column of a ledger as it is written, in CSV and in a sheet. */
export interface LineColumn {
  readonly name: string;
  readonly kind: CellKind;
  of(line: ExportLine): string | number | boolean | undefined;
}

/** The canonical columns of a ledger, then one for each dimension and each name of `extra`, in the order of their bytes. */
export function lineColumns({ dimensions, extras }: ExportHead): LineColumn[] {
  const known = knownColumns('ledger');
  const own = [...ledgerHeader, ...moreLineColumns].map(
    (name): LineColumn => ({ name, kind: known.get(name)?.kind ?? 'text', of: fieldAt(name) }),
  );

  return [
    ...own,
    ...sorted(dimensions).map(
      (name): LineColumn => ({
        name: `dim:${name}`,
        kind: 'text',
        of: (line) => line.dimensions?.[name],
      }),
    ),
    ...sorted(extras).map(
      (name): LineColumn => ({ name: `extra:${name}`, kind: 'text', of: (line) => line.extra?.[name] }),
    ),
  ];
}

function fieldAt(name: string): LineColumn['of'] {
  if (reservedColumns.includes(name)) return () => undefined;

  if (name.startsWith('source_')) {
    const part = name.slice('source_'.length) as keyof NonNullable<ExportLine['source']>;
    return (line) => line.source?.[part];
  }

  const key = camelCase(name) as Exclude<keyof ExportLine, 'source' | 'dimensions' | 'extra'>;
  return (line) => line[key];
}

/** Tells the manifest of values of a line that have no column. */
export function reportMissing({ dimensions, extra }: ExportLine, source: ExportSource): void {
  report(dimensions, source.head.dimensions, 'dim', source);
  report(extra, source.head.extras, 'extra', source);
}

function report(
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
