import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';

export interface EmbeddedOptions {
  /** Where the database lives; in memory when absent. */
  dataDir?: string;
  /** A dump to start from. */
  template?: Uint8Array;
}

/** A PGlite worker that `pg` talks to as if it were a socket: the same driver, errors and prepared statements. */
export interface Embedded {
  stream(): Duplex;
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function startEmbedded({ dataDir, template }: EmbeddedOptions = {}): Promise<Embedded> {
  const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
    workerData: { dataDir, template },
  });

  const next = <T>(pick: (message: unknown) => T | undefined) =>
    new Promise<T>((resolve, reject) => {
      const onMessage = (message: unknown) => {
        const value = pick(message);
        if (value === undefined) return;
        worker.off('message', onMessage).off('error', reject);
        resolve(value);
      };
      worker.on('message', onMessage).once('error', reject);
    });

  await next((m) => (m === 'ready' ? true : undefined));

  let socket: WorkerSocket | undefined;
  worker.on('message', (m: unknown) => {
    if (m instanceof Uint8Array) socket?.push(Buffer.from(m.buffer, m.byteOffset, m.byteLength));
  });
  worker.on('error', (error) => socket?.destroy(error));

  return {
    stream: () => {
      socket = new WorkerSocket(worker);
      return socket;
    },
    dump: () => {
      const dump = next((m) => (m as { dump?: Uint8Array }).dump);
      worker.postMessage('dump');
      return dump;
    },
    close: async () => {
      const closed = next((m) => (m === 'closed' ? true : undefined));
      worker.postMessage('close');
      await closed;
      await worker.terminate();
    },
  };
}

/** The few methods of net.Socket that pg calls. */
class WorkerSocket extends Duplex {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  connect() {
    this.#worker.postMessage('new session');
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay() {
    return this;
  }

  setKeepAlive() {
    return this;
  }

  ref() {
    return this;
  }

  unref() {
    return this;
  }

  override _read() {}

  /** pg's Client.end() waits for the socket to close. */
  override _final(done: () => void) {
    this.push(null);
    done();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void) {
    this.#worker.postMessage(new Uint8Array(chunk));
    done();
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void) {
    this.#worker.postMessage(new Uint8Array(Buffer.concat(chunks.map((c) => c.chunk))));
    done();
  }
}
