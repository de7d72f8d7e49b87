import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { test, expect } from '../support/e2e.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the screen as it is, in short. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
  });
}

const screens = [
  { size: { width: 1440, height: 900 }, colorScheme: 'light' as const },
  { size: { width: 1440, height: 900 }, colorScheme: 'dark' as const },
  { size: { width: 390, height: 844 }, colorScheme: 'light' as const },
  { size: { width: 390, height: 844 }, colorScheme: 'dark' as const },
];

for (const { size, colorScheme } of screens) {
  test.describe(`${size.width} px, ${colorScheme}`, () => {
    test.override({ contextOptions: { viewport: size, colorScheme, reducedMotion: 'reduce' } });

    test('axe-core finds nothing on any screen', async ({ page, url }) => {
      const found: Record<string, string[]> = {};
      const check = async (name: string): Promise<void> => {
        const list = await violations(page);
        if (list.length > 0) found[name] = list;
      };
      await page.goto(url);
      await page.locator('claim-article .text').waitFor();
      await check('the sample');
      const ids = await page.locator('claim-annotator').evaluate(element => (element as HTMLElement & { annotations: { id: string; type: string }[] }).annotations.map(({ id, type }) => [id, type] as const));
      for (const type of ['claim', 'quote', 'note', 'nothing-to-check']) {
        const id = ids.find(([, other]) => other === type)![0];
        await page.locator('claim-annotator').evaluate((element, wanted) => (element as HTMLElement & { select(id: string): void }).select(wanted), id);
        await page.locator('annotation-card[open]').waitFor();
        await check(`the card of a ${type}`);
      }
      if (size.width > 760) {
        await page.locator('filter-bar button').first().click();
        await check('the filter');
        await page.locator('filter-bar button').first().click();
      }
      await page.locator('annotator-header summary').click();
      await check('the menu');
      await page.keyboard.press('Escape');
      for (const dialog of ['details', 'export', 'import', 'help']) {
        await page.locator('claim-annotator').evaluate((element, name) => (element as HTMLElement & { showDialog(name: string): void }).showDialog(name), dialog);
        await check(`the dialog ${dialog}`);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: 'All articles' }).click();
      await page.locator('start-page').getByText('Your articles').waitFor();
      await check('the start page');
      await page.getByRole('button', { name: 'Open an article' }).first().click();
      await check('opening an article');
      expect(found).toEqual({});
    });
  });
}
