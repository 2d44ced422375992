/**
 * Accounting dates are texts `YYYY-MM-DD` and stay texts: no time zone can move them. The arithmetic below counts days of
 * the proleptic Gregorian calendar from 1970-01-01.
 */

const shape = /^\d{4}-\d{2}-\d{2}$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Whether the text is a day that exists, from year 1 on: `2023-02-29` and `2023-02-30` are not. */
export function isDate(text: string): boolean {
  if (!shape.test(text)) return false;

  const { year, month, day } = partsOf(text);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01. Years are counted from March, so that the leap day is the last day of its year. */
function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

function dateOf(dayCount: number): string {
  const days = dayCount + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;

  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));

  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `days` after `date`; before it when negative. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** Days from one date to the other: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = (count % 12) + 1;
  return written(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The last day of the month of `date`. */
export function endOfMonth(date: string): string {
  const { year, month } = partsOf(date);
  return written(year, month, daysInMonth(year, month));
}

/** The last of `months` whole months that begin on `start`: twelve from 2022-01-01 end on 2022-12-31. */
export function lastDayOf(start: string, months: number): string {
  const next = addMonths(start, months);
  const shortened = next.slice(8) !== start.slice(8);
  return shortened ? next : addDays(next, -1);
}
