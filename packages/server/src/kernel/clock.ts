/** Milliseconds since 1970, UTC. Passed in, so that a test can hold time still or turn it back. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** An instant as the wire has it. */
export const instant = (now: number): string => new Date(now).toISOString();

/** The calendar day of an instant where the tenant is: `2026-03-31` in `Europe/Paris`. */
export function dayIn(timezone: string, now: number): string {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timezone, format);
  }
  return format.format(now);
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
