import { createHash } from 'node:crypto';
import { fromMinor } from '@erp/ledger';
import { Problem } from '../../kernel/problem.ts';
import { closedWhen, type PeriodRow } from '../calendar/index.ts';

/** The balances of a year through a period, as they are kept when it is closed. */
export interface StoredTrialBalance {
  lines: { account: string; closing: string }[];
  /** Hex, of the lines written `account,closing` and joined by LF, without one at the end. */
  sha256: string;
}

/** `balances`: by the bytes of the account codes, minor units, debit positive; written with the decimals of the base currency. */
export function trialBalanceToKeep(
  balances: readonly { account: string; closing: bigint }[],
  exponent: number,
): StoredTrialBalance {
  const lines = balances.map(({ account, closing }) => ({ account, closing: fromMinor(closing, exponent) }));
  const text = lines.map(({ account, closing }) => `${account},${closing}`).join('\n');
  return { lines, sha256: createHash('sha256').update(text).digest('hex') };
}

export function checkClose(period: PeriodRow, area: string | undefined): void {
  if (period.state !== 'open') {
    throw new Problem('conflict', `Period ${period.name} is ${period.state} already${closedWhen(period)}`);
  }
  if (area !== undefined && period.closedAreas.some((closed) => closed === area)) {
    throw new Problem(
      'conflict',
      `Period ${period.name} is closed for ${area} already${closedWhen(period)}: nothing is left to close there`,
    );
  }
}

/** Newest first: balances that were kept for a later period contain those of this one. */
export function checkReopen(period: PeriodRow, periods: readonly PeriodRow[]): void {
  if (period.state === 'locked') {
    throw new Problem(
      'conflict',
      `Period ${period.name} is locked${closedWhen(period)}: post a correction in an open period`,
    );
  }
  if (period.state === 'open') {
    const areas =
      period.closedAreas.length > 0 ? `; closed areas (${period.closedAreas.join(', ')}) are named` : '';
    throw new Problem('conflict', `Period ${period.name} is open${areas}`);
  }
  const later = periods.findLast(
    (other) => other.kind === 'regular' && other.number > period.number && other.state !== 'open',
  );
  if (!later) return;
  throw new Problem(
    'conflict',
    `Period ${later.name} is ${later.state}${closedWhen(later)}: reopen it before ${period.name}, newest first`,
  );
}

export function checkReopenArea(period: PeriodRow, area: string): void {
  if (period.state !== 'open') {
    throw new Problem(
      'conflict',
      `Period ${period.name} is ${period.state} as a whole${closedWhen(period)}: reopen it without naming an area`,
    );
  }
  if (period.closedAreas.some((closed) => closed === area)) return;
  throw new Problem('conflict', `Period ${period.name} is not closed for ${area}`);
}
