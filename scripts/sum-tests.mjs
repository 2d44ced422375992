// Adds up the JSON reports of .ci/run and prints `N passed, N failed`, with `, N skipped` if there are any. Arguments:
// FILE=EXIT_CODE, one for each run. A run that failed without a failed test in its report (no report, a file that could not be
// loaded, an error between tests) counts as one failure, so the line never looks better than the exit codes.
import { existsSync, readFileSync } from 'node:fs';

const sum = { passed: 0, failed: 0, skipped: 0 };

for (const argument of process.argv.slice(2)) {
  const separator = argument.lastIndexOf('=');
  const counts = countsOf(argument.slice(0, separator));
  const failedWithoutTest = argument.slice(separator + 1) !== '0' && counts.failed === 0;

  sum.passed += counts.passed;
  sum.failed += counts.failed + (failedWithoutTest ? 1 : 0);
  sum.skipped += counts.skipped;
}

process.stdout.write(
  `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}\n`,
);
process.exitCode = sum.failed > 0 ? 1 : 0;

function countsOf(file) {
  if (!existsSync(file)) {
    return { passed: 0, failed: 1, skipped: 0 };
  }

  const report = JSON.parse(readFileSync(file, 'utf8'));
  const filesNotLoaded = (report.testResults ?? []).filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesNotLoaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}
