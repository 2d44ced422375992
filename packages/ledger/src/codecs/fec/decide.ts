import { addDays, lastDayOf } from '../../calendar/index.ts';
import type { ReadOptions, Said } from '../codec.ts';
import type { FecGroup, FecPart, FecSurvey } from './survey.ts';

/** Everything that is decided about a FEC before its lines become rows. */
export interface FecDecisions {
  /** Undefined when no line of the file could be read. */
  year: Said['year'];
  /** Journals whose entries of the first day are the opening. */
  openingJournals: ReadonlySet<string>;
  opening: Said['opening'];
  /** Name of the one series of all journals; undefined when each has its own. */
  sharedSeries: string | undefined;
  /** Journals whose entries get new numbers; the old ones become references. */
  renumbered: ReadonlySet<string>;
  /** One number stands on every line, so that it tells nothing. */
  constant: boolean;
  numbering: NonNullable<Said['numbering']>;
  warnings: string[];
}

/** The series that all journals of a FEC share when its numbers run through all of them. */
const sharedSeriesCode = 'FEC';

const openingCodes = new Set(['AN', 'ANO', 'RAN', 'OUV', 'A-N']);
const longestYear = 24;

export function decide(survey: FecSurvey, options: ReadOptions): FecDecisions {
  const warnings: string[] = [];
  const openingJournals = findOpeningJournals(survey, options);
  const year = findYear(survey, openingJournals, options, warnings);
  const opening = year && findOpening(survey, openingJournals, year.start, warnings);
  const numbering = findNumbering(survey, options);

  warnAboutLabels(survey, warnings);
  if (survey.withoutValidDate > 0) {
    warnings.push(`${survey.withoutValidDate} lines have no ValidDate: they are posted all the same`);
  }
  if (survey.severalValidDates > 0) {
    warnings.push(
      `${survey.severalValidDates} lines have another ValidDate than their entry: the first line's is kept`,
    );
  }

  return { year, openingJournals, opening, warnings, ...numbering };
}

function findOpeningJournals(survey: FecSurvey, options: ReadOptions): Set<string> {
  if (options.openingJournal !== undefined) return new Set([options.openingJournal.trim()]);

  const codes = [...survey.journals].filter(([code, { name }]) => {
    const label = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return openingCodes.has(code.toUpperCase()) || /\ba[\s-]?nouveaux?\b/.test(label);
  });

  return new Set(codes.map(([code]) => code));
}

/** The parts of the opening journals, with their journals. */
function openingParts(
  survey: FecSurvey,
  journals: ReadonlySet<string>,
): { group: FecGroup; part: FecPart }[] {
  return [...survey.groups.values()]
    .filter((group) => journals.has(group.journal))
    .flatMap((group) => partsOf(group).map((part) => ({ group, part })));
}

export function partsOf(group: FecGroup): FecPart[] {
  return [group.first, ...(group.more?.values() ?? [])];
}

function findYear(
  survey: FecSurvey,
  journals: ReadonlySet<string>,
  options: ReadOptions,
  warnings: string[],
): FecDecisions['year'] {
  if (options.fiscalYear) return { ...options.fiscalYear, reason: 'as --fiscal-year says' };
  if (survey.lines === 0) return undefined;

  const { firstDate, lastDate } = survey;
  const opensOnFirst = openingParts(survey, journals).some(
    ({ part }) => part.balanceOnly && part.date === firstDate,
  );
  const start = opensOnFirst ? firstDate : `${firstDate.slice(0, 8)}01`;
  const startReason = opensOnFirst
    ? 'starts on the day of the opening entry'
    : 'starts with the month of the first entry';

  const named = dateInName(options.fileName);
  if (named !== undefined && named >= lastDate && named <= lastDayOf(start, longestYear)) {
    return { start, end: named, reason: `${startReason}, ends on the day in the file name` };
  }

  const end = usualEnd(start, lastDate);
  if (named !== undefined) {
    warnings.push(
      `the file name says ${named}, but its entries are from ${firstDate} to ${lastDate}: ` +
        `${start}..${end} is taken; --fiscal-year START..END decides`,
    );
  }

  const months = end === lastDayOf(start, 12) ? 'twelve months later' : 'with the month of the last entry';
  if (end !== lastDayOf(start, 12)) {
    warnings.push(`the entries reach over more than twelve months: ${start}..${end} is taken`);
  }
  return { start, end, reason: `${startReason}, ends ${months}` };
}

