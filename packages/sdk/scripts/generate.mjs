// Writes src/generated/ from the contract: <area>.ts with one thin function an operation, named by its operationId
// (`accounts.list` -> accounts.ts, `list`), one more that iterates where an operation answers pages, and the version.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readJson = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const contract = readJson('../../../openapi/dist/erp.json');
const { version } = readJson('../package.json');

const out = new URL('../src/generated/', import.meta.url);
const biome = fileURLToPath(new URL('../../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

const fileOf = (area) => `${area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
const capital = (word) => word[0].toUpperCase() + word.slice(1);

function write(name, text) {
  const source = `// Generated from openapi/ by \`npm run generate\`. Do not edit.\n${text}`;
  // Biome leaves generated folders alone: it is given another name.
  const formatted = execFileSync(
    process.execPath,
    [biome, 'format', '--stdin-file-path=packages/sdk/src/area.ts'],
    {
      cwd: root,
      input: source,
      encoding: 'utf8',
    },
  );
  writeFileSync(new URL(name, out), formatted);
}

function resolve(part) {
  if (!part?.$ref) return part;
  return part.$ref
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key], contract);
}

function successOf(operation) {
  const [, response] = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  return resolve(response).content ?? {};
}

/** Verbs that no function may be declared as, and that a module may export all the same. */
const reservedWords = new Set(['delete', 'export', 'import']);

/** `list` -> `iterate`, `listValues` -> `iterateValues`, `generalLedger` -> `iterateGeneralLedger`. */
const iterateName = (verb) => `iterate${verb === 'list' ? '' : capital(verb.replace(/^list(?=[A-Z])/, ''))}`;

function describe(path, method, operation) {
  const id = operation.operationId;
  const [area, verb] = id.split('.');
  const parameters = (operation.parameters ?? []).map(resolve);
  const contents = operation.requestBody?.content ?? {};
  const success = successOf(operation);

  const json = success['application/json'];
  const isStream = !json && Object.keys(success).length > 0;
  const isPaged = ['items', 'next'].every((key) => resolve(json?.schema)?.properties?.[key]);

  // Positional: path parameters in the order of the path, then body, then query, then what concerns the call.
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const args = inPath.map(
    ({ name, schema }) => `${name}: ${resolve(schema).type === 'integer' ? 'number' : 'string'}`,
  );
  const input = inPath.length > 0 ? [`path: { ${inPath.map(({ name }) => name).join(', ')} }`] : [];
  const types = new Set();

  if (contents['application/json']) {
    args.push(`body: Body<'${id}'>${operation.requestBody.required ? '' : ' = {}'}`);
    input.push('body');
    types.add('Body');
  }
  const isNdjson = Boolean(contents['application/x-ndjson']);
  if (isNdjson) {
    args.push('ndjson: Uint8Array | string');
    input.push('bytes: await ndjsonBytes(ndjson)');
  }
  if (parameters.some((parameter) => parameter.in === 'query')) {
    args.push(`query: Query<'${id}'> = {}`);
    input.push('query');
    types.add('Query');
  }

  return { id, area, verb, path, method, operation, inPath, args, input, types, isNdjson, isStream, isPaged };
}

function functionsOf(call) {
  const { id, verb, path, method, operation, inPath, args, input, isNdjson, isStream, isPaged } = call;
  const parameters = ['client: Client', ...args, 'options?: CallOptions'].join(', ');
  const send = `(client, '${method.toUpperCase()}', '${path}', { ${input.join(', ')} }, options)`;
  const result = isStream ? 'ReadableStream<Uint8Array>' : `Reply<'${id}'>`;

  const lines = `${operation.summary}. ${operation.description}`;
  const isReserved = reservedWords.has(verb);
  const declared = isReserved ? `${verb}_` : verb;
  const text = `
/** ${lines} */
${isReserved ? '' : 'export '}${isNdjson ? 'async ' : ''}function ${declared}(${parameters}): Promise<${result}> {
  return ${isStream ? 'stream' : 'json'}${send};
}
${isReserved ? `export { ${declared} as ${verb} };\n` : ''}`;
  if (!isPaged) return text;

  const passed = ['client', ...inPath.map(({ name }) => name), 'page', 'options'].join(', ');
  return `${text}
/** ${operation.summary}, all of them: \`for await\` asks for the next page when it is needed. */
export function ${iterateName(verb)}(${parameters}): AsyncGenerator<Item<'${id}'>, void, undefined> {
  return eachItem((page: Query<'${id}'>) => ${verb}(${passed}), query);
}
`;
}

function areaSource(calls) {
  const isUsed = (name) => calls.some((call) => call.types.has(name));
  const hasPages = calls.some((call) => call.isPaged);
  const hasNdjson = calls.some((call) => call.isNdjson);
  const hasStreams = calls.some((call) => call.isStream);
  const hasJson = calls.some((call) => !call.isStream);

  const types = [
    isUsed('Body') && 'Body',
    hasPages && 'Item',
    isUsed('Query') && 'Query',
    hasJson && 'Reply',
  ];
  const callers = [hasJson && 'json', hasStreams && 'stream'];
  const list = (names) => names.filter(Boolean).join(', ');

  return [
    `import type { CallOptions, Client } from '../core/client.ts';`,
    ...(hasPages ? [`import { eachItem } from '../core/pages.ts';`] : []),
    `import type { ${list(types)} } from '../core/types.ts';`,
    `import { ${list(callers)} } from '../internal/call.ts';`,
    ...(hasNdjson ? [`import { ndjsonBytes } from '../internal/ndjson.ts';`] : []),
    ...calls.map(functionsOf),
  ].join('\n');
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const areas = new Map();

for (const [path, item] of Object.entries(contract.paths)) {
  for (const method of methods.filter((name) => item[name])) {
    const call = describe(path, method, item[method]);
    areas.set(call.area, [...(areas.get(call.area) ?? []), call]);
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
for (const [area, calls] of areas) write(fileOf(area), areaSource(calls));
write(
  'index.ts',
  [...areas.keys()].map((area) => `export * as ${area} from './${fileOf(area)}';\n`).join(''),
);
write('version.ts', `export const version = '${version}';\n`);
