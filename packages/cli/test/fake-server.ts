import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, text as HTML of some proxy. */
  readonly body?: unknown;
  /** Never answers. */
  readonly silent?: true;
}

export interface FakeServer {
  readonly url: string;
  /** Everything that came, in order. */
  readonly received: Received[];
  /** What answers from now on. */
  answer(answer: Answer | ((request: Received) => Answer)): void;
  close(): Promise<void>;
}

/**
 * A server that answers what a test tells it to: for what the real one cannot be made to do at will. It knows nothing of
 * the ledger.
 */
export async function startFakeServer(): Promise<FakeServer> {
  const received: Received[] = [];
  let answerTo: (request: Received) => Answer = () => ({ status: 404 });

  const server = createServer(async (message, reply) => {
    const url = new URL(message.url ?? '/', 'http://fake');
    const request: Received = {
      method: message.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: message.headers,
      body: await bodyOf(message),
    };
    received.push(request);

    const { status = 200, headers = {}, body, silent } = answerTo(request);
    if (silent) return;

    const isText = typeof body === 'string';
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    const content = status === 204 ? {} : { 'content-type': isText ? 'text/html' : type };
    reply.writeHead(status, { ...content, ...headers });
    reply.end(isText || body === undefined ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer(answer) {
      answerTo = typeof answer === 'function' ? answer : () => answer;
      received.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A refusal as the contract describes it. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors: readonly object[] = [],
): Answer {
  const body = { type: 'about:blank', title: detail, status, code, detail, requestId: 'req-1', errors };
  return { status, body };
}

async function bodyOf(message: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of message.setEncoding('utf8')) text += chunk as string;

  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
