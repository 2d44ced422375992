import { basename } from 'node:path';
import { EXIT } from '../exits.ts';
import { Failure } from '../failure.ts';

/** One thing that is wrong with a mapping, and where it stands in its file. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A mapping that cannot be used; nothing was sent. */
export function mappingFailure(
  path: string,
  code: string,
  mistakes: readonly Mistake[],
  hint?: string,
): Failure {
  const name = basename(path);
  const placed = mistakes.map((mistake) => ({
    ...mistake,
    place: `${name}:${mistake.line}:${mistake.column}`,
  }));
  const [first] = placed;

  return new Failure(first ? `${first.place}: ${first.message}` : `${name} cannot be used`, {
    code,
    exit: EXIT.usage,
    ...(placed.length > 1 ? { headline: `${name} has ${placed.length} mistakes` } : {}),
    errors: placed.map(({ path: steps, line, column, message }) => {
      const pointer = steps
        .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
        .join('');
      return { in: name, pointer, code, message, line, column };
    }),
    said: placed.length > 1 ? placed.map(({ place, message }) => `${place}  ${message}`) : [],
    lines: hint === undefined ? [] : [hint],
    ...(hint === undefined ? {} : { hint }),
  });
}
