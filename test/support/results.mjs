// Counts of tests, written by each runner and added up by run.mjs, which names a folder for them in TEST_RESULTS.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the runner called `name` leaves its counts in `folder`. */
export function resultsFile(folder, name) {
  return join(folder, `${name}.json`);
}

/** `{passed, failed, skipped}` as the runner called `name` counted them, or `null` when it wrote nothing. */
export function readResults(folder, name) {
  const file = resultsFile(folder, name);
  if (!existsSync(file)) return null;
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  if ('numTotalTests' in counts) {
    return { passed: counts.numPassedTests, failed: counts.numFailedTests, skipped: counts.numPendingTests + counts.numTodoTests };
  }
  return counts;
}

/** Reporter for @web/test-runner: counts every test once per browser. */
export function browserResults() {
  return {
    onTestRunFinished({ sessions }) {
      if (!process.env.TEST_RESULTS) return;
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults } of sessions) if (testResults) count(testResults, counts);
      writeFileSync(resultsFile(process.env.TEST_RESULTS, 'browser'), JSON.stringify(counts));
    },
  };
}

function count(suite, counts) {
  for (const { passed, skipped } of suite.tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}
