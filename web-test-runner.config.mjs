// Tests in real browsers: components and what needs a real IndexedDB. Chromium always; Firefox too where it is installed.
//   npm run test:browser                                   all
//   TEST_BROWSERS=chromium npm run test:browser            one browser
//   npm run test:browser -- --files 'test/components/x*'   some files (add --watch to stay)
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { find, findFirefox, flags } from './test/support/browser.mjs';
import { browserResults } from './test/support/results.mjs';

/**
 * Sends Chrome DevTools Protocol commands from a test: what `sendKeys` and `sendMouse` cannot do (an input method, touch,
 * a double click). Use it through `cdp` in test/support/helpers.ts. Chromium only.
 */
const cdp = {
  name: 'cdp',
  async executeCommand({ command, payload, session }) {
    if (command !== 'cdp') return undefined;
    const client = await session.browser.getPage(session.id).createCDPSession();
    try {
      const answers = [];
      for (const [method, params] of payload) answers.push(await client.send(method, params));
      return answers;
    } finally {
      await client.detach();
    }
  },
};

const chromium = await find();
if (!chromium) throw new Error('No Chromium found. `npm test` installs one where it can, or set CHROME_PATH.');
const launchers = {
  chromium: chromeLauncher({ puppeteer: puppeteerCore, launchOptions: { executablePath: chromium, args: flags(chromium) } }),
};
const firefox = await findFirefox();
if (firefox) {
  launchers.firefox = chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: { browser: 'firefox', executablePath: firefox, extraPrefsFirefox: { 'intl.accept_languages': 'en-US' } },
  });
} else {
  console.log('Firefox is not installed (or only as a snap): these tests run in Chromium alone.');
}
const wanted = (process.env.TEST_BROWSERS ?? 'chromium,firefox').split(',');

// Firefox is asked where engines differ: selections, contenteditable, IndexedDB, and the whole. It drives far slower than Chromium.
const engineTests = [
  'test/components/claim-article.test.ts',
  'test/components/claim-annotator.test.ts',
  'test/components/annotation-card.test.ts',
  'test/storage/**/*.browser.test.ts',
];

export default {
  files: ['test/components/**/*.test.ts', 'test/storage/**/*.browser.test.ts', 'test/support/**/*.browser.test.ts'],
  browsers: wanted.includes('chromium') ? [launchers.chromium] : [],
  groups: launchers.firefox && wanted.includes('firefox') ? [{ name: 'firefox', files: engineTests, browsers: [launchers.firefox] }] : [],
  nodeResolve: { exportConditions: ['production'] },
  // One page at a time: focus and selection belong to one page only.
  concurrency: 1,
  concurrentBrowsers: 1,
  testFramework: { config: { timeout: 30_000 } },
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: new URL('./tsconfig.json', import.meta.url).pathname }), cdp],
  reporters: [defaultReporter(), browserResults()],
};
