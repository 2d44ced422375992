import type { HandlersOf } from '../../contract/handlers.ts';
import { isUuid } from '../../kernel/id.ts';
import { badCursor, decodeCursor, defaultLimit, toPage } from '../../kernel/page.ts';
import { eventOfRow, nounsOf } from './rules.ts';
import { list } from './store.ts';

export const handlers = {
  'audit.list': (context, { query }) =>
    context.read(async (tx) => {
      const { limit = defaultLimit, cursor, resource, ...filter } = query;
      const before = decodeCursor(cursor, 1)?.[0];
      if (before !== undefined && !isUuid(String(before))) throw badCursor();
      const rows = await list(
        tx,
        context.tenant.id,
        { ...filter, ...(resource === undefined ? {} : { resources: nounsOf(resource) }) },
        limit + 1,
        before === undefined ? undefined : String(before),
      );
      return toPage(rows, limit, (row) => [row.id], eventOfRow);
    }),
} satisfies HandlersOf<'audit'>;
