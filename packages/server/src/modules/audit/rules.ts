import type { components } from '@erp/openapi/types';
import type { AuditRow } from './store.ts';

type AuditEvent = components['schemas']['AuditEvent'];
type Document = Record<string, unknown> | null;

/** What audit rows call a thing -> the area that callers know it by. */
const areas: Record<string, string> = {
  tenant: 'tenants',
  apiKey: 'apiKeys',
  account: 'accounts',
  journal: 'journals',
  series: 'series',
  party: 'parties',
  dimension: 'dimensions',
  'dimension value': 'dimensions',
  currency: 'currencies',
  year: 'years',
  period: 'periods',
  entry: 'entries',
  draft: 'entries',
  settlement: 'settlements',
  import: 'imports',
  export: 'exports',
};

/** The nouns of an area, as rows have them; an area that is not known is looked for as it is written. */
export function nounsOf(area: string): string[] {
  const nouns = Object.keys(areas).filter((noun) => areas[noun] === area);
  return nouns.length > 0 ? nouns : [area];
}

/** An audit row as the wire has it: of a change only the fields that changed. */
export function eventOfRow(row: AuditRow): AuditEvent {
  const { keyId, name, resource, before, after, ...same } = row;
  const changed = (key: string) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]);
  const cut = (document: Document): Document =>
    document && before && after
      ? Object.fromEntries(Object.entries(document).filter(([key]) => changed(key)))
      : document;
  return {
    ...same,
    actor: { keyId, name },
    resource: areas[resource] ?? resource,
    before: cut(before),
    after: cut(after),
  };
}
