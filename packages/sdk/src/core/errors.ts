import type { components } from '@erp/openapi/types';

export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type Fault = components['schemas']['Fault'];

/** What a status means when the reply says nothing more: that of a proxy, for instance. */
const codeOfStatus: Record<number, ProblemCode> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  412: 'version_conflict',
  413: 'body_too_large',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
};

/** A refusal by the server. Decide by `code`, show `message`, quote `requestId`. */
export class ErpError extends Error {
  override readonly name = 'ErpError';
  /** Stable; one of `ProblemCode`, or a newer one that this version does not know. */
  readonly code: ProblemCode | (string & {});
  readonly status: number;
  readonly title: string;
  /** Each fault with the place it is at, `/lines/2/account`. */
  readonly errors: readonly Fault[];
  readonly requestId: string | undefined;
  /** The whole problem document, where there was one. */
  readonly problem: Problem | undefined;

  constructor(message: string, status: number, code?: string, problem?: Problem) {
    super(message);
    this.status = status;
    this.code = code ?? problem?.code ?? codeOfStatus[status] ?? 'internal';
    this.title = problem?.title ?? message;
    this.errors = problem?.errors ?? [];
    this.requestId = problem?.requestId;
    this.problem = problem;
  }
}

/** There was no reply at all: the server was not reached, or the call ran out of time. */
export class ErpConnectionError extends Error {
  override readonly name = 'ErpConnectionError';
  readonly code: 'unreachable' | 'timeout';

  constructor(message: string, code: 'unreachable' | 'timeout', cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
