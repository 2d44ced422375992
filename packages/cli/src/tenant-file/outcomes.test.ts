import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { type Outcome, outcomesOf, type Pace } from './outcomes.ts';
import type { Requested } from './requested.ts';

const pace = {
  phase: 'Applying',
  concurrency: 2,
  settings: {},
  terminal: { progress: () => ({ phase: async () => {}, reach() {}, stop() {} }) },
} as unknown as Pace;
const requests = ['a', 'b', 'c', 'd'].map((slug) => ({ parsed: { content: { slug } } }) as Requested);
const unreachable = (extra?: object) => new Failure('cut', { code: 'unreachable', extra: { ...extra } });

/** What becomes of each tenant when this is done to it. */
async function endsOf(work: Readonly<Record<string, () => Promise<string>>>): Promise<string[]> {
  const all: Outcome<string>[] = [];
  const done = (request: Requested) => work[request.parsed.content.slug]?.() ?? Promise.resolve('done');
  for await (const outcome of outcomesOf(requests, pace, done)) all.push(outcome);
  return all.map(({ request, done: end, failure, isSkipped }) => {
    const how = end ?? (isSkipped ? 'skipped' : failure?.code);
    return `${request.parsed.content.slug} ${how}`;
  });
}

const fails = (failure: Failure) => () => Promise.reject(failure);

test('erp tenant apply -f FOLDER whose first tenant cannot reach the server waits for what is under way, and gives its receipt', async () => {
  let commit = (_: string) => {};
  const work = {
    a: fails(unreachable()),
    b: () => {
      setImmediate(() => commit('done'));
      return new Promise<string>((resolve) => {
        commit = resolve;
      });
    },
  };
  expect(await endsOf(work)).toEqual(['a unreachable', 'b done', 'c skipped', 'd skipped']);
});

test('erp tenant apply -f FOLDER where nothing was done fails as a whole; a tenant made before its lists failed is something', async () => {
  await expect(endsOf({ a: fails(unreachable()), b: fails(unreachable()) })).rejects.toMatchObject({
    code: 'unreachable',
  });
  expect(await endsOf({ a: fails(unreachable()), b: fails(unreachable({ beside: [] })) })).toEqual([
    'a unreachable',
    'b unreachable',
    'c skipped',
    'd skipped',
  ]);
});
