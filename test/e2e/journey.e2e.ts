import { readFile } from 'node:fs/promises';
import { test as base, expect } from '../support/e2e.ts';
import { Annotator, article } from './annotator.ts';

const test = base.extend<{ annotator: Annotator }>({
  annotator: async ({ page, url }, use) => {
    await page.goto(url);
    const annotator = new Annotator(page);
    await page.locator('claim-article .text').waitFor();
    await use(annotator);
  },
});

const projection = 'the market at about $50 billion and thinks it could reach $200 billion within five years';
const quoted = '“Nobody plans a data center around a promise,”';
const quotedOn = '“but everybody reads the calendar.”';

test('a first visit opens the sample, with marks of every kind and one click to start clean', async ({ annotator, page }) => {
  await expect.poll(() => page.title()).toContain('claim-annotator');
  const cards = await page.locator('claim-annotator').evaluate(element => (element as HTMLElement & { annotations: { type: string }[] }).annotations.map(({ type }) => type));
  expect(new Set(cards)).toEqual(new Set(['claim', 'quote', 'note', 'nothing-to-check']));
  await page.getByRole('button', { name: 'Start clean', exact: true }).click();
  await expect.poll(() => annotator.cards()).toEqual([]);
  await page.getByText('Nothing is marked yet.').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(async () => (await annotator.cards()).length).toBeGreaterThan(0);
});

test('by mouse: open, mark, attach evidence, rate, reload, export, delete, import', async ({ annotator, page, url }) => {
  await page.getByRole('button', { name: 'All articles' }).click();
  await annotator.paste(article);

  await annotator.select(projection);
  await page.getByRole('toolbar').getByRole('button', { name: /^Claim/ }).click();
  await annotator.card.waitFor();
  await annotator.card.getByLabel('Claim in its own words').fill('The market could grow from $50 billion to $200 billion in five years.');
  await annotator.card.getByLabel('Claimant').fill('The chief executive');

  await annotator.card.getByRole('button', { name: 'Add evidence' }).click();
  await annotator.card.getByRole('combobox', { name: 'Source' }).fill('Market estimates, collected');
  await page.keyboard.press('Enter');
  await annotator.card.getByLabel('Publisher').fill('An institute');
  await annotator.card.getByRole('button', { name: 'Done' }).first().click();
  await annotator.card.getByRole('button', { name: 'Add evidence' }).click();
  await annotator.card.getByRole('combobox', { name: 'Source' }).fill('https://example.org/report');
  await page.keyboard.press('Enter');
  await annotator.card.getByRole('radio', { name: 'Half true' }).click();
  await annotator.card.getByLabel('Explanation').fill('An estimate by an interested party.');
  await page.keyboard.press('Tab');

  await annotator.select(quoted);
  await page.getByRole('toolbar').getByRole('button', { name: /^Quote/ }).click();
  await expect.poll(() => annotator.cards()).toHaveLength(2);
  await annotator.select(quotedOn);
  await page.getByRole('toolbar').getByRole('button', { name: /^Add piece/ }).click();
  await annotator.card.getByLabel('Speaker').fill('Ada Lindqvist');
  await annotator.card.getByRole('radio', { name: 'Verbatim' }).click();
  await annotator.saved();

  const before = await annotator.annotations();
  expect(before).toMatchObject([
    {
      type: 'claim', text: 'The market could grow from $50 billion to $200 billion in five years.', claimant: 'The chief executive',
      anchors: [{ exact: projection }], evidence: [{ stance: 'supports' }, { stance: 'supports' }],
      verdict: { rating: 'half-true', explanation: 'An estimate by an interested party.' },
    },
    { type: 'quote', form: 'direct', speaker: 'Ada Lindqvist', anchors: [{ exact: quoted }, { exact: quotedOn }], verdict: { rating: 'verbatim' } },
  ]);
  expect((await annotator.cards())[0]).toMatch(/The market could grow.*Half true/);

  await page.reload();
  await annotator.card.waitFor();
  expect(await annotator.annotations()).toEqual(before);
  expect(await annotator.card.getByLabel('Speaker').inputValue()).toBe('Ada Lindqvist');

  const native = await download(page, 'Fact check (JSON)');
  const w3c = await download(page, 'W3C Web Annotations');
  const collection = JSON.parse(w3c) as { type: string; total: number };
  expect(collection.type).toBe('AnnotationCollection');
  expect(collection.total).toBe(2);

  await page.getByRole('button', { name: 'All articles' }).click();
  await page.getByRole('button', { name: /Delete.*Chips and calendars/ }).click();
  await expect.poll(() => page.getByRole('link', { name: 'Chips and calendars' }).or(page.getByRole('button', { name: 'Open Chips and calendars' })).count()).toBe(0);

  await page.getByRole('button', { name: 'Open an article' }).first().click();
  await page.locator('open-article-dialog input[type=file]').setInputFiles({ name: 'backup.fact-check.json', mimeType: 'application/json', buffer: Buffer.from(native) });
  await page.locator('claim-article .text').waitFor();
  await expect.poll(() => annotator.annotations()).toEqual(before);

  // On a machine that has never seen it as well.
  const other = await page.context().browser()!.newContext();
  const second = await other.newPage();
  await second.goto(url);
  const elsewhere = new Annotator(second);
  await second.locator('claim-article .text').waitFor();
  await second.getByRole('button', { name: 'All articles' }).click();
  await second.getByRole('button', { name: 'Open an article' }).first().click();
  await second.locator('open-article-dialog input[type=file]').setInputFiles({ name: 'backup.fact-check.json', mimeType: 'application/json', buffer: Buffer.from(native) });
  await expect.poll(() => elsewhere.annotations()).toEqual(before);
  await other.close();
});

async function download(page: import('playwright-core').Page, format: string): Promise<string> {
  await page.locator('annotator-header').getByRole('button', { name: 'Export' }).first().click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('transfer-dialog').getByRole('button', { name: new RegExp(`Download.*${format.replace(/[()]/g, '\\$&')}`) }).click(),
  ]);
  return readFile(await saved.path(), 'utf8');
}
