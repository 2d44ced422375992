/**
 * What a stream of the platform, packing or unpacking, makes of some chunks. The source is asked as the result is read, and is
 * told when nobody reads on.
 *
 * @throws what the source throws; else what `told` makes of the refusal of the stream
 */
export async function* transformed(
  chunks: AsyncIterable<Uint8Array>,
  transform: CompressionStream | DecompressionStream,
  told: (refusal: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let failure: unknown;

  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        failure = error;
        controller.error(error);
      }
    },
    async cancel() {
      await source.return?.();
    },
  });

  const reader = stream.pipeThrough(transform).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw failure ?? told(error);
  } finally {
    await reader.cancel().catch(() => undefined);
    await source.return?.();
  }
}
