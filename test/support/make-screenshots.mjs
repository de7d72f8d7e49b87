// Makes the pictures of the README: `npm run screenshots`. The sample, with the card of the refuted claim open.
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { ensure, flags } from './browser.mjs';

const folder = new URL('../../docs/images/', import.meta.url);
await mkdir(folder, { recursive: true });
const server = await createServer({ server: { port: 0, host: '127.0.0.1', open: false }, logLevel: 'error' });
await server.listen();
const executablePath = await ensure();
const args = flags(executablePath);
const browser = await chromium.launch({ executablePath, args, chromiumSandbox: !args.includes('--no-sandbox') });
try {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
    await page.goto(server.resolvedUrls.local[0]);
    await page.locator('annotation-card').first().waitFor();
    await page.locator('claim-annotator').evaluate(annotator => {
      annotator.select(annotator.annotations.find(({ verdict }) => verdict?.rating === 'false').id);
    });
    await page.locator('annotation-card[open]').waitFor();
    await page.waitForTimeout(1000);
    await page.screenshot({ path: new URL(`annotator-${colorScheme}.png`, folder).pathname });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
