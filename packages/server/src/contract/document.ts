import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What the server reads of an operation of the contract. */
export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, Response>;
  security: { bearer: string[] }[];
  'x-erp-service': 'api' | 'accounting';
}

export interface Response {
  $ref?: string;
  content?: Record<string, { schema: object }>;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: object;
}

export interface Document {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

export const readDocument = (): Document =>
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@erp/openapi/document'), 'utf8'),
  ) as Document;

/** What a local `$ref` points at. */
export function resolve<T extends { $ref?: string }>(document: Document, part: T): T {
  if (!part.$ref) return part;
  const path = part.$ref.slice(2).split('/');
  return path.reduce<unknown>(
    (at, key) => (at as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  ) as T;
}
