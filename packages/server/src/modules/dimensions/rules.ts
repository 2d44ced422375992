import { fieldProblem, Problem } from '../../kernel/problem.ts';

/** `A..B` from B down to A holds nothing: most likely they were swapped. */
export function checkRanges(ranges: readonly string[] | undefined): void {
  for (const [i, range] of (ranges ?? []).entries()) {
    const [from = '', to] = range.split('..');
    if (to === undefined || Buffer.compare(Buffer.from(from), Buffer.from(to)) <= 0 || from.startsWith(to)) {
      continue;
    }
    throw fieldProblem(
      'invalid_request',
      `/requiredOn/${i}`,
      `${range} holds no account: the first code comes after the second`,
    );
  }
}

export function checkValidity({
  validFrom,
  validTo,
}: {
  validFrom?: string | null;
  validTo?: string | null;
}): void {
  if (!validFrom || !validTo || validFrom <= validTo) return;
  throw fieldProblem('invalid_request', '/validTo', `${validTo} is before validFrom, ${validFrom}`);
}

export const parentCycle = (code: string, parent: string) =>
  fieldProblem('invalid_request', '/parent', `${parent} is ${code} or stands below it: a tree has no cycles`);

export const parentUnknown = (dimension: string, parent: string) =>
  fieldProblem('dimension_unknown', '/parent', `dimension ${dimension} has no value ${parent}`);

export const codeFixed = (what: string) =>
  fieldProblem('field_fixed', '/code', `code of ${what} is fixed: posted lines use it`);

export const namedByPolicy = (dimension: string, account: string) =>
  new Problem(
    'code_in_use',
    `The dimensionPolicy of account ${account} names ${dimension}: take it out there first`,
    [{ in: 'body', pointer: '/code', code: 'code_in_use', message: `named by account ${account}` }],
  );
