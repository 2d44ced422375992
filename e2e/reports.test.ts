import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { argumentsOf, countsOf, sumOfReports } from './reports.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'erp-reports-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(name: string, content: object): { title: string; file: string } {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return { title: name, file };
}

test('sumOfReports adds up runs, and a run without a report is a failure', () => {
  const one = report('one', {
    success: true,
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    testResults: [{ name: 'a', assertionResults: [{ ancestorTitles: ['b'], fullName: 'b c' }] }],
  });
  const two = report('two', {
    success: true,
    numPassedTests: 4,
    numFailedTests: 0,
    numTodoTests: 1,
    testResults: [{ name: 'd', assertionResults: [] }],
  });

  const sum = sumOfReports([one, two]);
  expect(sum).toMatchObject({ success: true, numPassedTests: 7, numFailedTests: 0, numTotalTests: 9 });
  expect(sum.testResults).toEqual([
    { name: 'a', assertionResults: [{ ancestorTitles: ['one', 'b'], fullName: 'one: b c' }] },
    { name: 'd', assertionResults: [] },
  ]);
  expect(countsOf(sum)).toBe('7 passed, 0 failed, 2 skipped');

  const without = sumOfReports([one, { title: 'none', file: join(folder, 'none') }]);
  expect(without).toMatchObject({ success: false, numPassedTests: 3, numFailedTests: 1 });
});

test('argumentsOf gives every run files of its own', () => {
  expect(
    argumentsOf(['--outputFile.junit=out/junit.xml', '--outputFile=plain', 'e2e/a.test.ts'], 'fast'),
  ).toEqual(['--outputFile.junit=out/junit.fast.xml', '--outputFile=plain.fast', 'e2e/a.test.ts']);
});
