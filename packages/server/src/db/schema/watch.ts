import type { Database } from '../database.ts';
import { fourDigits, type Release } from './release.ts';
import { announce, leave, readPhases } from './servers.ts';
import { type Standing, standingOf } from './state.ts';

/** What a server knows of the schema that it works on. */
export interface SchemaWatch {
  readonly release: Release;
  standing(): Standing;
  /** What is wrong, in a sentence with its remedy; undefined when nothing is. */
  fault(): string | undefined;
  /** Asks the database. */
  look(): Promise<void>;
}

/** A watch that looks when it is asked to, and takes the schema for current until then. */
export function watchSchema(db: Database, release: Release): SchemaWatch {
  let standing: Standing = 'current';
  let number = 0;
  return {
    release,
    standing: () => standing,
    fault: () => {
      if (standing === 'current') return undefined;
      return standing === 'old'
        ? `the schema is at ${fourDigits(number)} and this server needs ${fourDigits(release.speaksFrom)}: run \`erp migrate up\``
        : `the schema was contracted at ${fourDigits(number)}, beyond what erp-server ${release.version} speaks: start a later erp-server`;
    },
    look: async () => {
      const phases = await readPhases(db);
      standing = standingOf(release, phases);
      number = phases.at(-1)?.number ?? 0;
    },
  };
}

/** How often a server says that it is here, and looks whether it still speaks the schema. In milliseconds. */
const beat = 3_000;

/**
 * Announces a server to those that migrate, and looks after the schema, until the function that it returns is called. Nobody else
 * can be on an embedded database, so there is nobody to tell.
 */
export async function attend(db: Database, watch: SchemaWatch, id: string): Promise<() => Promise<void>> {
  if (db.embedded) {
    await watch.look();
    return async () => undefined;
  }
  const say = async () => {
    await announce(db, watch.release, id);
    await watch.look();
  };
  await say();
  // A database that is away is for requests to tell; a server that cannot say that it is here cannot write either.
  // A beat that is kept waiting holds a connection, so there is one at most.
  let isUnderWay = false;
  const timer = setInterval(async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    await say().catch(() => undefined);
    isUnderWay = false;
  }, beat);
  return async () => {
    clearInterval(timer);
    await leave(db, id).catch(() => undefined);
  };
}
