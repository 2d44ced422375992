import { existsSync, readFileSync } from 'node:fs';

/**
 * JSON reports of vitest, one for each run, as one: counts added up, results in a row, each test named with its run. A run without
 * a report counts as a failure, so that the sum never looks better than the runs.
 *
 * @param {readonly { title: string, file: string }[]} runs
 */
export function sumOfReports(runs) {
  const sum = { success: true, numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  const testResults = runs.flatMap(({ title, file }) => {
    const report = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { success: false, numFailedTests: 1 };

    sum.success &&= report.success;
    sum.numPassedTests += report.numPassedTests ?? 0;
    sum.numFailedTests += report.numFailedTests ?? 0;
    sum.numPendingTests += report.numPendingTests ?? 0;
    sum.numTodoTests += report.numTodoTests ?? 0;
    return (report.testResults ?? []).map(resultsOf(title));
  });
  const numTotalTests = sum.numPassedTests + sum.numFailedTests + sum.numPendingTests + sum.numTodoTests;
  return { ...sum, numTotalTests, testResults };
}

function resultsOf(/** @type {string} */ title) {
  return (
    /** @type {{ assertionResults?: { ancestorTitles: string[], fullName: string }[] }} */ {
      assertionResults = [],
      ...file
    },
  ) => ({
    ...file,
    assertionResults: assertionResults.map((test) => ({
      ...test,
      ancestorTitles: [title, ...test.ancestorTitles],
      fullName: `${title}: ${test.fullName}`,
    })),
  });
}

/** `12 passed, 0 failed, 3 skipped`, as the last line of .ci/run has it. */
export function countsOf(
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} */ sum,
) {
  const skipped = sum.numPendingTests + sum.numTodoTests;
  return `${sum.numPassedTests} passed, ${sum.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Arguments of one run among several: each file that they say to write gets the name of the run before its ending, so that no run
 * writes over another's.
 *
 * @param {readonly string[]} args `--outputFile=F`, `--outputFile.json=F` and whatever else
 * @param {string} run
 */
export function argumentsOf(args, run) {
  return args.map((arg) =>
    arg.replace(
      /^(--outputFile(?:\.\w+)?=.*?)(\.\w+)?$/,
      (_, start, ending = '') => `${start}.${run}${ending}`,
    ),
  );
}
