// The days of the year and how busy each is.

export const firstDay = '2025-01-01';

export const days = Array.from({ length: 365 }, (_, at) => daysAfter(firstDay, at));

/**
 * Weekends are quiet, the last three days of a month busy.
 *
 * @param {string} date
 */
export function busynessOf(date) {
  const weekday = noonOf(date).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const isMonthEnd = daysAfter(date, 3).slice(0, 7) !== date.slice(0, 7);

  return (isWeekend ? 0.2 : 1) * (isMonthEnd ? 1.6 : 1);
}

/**
 * @param {string} date
 * @param {number} count
 */
export function daysAfter(date, count) {
  const time = noonOf(date);
  time.setUTCDate(time.getUTCDate() + count);
  return time.toISOString().slice(0, 10);
}

/** @param {string} date */
function noonOf(date) {
  return new Date(`${date}T12:00:00Z`);
}
