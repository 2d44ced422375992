import type { Row } from '../../records/rows.ts';
import type { Read, ReadOptions, RowFault } from '../codec.ts';
import {
  type Normaliser,
  type Parsed,
  parseDate,
  parseDecimal,
  quantitySize,
  rateSize,
} from '../text/values.ts';
import type { CellKind, Resource } from './columns.ts';
import type { Plan } from './header.ts';

/** Every entry of an opening balances file is the one opening of its year. */
const openingEntry = 'opening';

const minusSign = 45;

const records: Record<Resource, Row['record']> = {
  ledger: 'line',
  entries: 'line',
  'opening-balances': 'line',
  accounts: 'account',
  journals: 'journal',
  parties: 'party',
};

export interface RowBuilderOptions {
  resource: Resource;
  header: readonly string[];
  plans: readonly Plan[];
  decimal: '.' | ',';
  dateFormat: ReadOptions['dateFormat'] | undefined;
  normaliser: Normaliser;
}

/** Makes a row, or its faults, of the cells of one line. */
export class RowBuilder {
  readonly #options: RowBuilderOptions;
  readonly #entryColumn: number;
  readonly #statesStorno: boolean;
  /** The last date read and its text: most lines repeat the one before. */
  #date: { text: string; parsed: Parsed } = { text: '', parsed: { value: '' } };
  #minus = false;

  constructor(options: RowBuilderOptions) {
    this.#options = options;
    const isLine = records[options.resource] === 'line';
    const keys = options.plans.map((plan) => (plan.into === 'field' ? plan.key : ''));

    this.#entryColumn = isLine ? keys.indexOf('entry') : -1;
    this.#statesStorno = keys.includes('storno');
  }

  /** The entry that a line belongs to, as far as its cells tell. */
  entryOf(values: readonly string[]): string | undefined {
    if (this.#entryColumn < 0) return undefined;
    const entry = (values[this.#entryColumn] ?? '').trim();
    return entry === '' ? undefined : entry;
  }

  build(line: number, values: readonly string[]): Read {
    const { plans, resource } = this.#options;
    const row: Record<string, unknown> = { record: records[resource], row: line };
    let faults: RowFault[] | undefined;
    this.#minus = false;

    if (resource === 'opening-balances') {
      row['entry'] = openingEntry;
      row['kind'] = 'opening';
    }

    for (let index = 0; index < plans.length; index += 1) {
      const raw = values[index];
      const plan = plans[index];
      if (raw === undefined || raw === '' || plan === undefined || plan.into === 'nothing') continue;

      const fault = this.#put(row, plan, raw);
      if (fault) {
        faults ??= [];
        faults.push({ field: this.#options.header[index]?.trim() ?? '', value: raw, ...fault });
      }
    }

    if (this.#entryColumn >= 0 && row['entry'] === undefined) {
      faults ??= [];
      faults.push({
        field: 'entry',
        value: '',
        code: 'invalid_request',
        message: 'every line names its entry',
      });
    }

    if (faults) {
      const entry = this.entryOf(values);
      return { line, ...(entry === undefined ? {} : { entry }), faults };
    }

    // A minus in a file is kept, on its side, and marks the entry as the storno that it is.
    if (this.#minus && !this.#statesStorno) row['storno'] = true;
    if (resource === 'parties') gatherRole(row);
    return { line, row: row as unknown as Row };
  }

  #put(row: Record<string, unknown>, plan: Plan, raw: string): { code: string; message: string } | undefined {
    const text = this.#options.normaliser.text(raw);
    if (text === '' || plan.into === 'nothing') return undefined;
    if (text.includes('\0')) return { code: 'file_format', message: 'holds a NUL byte, which is no text' };

    if (plan.into === 'reserved') {
      return {
        code: 'invalid_request',
        message: 'tax lines cannot be imported yet: leave this column empty',
      };
    }

    if (plan.into !== 'field') {
      const held = row[plan.into] as Record<string, string> | undefined;
      if (held) held[plan.key] = text;
      else row[plan.into] = { [plan.key]: text };
      return undefined;
    }

    if (plan.kind === 'text') {
      row[plan.key] = text;
      return undefined;
    }

    const parsed = this.#parse(text, plan.kind);
    if ('code' in parsed) return parsed;

    row[plan.key] = typed(parsed.value, plan.kind);
    if (plan.kind === 'money' && plan.key !== 'amount' && parsed.value.charCodeAt(0) === minusSign) {
      this.#minus ||= /[1-9]/.test(parsed.value);
    }
    return undefined;
  }

  #parse(text: string, kind: CellKind): Parsed {
    const { decimal, normaliser } = this.#options;
    if (kind === 'money') return parseDecimal(text, decimal, normaliser);
    if (kind === 'rate') return parseDecimal(text, decimal, normaliser, rateSize);
    if (kind === 'quantity') return parseDecimal(text, decimal, normaliser, quantitySize);

    if (kind === 'date') {
      if (text !== this.#date.text) this.#date = { text, parsed: parseDate(text, this.#options.dateFormat) };
      return this.#date.parsed;
    }

    if (kind === 'integer') {
      if (/^\d{1,3}$/.test(text)) return { value: text };
      return { code: 'invalid_request', message: `"${text}" is not the number of a period` };
    }

    const said = text.toLowerCase();
    if (['true', 'yes', '1'].includes(said)) return { value: 'true' };
    if (['false', 'no', '0'].includes(said)) return { value: 'false' };
    return { code: 'invalid_request', message: `"${text}" is neither true nor false` };
  }
}

function typed(value: string, kind: CellKind): string | number | boolean {
  if (kind === 'integer') return Number(value);
  return kind === 'boolean' ? value === 'true' : value;
}

/** A party's role stands in columns of its own; the row holds a list of roles. */
function gatherRole(row: Record<string, unknown>): void {
  const { role, subledgerCode, controlAccount } = row;
  delete row['role'];
  delete row['subledgerCode'];
  delete row['controlAccount'];
  if (role === undefined && subledgerCode === undefined && controlAccount === undefined) return;

  row['roles'] = [
    {
      role: role ?? 'other',
      ...(subledgerCode === undefined ? {} : { subledgerCode }),
      ...(controlAccount === undefined ? {} : { controlAccount }),
    },
  ];
}
