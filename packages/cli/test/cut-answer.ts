import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingServer {
  readonly url: string;
  /** How often what is cut has come. */
  times(): number;
  close(): Promise<void>;
}

/** Stands before a server, and cuts the connection once, when that has done what was asked and the answer is on its way. */
export async function startCutting(target: string, method: string, path: string): Promise<CuttingServer> {
  let times = 0;
  const server = createServer((message, reply) => {
    const isMeant = message.method === method && message.url === path;
    if (isMeant) times += 1;
    const isCut = isMeant && times === 1;
    const { url = '/', headers } = message;
    const onward = request(new URL(url, target), { method: message.method ?? 'GET', headers }, (answer) => {
      if (isCut) {
        answer.resume().on('end', () => message.socket.destroy());
        return;
      }
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    message.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    times: () => times,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
