import { SchemaConflict } from '../../db/schema/index.ts';
import { until } from './until.ts';

/** Where work came to; undefined while it goes on behind the answer. */
type Came<T, E> = { outcome: T | undefined; events: E[] };

interface Piece<T, E> {
  asked: string;
  /** What nobody was told yet. */
  events: E[];
  outcome: Promise<T>;
  /** It goes on to its next step until then: whoever asks again moves it on. */
  goesOnUntil: number;
  endedAt: number | null;
}

/** How long a failure that nobody heard waits for the one who asked, in milliseconds. */
const keptFor = 60_000;

/**
 * One piece of work at a time in this process. A call begins it, or joins the one that is under way when that is what it asks for,
 * so that a step which takes longer than a call, or fails after its answer, is heard of by the next call.
 *
 * @param workFor how long a call works before it answers how far it has come, in milliseconds
 */
export function oneAtATime<T, E>(workFor: number) {
  let piece: Piece<T, E> | undefined;

  const begin = (asked: string, act: (events: E[], mayGoOn: () => boolean) => Promise<T>): Piece<T, E> => {
    const events: E[] = [];
    const begun: Piece<T, E> = {
      asked,
      events,
      outcome: act(events, () => performance.now() < begun.goesOnUntil),
      goesOnUntil: Number.POSITIVE_INFINITY,
      endedAt: null,
    };
    const end = () => {
      begun.endedAt = performance.now();
    };
    begun.outcome.then(end, end);
    return begun;
  };

  return async (
    asked: string,
    act: (events: E[], mayGoOn: () => boolean) => Promise<T>,
  ): Promise<Came<T, E>> => {
    const isOver = piece && piece.endedAt !== null;
    if (piece && !isOver && piece.asked !== asked) {
      throw new SchemaConflict(
        `this server is at work on \`${piece.asked}\`: wait for its end, then run this again`,
      );
    }
    if (piece && isOver && (piece.asked !== asked || performance.now() > (piece.endedAt ?? 0) + keptFor)) {
      piece = undefined;
    }
    piece ??= begin(asked, act);
    piece.goesOnUntil = performance.now() + workFor;

    const mine = piece;
    let isHeard = true;
    try {
      // A step that cannot be left half-way, such as an index of a large table, goes on behind the answer.
      const outcome = await until(mine.outcome, 2 * workFor);
      isHeard = outcome !== undefined;
      return { outcome, events: mine.events.splice(0) };
    } finally {
      if (isHeard && piece === mine) piece = undefined;
    }
  };
}
