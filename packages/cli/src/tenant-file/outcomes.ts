import { EXIT } from '../exits.ts';
import type { Failure } from '../failure.ts';
import { failureOf } from '../output/server-failure.ts';
import type { Terminal } from '../output/terminal.ts';
import type { Settings } from '../settings.ts';
import type { Requested } from './requested.ts';

/** How it went with one tenant of many. */
export interface Outcome<T> {
  readonly request: Requested;
  readonly done?: T;
  readonly failure?: Failure;
  /** What the failure is of kept all of them from being done: this one was not tried. */
  readonly isSkipped?: true;
}

export interface Pace {
  readonly phase: string;
  /** So many at a time. */
  readonly concurrency: number;
  readonly terminal: Terminal;
  readonly settings: Settings;
}

/** The next one would fare no better: there is no server, or it knows no such key. */
const hopeless = new Set(['unreachable', 'unauthenticated']);

/**
 * Works on many tenants, some at a time; what becomes of one is nothing to the others. Outcomes come in the order of the
 * tenants, each as soon as those before it are there.
 *
 * @throws Failure where all of them meet what none can get past, and nothing was done
 */
export async function* outcomesOf<T>(
  tenants: readonly Requested[],
  { phase, concurrency, terminal, settings }: Pace,
  work: (request: Requested) => Promise<T>,
): AsyncGenerator<Outcome<T>> {
  const progress = terminal.progress();
  await progress.phase(phase, tenants.length, 'tenants');
  let ended = 0;
  let end: Failure | undefined;

  const attempt = async (request: Requested): Promise<Outcome<T>> => {
    if (end) return { request, failure: end, isSkipped: true };
    try {
      return { request, done: await work(request) };
    } catch (error) {
      const failure = failureOf(error, settings);
      if (hopeless.has(failure.code)) end ??= failure;
      return { request, failure };
    } finally {
      ended += 1;
      progress.reach(ended);
    }
  };

  try {
    let isFirst = true;
    const pending = someAtATime(tenants, concurrency, attempt);
    // Taken off the list, so that what was done to a thousand tenants is not in memory at once.
    for (let next = pending.shift(); next; next = pending.shift()) {
      const outcome = await next;
      // Nothing was done, and nothing will be: that is a failure of the command. Others may be doing something just now.
      if (isFirst && outcome.failure && isInVain(outcome)) {
        if ((await Promise.all(pending)).every(isInVain)) throw outcome.failure;
      }
      isFirst = false;
      yield outcome;
    }
  } finally {
    progress.stop();
  }
}

/** It met what is hopeless before anything was done; a failure after the tenant was made tells that. */
const isInVain = ({ failure }: Outcome<unknown>): boolean =>
  failure !== undefined && hopeless.has(failure.code) && failure.details.extra?.['beside'] === undefined;

/** Calls `work`, which never fails, for each item, and for at most `limit` of them at a time. */
function someAtATime<In, Out>(
  items: readonly In[],
  limit: number,
  work: (item: In) => Promise<Out>,
): Promise<Out>[] {
  let free = limit;
  const waiting: (() => void)[] = [];

  return items.map(async (item) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((wake) => waiting.push(wake));
    try {
      return await work(item);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  });
}

/** From harmless to worst: what the same command cures by itself, what wants a look, what wants a right, what is wrong. */
const byGravity: readonly number[] = [
  ...[EXIT.done, EXIT.busy, EXIT.conflict, EXIT.notFound, EXIT.denied, EXIT.partly, EXIT.failed],
  ...[EXIT.usage, EXIT.unverified, EXIT.interrupted],
];

/** The exit code that stands for many: the worst of them. */
export const worstOf = (exits: Iterable<number>): number =>
  [...exits].reduce<number>(
    (worst, exit) => (byGravity.indexOf(exit) > byGravity.indexOf(worst) ? exit : worst),
    EXIT.done,
  );

/** Which tenants failed, and which of them decides how the command ends. */
export function failedText(outcomes: readonly Outcome<unknown>[]): string | undefined {
  const failed = outcomes.flatMap(({ request, failure, isSkipped }) =>
    failure ? [{ slug: request.parsed.content.slug, failure, isSkipped }] : [],
  );
  const worst = worstOf(failed.map(({ failure }) => failure.exit));
  const first = failed.find(({ failure }) => failure.exit === worst);
  if (!first) return undefined;

  const untried = failed.filter(({ isSkipped }) => isSkipped).length;
  const counts = [
    `${failed.length - untried} of ${outcomes.length} tenants failed`,
    ...(untried > 0 ? [`${untried} were not tried`] : []),
  ];
  return `${counts.join(', ')}; exit ${worst}, the worst of them: ${first.slug} (${first.failure.code}). The same command goes on with what is left.`;
}
