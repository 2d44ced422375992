import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemOfDatabase } from '../db/problems.ts';
import { Problem } from '../kernel/problem.ts';

/** Every failure leaves as one problem document; the cause of a fault of ours goes to the log only. */
export function problemReplies(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, problem);
  });

  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      new Problem('not_found', `${request.method} ${request.url.split('?')[0]} is no operation`),
    ),
  );
}

/** Addresses that the router cannot read: they meet no hook and no handler. */
export function addressProblem(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('x-request-id', request.id);
  const problem = new Problem('not_found', `${request.method} ${request.url.slice(0, 200)} is no operation`);
  return sendProblem(request, reply, problem);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  if (problem.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problem.toBody(request.id)));
}

function problemOf(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;

  const fromDatabase = problemOfDatabase(error);
  if (fromDatabase) return fromDatabase;

  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body_too_large', 'A body may have at most 8 MiB: send several parts or batches');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('invalid_request', 'The content type is not one that this operation takes', [
        {
          in: 'header',
          pointer: '/content-type',
          code: 'invalid_request',
          message: 'send application/json, or application/x-ndjson where the contract says so',
        },
      ]);
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return badJson(error.message);
    default:
      if (error instanceof SyntaxError && error.statusCode === 400) return badJson(error.message);
      return new Problem('internal', 'Something failed on our side; the log has it under this request id');
  }
}

const badJson = (message: string): Problem =>
  new Problem('invalid_request', `The body is not JSON: ${message}`, [
    { in: 'body', pointer: '', code: 'invalid_request', message },
  ]);
