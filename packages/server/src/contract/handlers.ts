import type { operations } from '@erp/openapi/types';
import type { Context } from '../http/context.ts';

type Ok = 200 | 201 | 202 | 204;

/** A reply that is no JSON document: sent as it is made, memory flat. */
export interface Stream {
  contentType: string;
  fileName?: string;
  body: AsyncIterable<Uint8Array | string>;
}

type Reply<R> = R extends { content: { 'application/json': infer B } }
  ? B
  : R extends { content: object }
    ? Stream
    : undefined;
type Success<R> = { [S in keyof R & Ok]: Reply<R[S]> }[keyof R & Ok];
type Part<P, K extends string> = K extends keyof P ? NonNullable<P[K]> : Record<never, never>;

export interface Input<Op extends { parameters: unknown }> {
  query: Part<Op['parameters'], 'query'>;
  path: Part<Op['parameters'], 'path'>;
  body: Op extends { requestBody?: { content: { 'application/json': infer B } } }
    ? B
    : Op extends { requestBody: { content: object } }
      ? Buffer
      : undefined;
}

export type OperationId = keyof operations;

export type Handler<Id extends OperationId> = (
  context: Context,
  input: Input<operations[Id]>,
) => Promise<Success<operations[Id]['responses']>>;

/** All operations of one area: `HandlersOf<'accounts'>` has exactly the keys `accounts.*` of the contract. */
export type HandlersOf<Area extends string> = {
  [Id in OperationId as Id extends `${Area}.${string}` ? Id : never]: Handler<Id>;
};

export type Handlers = { [Id in OperationId]: Handler<Id> };
