// @ts-check
// PGlite behind the PostgreSQL wire protocol: bytes in, bytes out, in a worker because a query stops the event loop.
// JavaScript on purpose: Node 20 starts no TypeScript worker, and this file is the same in src and in dist.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { dataDir, template } = /** @type {{ dataDir?: string, template?: Uint8Array<ArrayBuffer> }} */ (
  workerData
);

const db = await PGlite.create({
  ...(dataDir ? { dataDir } : {}),
  ...(template ? { loadDataDir: new Blob([template]) } : {}),
});
port.postMessage('ready');

/** @type {Promise<unknown>} */
let tail = Promise.resolve();

port.on('message', (/** @type {Uint8Array | 'new session' | 'dump' | 'close'} */ message) => {
  tail = tail.then(() => answer(message));
});

/** @param {Uint8Array | 'new session' | 'dump' | 'close'} message */
async function answer(message) {
  if (message === 'close') {
    await db.close();
    port.postMessage('closed');
    port.close();
  } else if (message === 'dump') {
    const archive = await db.dumpDataDir('none');
    port.postMessage({ dump: new Uint8Array(await archive.arrayBuffer()) });
  } else if (message === 'new session') {
    // A new pg client is the same backend here: its named statements, settings and open transaction must not survive.
    await db.exec('rollback').catch(() => undefined);
    await db.exec('discard all');
  } else {
    const reply = await db.execProtocolRaw(message);
    const whole = reply.byteLength === reply.buffer.byteLength;
    port.postMessage(reply, whole ? [/** @type {ArrayBuffer} */ (reply.buffer)] : []);
  }
}
