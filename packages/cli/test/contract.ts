import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Received } from './fake-server.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: object;
  readonly $ref?: string;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly Parameter[] };

interface Contract {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

const contract = JSON.parse(
  readFileSync(new URL('../../../openapi/dist/erp.json', import.meta.url), 'utf8'),
) as Contract;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(contract, 'contract');

/** The operation that a request calls, and what the contract finds wrong with it. */
export function checkRequest({ method, path, query, body }: Received): {
  operation: string;
  faults: string[];
} {
  const found = Object.entries(contract.paths).find(
    ([template, item]) => item[method.toLowerCase()] !== undefined && patternOf(template).test(path),
  );
  const item = found?.[1];
  const operation = item?.[method.toLowerCase()];
  if (!item || !operation) return { operation: '?', faults: [`no operation ${method} ${path}`] };

  const allowed = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    .map(resolved)
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);
  const surplus = Object.keys(query).filter((name) => !allowed.includes(name));

  return {
    operation: operation.operationId,
    faults: [...surplus.map((name) => `query ${name} is unknown`), ...bodyFaults(found[0], method, body)],
  };
}

/** A template as a pattern; fixed paths come before `{id}` in the contract, which is the order of the search. */
function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function resolved(parameter: Parameter): Parameter {
  const name = parameter.$ref?.split('/').at(-1);
  return name === undefined ? parameter : (contract.components.parameters[name] ?? parameter);
}

function bodyFaults(template: string, method: string, body: unknown): string[] {
  const declared = contract.paths[template]?.[method.toLowerCase()]?.requestBody;
  if (!declared) return body === undefined ? [] : ['a body where none is expected'];

  const place = [template, method.toLowerCase()].map((part) => part.replaceAll('/', '~1')).join('/');
  const pointer = `contract#/paths/${encodeURI(place)}/requestBody/content/application~1json/schema`;
  const validate = ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer });
  if (body === undefined || validate(body)) return [];

  return (validate.errors ?? []).map(({ instancePath, message }) => `body ${instancePath} ${message}`);
}
