import type { Job, Lease } from '../../jobs/worker.ts';
import type { Services } from '../../services.ts';
import { checkEntries } from './check.ts';
import { runInOne } from './job.ts';
import { mergeParts } from './merge.ts';

/** Checks an import by set and keeps what it found; writes to staging and to the session only. */
export function validate(services: Services, job: Job, lease: Lease): Promise<void> {
  return runInOne(
    services,
    job,
    lease,
    ['validating'],
    async ({ tx, tenant, session, report, checkLease }) => {
      await report('reading', 0, Number(session.rows));
      await mergeParts(tx, tenant.id, session.id);
      checkLease();

      await report('checking', 0, Number(session.rows));
      const { counts, interpretation } = await checkEntries(tx, tenant, session);
      const { entries, valid, rejected, lines, debit, credit } = counts;
      const refused = rejected > 0 && session.onError === 'abort';
      return {
        ...{ entries, valid, rejected, lines, debit, credit, interpretation },
        ...{ state: refused ? 'invalid' : 'valid', validatedAt: tx.at },
      };
    },
  );
}
