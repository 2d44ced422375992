import type { Job, Lease } from '../../../jobs/worker.ts';
import type { Services } from '../../../services.ts';
import { type Done, runInOne, type Work } from '../jobs/job.ts';
import { checkRecords } from '../lists/apply-records.ts';
import { isOfEntries } from '../rules.ts';
import { mergeParts } from '../staging/merge.ts';
import { find, type Session } from '../store.ts';
import { checkEntries } from './check.ts';
import { effectsOf, recordEffects } from './effects.ts';

/** Checks an import by set and keeps what it found; writes to staging and to the session only. */
export async function validate(services: Services, job: Job, lease: Lease): Promise<void> {
  await count(services, job);
  return runInOne(services, job, lease, ['validating'], async (work) => {
    const { tx, session } = work;
    const { differ, ...found } = isOfEntries(session.resource)
      ? await ofEntries(work)
      : await ofRecords(work);
    work.checkLease();
    const refused = Number(found.rejected) > 0 && session.onError === 'abort';
    const differs = differ > 0 && session.options.strict === true;
    return { ...found, state: refused || differs ? 'invalid' : 'valid', validatedAt: tx.at };
  });
}

/** Rows from which on the planner is told how many there are; for fewer any plan is good enough. */
const countedFrom = 10_000;

/** What an import reads over and over: what was staged of entries, what the books have of parties. */
const countedFor = (resource: Session['resource']): string | undefined => {
  if (isOfEntries(resource)) return 'import_entries, import_lines';
  return resource === 'parties' ? 'parties, party_roles' : undefined;
};

/** In a transaction of its own: until its end nobody else can count these tables. */
async function count({ db }: Services, { tenantId, subjectId: id }: Job): Promise<void> {
  const session = await db.tx({ role: 'erp_app', tenantId }, (tx) => find(tx, tenantId, id));
  const tables = session && Number(session.rows) >= countedFrom ? countedFor(session.resource) : undefined;
  if (tables) await db.owner((_tx, run) => run(`analyze ${tables}`));
}

async function ofEntries(work: Work): Promise<Done & { differ: number }> {
  const { tx, tenant, session, report, checkLease } = work;
  await report('reading', 0, Number(session.rows));
  await mergeParts(tx, tenant.id, session.id);
  checkLease();

  await report('checking', 0, Number(session.rows));
  const checked = await checkEntries(tx, tenant, session);
  checkLease();
  return { ...checked.counts, interpretation: checked.interpretation, ...(await effectsOf(work, checked)) };
}

async function ofRecords({ tx, tenant, session, report }: Work): Promise<Done & { differ: number }> {
  await report('checking', 0, Number(session.rows));
  const checked = await checkRecords(tx, tenant, session);
  const { entries, valid, rejected } = checked.counts;
  const { interpretation } = checked;
  return { entries, valid, rejected, interpretation, effects: recordEffects(checked), differ: 0 };
}
