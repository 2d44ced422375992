import { basename } from 'node:path';
import type { Schemas } from '@erp/sdk';
import { grouped } from '../output/table.ts';
import type { UsedMapping } from './reading-options.ts';

type Interpretation = Schemas['Interpretation'];

/** How a file was read, a decision a line, as people read it; its warnings are apart. */
export function interpretationLines(name: string, read: Interpretation, mapping?: UsedMapping): string[] {
  const { format, encoding, delimiter, decimal, dateFormat, sheet, years, opening, numbering } = read;
  const form = [
    ...(sheet === null ? [] : [`sheet "${sheet}"`]),
    encoding,
    ...(delimiter === null || delimiter === ''
      ? []
      : [`delimiter ${delimiter === '\t' ? 'TAB' : `"${delimiter}"`}`]),
    ...(decimal === null ? [] : [`decimal "${decimal}"`]),
    ...(dateFormat === null ? [] : [`dates ${dateFormat}`]),
  ];

  return [
    `${name} read as ${format.toUpperCase()}: ${form.join(', ')}`,
    ...(mapping ? [titled('mapped by', `${basename(mapping.file)}, ${mapping.sha256.slice(0, 12)}…`)] : []),
    ...years.map((year) => titled('year', yearText(year))),
    ...(opening && opening.mode !== 'none' ? [titled('opening', openingText(opening))] : []),
    ...(numbering ? [titled('numbers', numberingText(numbering))] : []),
    ...counted('creates', read.created, (count, what) => `${count} ${count === '1' ? oneOf(what) : what}`),
    ...counted('kinds', read.accountKinds, (count, rule) => `${rule} (${count})`),
    ...counted('changed', read.normalised, (count, what) => `${what} ${count} times`),
    ...counted('not stored', read.notStored, (count, what) => `${what} (${count})`),
  ];
}

/** `parties` -> `party`. */
function oneOf(resource: string): string {
  if (resource === 'series') return resource;
  return resource.replace(/ies$/, 'y').replace(/s$/, '');
}

function titled(title: string, text: string): string {
  return `  ${title.padEnd(11)}${text}`;
}

function yearText({ code, start, end, created, reason, detail }: Interpretation['years'][number]): string {
  return `${code}, ${start} to ${end}, ${created ? 'is opened' : 'exists'}${detail === 'balances' ? ', balances only' : ''}${because(reason)}`;
}

function openingText(opening: NonNullable<Interpretation['opening']>): string {
  const { journal, mode, difference, reason } = opening;
  const differs =
    difference === null || !/[1-9]/.test(difference) ? '' : `, difference ${grouped(difference)}`;

  return `${mode}${journal === null ? '' : `, journal ${journal}`}${differs}${because(reason)}`;
}

function numberingText(numbering: NonNullable<Interpretation['numbering']>): string {
  const { policy, series, renumbered, reason } = numbering;
  const shown = series
    .slice(0, 4)
    .map(({ code, first, last }) => `${code} ${first ?? '?'} to ${last ?? '?'}`);
  const more = series.length > shown.length ? [`${series.length - shown.length} more series`] : [];
  const ranges = policy === 'keep' ? [...shown, ...more] : [];
  const given = renumbered.length > 0 ? [`given here: ${renumbered.slice(0, 8).join(', ')}`] : [];

  return [policy === 'keep' ? 'kept' : 'given anew', ...ranges, ...given].join(', ') + because(reason);
}

function because(reason: string | null): string {
  return reason === null || reason === '' ? '' : ` (${reason.replace(/\.$/, '')})`;
}

/** One line for a table of counts, the largest first and at most six of them; none for an empty one. */
function counted(
  title: string,
  counts: Readonly<Record<string, number>>,
  describe: (count: string, name: string) => string,
): string[] {
  const all = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  if (all.length === 0) return [];

  const shown = all.slice(0, 6).map(([name, count]) => describe(grouped(String(count)), name));
  const more = all.length > shown.length ? [`${all.length - shown.length} more`] : [];
  return [titled(title, [...shown, ...more].join(', '))];
}
