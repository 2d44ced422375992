import type { HandlersOf } from '../../contract/handlers.ts';
import {
  down,
  type MigrationEvent,
  planOf,
  readState,
  statusOf,
  up,
  type Work,
} from '../../db/schema/index.ts';
import type { Context } from '../../http/context.ts';
import { problemOf, requireNeedless, requirePlatform } from './rules.ts';
import { until } from './until.ts';

/** How long a call works before it answers how far it has come, in milliseconds: no proxy waits for a whole table. */
const workFor = 2_000;

export const handlers = {
  'migrations.status': async (context) => {
    requirePlatform(context.actor);
    const { db, schema } = context.services;
    return statusOf(schema.release, await db.owner(readState));
  },

  'migrations.plan': async (context) => {
    requirePlatform(context.actor);
    const { db, schema } = context.services;
    const state = await db.owner(readState);
    try {
      return planOf(schema.release, state);
    } catch (error) {
      throw problemOf(error);
    }
  },

  'migrations.up': async (context, { body }) => {
    requirePlatform(context.actor);
    const { db, schema } = context.services;
    return workAWhile(context, (work) => up(db, schema.release, { ...work, to: body.to }));
  },

  'migrations.down': async (context, { body }) => {
    requirePlatform(context.actor);
    const { db, schema } = context.services;
    requireNeedless(schema.release, body.to);
    return workAWhile(context, (work) => down(db, schema.release, { ...work, to: body.to }));
  },
} satisfies HandlersOf<'migrations'>;

/** Works for some time and says what was done. Whoever asked calls again until it is done, on this server or another. */
async function workAWhile(
  context: Context,
  act: (work: Work) => Promise<{ number: number; isDone: boolean }>,
) {
  const { db, schema, stopping } = context.services;
  const events: MigrationEvent[] = [];
  const end = performance.now() + workFor;
  const working = act({
    say: (event) => events.push(event),
    shouldStop: () => performance.now() > end || stopping.aborted,
  });

  // A step that cannot be left half-way, such as an index of a large table, goes on behind the answer.
  const outcome = await until(working, 2 * workFor).catch((error: unknown) => {
    throw problemOf(error);
  });
  await schema.look();
  const { number } = outcome ?? statusOf(schema.release, await db.owner(readState));
  return { number, isDone: outcome?.isDone ?? false, events: events.slice() };
}
