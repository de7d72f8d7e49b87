// `npm test`: every check and every test, one after the other, all of them even when one fails, and an honest sum at the end.
//   npm test                     everything
//   npm test -- unit browser     some steps: check, unit, browser, build, e2e
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readResults, resultsFile } from './results.mjs';

/** A folder of its own for each run, so that no run reads the counts of another. */
const results = mkdtempSync(join(tmpdir(), 'test-results-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));

const VITEST = 'node_modules/vitest/vitest.mjs';

/** `counts`: the step's runner counts tests; any other step only succeeds or fails. `needs`: a step that must have succeeded. */
const STEPS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'imports', command: ['test/support/check-imports.mjs'] },
  { name: 'unit', command: [VITEST, 'run', ...jsonReporter('unit')], counts: true },
  { name: 'browser', command: ['node_modules/@web/test-runner/dist/bin.js'], counts: true },
  { name: 'library', command: ['node_modules/vite/bin/vite.js', 'build', '--mode', 'library'] },
  { name: 'page', command: ['node_modules/vite/bin/vite.js', 'build'] },
  { name: 'e2e', command: [VITEST, 'run', '--config', 'test/support/e2e.config.ts', ...jsonReporter('e2e')], counts: true, needs: 'page' },
];
const GROUPS = { check: ['types', 'lint', 'imports'], build: ['library', 'page'] };

function jsonReporter(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile(results, name)}`];
}

let running = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exitCode = 1;
    stopped = true;
  });
}
let stopped = false;

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const wanted = process.argv.slice(2).flatMap((name) => GROUPS[name] ?? [name]);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(', ')}. There are ${[...STEPS.map(({ name }) => name), ...Object.keys(GROUPS)].join(', ')}.`);
  process.exit(2);
}

const outcomes = [];
for (const step of STEPS) {
  if (stopped || (wanted.length > 0 && !wanted.includes(step.name))) continue;
  if (outcomes.some(({ name, ok }) => name === step.needs && !ok)) {
    outcomes.push({ name: step.name, ok: false, text: `not run, because "${step.needs}" failed`, passed: 0, failed: 1, skipped: 0 });
    continue;
  }
  console.log(`\n--- ${step.name}`);
  const started = performance.now();
  const code = await run(step.command);
  outcomes.push({ name: step.name, ...outcomeOf(step, code), seconds: (performance.now() - started) / 1000 });
}
report(outcomes);

function run(command) {
  return new Promise((resolve) => {
    running = spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, TEST_RESULTS: results } });
    running.on('close', (code) => resolve(code ?? 1));
  });
}

/** A step that failed although no test of it did (a file that does not load, a broken build) counts as one failure. */
function outcomeOf(step, code) {
  const ok = code === 0;
  const counts = step.counts ? readResults(results, step.name) : null;
  if (!counts) return { ok, text: ok ? 'ok' : 'FAILED', passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  const failed = ok ? counts.failed : Math.max(counts.failed, 1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return { ok, text: `${counts.passed} passed, ${failed} failed${skipped}`, ...counts, failed };
}

function report(all) {
  console.log('\n---');
  for (const { name, text, seconds } of all) console.log(`${name.padEnd(8)} ${text}${seconds === undefined ? '' : ` (${seconds.toFixed(1)} s)`}`);
  if (stopped) {
    console.log('stopped before the end');
    return;
  }
  const sum = (key) => all.reduce((total, outcome) => total + outcome[key], 0);
  const skipped = sum('skipped');
  const counted = all.some(({ name }) => STEPS.find((step) => step.name === name)?.counts);
  if (counted) console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = all.every(({ ok }) => ok) ? 0 : 1;
}
