import { lastDayOf } from '../../calendar/index.ts';
import type { BalanceRow } from '../../records/rows.ts';
import type { RowFault, StatedTotal } from '../codec.ts';
import type { SieRecord } from './records.ts';
import { fault, type SieValues } from './values.ts';

export interface SieYear {
  start: string;
  end: string;
  line: number;
}

/** A balance as its record states it. */
export interface SieBalance {
  label: string;
  /** 0 for the year of the file, -1 for the one before. */
  year: string;
  /** `201101`, of #PSALDO. */
  period: string;
  account: string;
  amount: string;
  quantity: string;
  dimensions: Record<string, string> | undefined;
}

/** Where the fields of each kind of balance stand. */
const shapes: Readonly<Record<string, { period: boolean; objects: boolean }>> = {
  '#IB': { period: false, objects: false },
  '#UB': { period: false, objects: false },
  '#RES': { period: false, objects: false },
  '#OIB': { period: false, objects: true },
  '#OUB': { period: false, objects: true },
  '#PSALDO': { period: true, objects: true },
};

export const isBalance = (label: string): boolean => Object.hasOwn(shapes, label);

export function readBalance(
  record: SieRecord,
  values: SieValues,
): { balance: SieBalance; faults: RowFault[] } {
  const { label, fields, objectsAt } = record;
  const period = shapes[label]?.period === true;
  const after = period ? 3 : 2;
  const faults: RowFault[] = [];
  if (record.fault !== undefined) faults.push(fault('', label, record.fault));

  const list = values.objects(record);
  if (list.fault) faults.push(list.fault);
  const amount = values.amount(fields[objectsAt === after ? after + 1 : after] ?? '');
  if (!('value' in amount)) faults.push({ field: 'amount', value: fields[after] ?? '', ...amount });
  const given = fields[objectsAt === after ? after + 2 : after + 1] ?? '';
  const quantity = given === '' ? { value: '' } : values.quantity(given);
  if (!('value' in quantity)) faults.push({ field: 'quantity', value: given, ...quantity });

  const year = fields[0] ?? '';
  if (!/^(0|-\d{1,2})$/.test(year)) {
    faults.push(fault('year', year, `"${year.slice(0, 20)}" is no year of a SIE file: 0, -1, -2 …`));
  }
  const account = values.text(fields[after - 1] ?? '');
  if (account === '') faults.push(fault('account', '', `${label} names no account`));

  const balance = {
    ...{ label, year, account, dimensions: list.dimensions },
    period: period ? (fields[1] ?? '') : '',
    amount: 'value' in amount ? amount.value : '',
    quantity: 'value' in quantity ? quantity.value : '',
  };
  return { balance, faults };
}

const fieldOf: Readonly<Record<string, 'opening' | 'closing' | 'result'>> = {
  '#IB': 'opening',
  '#OIB': 'opening',
  '#UB': 'closing',
  '#OUB': 'closing',
  '#RES': 'result',
};

/**
 * What the balances of a file become: openings of year 0 are lines and its other totals are compared, where the file has its
 * vouchers; else they are balances of a year without entries, as those of the years before always are.
 */
export class SieBalances {
  readonly rows = new Map<string, BalanceRow>();
  readonly totals: StatedTotal[] = [];
  /** Labels of what is of no use here, with how often. */
  readonly unused = new Map<string, number>();
  hasOpening = false;
  readonly #years: ReadonlyMap<string, SieYear>;
  readonly #hasEntries: boolean;

  constructor(years: ReadonlyMap<string, SieYear>, hasEntries: boolean) {
    this.#years = years;
    this.#hasEntries = hasEntries;
  }

  add(balance: SieBalance, line: number): void {
    const { label, account, amount, dimensions } = balance;
    const year = this.#years.get(balance.year);
    const ofEntries = balance.year === '0' && this.#hasEntries;

    if (label === '#PSALDO') this.#addPeriod(balance, year, line, ofEntries);
    else if (!year) this.#leave(`${label} of years without #RAR`);
    else if (!ofEntries || dimensions) this.#addRow(balance, year, line);
    else if (label === '#IB') this.hasOpening ||= !isZero(amount);
    else if (label === '#UB') this.totals.push(total('closing', amount, year.end, account, line));
    else if (label === '#RES') {
      this.totals.push({ ...total('result', amount, year.end, account, line), from: year.start });
    }
  }

  #addRow({ label, account, amount, dimensions }: SieBalance, { start }: SieYear, line: number): void {
    const field = fieldOf[label];
    if (field === undefined) return;

    const key = JSON.stringify([start, account, dimensions]);
    const row: BalanceRow = this.rows.get(key) ?? {
      ...{ record: 'balance', row: line, year: start, account },
      ...(dimensions ? { dimensions } : {}),
    };
    row[field] = amount;
    this.rows.set(key, row);
  }

  #leave(name: string): void {
    this.unused.set(name, (this.unused.get(name) ?? 0) + 1);
  }

  #addPeriod(balance: SieBalance, year: SieYear | undefined, line: number, ofEntries: boolean): void {
    const month = /^(\d{4})(0[1-9]|1[0-2])$/.exec(balance.period);
    const why = balance.dimensions
      ? 'of objects'
      : year && ofEntries
        ? 'without a month'
        : 'of years without vouchers';
    if (!month || !year || !ofEntries || balance.dimensions) {
      this.#leave(`#PSALDO ${why}`);
      return;
    }

    const first = `${month[1]}-${month[2]}-01`;
    const last = lastDayOf(first, 1);
    const from = first < year.start ? year.start : first;
    const [date = last] = [last, year.end].sort();
    this.totals.push({ ...total('period', balance.amount, date, balance.account, line), from });
  }
}

export const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

function total(
  kind: StatedTotal['kind'],
  stated: string,
  date: string,
  account: string,
  row: number,
): StatedTotal {
  return { kind, stated, date, account, row };
}
