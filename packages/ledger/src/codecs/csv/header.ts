import { FormatError } from '../codec.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { nearest } from '../text/values.ts';
import { type Column, knownColumns, missingColumns, type Resource, reservedColumns } from './columns.ts';
import { headerName } from './detect.ts';

/** What becomes of one column. */
export type Plan =
  | { into: 'field'; key: string; kind: Column['kind'] }
  | { into: 'dimensions' | 'extra' | 'source'; key: string; kind: 'text' }
  | { into: 'reserved' }
  | { into: 'nothing' };

/**
 * Decides for each column of the header where its cells go.
 *
 * @throws FormatError `column_unknown` for names that nothing is known of, `file_format` for missing or repeated ones.
 */
export function planColumns(rawHeader: readonly string[], resource: Resource): Plan[] {
  const names = rawHeader.map(headerName);
  const known = knownColumns(resource);
  const isLine = resource === 'entries' || resource === 'ledger';

  const plans = names.map((name): Plan | undefined => {
    if (rejectColumns.includes(name)) return { into: 'nothing' };

    const column = known.get(name);
    if (column && name.startsWith('source_')) {
      return { into: 'source', key: name.slice('source_'.length), kind: 'text' };
    }
    if (column) {
      return reservedColumns.includes(name) && isLine ? { into: 'reserved' } : { into: 'field', ...column };
    }

    const free = /^(dim|extra):(.+)$/.exec(name);
    if (!free || !isLine) return undefined;
    return { into: free[1] === 'dim' ? 'dimensions' : 'extra', key: (free[2] ?? '').trim(), kind: 'text' };
  });

  refuseUnknown(rawHeader, plans, [...known.keys()]);
  refuseRepeated(names);

  const missing = missingColumns(resource, names);
  if (missing.length > 0) {
    throw new FormatError(
      'file_format',
      `the header lacks ${missing.length === 1 ? 'a column' : 'columns'}: ${missing.join(', ')}`,
      `erp import template ${resource} prints a complete header.`,
    );
  }

  return plans.map((plan) => plan ?? { into: 'nothing' });
}

function refuseUnknown(
  header: readonly string[],
  plans: readonly (Plan | undefined)[],
  known: string[],
): void {
  const unknown = header.flatMap((name, index) => (plans[index] ? [] : [{ name: name.trim(), index }]));
  if (unknown.length === 0) return;

  const listed = unknown.map(({ name, index }) => {
    if (name === '') return `column ${index + 1} has no name`;
    const near = nearest(name, known);
    return near === undefined ? `"${name}"` : `"${name}" (did you mean ${near}?)`;
  });

  throw new FormatError(
    'column_unknown',
    `unknown ${unknown.length === 1 ? 'column' : 'columns'}: ${listed.join(', ')}`,
    'Rename or remove it; a column of your own can be kept as extra:<name>, a dimension is dim:<name>.',
  );
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.filter(
    (name, index) => !rejectColumns.includes(name) && names.indexOf(name) !== index,
  );
  if (repeated.length === 0) return;
  throw new FormatError(
    'file_format',
    `the header names a column twice: ${[...new Set(repeated)].join(', ')}`,
  );
}
