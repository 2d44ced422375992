import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server does with the request at this place; the last step is repeated. */
export type Step = (response: ServerResponse, request: Received) => void;

export interface ScriptedServer {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** A real HTTP server on this machine that answers as the script says, one step a request. */
export async function scriptedServer(...script: Step[]): Promise<ScriptedServer> {
  const received: Received[] = [];

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);

    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    received.push(request);
    script[Math.min(received.length, script.length) - 1]?.(response, request);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return (response) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
  };
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Step {
  const body = {
    type: `urn:erp:problem:${code}`,
    title: code,
    status,
    detail: `Because ${code}.`,
    code,
    requestId: 'r-1',
  };
  return json(status, body, headers);
}

/** Cuts the connection without an answer. */
export const cut: Step = (response) => {
  response.socket?.destroy();
};

/** Never answers. */
export const silence: Step = () => undefined;
