import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to the server that holds requests back until it is told to let them through. */
export interface PartGate {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A proxy before a server, for what must happen between two parts of an import.
 *
 * @param beforePart called before a part is let through, with its number; what it waits for, the part waits for
 */
export async function openPartGate(
  server: string,
  beforePart: (part: number) => Promise<void>,
): Promise<PartGate> {
  const target = new URL(server);

  const gate = createServer(async (incoming, outgoing) => {
    const part = partOf(incoming);
    try {
      if (part !== undefined) await beforePart(part);
    } catch (error) {
      outgoing.destroy(error as Error);
      return;
    }

    const onward = request(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        gate.close(() => resolve());
        gate.closeAllConnections();
      }),
  };
}

function partOf({ method, url }: IncomingMessage): number | undefined {
  const [, part] = /^\/v1\/imports\/[^/]+\/parts\/(\d+)$/.exec(url ?? '') ?? [];
  return method === 'PUT' && part !== undefined ? Number(part) : undefined;
}
