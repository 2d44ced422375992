import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../http/context.ts';
import { type Fault, Problem } from '../kernel/problem.ts';
import { tidy } from '../kernel/text.ts';
import { type Document, type Operation, type Parameter, resolve } from './document.ts';
import type { Handlers, Stream } from './handlers.ts';
import { type Check, createValidators, type Validators } from './validate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
  }
  interface FastifyRequest {
    erp: Context;
  }
}

export interface LoadOptions {
  /** Which of the contract's services this process mounts. */
  services: 'all' | 'api' | 'accounting';
  /** Check every reply against the contract; on in tests. */
  validateReplies: boolean;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

type AnyHandler = (
  context: Context,
  input: { query: unknown; path: unknown; body: unknown },
) => Promise<unknown>;

/** Mounts every operation of the document. A missing or surplus handler stops the start. */
export function loadContract(
  app: FastifyInstance,
  document: Document,
  handlers: Handlers,
  options: LoadOptions,
): void {
  const left = new Set<string>(Object.keys(handlers));
  const validators = createValidators(document);

  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const handler = handlers[operation.operationId as keyof Handlers] as unknown as AnyHandler | undefined;
      if (!handler) throw new Error(`operation ${operation.operationId} (${method} ${path}) has no handler`);
      left.delete(operation.operationId);

      const service = operation['x-erp-service'];
      const isSystem = operation.operationId.startsWith('system.');
      if (options.services !== 'all' && options.services !== service && !isSystem) continue;
      mount(app, document, validators, { path, method, operation, handler }, options.validateReplies);
    }
  }
  if (left.size > 0) throw new Error(`handlers without an operation: ${[...left].join(', ')}`);
}

interface Route {
  path: string;
  method: (typeof methods)[number];
  operation: Operation;
  handler: AnyHandler;
}

function mount(
  app: FastifyInstance,
  document: Document,
  validators: Validators,
  route: Route,
  checkReplies: boolean,
): void {
  const { operation, handler } = route;
  const checkInput = inputCheck(document, validators, operation);

  const status = Number(Object.keys(operation.responses).find((s) => s.startsWith('2')));
  const success = resolve(document, operation.responses[String(status)] ?? {});
  const replySchema = success.content?.['application/json']?.schema;
  const streams = success.content !== undefined && replySchema === undefined;
  const checkReply = checkReplies && replySchema ? validators.compile(replySchema, 'body') : undefined;

  app.route({
    method: route.method.toUpperCase() as 'GET',
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    config: { operation },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      checkInput(request);
      const body = Buffer.isBuffer(request.body) ? request.body : tidy(request.body);
      const result = await handler(request.erp, { query: request.query, path: request.params, body });
      if (streams) return sendStream(reply, result as Stream);

      const faults = checkReply?.(result) ?? [];
      if (faults.length > 0) {
        throw new Error(
          `the reply of ${operation.operationId} breaks the contract: ${JSON.stringify(faults)}`,
        );
      }
      const version = (result as { version?: number } | undefined)?.version;
      if (version !== undefined) reply.header('etag', `"${version}"`);
      if (request.erp.replayed) reply.header('idempotency-replayed', 'true');
      return reply.status(request.erp.status ?? status).send(result);
    },
  });
}

/** Checks parameters and body against the contract and refuses with every fault at once. */
function inputCheck(
  document: Document,
  validators: Validators,
  operation: Operation,
): (request: FastifyRequest) => void {
  const parameters = (operation.parameters ?? []).map((p) => resolve(document, p));
  const schemaOf = (place: Parameter['in']) => {
    const own = parameters.filter((p) => p.in === place);
    return {
      type: 'object',
      additionalProperties: place === 'header',
      required: own.filter((p) => p.required).map((p) => nameOf(p)),
      properties: Object.fromEntries(own.map((p) => [nameOf(p), p.schema])),
    };
  };
  const query = validators.compile(schemaOf('query'), 'query');
  const path = parameters.some((p) => p.in === 'path')
    ? validators.compile(schemaOf('path'), 'path')
    : undefined;
  const header = validators.compile(schemaOf('header'), 'header');

  const body = bodyCheck(validators, operation);

  return (request) => {
    const faults: Fault[] = [
      ...query(request.query),
      ...(path?.(request.params) ?? []),
      ...header(request.headers),
      ...body(request),
    ];
    if (faults.length === 0) return;

    const [first] = faults;
    const more = faults.length > 1 ? `, and ${faults.length - 1} more` : '';
    throw new Problem('invalid_request', `${first?.in} ${first?.pointer}: ${first?.message}${more}`, faults);
  };
}

/** Above this size, in bytes, the first fault of a body is all that is looked for. */
const largeBody = 128 * 1024;

/** A body is of a type that the operation takes, is there when one is needed, and is not thrown away where none is taken. */
function bodyCheck(validators: Validators, operation: Operation): (request: FastifyRequest) => Fault[] {
  const content = operation.requestBody?.content ?? {};
  const schema = content['application/json']?.schema;
  const check: Check | undefined = schema ? validators.compile(schema, 'body') : undefined;
  const types = Object.keys(content);
  const missing = operation.requestBody?.required === true ? [bodyFault('a body is required')] : [];

  return ({ body, headers, rawBody }) => {
    if (body === undefined) return missing;
    if (types.length === 0) return isEmpty(body) ? [] : [bodyFault('this operation takes no body')];

    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!types.includes(type)) return [contentTypeFault(types)];
    return check?.(body, (rawBody?.length ?? 0) > largeBody) ?? [];
  };
}

const bodyFault = (message: string): Fault => ({ in: 'body', pointer: '', code: 'invalid_request', message });

const contentTypeFault = (types: string[]): Fault => ({
  in: 'header',
  pointer: '/content-type',
  code: 'invalid_request',
  message: `send ${types.join(' or ')}`,
});

/** `{}` says nothing: some clients send it with every POST. */
const isEmpty = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0;

const nameOf = (p: Parameter): string => (p.in === 'header' ? p.name.toLowerCase() : p.name);

function sendStream(reply: FastifyReply, stream: Stream): FastifyReply {
  reply.header('content-type', stream.contentType);
  if (stream.fileName) {
    reply.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(stream.fileName)}`,
    );
  }
  return reply.send(Readable.from(stream.body, { objectMode: false }));
}
