import { controlFromFrenchClass, kindFromFrenchClass, roleOn } from './accounts.ts';
import type { FecLine } from './lines.ts';

/** Lines of one journal, number and day: one entry, if they balance. */
export interface FecPart {
  date: string;
  /** Debit minus credit in 10^-8 of the base currency, so that any number of decimals adds up. */
  sum: bigint;
  firstLine: number;
  /** At least one amount carries a minus. */
  storno: boolean;
  /** No line is on a result or memo account. */
  balanceOnly: boolean;
  validatedOn: string;
}

/** Lines of one journal and number. Nearly all have one day; the others are listed in `more`. */
export interface FecGroup {
  journal: string;
  number: string;
  first: FecPart;
  more?: Map<string, FecPart>;
}

export interface FecAccount {
  name: string;
  line: number;
  lettered: boolean;
  onBalance: boolean;
}

/** What the first pass over a FEC finds out; everything that the second needs to decide line by line. */
export interface FecSurvey {
  lines: number;
  firstDate: string;
  lastDate: string;
  groups: Map<string, FecGroup>;
  journals: Map<string, { name: string; line: number }>;
  accounts: Map<string, FecAccount>;
  parties: Map<string, { name: string; line: number; roles: Map<string, string> }>;
  /** Codes that the file gives more than one label. */
  severalLabels: { journals: Set<string>; accounts: Set<string>; parties: Set<string> };
  withoutValidDate: number;
  severalValidDates: number;
}

export function emptySurvey(): FecSurvey {
  return {
    lines: 0,
    firstDate: '',
    lastDate: '',
    groups: new Map(),
    journals: new Map(),
    accounts: new Map(),
    parties: new Map(),
    severalLabels: { journals: new Set(), accounts: new Set(), parties: new Set() },
    withoutValidDate: 0,
    severalValidDates: 0,
  };
}

/** The key of a line's group: journal and number, which the lines of an entry share wherever they stand in the file. */
export function groupKey(line: FecLine): string {
  return `${line.journal}\u001f${line.number}`;
}

/** Adds a line without faults to what is known of the file. */
export function addToSurvey(survey: FecSurvey, line: FecLine, at: number): void {
  survey.lines += 1;
  if (survey.firstDate === '' || line.date < survey.firstDate) survey.firstDate = line.date;
  if (line.date > survey.lastDate) survey.lastDate = line.date;
  if (line.validatedOn === '') survey.withoutValidDate += 1;

  addJournal(survey, line, at);
  const account = addAccount(survey, line, at);
  addToPart(survey, partOf(survey, line, at), line, account);
  if (line.party !== '') addParty(survey, line, at);
}

function partOf(survey: FecSurvey, line: FecLine, at: number): FecPart {
  const key = groupKey(line);
  const group = survey.groups.get(key);
  if (!group) {
    const first = newPart(line, at);
    survey.groups.set(key, { journal: line.journal, number: line.number, first });
    return first;
  }

  if (group.first.date === line.date) return group.first;

  group.more ??= new Map();
  const known = group.more.get(line.date);
  if (known) return known;

  const part = newPart(line, at);
  group.more.set(line.date, part);
  return part;
}

function newPart(line: FecLine, at: number): FecPart {
  const { date, validatedOn } = line;
  return { date, sum: 0n, firstLine: at, storno: false, balanceOnly: true, validatedOn };
}

function addToPart(survey: FecSurvey, part: FecPart, line: FecLine, account: FecAccount): void {
  if (line.debit !== zero) part.sum += scaled(line.debit);
  if (line.credit !== zero) part.sum -= scaled(line.credit);
  if (line.debit.startsWith('-') || line.credit.startsWith('-')) part.storno = true;
  if (!account.onBalance) part.balanceOnly = false;
  if (line.validatedOn !== part.validatedOn) survey.severalValidDates += 1;
}

function addJournal(survey: FecSurvey, line: FecLine, at: number): void {
  const known = survey.journals.get(line.journal);
  if (!known) survey.journals.set(line.journal, { name: line.journalName, line: at });
  else if (known.name !== line.journalName) survey.severalLabels.journals.add(line.journal);
}

function addAccount(survey: FecSurvey, line: FecLine, at: number): FecAccount {
  const lettered = line.letter !== '';
  const known = survey.accounts.get(line.account);

  if (known) {
    if (known.name !== line.accountName) survey.severalLabels.accounts.add(line.account);
    if (lettered) known.lettered = true;
    return known;
  }

  const onBalance = kindFromFrenchClass(line.account)?.statement === 'balance';
  const account = { name: line.accountName, line: at, lettered, onBalance };
  survey.accounts.set(line.account, account);
  return account;
}

function addParty(survey: FecSurvey, line: FecLine, at: number): void {
  let known = survey.parties.get(line.party);
  if (!known) {
    known = { name: line.partyName, line: at, roles: new Map() };
    survey.parties.set(line.party, known);
  } else if (known.name !== line.partyName) {
    survey.severalLabels.parties.add(line.party);
  }

  const role = roleOn(line.account);
  if (!known.roles.has(role)) {
    known.roles.set(role, controlFromFrenchClass(line.account) === 'none' ? '' : line.account);
  }
}

/** How nearly every line writes the side that it has not. */
const zero = '0.00';

function scaled(amount: string): bigint {
  const point = amount.indexOf('.');
  if (point < 0) return BigInt(amount) * 100_000_000n;
  return BigInt(amount.slice(0, point) + amount.slice(point + 1).padEnd(8, '0'));
}
