import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to a port of loopback, which counts the bytes on it in both directions. */
export interface Wire {
  readonly port: number;
  passed(): number;
  /** Strikes once so many bytes more have passed: the next one waits until `strike` is done, those of other connections do not. */
  trap(bytes: number, strike: () => Promise<void>): Trap;
  /** Resets every connection. */
  cut(): void;
  close(): Promise<void>;
}

export interface Trap {
  /** Settles as `strike` has. */
  readonly sprung: Promise<void>;
  /** Takes it away, unless it has sprung. */
  remove(): void;
}

export async function openWire(upstream: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let passed = 0;
  let set: { at: number; strike: () => Promise<void> } | undefined;

  async function write(to: Socket, bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || to.destroyed || to.write(bytes)) return;
    await Promise.race([once(to, 'drain'), once(to, 'close')]);
  }

  async function carry(from: Socket, to: Socket): Promise<void> {
    for await (const chunk of from as AsyncIterable<Uint8Array>) {
      let rest = chunk;
      if (set && passed + chunk.length >= set.at) {
        const { at, strike } = set;
        set = undefined;
        const before = Math.max(0, at - passed);
        await write(to, chunk.subarray(0, before));
        rest = chunk.subarray(before);
        await strike();
      }
      passed += chunk.length;
      await write(to, rest);
    }
    to.end();
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ port: upstream, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const both = [near, far];
    const drop = () => {
      for (const socket of both) if (!socket.destroyed) socket.resetAndDestroy();
    };
    for (const socket of both) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // A reset of one side is one of the other.
      socket.on('error', drop);
    }
    carry(near, far).catch(drop);
    carry(far, near).catch(drop);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  return {
    port: (server.address() as AddressInfo).port,
    passed: () => passed,
    trap: (bytes, strike) => {
      let mine: typeof set;
      const sprung = new Promise<void>((resolve, reject) => {
        mine = {
          at: passed + bytes,
          strike: async () => {
            // The wire goes on whatever a strike says: whoever set the trap hears it.
            await strike().then(resolve, reject);
          },
        };
        set = mine;
      });
      return {
        sprung,
        remove: () => {
          if (set === mine) set = undefined;
        },
      };
    },
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
