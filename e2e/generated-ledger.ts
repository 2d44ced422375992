import { createHash } from 'node:crypto';

/** A made-up ledger as canonical CSV, with what its books must show. */
export interface GeneratedLedger {
  readonly csv: string;
  readonly entries: number;
  readonly lines: number;
  /** Cents; credit is the same. */
  readonly debit: bigint;
  /** sha256 of `account,closing`, as `closingDigest` makes it of the trial balance. */
  readonly closingDigest: string;
}

export interface LedgerShape {
  /** At least so many; the last entry is written whole. */
  readonly lines: number;
  /** Makes a file large that has few lines. */
  readonly descriptionLength?: number;
}

const headings = 'entry,date,journal,account,party,description,debit,credit';

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Sales of one to five positions, a year of days, in euro; the same bytes for the same shape. */
export function generateLedger({ lines: wanted, descriptionLength = 0 }: LedgerShape): GeneratedLedger {
  const random = randomFrom(wanted);
  const padding = ' long'.repeat(Math.ceil(descriptionLength / 5)).slice(0, descriptionLength);
  const rows = [headings];
  const closing = new Map<string, bigint>();
  let entries = 0;
  let debit = 0n;

  const write = (line: readonly [date: string, account: string, party: string, amount: bigint]) => {
    const [date, account, party, amount] = line;
    const [left, right] = amount < 0n ? ['', decimal(-amount)] : [decimal(amount), ''];
    rows.push(`${entries},${date},VT,${account},${party},Sale ${entries}${padding},${left},${right}`);
    closing.set(account, (closing.get(account) ?? 0n) + amount);
    if (amount > 0n) debit += amount;
  };

  while (rows.length - 1 < wanted) {
    entries += 1;
    const day = random(365);
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    const positions = Array.from({ length: 1 + random(5) }, () => BigInt(1 + random(5_000_000)));
    const total = positions.reduce((sum, amount) => sum + amount, 0n);
    const customer = `C${String(random(200)).padStart(4, '0')}`;

    write([date, 'Assets:Receivable', customer, total]);
    for (const amount of positions) write([date, `Income:Sales:${random(40)}`, '', -amount]);
  }

  const balances = [...closing].map(([account, amount]) => `${account},${decimal(amount)}`).sort();
  return {
    csv: `${rows.join('\n')}\n`,
    entries,
    lines: rows.length - 1,
    debit,
    closingDigest: createHash('sha256').update(balances.join('\n')).digest('hex'),
  };
}

/** Cents as an amount with two decimals. */
export function decimal(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
