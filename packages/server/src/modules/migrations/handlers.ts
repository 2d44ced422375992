import type { HandlersOf } from '../../contract/handlers.ts';
import {
  down,
  type MigrationEvent,
  type Outcome,
  planOf,
  readState,
  type SchemaWatch,
  statusOf,
  up,
  type Work,
} from '../../db/schema/index.ts';
import type { Context } from '../../http/context.ts';
import { oneAtATime } from './at-work.ts';
import { problemOf, requireNeedless, requirePlatform } from './rules.ts';

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
    return workAWhile(context, named('up', body.to), (work) =>
      up(db, schema.release, { ...work, to: body.to }),
    );
  },

  'migrations.down': async (context, { body }) => {
    requirePlatform(context.actor);
    const { db, schema } = context.services;
    requireNeedless(schema.release, body.to);
    return workAWhile(context, named('down', body.to), (work) =>
      down(db, schema.release, { ...work, to: body.to }),
    );
  },
} satisfies HandlersOf<'migrations'>;

const named = (verb: 'up' | 'down', to: number | undefined): string =>
  to === undefined ? `migrate ${verb}` : `migrate ${verb} --to ${to}`;

/** What a server is at, whoever asked for it. */
const atWork = new WeakMap<SchemaWatch, ReturnType<typeof oneAtATime<Outcome, MigrationEvent>>>();

/** Works for some time and says what was done. Whoever asked calls again until it is done, on this server or another. */
async function workAWhile(context: Context, asked: string, act: (work: Work) => Promise<Outcome>) {
  const { db, schema, stopping } = context.services;
  const ask = atWork.get(schema) ?? oneAtATime<Outcome, MigrationEvent>(workFor);
  atWork.set(schema, ask);

  const { outcome, events } = await ask(asked, (told, mayGoOn) =>
    act({ say: (event) => told.push(event), shouldStop: () => stopping.aborted || !mayGoOn() }),
  ).catch((error: unknown) => {
    throw problemOf(error);
  });
  await schema.look();
  const { number } = outcome ?? statusOf(schema.release, await db.owner(readState));
  return { number, isDone: outcome?.isDone ?? false, events };
}
