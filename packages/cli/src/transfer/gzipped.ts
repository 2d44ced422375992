import { createGzip } from 'node:zlib';

export type Put = (chunk: Uint8Array) => Promise<void>;

/** Compresses what is put into it. The same bytes give the same file: gzip as Node writes it holds neither name nor time. */
export function gzipped(put: Put): { put: Put; end(): Promise<void> } {
  const gzip = createGzip();
  const copied = (async () => {
    for await (const chunk of gzip) await put(chunk as Uint8Array);
  })();
  // Each call below waits for it too, so that a full disk is told at once.
  copied.catch(() => undefined);

  return {
    put: (chunk) =>
      Promise.race([
        copied,
        new Promise<void>((resolve) => {
          gzip.write(chunk, () => resolve());
        }),
      ]),
    end: async () => {
      gzip.end();
      await copied;
    },
  };
}
