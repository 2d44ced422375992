import document from '@erp/openapi/document' with { type: 'json' };
import { besideProperties } from './beside.ts';

export type Schema = Readonly<Record<string, unknown>>;

const schemas = (document['components'] as { schemas: Record<string, Schema> }).schemas;

/**
 * The JSON Schema of a tenant's file: that of the contract, with all parts that it refers to, and what the command line does beside
 * it.
 */
export function tenantFileSchema(): Schema {
  const parts = new Map<string, Schema>();
  const properties = { ...(schemas['TenantFile']?.['properties'] as object), ...besideProperties };
  const collect = (name: string): void => {
    if (parts.has(name)) return;
    const part = referred(name === 'TenantFile' ? { ...schemas[name], properties } : schemas[name]) as Schema;
    parts.set(name, part);
    for (const [, next] of JSON.stringify(part).matchAll(/"#\/\$defs\/(\w+)"/g)) collect(next as string);
  };
  collect('TenantFile');
  const whole = parts.get('TenantFile');
  parts.delete('TenantFile');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A tenant, for erp tenant plan and erp tenant apply',
    ...whole,
    $defs: Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** A schema with its references turned from the contract to parts of one document. */
function referred(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referred);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === '$ref'
        ? [key, String(part).replace('#/components/schemas/', '#/$defs/')]
        : [key, referred(part)],
    ),
  );
}
