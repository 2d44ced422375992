interface Page<One> {
  items: One[];
  next: string | null;
}

/** All items of a list, page by page, each page asked for when the one before is used up. */
export async function* eachItem<One, Query extends { cursor?: string }>(
  page: (query: Query) => Promise<Page<One>>,
  query: Query,
): AsyncGenerator<One, void, undefined> {
  let cursor = query.cursor;

  while (true) {
    const { items, next } = await page(cursor === undefined ? query : { ...query, cursor });
    yield* items;

    if (next === null) return;
    cursor = next;
  }
}
