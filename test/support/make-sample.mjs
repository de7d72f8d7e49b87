// Writes public/sample.fact-check.json from src/sample: `npm run sample`. In the browser, because reading an article is
// done with the browser's own parser.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { ensure, flags } from './browser.mjs';

const file = (path) => new URL(`../../${path}`, import.meta.url);
const server = await createServer({ server: { port: 0, host: '127.0.0.1', open: false }, logLevel: 'error' });
await server.listen();
const executablePath = await ensure();
const args = flags(executablePath);
const browser = await chromium.launch({ executablePath, args, chromiumSandbox: !args.includes('--no-sandbox') });
try {
  const page = await browser.newPage();
  await page.goto(new URL('/icon.svg', server.resolvedUrls.local[0]).href);
  const html = await readFile(file('src/sample/article.html'), 'utf8');
  const annotations = JSON.parse(await readFile(file('src/sample/annotations.json'), 'utf8'));
  const content = await readFile(file('src/sample/renquist-interview.vtt'), 'utf8');
  const transcripts = [{ source: 'renquist-interview', title: 'Interview with Tobias Renquist, 12 November', fileName: 'renquist-interview.vtt', content }];
  const text = await page.evaluate(async ([html, annotations, transcripts]) => {
    const { buildSample } = await import('/src/sample/build-sample.ts');
    return buildSample(html, annotations, transcripts);
  }, [html, annotations, transcripts]);
  await writeFile(file('public/sample.fact-check.json'), text);
  console.log(`public/sample.fact-check.json: ${text.length} characters`);
} finally {
  await browser.close();
  await server.close();
}
