import { basename } from 'node:path';
import { EXIT } from '../exits.ts';
import { Failure } from '../failure.ts';
import { pointerOf } from '../json-pointer.ts';

/** One thing that is wrong with a file that somebody wrote, and where it stands. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A file that cannot be used, each mistake with its place. */
export function mistakesFailure(
  path: string,
  code: string,
  mistakes: readonly Mistake[],
  { hint, exit = EXIT.usage }: { readonly hint?: string | undefined; readonly exit?: number } = {},
): Failure {
  const name = basename(path);
  const placed = mistakes.map((mistake) => ({
    ...mistake,
    place: `${name}:${mistake.line}:${mistake.column}`,
  }));
  const [first] = placed;

  return new Failure(first ? `${first.place}: ${first.message}` : `${name} cannot be used`, {
    code,
    exit,
    ...(placed.length > 1 ? { headline: `${name} has ${placed.length} mistakes` } : {}),
    errors: placed.map(({ path: steps, line, column, message }) => {
      const pointer = pointerOf(steps);
      return { in: name, pointer, code, message, line, column };
    }),
    said: placed.length > 1 ? placed.map(({ place, message }) => `${place}  ${message}`) : [],
    lines: hint === undefined ? [] : [hint],
    ...(hint === undefined ? {} : { hint }),
  });
}
