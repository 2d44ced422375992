/**
 * The items of batches, one by one, each made when it is asked for. An async generator would do the same at three times
 * the cost: here an item of a batch at hand takes one turn of the event loop's queue.
 */
export function mapBatches<T, U>(
  batches: AsyncIterable<readonly T[]>,
  map: (item: T) => U | undefined,
): AsyncIterable<U> {
  return {
    [Symbol.asyncIterator]() {
      const source = batches[Symbol.asyncIterator]();
      let batch: readonly T[] = [];
      let at = 0;

      const nextAtHand = (): IteratorYieldResult<U> | undefined => {
        while (at < batch.length) {
          const value = map(batch[at++] as T);
          if (value !== undefined) return { done: false, value };
        }
        return undefined;
      };

      const nextBatch = async (): Promise<IteratorResult<U>> => {
        for (;;) {
          const next = await source.next();
          if (next.done) return { done: true, value: undefined };

          batch = next.value;
          at = 0;
          const found = nextAtHand();
          if (found) return found;
        }
      };

      return {
        next() {
          try {
            const found = nextAtHand();
            return found ? Promise.resolve(found) : nextBatch();
          } catch (error) {
            return Promise.reject(error);
          }
        },
        async return() {
          await source.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
