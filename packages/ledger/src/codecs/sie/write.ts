import type { ExportLine, ExportSource } from '../codec.ts';
import { isZero } from './balances.ts';
import { SieNames } from './names.ts';
import { countLine, openingObjects } from './not-held.ts';
import { cp437Bytes, day } from './text.ts';
import { headRecords } from './write-head.ts';

const lineEnd = '\r\n';
const chunkLength = 65_536;

/**
 * Writes SIE 4E: CP437, CR LF, one fiscal year with its chart, dimensions, balances and vouchers; comparatives of the year
 * before. Openings are #IB, whoever stated or carried them, and no vouchers.
 */
export async function* writeSie(source: ExportSource): AsyncGenerator<Uint8Array> {
  const names = new SieNames(source);
  const units = new Map(source.head.accounts.map(({ code, unit }) => [code, unit]));
  const objects = openingObjects(source.head);
  let text = headRecords(source, names).join(lineEnd) + lineEnd;
  const opened = new Set<string>();
  let entry: string | undefined;

  for await (const batch of source.lines) {
    for (const line of batch) {
      const isFirst = line.entry !== entry && line.kind !== 'opening';
      countLine(line, isFirst, source, units.get(line.account), objects);
      if (line.kind === 'opening') {
        // #IB is the sum of an account: lines that it had beside the first are gone.
        if (opened.has(line.account)) source.notHeld('openingLine');
        opened.add(line.account);
        continue;
      }

      if (isFirst) {
        text += `${entry === undefined ? '' : `}${lineEnd}`}${voucher(line, names)}${lineEnd}{${lineEnd}`;
        entry = line.entry;
      }
      text += trans(line, names) + lineEnd;
    }

    if (text.length >= chunkLength) {
      yield cp437Bytes(text);
      text = '';
    }
  }

  yield cp437Bytes(entry === undefined ? text : `${text}}${lineEnd}`);
}

function voucher(line: ExportLine, names: SieNames): string {
  const sign = line.extra?.['sign'];
  const fields = [
    names.series(line.series || line.journal),
    names.word(line.number, 'number'),
    day(line.date),
    names.text(line.entryDescription, 'entryDescription'),
    line.validatedOn === undefined ? '""' : day(line.validatedOn),
    names.text(sign, 'extra:sign'),
  ];
  return `#VER ${withoutTail(fields, 4).join(' ')}`;
}

function trans(line: ExportLine, names: SieNames): string {
  const { date, valueDate } = line;
  const fields = [
    names.account(line.account),
    names.objects(line.dimensions),
    signed(line.debit, line.credit),
    valueDate === undefined || valueDate === date ? '""' : day(valueDate),
    names.text(line.description, 'description'),
    line.quantity === undefined || isZero(line.quantity) ? '""' : shortest(line.quantity),
  ];
  return `#TRANS ${withoutTail(fields, 3).join(' ')}`;
}

/** Without the empty fields that the record may end without. */
function withoutTail(fields: string[], least: number): string[] {
  let length = fields.length;
  while (length > least && fields[length - 1] === '""') length -= 1;
  return fields.slice(0, length);
}

/** A debit has no sign, a credit a minus; what is negative already changes its side. */
function signed(debit: string, credit: string): string {
  if (!isZero(debit)) return debit;
  if (isZero(credit)) return debit.replace('-', '');
  return credit.startsWith('-') ? credit.slice(1) : `-${credit}`;
}

function shortest(quantity: string): string {
  return quantity.includes('.') ? quantity.replace(/\.?0+$/, '') : quantity;
}
