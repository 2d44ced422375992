import type { components, operations } from '@erp/openapi/types';

export type OperationId = keyof operations;
export type Schemas = components['schemas'];

type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Successes<Id extends OperationId> = keyof operations[Id]['responses'] & (200 | 201 | 202 | 204);

/** Query parameters of an operation. */
export type Query<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>;

/** JSON body of an operation's request. */
export type Body<Id extends OperationId> =
  NonNullable<operations[Id]['requestBody']> extends { content: { 'application/json': infer Content } }
    ? Content
    : never;

/** JSON body of an operation's success. */
export type Reply<Id extends OperationId> = {
  [Status in Successes<Id>]: Json<operations[Id]['responses'][Status]>;
}[Successes<Id>];

/** An item of an operation that answers page by page. */
export type Item<Id extends OperationId> = Reply<Id> extends { items: (infer One)[] } ? One : never;
