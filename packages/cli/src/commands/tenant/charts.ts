import type { NewTenant } from './fields.ts';

type ChartTemplate = NonNullable<NewTenant['chart']>;

/** Every chart of the contract, and the country that it is for. */
const COUNTRY_OF: Readonly<Record<ChartTemplate, string | undefined>> = {
  international: undefined,
  'fr-pcg': 'FR',
  'de-skr03': 'DE',
  'de-skr04': 'DE',
  'se-bas': 'SE',
  'no-ns4102': 'NO',
  uk: 'GB',
  us: 'US',
};

export const CHARTS = Object.keys(COUNTRY_OF) as ChartTemplate[];

/** What books of a country may begin with: its own charts, else the one without a country. */
export function chartsFor(country: string): ChartTemplate[] {
  const own = CHARTS.filter((chart) => COUNTRY_OF[chart] === country);
  return own.length > 0 ? own : ['international'];
}
