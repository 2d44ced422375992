import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as sdk from '../src/index.ts';

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

const contract: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
} = JSON.parse(readFileSync(new URL('../../../openapi/dist/erp.json', import.meta.url), 'utf8'));

const operations = Object.values(contract.paths).flatMap((item) => Object.values(item));
const areas: Record<string, unknown> = { ...sdk };

function callOf(operationId: string): unknown {
  const [area = '', verb = ''] = operationId.split('.');
  return (areas[area] as Record<string, unknown> | undefined)?.[verb];
}

test('every operation of the contract is a function under its own name', () => {
  const missing = operations.filter(({ operationId }) => typeof callOf(operationId) !== 'function');
  expect(missing.map(({ operationId }) => operationId)).toEqual([]);
});

test('every operation is bound on the one object, with the client filled in', () => {
  const erp: Record<string, unknown> = { ...sdk.createErp({ baseUrl: 'http://127.0.0.1:1' }) };
  for (const { operationId } of operations) {
    const [area = '', verb = ''] = operationId.split('.');
    const bound = (erp[area] as Record<string, unknown>)[verb];
    expect(typeof bound, operationId).toBe('function');
  }
});

test('every operation that answers pages can be iterated', () => {
  const paged = operations.filter(({ responses }) => {
    const name = responses['200']?.content?.['application/json']?.schema.$ref?.split('/').at(-1);
    const properties = name === undefined ? undefined : contract.components.schemas[name]?.properties;
    return properties !== undefined && 'items' in properties && 'next' in properties;
  });

  const names = paged.map(({ operationId }) => {
    const [area = '', verb = ''] = operationId.split('.');
    const rest = verb.replace(/^list/, '');
    return `${area}.iterate${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  });

  expect(names).toContain('entries.iterateDrafts');
  expect(names).toContain('reports.iterateGeneralLedger');
  expect(names.filter((name) => typeof callOf(name) !== 'function')).toEqual([]);
});
