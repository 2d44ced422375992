import { missingColumns, type Resource } from '../csv/columns.ts';
import { rejectColumns } from '../text/reject-columns.ts';
import { nearest } from '../text/values.ts';
import { type FieldSource, type Mapping, MappingError, type MappingFault } from './mapping.ts';
import { mappableFields, sidesOf } from './targets.ts';

/** A mapping bound to a header: indexes instead of names. */
export interface BoundMapping {
  readonly fields: readonly BoundField[];
  /** Columns that keep their own name. */
  readonly kept: readonly { readonly at: number; readonly name: string }[];
  readonly ignored: readonly { readonly at: number; readonly name: string }[];
  readonly fillDown: readonly number[];
  readonly leaveOut: readonly {
    readonly at: number;
    readonly name: string;
    readonly is: ReadonlySet<string>;
  }[];
}

export interface BoundField {
  readonly name: string;
  readonly source: FieldSource;
  readonly columns: readonly number[];
  /** As the file names it, for faults. */
  readonly label: string;
  readonly sign?: number;
}

/**
 * Binds a mapping to the header of a file.
 *
 * @throws MappingError for columns that the file lacks, columns that nothing is said of, fields that nothing fills
 */
export function bindMapping(
  rawHeader: readonly string[],
  mapping: Mapping,
  resource: Resource,
): BoundMapping {
  const header = rawHeader.map((name) => name.trim().normalize('NFC'));
  const faults: MappingFault[] = [];
  const used = new Set<number>();

  const find = (name: string, path: MappingFault['path']): number => {
    const wanted = name.trim().normalize('NFC');
    const at = header.indexOf(wanted);
    if (at < 0) faults.push({ path, message: lacking(wanted, header) });
    else if (header.indexOf(wanted, at + 1) >= 0) {
      faults.push({ path, message: `the file has more than one column "${wanted}"` });
    }
    used.add(at);
    return at;
  };

  const fields = Object.entries(mapping.fields).map(([name, source]): BoundField => {
    const columns = (source.columns ?? []).map((column, i) => find(column, ['fields', name, 'columns', i]));
    const label = source.columns?.join(' + ') ?? name;
    if (source.sign === undefined) return { name, source, columns, label };
    return {
      name,
      source,
      columns,
      label,
      sign: find(source.sign.column, ['fields', name, 'sign', 'column']),
    };
  });

  const fillDown = (mapping.fillDown ?? []).map((name, i) => find(name, ['fillDown', i]));
  const leaveOut = (mapping.leaveOut ?? []).map(({ column, is }, i) => ({
    at: find(column, ['leaveOut', i, 'column']),
    name: column,
    is: new Set(is),
  }));

  const listed = mapping.ignore === 'others' ? [] : (mapping.ignore ?? []);
  const ignored = listed.map((name, i) => ({ at: find(name, ['ignore', i]), name }));

  const { kept, unnamed, unknown } = restOf(header, used, mapping, resource);
  if (faults.length > 0) throw new MappingError('column_unknown', faults);
  if (unknown.length > 0) throw unmentioned(unknown);

  const bound = { fields, kept, ignored: [...ignored, ...unnamed], fillDown, leaveOut };
  requireComplete(bound, resource);
  return bound;
}

function lacking(name: string, header: readonly string[]): string {
  const near = nearest(
    name,
    header.filter((one) => one !== ''),
  );
  return `the file has no column "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

/** Columns that the mapping does not name: canonical ones stay what they are, those without a name are ignored. */
function restOf(header: readonly string[], used: ReadonlySet<number>, mapping: Mapping, resource: Resource) {
  const known = mappableFields(resource);
  const filled = new Set(canonicalNames(mapping));
  const kept: { at: number; name: string }[] = [];
  const unnamed: { at: number; name: string }[] = [];
  const unknown: string[] = [];

  for (const [at, raw] of header.entries()) {
    const free = /^(dim|extra):./.test(raw);
    const name = free ? raw : raw.toLowerCase();
    if (used.has(at) || rejectColumns.includes(name)) continue;

    if (raw === '' || mapping.ignore === 'others') unnamed.push({ at, name: raw === '' ? `${at + 1}` : raw });
    else if ((known.has(name) || free) && !filled.has(name)) kept.push({ at, name });
    else unknown.push(raw);
  }

  return { kept, unnamed, unknown };
}

function unmentioned(names: readonly string[]): MappingError {
  const listed = names.map((name) => `"${name}"`).join(', ');
  const message = `nothing is said of ${names.length === 1 ? 'column' : 'columns'} ${listed}`;
  return new MappingError(
    'column_unknown',
    [{ path: ['fields'], message }],
    'Give it to a field, or name it under ignore; "ignore: others" leaves out all that no field names.',
  );
}

/** The canonical columns that a mapping fills. */
function canonicalNames(mapping: Mapping): string[] {
  return Object.entries(mapping.fields).flatMap(([name, source]) => {
    const sides = sidesOf(name);
    const isSplit = sides !== undefined && (name !== 'amount' || source.sign !== undefined);
    return isSplit ? [sides.debit, sides.credit] : [name];
  });
}

function requireComplete(bound: BoundMapping, resource: Resource): void {
  const names = [
    ...bound.kept.map(({ name }) => name),
    ...canonicalNames({ fields: Object.fromEntries(bound.fields.map(({ name, source }) => [name, source])) }),
  ];
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length > 0) {
    const message = `${[...new Set(twice)].join(', ')}: filled twice`;
    throw new MappingError('file_format', [{ path: ['fields'], message }]);
  }

  const missing = missingColumns(resource, names);
  if (missing.length === 0) return;
  throw new MappingError(
    'file_format',
    [{ path: ['fields'], message: `nothing fills ${missing.join(', ')}` }],
    `erp import template ${resource} prints what there is.`,
  );
}
