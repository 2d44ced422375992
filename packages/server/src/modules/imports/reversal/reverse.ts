import type { Job, Lease } from '../../../jobs/worker.ts';
import { dayIn } from '../../../kernel/clock.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Services } from '../../../services.ts';
import { type Done, endRefused, runInOne, type Work } from '../jobs/job.ts';
import { dropBalances } from '../posting/balances.ts';
import { idPrefix, takeTurn } from '../posting/post.ts';
import {
  closedPeriod,
  restoredEntry,
  reverseEntries,
  settledLine,
  settleReversals,
  undoSettlements,
} from './reversal-store.ts';

/**
 * Takes an import back: one reversing entry for each of its entries, in one batch and on the same day, so that every period is
 * as if it had not been. What the import made beside entries stays. Refused, naming the place, when since then a period was
 * closed, a line was settled, or the reversal of an entry was itself reversed.
 */
export async function reverse(services: Services, job: Job, lease: Lease): Promise<void> {
  try {
    await runInOne(services, job, lease, ['committed'], reverseAll);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await endRefused(services, job, lease, {}, error);
  }
}

async function reverseAll(work: Work): Promise<Done> {
  const { tx, tenant, session } = work;
  await takeTurn(tx, tenant.id);
  const balances = await dropBalances(tx, tenant.id, session.id);
  const prefix = session.idPrefix;
  if (prefix === null && balances === 0)
    throw new Problem('conflict', 'The import posted no entries: there is nothing to reverse');
  const reversed = prefix === null ? 0 : await reverseFrom(work, prefix);

  await tx.audit({ resource: 'import', resourceId: session.id, after: { reversed, balances } });
  return { state: 'reversed', reversedAt: tx.at, reversedBy: work.by.name };
}

async function reverseFrom(work: Work, prefix: string): Promise<number> {
  const { tx, tenant, session, by, now } = work;
  await requireReversible(work, prefix);
  work.checkLease();

  await work.report('reversing', 0, Number(session.lines));
  await undoSettlements(tx, tenant.id, session.id, tx.at);
  const reversal = idPrefix(now());
  const written = await reverseEntries(tx, tenant, {
    ...{ id: session.id, at: tx.at, by: by.name, today: dayIn(tenant.timezone, now()), prefix, reversal },
  });
  await settleReversals(tx, tenant.id, tx.at, { reversal, settlement: idPrefix(now()) });
  work.checkLease();
  return written;
}

async function requireReversible({ tx, tenant, session }: Work, prefix: string): Promise<void> {
  const closed = await closedPeriod(tx, tenant.id, prefix);
  if (closed) {
    const { period, state, entries } = closed;
    throw new Problem(
      'period_not_open',
      `Period ${period} is ${state}, and ${entries} entries of the import are in it: reopen it, then reverse the import`,
    );
  }
  const restored = await restoredEntry(tx, tenant.id, prefix);
  if (restored) {
    throw new Problem(
      'conflict',
      `Entry ${restored.number} counts again, because its reversal was reversed by ${restored.by}: reverse that first`,
    );
  }
  const settled = await settledLine(tx, tenant.id, prefix, session.id);
  if (settled) {
    throw new Problem(
      'line_settled',
      `Entry ${settled.number} has a line that settlement ${settled.settlement} holds: undo that first`,
    );
  }
}
