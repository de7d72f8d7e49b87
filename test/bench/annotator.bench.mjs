// How fast the annotator is with much in it, beside the same text with static <mark> elements in the same run.
// Goals: load at most half of static, adding, selecting and typing within a frame (16.7 ms beyond an idle frame), filtering
// all at most a quarter of static.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { ensure, flags } from '../support/browser.mjs';

const sizes = [[1_000, 50], [10_000, 1_000], [10_000, 10_000], [100_000, 10_000]];
const outDir = await mkdtemp(join(tmpdir(), 'annotator-bench-'));
const root = fileURLToPath(new URL('page', import.meta.url));
await build({ root, configFile: false, logLevel: 'error', base: './', build: { outDir, emptyOutDir: true, target: 'es2022' } });
const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
const executablePath = await ensure();
const args = flags(executablePath);
const browser = await chromium.launch({ executablePath, args, chromiumSandbox: !args.includes('--no-sandbox') });
try {
  for (const [words, count] of sizes) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', error => console.error(error));
    await page.goto(server.resolvedUrls.local[0]);
    await page.waitForFunction(() => 'measure' in window);
    const { baseline, annotator } = await page.evaluate(([words, count]) => window.measure(words, count), [words, count]);
    console.log(`\n${words.toLocaleString('en')} words, ${count.toLocaleString('en')} annotations`);
    console.log('            static    annotator   ratio');
    for (const action of ['load', 'open', 'add', 'select', 'filter', 'type']) {
      const [a, b] = [baseline[action], annotator[action]];
      console.log(`${action.padEnd(8)} ${a ? `${a.toFixed(1).padStart(7)} ms` : '         –'} ${b.toFixed(1).padStart(9)} ms ${a ? (b / a).toFixed(2).padStart(7) : '      –'}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  await rm(outDir, { recursive: true, force: true });
}
