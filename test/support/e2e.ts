// For journeys through the built page: `import { expect, test } from '../support/e2e.ts'`.
//
//   test('keeps a claim across a reload', async ({ page, url }) => { await page.goto(url); ... });
//   test.override({ contextOptions: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } });   // for a file or a describe
//
// A test fails at its end when a page of its context wrote to console.error, threw, or asked another host for anything.
// A journey that provokes such a thing says so first: `complaints.expect(/QuotaExceeded/)`.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { ensure, flags } from './browser.mjs';

export { expect } from 'vitest';

/** What went wrong in the pages of a context without the journey noticing. */
export class Complaints {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Complaints that match `pattern` are part of the journey, those made before this call as well. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  add(complaint: string): void {
    this.#found.push(complaint);
  }

  /** What was found and not expected. */
  get unexpected(): readonly string[] {
    return this.#found.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)));
  }
}

/** Starts the browser that `browser.mjs` finds. */
export async function launch(): Promise<Browser> {
  const executablePath = await ensure();
  const args = flags(executablePath);
  return chromium.launch({ executablePath, args, chromiumSandbox: !args.includes('--no-sandbox') });
}

/** Writes down every console error, uncaught exception and request to another host, in all pages of `context`. */
export function record(context: BrowserContext, url: string): Complaints {
  const complaints = new Complaints();
  const { host } = new URL(url);
  const watch = (address: string) => {
    const target = new URL(address);
    if (/^(https?|wss?):$/.test(target.protocol) && target.host !== host) complaints.add(`request to another host: ${address}`);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`console.error: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.add(`uncaught: ${String(error.error())}`));
  context.on('request', (request) => watch(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => watch(socket.url())));
  return complaints;
}

interface Fixtures {
  $file: {
    /** One browser for the whole file. */
    browser: Browser;
  };
  $test: {
    /** Playwright's options for the context: viewport, colours, locale. Override it for a file or a `describe`. */
    contextOptions: BrowserContextOptions;
    /** A browser profile of its own for each test, so that no journey sees the stored articles of another. */
    context: BrowserContext;
    complaints: Complaints;
    page: Page;
    /** Address of the built page, with a slash at its end. */
    url: string;
  };
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  contextOptions: { viewport: { width: 1440, height: 900 } },
  url: ({}, use) => use(inject('pageUrl')),
  context: async ({ browser, contextOptions }, use) => {
    const context = await browser.newContext({ acceptDownloads: true, locale: 'en-US', ...contextOptions });
    context.setDefaultTimeout(10_000);
    await use(context);
    await context.close();
  },
  complaints: async ({ context, url }, use) => {
    const complaints = record(context, url);
    await use(complaints);
    if (complaints.unexpected.length > 0) throw new Error(`The page complained:\n  ${complaints.unexpected.join('\n  ')}`);
  },
  // Needs `complaints` only so that they are always written down.
  page: async ({ context, complaints: _ }, use) => use(await context.newPage()),
});
