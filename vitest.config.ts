import { defineConfig } from 'vitest/config';

// What runs in Node. Browser tests: web-test-runner.config.mjs; journeys through the built page: test/support/e2e.config.ts.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/{domain,anchoring,quotes,suggest,formats,editor,store,storage,support}/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts'],
    // A busy machine takes its time; a test that hangs is still found.
    testTimeout: 30_000,
    passWithNoTests: true,
  },
});
