import { Problem } from './problem.ts';

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Lists are at most this long when the caller does not say: the contract's default, applied here once. */
export const defaultLimit = 100;

/**
 * A keyset cursor: the sort key of the last row, opaque to callers. Rows inserted meanwhile never shift a page.
 */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key of the row to go on after; undefined on the first page. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((k) => ['string', 'number'].includes(typeof k))
    ) {
      return key as (string | number)[];
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badCursor();
}

/** The refusal of a cursor that is not one of ours, or whose parts are not what the list sorts by. */
export const badCursor = (): Problem =>
  new Problem('invalid_request', 'The cursor is not one of ours: leave it out to start from the first page', [
    {
      in: 'query',
      pointer: '/cursor',
      code: 'invalid_request',
      message: 'take it from `next` of the page before',
    },
  ]);

/** Cuts the one row too many that tells whether there is a next page. */
export function toPage<Row, T>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => (string | number)[],
  shape: (row: Row) => T,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(shape), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
