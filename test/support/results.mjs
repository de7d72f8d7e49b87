// Counts of tests, written by each runner and added up by run.mjs.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../node_modules/.cache/test-results/', import.meta.url);

/** Where the runner called `name` leaves its counts; the folder is made when it is missing. */
export function resultsFile(name) {
  mkdirSync(folder, { recursive: true });
  return fileURLToPath(new URL(`${name}.json`, folder));
}

/** Forgets the counts of earlier runs, so that a runner that dies early cannot pass off old ones as its own. */
export function forgetResults() {
  rmSync(folder, { recursive: true, force: true });
}

/** `{passed, failed, skipped}` as the runner called `name` counted them, or `null` when it wrote nothing. */
export function readResults(name) {
  const file = resultsFile(name);
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
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults } of sessions) if (testResults) count(testResults, counts);
      writeFileSync(resultsFile('browser'), JSON.stringify(counts));
    },
  };
}

function count(suite, counts) {
  for (const { passed, skipped } of suite.tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}
