import type { AccountRow, JournalRow, PartyRow, Row, YearRow } from '../../records/rows.ts';
import type { Read, ReadOptions, Said } from '../codec.ts';
import { controlFromFrenchClass, kindFromFrenchClass } from './accounts.ts';
import type { FecDecisions } from './decide.ts';
import type { FecSurvey } from './survey.ts';

/** Rows for what the lines refer to, as far as the resource asks for them: year, journals, accounts, parties. */
export function referenceRows(
  survey: FecSurvey,
  decisions: FecDecisions,
  resource: ReadOptions['resource'],
  said: Said,
): Read[] {
  const all = resource === 'ledger';
  const rows: Row[] = [];

  if (all && decisions.year) rows.push(yearRow(decisions.year));
  if (all || resource === 'journals') rows.push(...journalRows(survey, decisions));
  if (all || resource === 'accounts') rows.push(...accountRows(survey, said));
  if (all || resource === 'parties') rows.push(...partyRows(survey));

  return rows.map((row) => ({ line: row.row ?? 1, row }));
}

function yearRow({ start, end }: { start: string; end: string }): YearRow {
  return { record: 'year', start, end, row: 1 };
}

function journalRows(survey: FecSurvey, decisions: FecDecisions): JournalRow[] {
  return [...survey.journals].map(([code, { name, line }]) => ({
    record: 'journal',
    row: line,
    code,
    ...(name === '' ? {} : { name }),
    ...(decisions.openingJournals.has(code) ? { area: 'opening' as const } : {}),
    ...(decisions.sharedSeries === undefined ? {} : { series: decisions.sharedSeries }),
  }));
}

function accountRows(survey: FecSurvey, said: Said): AccountRow[] {
  const unclassed: string[] = [];

  const rows = [...survey.accounts].map(([code, { name, line, lettered }]): AccountRow => {
    const kind = kindFromFrenchClass(code);
    if (kind) said.accountKinds[kind.rule] = (said.accountKinds[kind.rule] ?? 0) + 1;
    else unclassed.push(code);

    const control = controlFromFrenchClass(code);
    return {
      record: 'account',
      row: line,
      code,
      ...(name === '' ? {} : { name }),
      ...(kind ? { statement: kind.statement, type: kind.type } : {}),
      ...(control === 'none' ? {} : { control }),
      ...(lettered ? { settleable: true } : {}),
    };
  });

  if (unclassed.length > 0) {
    const shown = unclassed.slice(0, 5).join(', ');
    said.warnings.push(`${unclassed.length} accounts begin with no class 1 to 9 and have no kind: ${shown}`);
  }
  return rows;
}

function partyRows(survey: FecSurvey): PartyRow[] {
  return [...survey.parties].map(([code, { name, line, roles }]) => ({
    record: 'party',
    row: line,
    code,
    ...(name === '' ? {} : { name }),
    roles: [...roles].map(([role, account]) => ({
      role,
      subledgerCode: code,
      ...(account === '' ? {} : { controlAccount: account }),
    })),
  }));
}
