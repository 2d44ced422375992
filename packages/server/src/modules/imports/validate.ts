import type { Job, Lease } from '../../jobs/worker.ts';
import type { Services } from '../../services.ts';
import { checkRecords } from './apply-records.ts';
import { checkEntries } from './check.ts';
import { type Done, runInOne, type Work } from './job.ts';
import { mergeParts } from './merge.ts';
import { isOfEntries } from './rules.ts';

/** Checks an import by set and keeps what it found; writes to staging and to the session only. */
export function validate(services: Services, job: Job, lease: Lease): Promise<void> {
  return runInOne(services, job, lease, ['validating'], async (work) => {
    const { tx, session } = work;
    const found = isOfEntries(session.resource) ? await ofEntries(work) : await ofRecords(work);
    work.checkLease();
    const refused = Number(found.rejected) > 0 && session.onError === 'abort';
    return { ...found, state: refused ? 'invalid' : 'valid', validatedAt: tx.at };
  });
}

async function ofEntries({ tx, tenant, session, report, checkLease }: Work): Promise<Done> {
  await report('reading', 0, Number(session.rows));
  await mergeParts(tx, tenant.id, session.id);
  checkLease();

  await report('checking', 0, Number(session.rows));
  const { counts, interpretation } = await checkEntries(tx, tenant, session);
  return { ...counts, interpretation };
}

async function ofRecords({ tx, tenant, session, report }: Work): Promise<Done> {
  await report('checking', 0, Number(session.rows));
  const { counts, interpretation } = await checkRecords(tx, tenant, session);
  const { entries, valid, rejected } = counts;
  return { entries, valid, rejected, interpretation };
}
