import { fieldProblem } from '../../kernel/problem.ts';
import type { Series } from '../series/index.ts';

/** The code of a journal stands in the numbers that it gave. */
export const codeFixed = (code: string) =>
  fieldProblem('field_fixed', '/code', `code of journal ${code} is fixed: entries stand in it`);

/** A journal takes its numbers from a series that still gives some. */
export function checkSeries(found: Series | undefined, name: string): void {
  if (!found) {
    throw fieldProblem(
      'invalid_request',
      '/series',
      `there is no series ${name}: create it first, or leave it out to get one with the journal's code`,
    );
  }
  if (found.active) return;
  throw fieldProblem('invalid_request', '/series', `series ${found.code} is archived: use another one`);
}

/** The refusal of a journal whose own series would take a code that is taken. */
export const seriesExists = (code: string) =>
  fieldProblem(
    'conflict',
    '/series',
    `a series ${code} exists already: name it as series to share it, or choose another code`,
  );
