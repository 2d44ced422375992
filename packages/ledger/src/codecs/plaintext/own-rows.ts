import { isDate } from '../../calendar/index.ts';
import type { JournalRow, PartyRow, Row } from '../../records/rows.ts';
import type { ExportHead } from '../codec.ts';
import { commentParts } from './comments.ts';
import { encodedValue } from './tags.ts';

type Tags = [string, string][];

/**
 * Rows that plain text ledgers have no directive for stand in comments at the margin, `; @party code: C1, name: Dupont`: other
 * programs pass over them. Undefined when the text is no such row.
 */
export function rowOfMark(text: string, line: number): Row | undefined {
  const blank = text.indexOf(' ');
  if (blank < 0) return undefined;
  const { tags } = commentParts(text.slice(blank));
  const given = Object.fromEntries(tags);
  const row = rowOf(text.slice(0, blank), given, tags);
  return row && { ...row, row: line };
}

function rowOf(kind: string, given: Record<string, string>, tags: Tags): Row | undefined {
  const { code, name, start, end, dimension, parent } = given;
  const named = name ? { name } : {};

  if (kind === 'year' && isDate(start ?? '') && isDate(end ?? '')) {
    return { record: 'year', ...(code ? { code } : {}), start: start ?? '', end: end ?? '' };
  }
  if (code === undefined || code === '') return undefined;
  if (kind === 'journal') return journalOf(code, given);
  if (kind === 'party') return partyOf(code, given, tags);
  if (kind === 'dimension') return { record: 'dimension', code, ...named, ...(parent ? { parent } : {}) };
  if (kind === 'value' && dimension) return { record: 'dimensionValue', dimension, code, ...named };
  return undefined;
}

const areas = ['sale', 'purchase', 'bank', 'cash', 'payroll', 'general', 'opening', 'closing'];

function journalOf(code: string, given: Record<string, string>): JournalRow {
  const { name, area, series } = given;
  return {
    ...{ record: 'journal', code },
    ...(name ? { name } : {}),
    ...(area !== undefined && areas.includes(area) ? { area: area as NonNullable<JournalRow['area']> } : {}),
    ...(series ? { series } : {}),
    ...(given['external-id'] ? { externalId: given['external-id'] } : {}),
  };
}

function partyOf(code: string, given: Record<string, string>, tags: Tags): PartyRow {
  const roles: NonNullable<PartyRow['roles']> = [];
  for (const [tag, value] of tags) {
    const last = roles.at(-1);
    if (tag === 'role' && value !== '') roles.push({ role: value });
    else if (tag === 'subledger' && last) last.subledgerCode = value;
    else if (tag === 'control' && last) last.controlAccount = value;
  }

  const { name, kind, registration } = given;
  return {
    ...{ record: 'party', code },
    ...(name ? { name } : {}),
    ...(kind === 'person' || kind === 'organisation' ? { kind } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(registration ? { registrationNumber: registration } : {}),
    ...(given['external-id'] ? { externalId: given['external-id'] } : {}),
  };
}

/** The rows of an export that plain text ledgers have no directive for, each with the tags of its comment. */
export function marksOf(head: ExportHead): { kind: string; tags: Tags }[] {
  const mark = (kind: string, ...tags: [string, string | undefined][]) => ({
    kind,
    tags: tags.filter((tag): tag is [string, string] => tag[1] !== undefined && tag[1] !== ''),
  });

  return [
    ...head.years.map(({ code, start, end }) => mark('year', ['code', code], ['start', start], ['end', end])),
    ...(head.dimensionTypes ?? []).map(({ code, name, parent }) =>
      mark('dimension', ['code', code], ['name', name], ['parent', parent]),
    ),
    ...(head.dimensionValues ?? []).map(({ dimension, code, name }) =>
      mark('value', ['dimension', dimension], ['code', code], ['name', name]),
    ),
    ...head.journals.map(({ code, name, area, series, externalId }) =>
      mark(
        'journal',
        ['code', code],
        ['name', name],
        ['area', area],
        ['series', series],
        ['external-id', externalId],
      ),
    ),
    ...head.parties.map(({ code, name, kind, roles = [], registrationNumber, externalId }) =>
      mark(
        'party',
        ...([
          ['code', code],
          ['name', name],
          ['kind', kind],
          ['registration', registrationNumber],
          ['external-id', externalId],
        ] as [string, string | undefined][]),
        ...roles.flatMap(({ role, subledgerCode, controlAccount }): [string, string | undefined][] => [
          ['role', role],
          ['subledger', subledgerCode],
          ['control', controlAccount],
        ]),
      ),
    ),
  ];
}

/** Tags as one comment. */
export const tagsText = (tags: Tags): string =>
  tags.map(([name, value]) => `${name}: ${encodedValue(value)}`).join(', ');
