import { puppeteerCore } from '@web/test-runner-chrome';
import { expect, inject, test } from 'vitest';
import { findFirefox } from '../support/browser.mjs';

const executablePath = await findFirefox();

/** The second engine. Its component tests run beside Chromium's; this is about the built page, which other tools made. */
test.skipIf(!executablePath)('the built page opens in Firefox and asks no other host for anything', async () => {
  const url = inject('pageUrl');
  const browser = await puppeteerCore.launch({ browser: 'firefox', executablePath: executablePath ?? undefined });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(url)) complaints.push(request.url());
    });
    await page.goto(url);
    await page.waitForFunction(() => [...document.querySelectorAll(':not(:defined)')].length === 0 && document.body.offsetHeight > 0);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
