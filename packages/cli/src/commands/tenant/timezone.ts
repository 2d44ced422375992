/** A locale with the list of time zones of its region, which the types of this language version do not know yet. */
interface ZonedLocale {
  readonly timeZones?: readonly string[];
  readonly getTimeZones?: () => readonly string[];
}

/**
 * The time zone of a country that has one. Where there are several, that of this machine when it is among them; else UTC,
 * as any other choice would date entries by a guess.
 */
export function timezoneOf(country: string): string {
  const zones = zonesOf(country);
  const [only] = zones;
  if (zones.length === 1 && only !== undefined) return only;

  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zones.includes(own) ? own : 'UTC';
}

function zonesOf(country: string): readonly string[] {
  try {
    const locale = new Intl.Locale(`und-${country}`) as ZonedLocale;
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    // No country code at all: the server says so, with the field.
    return [];
  }
}
