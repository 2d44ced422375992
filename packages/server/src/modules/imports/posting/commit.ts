import { isDeepStrictEqual } from 'node:util';
import { queueJob } from '../../../jobs/queue.ts';
import type { Job, Lease } from '../../../jobs/worker.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Services } from '../../../services.ts';
import { type Checked, checkEntries } from '../checks/check.ts';
import { recordEffects, totalsOf } from '../checks/effects.ts';
import { type Done, runInOne, type Work } from '../jobs/job.ts';
import { applyRecords, checkRecords } from '../lists/apply-records.ts';
import { createPlanned, keepNumberForms } from '../lists/create.ts';
import { resolvePlaces } from '../plan/places.ts';
import { AlreadyImported, isOfEntries } from '../rules.ts';
import * as store from '../store.ts';
import { keepBalances, makeRoom } from './balances.ts';
import { writeDrafts } from './drafts.ts';
import { keepOpeningDifferences } from './opening-differences.ts';
import { holdPeriods, idPrefix, postStaged, takeTurn } from './post.ts';
import { settle } from './settle.ts';

/**
 * Writes an import in one transaction: turn, locks, the checks once more, what is to be made, the entries, their settlements,
 * audit, the end of the job. A crash at any moment leaves nothing of it, and the next worker begins from the start.
 */
export async function commit(services: Services, job: Job, lease: Lease): Promise<void> {
  await runInOne(services, job, lease, ['committing'], async (work) => {
    const { tx, tenant, session } = work;
    await takeTurn(tx, tenant.id);
    const twin = session.again ? undefined : await store.committedTwin(tx, tenant.id, session.fingerprint);
    if (twin) return { state: 'valid', failure: new AlreadyImported(twin).toBody(work.by.requestId) };

    const done = isOfEntries(session.resource) ? await commitEntries(work) : await commitRecords(work);
    work.checkLease();
    return done;
  });
  // Currencies may have been made, and amounts in them are written with the decimals that the tenant is known to have.
  services.tenants.forget();
}

async function commitEntries(work: Work): Promise<Done> {
  const { tx, tenant, session } = work;
  await holdPeriods(tx, tenant.id, session.id);
  const checked = await checkEntries(tx, tenant, session);
  work.checkLease();
  const isShown =
    isSame(checked, session) && isDeepStrictEqual(await totalsOf(work, checked), session.assertions);
  if (!isShown) return validateAgain(work);

  await work.report('posting', 0, checked.counts.lines);
  await createPlanned(tx, tenant, checked.plan, checked.years, work.by.name);
  await makeRoom(tx, tenant.id, checked.years);
  await keepBalances(tx, tenant.id, session.id, checked.balances.kept);
  await resolvePlaces(tx, tenant.id, session.id);
  const written = session.options.as === 'draft' ? await writeDrafts(work) : await post(work, checked);
  await store.dropStaging(tx, tenant.id, session.id);

  const { rejected } = checked.counts;
  await tx.audit({
    resource: 'import',
    resourceId: session.id,
    after: { written: written.written, lines: written.lines, rejected },
  });
  return { ...written, state: 'committed', committedAt: tx.at };
}

async function post(work: Work, { plan, years, counts, interpretation }: Checked): Promise<Done> {
  const { tx, tenant, session, now } = work;
  const posted = await postStaged(work, plan);
  await keepNumberForms(tx, tenant.id, plan);
  work.checkLease();

  await work.report('settling', 0, counts.lines);
  const prefixes = { entry: posted.prefix, settlement: idPrefix(now()) };
  await settle(tx, tenant.id, session.id, tenant.baseCurrency, prefixes);
  const openingDifferences = await keepOpeningDifferences(tx, tenant, years, interpretation);
  const { entries: written, lines, debit } = posted;
  return {
    written,
    lines,
    debit,
    credit: debit,
    idPrefix: posted.prefix,
    interpretation,
    openingDifferences,
  };
}

async function commitRecords(work: Work): Promise<Done> {
  const { tx, tenant, session } = work;
  const checked = await checkRecords(tx, tenant, session);
  const isShown = isSame(checked, session) && isDeepStrictEqual(recordEffects(checked), session.effects);
  if (!isShown) return validateAgain(work);

  await work.report('posting', 0, checked.counts.valid);
  await applyRecords(tx, tenant, session, checked.acts);
  await store.dropStaging(tx, tenant.id, session.id);
  const { valid, updated, unchanged, rejected } = checked.counts;
  const written = valid - updated - unchanged;
  await tx.audit({
    resource: 'import',
    resourceId: session.id,
    after: { written, updated, unchanged, rejected },
  });
  return { written, updated, unchanged, state: 'committed', committedAt: tx.at };
}

/** Whether the checks say what they said when the import was validated. */
function isSame(
  {
    counts,
    interpretation,
  }: { counts: { entries: number; valid: number; rejected: number }; interpretation: unknown },
  session: store.Session,
): boolean {
  const before = [session.entries, session.valid, session.rejected].map(Number);
  const stored: unknown = JSON.parse(JSON.stringify(interpretation));
  return (
    isDeepStrictEqual(before, [counts.entries, counts.valid, counts.rejected]) &&
    isDeepStrictEqual(stored, session.interpretation)
  );
}

/** The books have moved, so that the import would do something else than was shown: it is shown again. */
async function validateAgain({ tx, tenant, session, by }: Work): Promise<Done> {
  const changed = new Problem(
    'interpretation_changed',
    'The books have changed since the import was validated, so that it would be read in another way: ' +
      'it is validated again, look at it and commit once more',
  );
  await queueJob(tx, tenant.id, {
    ...{ id: tx.newId(), kind: 'imports.validate', subjectId: session.id, at: tx.at, payload: { by } },
  });
  return { state: 'validating', failure: changed.toBody(by.requestId) };
}
