import type { ExportLine, ExportSource } from '../codec.ts';

/** The lines of an export, entry by entry. */
export async function* entriesOf(source: ExportSource): AsyncGenerator<ExportLine[][]> {
  let open: ExportLine[] = [];

  for await (const batch of source.lines) {
    const entries: ExportLine[][] = [];
    for (const line of batch) {
      if (open.length > 0 && open[0]?.entry !== line.entry) {
        entries.push(open);
        open = [];
      }
      open.push(line);
    }
    if (entries.length > 0) yield entries;
  }
  if (open.length > 0) yield [open];
}

/**
 * Whether an entry is left out of the file, its lines counted as not held: it opens a year whose year before stands in the same
 * file, so that the file carries what that leaves by itself, and it would stand twice.
 */
export function isLeftOut(lines: readonly ExportLine[], { head, notHeld }: ExportSource): boolean {
  const [first] = lines;
  const isCarried = first?.kind === 'opening' && head.years.some(({ end }) => end < first.date);
  if (isCarried) for (const _ of lines) notHeld('opening of a later year');
  return isCarried;
}

/** How the amount of a line is written: its units, what they cost, and what only a tag can say. */
export interface WrittenAmount {
  units: string;
  currency: string;
  /** Base amount of all units, without sign; undefined where the units are it. */
  cost?: string;
  /** The currency of a line that moves base currency alone. */
  foreign?: string;
  /** The side, where it is another than the sign tells. */
  side?: 'debit' | 'credit';
}

export function writtenAmount(line: ExportLine, base: string): WrittenAmount {
  const inBase = signed(line.debit, line.credit);
  if (line.currency === base) return { units: inBase, currency: base, ...sideOf(line, inBase, '0') };

  const units = signed(line.currencyDebit ?? '0', line.currencyCredit ?? '0');
  const side = sideOf(line, inBase, units);
  if (isZero(units) && !isZero(inBase))
    return { units: inBase, currency: base, foreign: line.currency, ...side };
  if (isZero(units)) return { units, currency: line.currency };
  return { units, currency: line.currency, cost: inBase.replace('-', ''), ...side };
}

function sideOf(line: ExportLine, inBase: string, units: string): { side?: 'debit' | 'credit' } {
  const telling = isZero(inBase) ? units : inBase;
  if (isZero(telling)) return {};
  const told = telling.startsWith('-') !== (line.storno === true) ? 'credit' : 'debit';
  const debit = isZero(inBase) ? line.currencyDebit : line.debit;
  const side = isZero(debit ?? '0') ? 'credit' : 'debit';
  return side === told ? {} : { side };
}

/** Debit minus credit, one of which is nothing. */
function signed(debit: string, credit: string): string {
  if (!isZero(debit)) return debit;
  if (isZero(credit)) return debit.length > credit.length ? debit : credit;
  return credit.startsWith('-') ? credit.slice(1) : `-${credit}`;
}

export const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

export const decimalsOf = (amount: string): number => {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
};
