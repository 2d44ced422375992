import type { Job, JobsOptions } from '../../jobs/worker.ts';
import { instant } from '../../kernel/clock.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Services } from '../../services.ts';
import { validate } from './checks/validate.ts';
import { requestIdOf } from './jobs/job.ts';
import { commit } from './posting/commit.ts';
import { reverse } from './reversal/reverse.ts';
import { find, type State, update } from './store.ts';

/** Where a session stands after a job that failed for good. */
const stateAfter: Partial<Record<State, State>> = { validating: 'invalid', committing: 'valid' };

/** The jobs of imports: how each is done, and what becomes of a session whose job failed again and again. */
export function runners(services: () => Services): Pick<JobsOptions, 'runners' | 'onGivenUp'> {
  return {
    runners: {
      'imports.validate': (job, lease) => validate(services(), job, lease),
      'imports.commit': (job, lease) => commit(services(), job, lease),
      'imports.reverse': (job, lease) => reverse(services(), job, lease),
    },
    onGivenUp: (job, error) => giveUp(services(), job, error),
  };
}

async function giveUp({ db, now }: Services, job: Job, error: unknown): Promise<void> {
  if (!job.kind.startsWith('imports.')) return;
  const { tenantId, subjectId: id } = job;
  const problem =
    error instanceof Problem
      ? error
      : new Problem(
          'internal',
          `The job ${job.kind} failed ${job.attempts} times; the log has the cause under its id ${job.id}`,
        );
  await db.tx({ role: 'erp_app', tenantId }, async (tx) => {
    const session = await find(tx, tenantId, id);
    if (!session) return;
    await update(tx, tenantId, id, instant(now()), {
      state: stateAfter[session.state] ?? session.state,
      ...{ progress: null, failure: problem.toBody(requestIdOf(job)) },
    });
  });
}
