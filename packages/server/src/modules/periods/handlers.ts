import { isDate } from '@erp/ledger';
import type { HandlersOf } from '../../contract/handlers.ts';
import type { Change, Context } from '../../http/context.ts';
import { decimalsOf } from '../../kernel/currencies.ts';
import { badCursor, decodeCursor, defaultLimit, toPage } from '../../kernel/page.ts';
import { listPeriods, lockPeriod, type PeriodRow, periodsOfYear, requireYear } from '../calendar/index.ts';
import { balancesThrough } from '../reports/index.ts';
import { checkClose, checkReopen, checkReopenArea, trialBalanceToKeep } from './rules.ts';
import { close, closeArea, reopen, reopenArea } from './store.ts';

export const handlers = {
  'periods.list': (context, { query }) =>
    context.read(async (tx) => {
      const { limit = defaultLimit, cursor } = query;
      const year =
        query.year === undefined ? undefined : await requireYear(tx, context.tenant.id, query.year);
      const after = decodeCursor(cursor, 2);
      if (after && !(isDate(String(after[0])) && Number.isInteger(after[1]))) throw badCursor();
      const from = after ? ([String(after[0]), Number(after[1])] as const) : undefined;
      const rows = await listPeriods(tx, context.tenant.id, year?.id ?? null, limit + 1, from);
      return toPage(
        rows,
        limit,
        (row) => [row.yearStart, row.number],
        ({ yearStart: _, ...period }) => period,
      );
    }),

  'periods.close': (context, { path, body }) =>
    changePeriod(context, path, async (tx, period, baseCurrency) => {
      // The body may be left out: the whole period then.
      const area = (body as typeof body | undefined)?.area;
      const { tenant } = context;
      const stamp = { by: context.actor.name, at: tx.at };
      checkClose(period, area);
      if (area) return closeArea(tx, tenant.id, period.id, stamp, area);

      const balances = await balancesThrough(tx, tenant, period.yearId, period.number);
      const kept = trialBalanceToKeep(balances, decimalsOf(tenant.currencies, baseCurrency));
      return close(tx, tenant.id, period.id, stamp, kept);
    }),

  'periods.reopen': (context, { path, body }) =>
    changePeriod(context, path, async (tx, period) => {
      const { reason, area } = body;
      const { tenant } = context;
      if (area) {
        checkReopenArea(period, area);
        return reopenArea(tx, tenant.id, period.id, tx.at, reason, area);
      }
      checkReopen(period, await periodsOfYear(tx, tenant.id, period.yearId));
      return reopen(tx, tenant.id, period.id, tx.at, reason);
    }),
} satisfies HandlersOf<'periods'>;

/** Changes a period that is held for update: postings into it have ended, or wait and then meet what it has become. */
function changePeriod(
  context: Context,
  path: { year: string; number: number },
  work: (tx: Change, period: PeriodRow, baseCurrency: string) => Promise<void>,
): Promise<PeriodRow> {
  const { tenant } = context;
  return context.change(async (tx) => {
    const year = await requireYear(tx, tenant.id, path.year);
    const before = await lockPeriod(tx, tenant.id, year, path.number);
    await work(tx, before, year.baseCurrency);
    const after = await lockPeriod(tx, tenant.id, year, path.number);
    await tx.audit({ resource: 'period', resourceId: after.id, resourceCode: after.name, before, after });
    return after;
  });
}
