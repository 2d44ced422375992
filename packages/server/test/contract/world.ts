import { createHash } from 'node:crypto';
import type { Reply, TestApp } from '../harness.ts';

/** One call of an operation: what fills its address, its query, its body and its headers. */
export interface Call {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  /** With the platform's key instead of the tenant's. */
  asPlatform?: boolean;
}

/** Makes what a call needs to be answered so, and gives the call. */
export type Recipe = (world: World) => Promise<Call> | Call;

/**
 * How the statuses of an operation are reached. `ok` may be called again and again: each time it makes what it needs anew. What
 * stands under no status here is tried in a way that is the same for all operations.
 */
export interface Recipes {
  ok: Recipe;
  409?: Recipe;
  422?: Recipe;
}

/** The books that the recipes work on, and how they make more. */
export interface World {
  t: TestApp;
  /** A code that nothing has yet. */
  code(): string;
  /** Calls and expects success: the body of the reply. */
  make(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Reply['body']>;
}

let made = 0;

export function createWorld(t: TestApp): World {
  return {
    t,
    code: () => `N${++made}`,
    make: async (method, url, body, headers) => {
      const reply = await t.call(method, url, body, headers);
      if (reply.status >= 300) throw new Error(`${method} ${url}: ${JSON.stringify(reply.body)}`);
      return reply.body;
    },
  };
}

export const digestOf = (text: string): string =>
  `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
