import type { Schemas } from '@erp/sdk';
import { grouped } from '../output/table.ts';
import { textWidth } from '../output/text-width.ts';

type Import = Schemas['Import'];

/** The document that an import ends with; its fields are a promise to scripts. */
export interface Receipt {
  readonly id: string;
  readonly state: Import['state'];
  readonly rows: number;
  /** Entries; for resources without entries, records. */
  readonly entries: number;
  readonly lines: number;
  readonly written: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly debit: string | null;
  readonly credit: string | null;
  readonly interpretation: Import['interpretation'];
  readonly assertions: Import['assertions'];
  readonly rejectsFile: string | null;
  readonly seconds: number;
}

/**
 * The receipt of an import that has ended, or of one that would be written as it stands: then `written` counts what a
 * commit would write, so that the counts add up to `entries` in both.
 */
export function receiptOf(session: Import, rejectsFile: string | null, seconds: number): Receipt {
  const { id, state, rows, entries, lines, skipped, rejected, debit, credit } = session;
  const ended = state === 'committed' || state === 'reversed';
  const { updated, unchanged } = ended ? session : (session.effects ?? session);
  const written = ended ? session.written : entries - updated - unchanged - skipped - rejected;

  return {
    ...{ id, state, rows, entries, lines, written, updated, unchanged, skipped, rejected, debit, credit },
    interpretation: session.interpretation,
    assertions: session.assertions,
    rejectsFile,
    seconds: Math.round(seconds * 10) / 10,
  };
}

const WIDTH = 94;

/**
 * `✔ 20,000 entries, 53,812 lines · debit 48,210,334.17 = credit · 0 rejected   9.4 s · 5,720 lines/s`. The mark of success
 * stands only where nothing was rejected.
 */
export function receiptText(receipt: Receipt, resource: string, isDryRun: boolean): string {
  const { rejected, rejectsFile, seconds } = receipt;
  const mark = rejected > 0 ? '!' : '✔';
  const what = `${mark} ${isDryRun ? 'would write ' : ''}${countsOf(receipt, resource)}`;
  const pace = `${seconds.toFixed(1)} s${rateOf(receipt)}`;
  const gap = ' '.repeat(Math.max(3, WIDTH - textWidth(what)));

  return [
    `${what}${gap}${pace}`,
    ...(rejectsFile === null ? [] : [`  What was rejected, with reasons, in your columns: ${rejectsFile}`]),
  ].join('\n');
}

function countsOf(receipt: Receipt, resource: string): string {
  const { entries, lines, written, updated, unchanged, skipped, rejected, debit, credit } = receipt;
  const isLedger = resource === 'ledger' || resource === 'entries' || resource === 'opening-balances';
  const noun = nounFor(isLedger ? 'entries' : resource, entries);
  const of = written === entries ? '' : ` of ${count(entries)}`;
  const sum =
    debit === credit ? `debit ${money(debit)} = credit` : `debit ${money(debit)}, credit ${money(credit)}`;

  return [
    `${count(written)}${of} ${noun}${isLedger ? `, ${count(lines)} lines` : ''}`,
    ...(isLedger && debit !== null ? [sum] : []),
    ...(updated > 0 ? [`${count(updated)} updated`] : []),
    ...(unchanged > 0 ? [`${count(unchanged)} unchanged`] : []),
    ...(skipped > 0 ? [`${count(skipped)} skipped`] : []),
    `${count(rejected)} rejected`,
  ].join(' · ');
}

/** `1 entry`, `2 entries`; `1 account`, `1 party`. */
function nounFor(plural: string, amount: number): string {
  return amount === 1 ? plural.replace(/ies$/, 'y').replace(/s$/, '') : plural;
}

function rateOf({ lines, rows, seconds }: Receipt): string {
  const units = lines > 0 ? lines : rows;
  const rate = Math.round(units / Math.max(seconds, 0.1));
  return ` · ${count(rate)} ${lines > 0 ? 'lines' : 'rows'}/s`;
}

function count(value: number): string {
  return grouped(String(value));
}

function money(value: string | null): string {
  return grouped(value ?? '0');
}