/** Twelve months, or the end of the month of the last entry when that is later and still within 24 months. */
function usualEnd(start: string, lastDate: string): string {
  const twelve = lastDayOf(start, 12);
  if (lastDate <= twelve || lastDate > lastDayOf(start, longestYear)) return twelve;

  for (let months = 13; months < longestYear; months += 1) {
    if (lastDayOf(start, months) >= lastDate) return lastDayOf(start, months);
  }
  return lastDayOf(start, longestYear);
}

function dateInName(fileName: string): string | undefined {
  const digits = /FEC(\d{4})(\d{2})(\d{2})/i.exec(fileName);
  if (!digits) return undefined;

  const date = digits.slice(1).join('-');
  // A day that does not exist in a file name is no day: addDays of it is another one.
  return addDays(date, 0) === date ? date : undefined;
}

function findOpening(
  survey: FecSurvey,
  journals: ReadonlySet<string>,
  start: string,
  warnings: string[],
): Said['opening'] {
  const parts = openingParts(survey, journals);
  const opening = parts.filter(({ part }) => isOpening(part, start));

  const others = parts.length - opening.length;
  if (others > 0) {
    const codes = [...new Set(parts.map(({ group }) => group.journal))].join(', ');
    warnings.push(
      `${others} of ${parts.length} entries of ${codes} are no opening: not dated ${start}, or not on balance accounts only`,
    );
  }

  const [first] = opening;
  if (!first) return undefined;
  const reason = `${opening.length === 1 ? 'entry' : `${opening.length} entries`} of ${start} on balance accounts`;
  return { journal: first.group.journal, reason };
}

/** Whether an entry of an opening journal is an opening. */
export function isOpening(part: FecPart, start: string): boolean {
  return part.date === start && part.balanceOnly;
}

function findNumbering(
  survey: FecSurvey,
  options: ReadOptions,
): Pick<FecDecisions, 'sharedSeries' | 'renumbered' | 'constant' | 'numbering'> {
  const shared = runsThroughAllJournals(survey);
  const series = shared ? 'shared' : 'journal';
  const all = new Set(survey.journals.keys());
  const sharedSeries = shared ? sharedSeriesCode : undefined;
  const constant = isConstant(survey);
  const distinct = shared ? 'numbers differ over all journals' : 'numbers repeat from journal to journal';

  if (options.numbers === 'keep') {
    const numbering = { policy: 'keep' as const, series, reason: `as --numbers says; ${distinct}` } as const;
    return { sharedSeries, renumbered: new Set(), constant, numbering };
  }
  if (options.numbers === 'renumber') {
    const numbering = { policy: 'renumber' as const, series, reason: 'as --numbers says' } as const;
    return { sharedSeries, renumbered: all, constant, numbering };
  }

  const broken = constant ? all : journalsWithoutNumbers(survey);
  if (broken.size === 0) {
    return {
      sharedSeries,
      renumbered: broken,
      constant,
      numbering: { policy: 'keep', series, reason: distinct },
    };
  }

  const renumbered = shared ? all : broken;
  const reason = constant
    ? 'one number stands on every line'
    : `empty numbers, or several days under one number, in ${[...broken].join(', ')}`;
  return { sharedSeries, renumbered, constant, numbering: { policy: 'renumber', series, reason } };
}

/**
 * Whether one sequence runs over the journals: no number stands in two of them, and they do not tell their journal by what
 * stands before the digits (`VE-2026-000118`), as numbers of a series for each journal may.
 */
function runsThroughAllJournals(survey: FecSurvey): boolean {
  if (survey.journals.size < 2) return false;

  const journalOf = new Map<string, string>();
  const journalOfPrefix = new Map<string, string>();
  let prefixShared = false;

  for (const { journal, number } of survey.groups.values()) {
    if (number === '' || journalOf.has(number)) return false;
    journalOf.set(number, journal);

    const prefix = number.replace(/\d+$/, '');
    const owner = journalOfPrefix.get(prefix) ?? journal;
    if (owner !== journal) prefixShared = true;
    journalOfPrefix.set(prefix, owner);
  }

  return prefixShared;
}

/** One number on every line, and some journal has it on several days: it tells nothing. */
function isConstant(survey: FecSurvey): boolean {
  const groups = [...survey.groups.values()];
  const [first] = groups;
  return groups.every((group) => group.number === first?.number) && groups.some((group) => group.more);
}

function journalsWithoutNumbers(survey: FecSurvey): Set<string> {
  const groups = [...survey.groups.values()].filter((group) => group.number === '' || group.more);
  return new Set(groups.map((group) => group.journal));
}

function warnAboutLabels(survey: FecSurvey, warnings: string[]): void {
  for (const [what, codes] of Object.entries(survey.severalLabels)) {
    if (codes.size > 0) warnings.push(`${codes.size} ${what} have several labels: the first of each is kept`);
  }
}
