import type {
  AccountRow,
  DimensionRow,
  DimensionValueRow,
  JournalRow,
  Row,
  YearRow,
} from '../../records/rows.ts';
import type { Read, ReadOptions, Said } from '../codec.ts';
import { kindOfAccount } from './kinds.ts';
import type { SieSurvey } from './survey.ts';

/** Journal of the opening, which SIE keeps apart from the vouchers. */
const openingJournal = 'IB';
/** Journal of vouchers whose series the file leaves to the program that imports it. */
export const seriesLess = 'SIE';

export const openingJournalOf = (options: ReadOptions): string => options.openingJournal ?? openingJournal;

/** Rows of everything but vouchers, as far as the resource asks for them. */
export function referenceRows(survey: SieSurvey, options: ReadOptions, said: Said): Read[] {
  const { resource } = options;
  const all = resource === 'ledger';
  const rows: Row[] = [];

  if (all) rows.push(...yearRows(survey));
  if (all || resource === 'accounts') rows.push(...accountRows(survey, said));
  if (all || resource === 'journals') rows.push(...journalRows(survey, options));
  if (all) rows.push(...dimensionRows(survey), ...valueRows(survey), ...survey.balances.rows.values());

  return rows.map((row) => ({ line: row.row ?? 1, row }));
}

/** Years of balances only where the file has a balance of them. */
function yearRows({ years, balances, vouchers, type }: SieSurvey): YearRow[] {
  const stated = new Set([...balances.rows.values()].map(({ year }) => year));
  return [...years].flatMap(([number, { start, end, line }]): YearRow[] => {
    const row: YearRow = { record: 'year', row: line, start, end };
    if (number === '0' && (vouchers > 0 || type === '4')) return [row];
    return stated.has(start) ? [{ ...row, detail: 'balances' }] : [];
  });
}

function accountRows({ accounts }: SieSurvey, said: Said): AccountRow[] {
  return [...accounts].map(([code, account]) => {
    const { statement, type, rule } = kindOfAccount(code, account);
    said.accountKinds[rule] = (said.accountKinds[rule] ?? 0) + 1;

    return {
      ...{ record: 'account', row: account.line, code },
      ...(account.name === '' ? {} : { name: account.name }),
      ...{ statement, type },
      ...(account.unit === '' ? {} : { unit: account.unit }),
      ...(account.sru.length === 0
        ? {}
        : { mappings: [...new Set(account.sru)].map((sru) => ({ scheme: 'sru', code: sru })) }),
    };
  });
}

function journalRows({ series, balances, withoutSeries }: SieSurvey, options: ReadOptions): JournalRow[] {
  const opening = openingJournalOf(options);
  const rows: JournalRow[] = [...series].map(([code, { line }]) => ({ record: 'journal', row: line, code }));
  if (withoutSeries > 0 && !series.has(seriesLess)) rows.push({ record: 'journal', code: seriesLess });
  if (balances.hasOpening && !series.has(opening) && options.openingJournal === undefined) {
    rows.push({ record: 'journal', code: opening, name: 'Ingående balans', area: 'opening' });
  }
  return rows;
}

function dimensionRows({ dimensions }: SieSurvey): DimensionRow[] {
  return [...dimensions].map(([code, { name, parent, line }]) => ({
    ...{ record: 'dimension', row: line, code },
    ...(name === '' ? {} : { name }),
    ...(parent === '' ? {} : { parent }),
  }));
}

function valueRows({ objects }: SieSurvey): DimensionValueRow[] {
  return objects.map(({ dimension, code, name, line }) => ({
    ...{ record: 'dimensionValue', row: line, dimension, code },
    ...(name === '' ? {} : { name }),
  }));
}
