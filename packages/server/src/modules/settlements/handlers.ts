import type { HandlersOf } from '../../contract/handlers.ts';
import type { Tx } from '../../db/database.ts';
import type { TenantInfo } from '../../http/context.ts';
import { isUuid } from '../../kernel/id.ts';
import { badCursor, decodeCursor, defaultLimit, toPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { type Settlement, settlementOfRow } from './rules.ts';
import { find, linesOf, list, type SettlementRow } from './store.ts';

export const handlers = {
  'settlements.list': (context, { query }) =>
    context.read(async (tx) => {
      const { limit = defaultLimit, cursor, ...filter } = query;
      const after = decodeCursor(cursor, 2);
      if (after && !isUuid(String(after[1]))) throw badCursor();
      const from = after ? ([String(after[0]), String(after[1])] as const) : undefined;
      const rows = await list(tx, context.tenant.id, filter, limit + 1, from);
      const page = toPage(
        rows,
        limit,
        (row) => [row.account, row.id],
        (row) => row,
      );
      return { items: await withLines(tx, context.tenant, page.items), next: page.next };
    }),

  'settlements.get': (context, { path }) =>
    context.read(async (tx) => {
      const row = await find(tx, context.tenant.id, path.id);
      const [settlement] = row ? await withLines(tx, context.tenant, [row]) : [];
      if (!settlement) throw notFound('settlement', path.id);
      return settlement;
    }),
} satisfies HandlersOf<'settlements'>;

async function withLines(tx: Tx, tenant: TenantInfo, rows: readonly SettlementRow[]): Promise<Settlement[]> {
  const lines = await linesOf(
    tx,
    tenant.id,
    rows.map((row) => row.id),
  );
  const bySettlement = new Map(rows.map((row) => [row.id, [] as typeof lines]));
  for (const line of lines) bySettlement.get(line.settlementId)?.push(line);
  return rows.map((row) => settlementOfRow(row, bySettlement.get(row.id) ?? [], tenant.currencies));
}
