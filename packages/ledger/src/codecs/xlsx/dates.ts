import type { CellFault } from '../csv/table-rows.ts';

const dayLength = 86_400;
const millisecondsOfDay = 86_400_000;
const before1900 = Date.UTC(1899, 11, 30);
const before1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const lastSerial = 2_958_465;
/** Lotus 1-2-3 took 1900 for a leap year, and every spreadsheet since keeps its day 60. */
const leapBug = 60;

/**
 * The day that a number stands for: `2025-12-31`, with the time behind it where it has one, `2025-12-31T14:30:00`. A number
 * below one is a time alone.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | CellFault {
  const seconds = Math.round(serial * dayLength);
  const day = Math.floor(seconds / dayLength);
  const time = timeOf(seconds - day * dayLength);
  if (!(day >= 0 && day <= lastSerial)) return fault(`${serial} is no day of a spreadsheet`);

  if (from1904) {
    if (day + (before1904 - before1900) / millisecondsOfDay > lastSerial)
      return fault(`${serial} is no day of a spreadsheet`);
    return withTime(before1904 + day * millisecondsOfDay, time);
  }
  if (day === 0) return time ?? fault('day 0 of January 1900 is none');
  if (day === leapBug) return fault('29 February 1900 is a day that only spreadsheets have');
  return withTime(before1900 + (day < leapBug ? day + 1 : day) * millisecondsOfDay, time);
}

function withTime(instant: number, time: string | undefined): string {
  const day = new Date(instant).toISOString().slice(0, 10);
  return time === undefined ? day : `${day}T${time}`;
}

/** Undefined at midnight. */
function timeOf(seconds: number): string | undefined {
  if (seconds === 0) return undefined;
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/** The number of a day in the system of 1900; undefined for days before it. */
export function serialOfDate(date: string): number | undefined {
  const days = (Date.parse(`${date}T00:00:00Z`) - before1900) / millisecondsOfDay;
  if (!(days >= 2 && days <= lastSerial)) return undefined;
  return days <= leapBug ? days - 1 : days;
}

function fault(message: string): CellFault {
  return { code: 'date_invalid', message };
}
