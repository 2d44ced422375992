import type { ExportLine, ExportSource } from '../codec.ts';

/** Fields of a line, and of an entry, that no record has a place for. */
const ofLine = ['party', 'lineDocumentRef', 'lineDocumentDate', 'dueDate', 'rate', 'settlement'] as const;
const ofEntry = ['documentRef', 'documentDate', 'taxDate', 'externalId', 'period'] as const;

/** Counts what the records of a line leave out; of its entry once, at its first line. */
export function countLine(
  line: ExportLine,
  isFirst: boolean,
  { head, notHeld }: ExportSource,
  unitOfAccount: string | undefined,
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

  if (line.kind === 'opening') countOpening(line, notHeld);
  if (isFirst) countEntry(line, notHeld);
}

/** #IB has account and amount. */
function countOpening(line: ExportLine, notHeld: (field: string) => void): void {
  for (const name in line.dimensions) notHeld(`dim:${name}`);
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
