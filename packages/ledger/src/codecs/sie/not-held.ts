import type { ExportHead, ExportLine, ExportSource } from '../codec.ts';

/** Fields of a line, and of an entry, that no record has a place for. */
const ofLine = ['party', 'lineDocumentRef', 'lineDocumentDate', 'dueDate', 'rate', 'settlement'] as const;
const ofEntry = ['documentRef', 'documentDate', 'taxDate', 'externalId', 'period'] as const;

/** Counts what the records of a line leave out; of its entry once, at its first line. */
export function countLine(
  line: ExportLine,
  isFirst: boolean,
  { head, notHeld }: ExportSource,
  unitOfAccount: string | undefined,
  objects: ReadonlySet<string>,
): void {
  for (const field of ofLine) {
    if (line[field] !== undefined) notHeld(field);
  }
  if (line.currency !== head.baseCurrency) notHeld('currency');
  if (line.debit.startsWith('-') || line.credit.startsWith('-')) notHeld('storno');
  if (line.unit !== undefined && line.unit !== unitOfAccount) notHeld('unit');
  for (const name in line.extra) {
    if (name !== 'sign') notHeld(`extra:${name}`);
  }

  if (line.kind === 'opening') countOpening(line, objects, notHeld);
  if (isFirst) countEntry(line, notHeld);
}

/** What of an opening #OIB states, account by account and value by value. */
export function openingObjects({ years: [year], objectBalances = [] }: ExportHead): Set<string> {
  const stated = objectBalances.filter((one) => one.year === year?.start && one.opening !== undefined);
  return new Set(
    stated.flatMap(({ account, dimensions }) => {
      const [only, ...more] = Object.entries(dimensions);
      return only && more.length === 0 ? [objectKey(account, ...only)] : [];
    }),
  );
}

const objectKey = (account: string, dimension: string, value: string): string =>
  JSON.stringify([account, dimension, value]);

/** #IB has account and amount, #OIB a value of a dimension too. */
function countOpening(
  line: ExportLine,
  objects: ReadonlySet<string>,
  notHeld: (field: string) => void,
): void {
  for (const [name, value] of Object.entries(line.dimensions ?? {})) {
    if (!objects.has(objectKey(line.account, name, value))) notHeld(`dim:${name}`);
  }
  if (line.description !== undefined) notHeld('description');
  if (line.quantity !== undefined) notHeld('quantity');
}

function countEntry(line: ExportLine, notHeld: (field: string) => void): void {
  for (const field of ofEntry) {
    if (line[field] !== undefined) notHeld(field);
  }
  if (line.kind !== undefined && line.kind !== 'normal') notHeld('kind');
  if (line.series !== '' && line.journal !== line.series) notHeld('journal');

  const { source } = line;
  const isOwn = source?.system === 'sie' && source.reference === `${line.series} ${line.number}`;
  if (source !== undefined && !isOwn) notHeld('source');
}
