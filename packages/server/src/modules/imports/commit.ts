import { isDeepStrictEqual } from 'node:util';
import { queueJob } from '../../jobs/queue.ts';
import type { Job, Lease } from '../../jobs/worker.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Services } from '../../services.ts';
import { type Checked, checkEntries } from './check.ts';
import { createPlanned, keepNumberForms } from './create.ts';
import { type Done, runInOne, type Work } from './job.ts';
import { keepOpeningDifferences } from './opening-differences.ts';
import { resolvePlaces } from './places.ts';
import { holdPeriods, idPrefix, postStaged, takeTurn } from './post.ts';
import { AlreadyImported } from './rules.ts';
import { settle } from './settle.ts';
import * as store from './store.ts';

/** The books have moved: the import is to be validated again. */
const interpretationChanged = () =>
  new Problem(
    'interpretation_changed',
    'The books have changed since the import was validated, so that it would be read in another way: it is validated again, look at it and commit once more',
  );

/**
 * Writes an import in one transaction: turn, locks, the checks once more, what is to be made, the entries, their settlements,
 * audit, the end of the job. A crash at any moment leaves nothing of it, and the next worker begins from the start.
 */
export function commit(services: Services, job: Job, lease: Lease): Promise<void> {
  return runInOne(services, job, lease, ['committing'], async (work) => {
    const { tx, tenant, session } = work;
    await takeTurn(tx, tenant.id);
    const twin = session.again ? undefined : await store.committedTwin(tx, tenant.id, session.fingerprint);
    if (twin) return { state: 'valid', failure: new AlreadyImported(twin).toBody(work.by.requestId) };

    await holdPeriods(tx, tenant.id, session.id);
    const checked = await checkEntries(tx, tenant, session);
    work.checkLease();
    if (!isSame(checked, session)) return validateAgain(work);

    await work.report('posting', 0, checked.counts.lines);
    const done = await write(work, checked);
    work.checkLease();
    return done;
  });
}

/** Whether the checks say what they said when the import was validated. */
function isSame({ counts, interpretation }: Checked, session: store.Session): boolean {
  const before = [session.entries, session.valid, session.rejected].map(Number);
  const stored: unknown = JSON.parse(JSON.stringify(interpretation));
  return (
    isDeepStrictEqual(before, [counts.entries, counts.valid, counts.rejected]) &&
    isDeepStrictEqual(stored, session.interpretation)
  );
}

async function validateAgain({ tx, tenant, session, by }: Work): Promise<Done> {
  await queueJob(tx, tenant.id, {
    ...{ id: tx.newId(), kind: 'imports.validate', subjectId: session.id, at: tx.at },
    payload: { by, keepFailure: true },
  });
  return { state: 'validating', failure: interpretationChanged().toBody(by.requestId) };
}

async function write(work: Work, { plan, years, counts, interpretation }: Checked): Promise<Done> {
  const { tx, tenant, session, now } = work;
  await createPlanned(tx, tenant, plan, years);
  await resolvePlaces(tx, tenant.id, session.id);
  const posted = await postStaged(work, plan);
  await keepNumberForms(tx, tenant.id, plan);
  work.checkLease();

  await work.report('settling', 0, counts.lines);
  const prefixes = { entry: posted.prefix, settlement: idPrefix(now()) };
  await settle(tx, tenant.id, session.id, tenant.baseCurrency, prefixes);
  await keepOpeningDifferences(tx, tenant, years);
  await store.dropStaging(tx, tenant.id, session.id);

  const counted = { written: posted.entries, lines: posted.lines, debit: posted.debit, credit: posted.debit };
  await tx.audit({
    resource: 'import',
    resourceId: session.id,
    after: { ...counted, rejected: counts.rejected },
  });
  return { ...counted, state: 'committed', committedAt: tx.at, idPrefix: posted.prefix, interpretation };
}
