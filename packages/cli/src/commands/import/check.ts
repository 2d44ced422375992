import { basename } from 'node:path';
import type { LocalBody } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { mappingOf } from '../../mapping/mapping-of.ts';
import { grouped } from '../../output/table.ts';
import { printable, truncate } from '../../output/text-width.ts';
import type { ImportFlags } from '../../transfer/begin-import.ts';
import { chooseCodec } from '../../transfer/detect-format.ts';
import { interpretationLines } from '../../transfer/interpretation-lines.ts';
import { type PlacedFault, type Preflight, preflight } from '../../transfer/preflight.ts';
import { type Resource, readOptions } from '../../transfer/reading-options.ts';
import { checkFiles } from './check-files.ts';

interface Checked extends Preflight {
  readonly file: string;
}

/** Checks whole files by the schemas of the contract: no server, no login, nothing is sent. */
const checkOffline: LocalBody<ImportFlags, string[]> = async ({ command, terminal }, flags, ...files) => {
  const resource = command.name() as Resource;
  await checkFiles(resource, files, flags);
  const mapping = await mappingOf(resource, flags.mapping);

  const checked: Checked[] = [];
  for (const path of files) {
    const reader = await chooseCodec(resource, path, flags, mapping);
    const found = await preflight(path, reader, readOptions(resource, basename(path), flags, mapping));
    for (const line of interpretationLines(basename(path), asRead(found), mapping)) terminal.note(line);
    for (const warning of found.said.warnings) terminal.warn(warning);
    checked.push({ file: basename(path), ...found });
  }

  if (checked.some(({ faults }) => faults > 0)) throw faulty(checked, resource);
  const documents = checked.map((one) => documentOf(one, resource));
  return {
    ...(documents.length === 1 ? { data: documents[0] } : { data: documents, rows: documents }),
    message: checked
      .map(({ file, rows }) => `✔ ${file}: ${grouped(String(rows))} rows, none at fault; nothing was sent`)
      .join('\n'),
  };
};

function documentOf({ file, rows, faultyRows, faults, said }: Checked, resource: Resource) {
  const { format, encoding, delimiter = null, decimal = null, dateFormat = null, sheet = null } = said;
  const { normalised, notStored, accountKinds, warnings } = said;
  const interpretation = {
    ...{ format, encoding, delimiter, decimal, dateFormat, sheet },
    ...{ normalised, notStored, accountKinds, warnings },
  };
  return { file, resource, rows, faultyRows, faults, interpretation };
}

/** What can be said of a file without the books. */
function asRead({ said }: Preflight): Parameters<typeof interpretationLines>[1] {
  const { format, encoding, delimiter = null, decimal = null, dateFormat = null, sheet = null } = said;
  const { normalised, notStored, accountKinds, warnings } = said;
  return {
    ...{
      format,
      encoding,
      delimiter,
      decimal,
      dateFormat,
      sheet,
      normalised,
      notStored,
      accountKinds,
      warnings,
    },
    ...{ years: [], opening: null, numbering: null, created: {} },
  };
}

function faulty(checked: readonly Checked[], resource: Resource): Failure {
  const listed = checked.flatMap((one) => one.listed);
  const faults = checked.reduce((sum, one) => sum + one.faults, 0);
  const words = checked
    .filter((one) => one.faults > 0)
    .map(
      (one) =>
        `${one.file}: ${counted(one.faults, 'fault')} in ${one.faultyRows} of ${counted(one.rows, 'row')}`,
    );

  return new Failure(`${words.join('; ')}; nothing was sent`, {
    code: listed[0]?.code ?? 'invalid_request',
    errors: listed.map((fault) => ({ ...fault, pointer: `/${fault.field}` })),
    said: [
      ...listed.map(faultLine),
      ...(faults > listed.length ? [`… ${grouped(String(faults - listed.length))} more`] : []),
    ],
    extra: { files: checked.map((one) => documentOf(one, resource)) },
  });
}

/** `books.csv:4:6  debit "1.234,50"  not a decimal`: a place that editors open. */
function faultLine({ in: file, row, column, field, value, message }: PlacedFault): string {
  const place = `${file}:${row}${column === null ? '' : `:${column}`}`;
  const shown = value === '' ? '' : ` "${truncate(printable(value), 30)}"`;
  const rest = message.startsWith(`"${value}" is `) ? message.slice(value.length + 6) : message;
  return `${place}  ${printable(field)}${shown}  ${printable(rest)}`;
}

function counted(count: number, noun: string): string {
  return `${grouped(String(count))} ${noun}${count === 1 ? '' : 's'}`;
}

export default checkOffline;
