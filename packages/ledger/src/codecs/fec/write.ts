import type { ExportHead, ExportLine, ExportSource } from '../codec.ts';
import { TextOutput } from '../text/output.ts';
import { fecColumns } from './columns.ts';

/** The law takes CR and/or LF. Both: text editors and spreadsheets of any age, and the office's own tool, read them. */
const lineEnd = '\r\n';

/**
 * Writes a FEC: the 18 columns of the law, TAB, UTF-8 without a byte order mark, comma decimals. Entries of kind `closing` are
 * left out, as the law wants; so are opening lines without an amount. What would break the form of the file (TAB, `|`, CR,
 * LF in a text) becomes a space and is counted.
 */
export async function* writeFec(source: ExportSource): AsyncGenerator<Uint8Array> {
  const output = new TextOutput();
  output.add(fecColumns.join('\t') + lineEnd);

  for await (const batch of source.lines) {
    for (const line of batch) {
      if (line.kind === 'closing' || isEmptyOpening(line)) continue;
      output.add(written(line, source) + lineEnd);
      reportNotHeld(line, source);
    }

    const chunk = output.full();
    if (chunk) yield chunk;
  }

  if (!output.empty) yield output.take();
}

function isEmptyOpening(line: ExportLine): boolean {
  const amounts = [line.debit, line.credit, line.currencyDebit, line.currencyCredit];
  return line.kind === 'opening' && amounts.every((amount) => amount === undefined || isZero(amount));
}

function written(line: ExportLine, source: ExportSource): string {
  const text = (value: string | undefined, field: string) => oneLine(value ?? '', field, source);
  const foreign = line.currency !== source.head.baseCurrency;
  const lettered = line.settlement !== undefined;

  return [
    text(line.journal, 'journal'),
    text(line.journalName || line.journal, 'journalName'),
    text(line.number, 'number'),
    day(line.date),
    text(line.account, 'account'),
    text(line.accountName || line.account, 'accountName'),
    text(line.subledgerCode ?? line.party, 'party'),
    text(line.partyName, 'partyName'),
    // The law wants a value; `-` is what French packages write where the books have none.
    text(line.lineDocumentRef ?? line.documentRef, 'documentRef') || '-',
    // A day cannot be `-`: without a document's own the entry's stands, which is what the document is dated by in the books.
    day(line.lineDocumentDate ?? line.documentDate ?? line.date),
    text(line.description ?? line.entryDescription, 'description') || '-',
    comma(line.debit),
    comma(line.credit),
    text(line.settlement, 'settlement'),
    lettered && line.settlementDate !== undefined ? day(line.settlementDate) : '',
    day(line.validatedOn ?? ''),
    foreign ? currencyAmount(line) : '',
    foreign ? line.currency : '',
  ].join('\t');
}

/** Unsigned beside a base amount, which tells the side; alone, a credit carries a minus. */
function currencyAmount(line: ExportLine): string {
  const onCredit = line.currencyCredit !== undefined && !isZero(line.currencyCredit);
  const amount = (onCredit ? line.currencyCredit : line.currencyDebit) ?? '0';
  const size = amount.replace('-', '');
  const alone = isZero(line.debit) && isZero(line.credit);
  const minus = alone && !isZero(amount) && onCredit !== amount.startsWith('-');
  return comma(minus ? `-${size}` : size);
}

function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

function comma(amount: string): string {
  return amount.replace('.', ',');
}

function day(date: string): string {
  return date.replaceAll('-', '');
}

function oneLine(value: string, field: string, source: ExportSource): string {
  if (!/[\t|\r\n]/.test(value)) return value;
  source.notHeld(field);
  return value.replace(/[\t|\r\n]/g, ' ');
}

/** Fields of a line that the 18 columns have no place for. */
const withoutColumn: readonly (keyof ExportLine)[] = [
  'taxDate',
  'dueDate',
  'valueDate',
  'quantity',
  'rate',
  'partyRole',
  'source',
];

function reportNotHeld(line: ExportLine, source: ExportSource): void {
  for (const field of withoutColumn) {
    if (line[field] !== undefined) source.notHeld(field);
  }
  for (const name of Object.keys(line.dimensions ?? {})) source.notHeld(`dim:${name}`);
  for (const name of Object.keys(line.extra ?? {})) source.notHeld(`extra:${name}`);
}

/** What the tenant lacks: a FEC is of one company, named by its SIREN. */
export function fecLacks(head: ExportHead): { field: string; message: string }[] {
  if (sirenOf(head) !== undefined) return [];
  const given = head.tenant.registrationNumber;
  const message =
    given === undefined
      ? `${head.tenant.slug} has no registration number: set it with --registration-number (SIREN, 9 digits)`
      : `registration number "${given}" is no SIREN: 9 digits, or a SIRET of 14`;
  return [{ field: 'registrationNumber', message }];
}

function sirenOf(head: ExportHead): string | undefined {
  const digits = head.tenant.registrationNumber?.replace(/[\s.]/g, '') ?? '';
  return /^\d{9}(\d{5})?$/.test(digits) ? digits.slice(0, 9) : undefined;
}

/** The name that the law gives the file: `123456789FEC20251231.txt`, by SIREN and last day of the year. */
export function fecFileName(head: ExportHead): string {
  const end = head.years[0]?.end ?? head.to;
  return `${sirenOf(head) ?? '000000000'}FEC${day(end)}.txt`;
}

/** The description that must go with the file (article A47 A-1, XI): its fields, codes and characters. */
export function fecDescription(head: ExportHead): string {
  return [
    `Fichier : ${fecFileName(head)}`,
    `Entreprise : ${head.tenant.name}, SIREN ${sirenOf(head) ?? '-'}`,
    `Exercice : ${day(head.years[0]?.start ?? head.from)} - ${day(head.years[0]?.end ?? head.to)}`,
    'Jeu de caractères : UTF-8, sans marque d’ordre des octets',
    'Séparateur de zones : tabulation ; fin d’enregistrement : CR LF ; décimales : virgule ; dates : AAAAMMJJ',
    `Zones : ${fecColumns.join(', ')}`,
    'PieceRef et EcritureLib : « - » en l’absence de référence ou de libellé ; PieceDate : date de l’écriture en l’absence de date de pièce',
    `Debit, Credit : en ${head.baseCurrency} ; Montantdevise, Idevise : lignes en devise seulement`,
    '',
  ].join(lineEnd);
}
