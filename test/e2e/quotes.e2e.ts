import { test as base, expect } from '../support/e2e.ts';
import { Annotator, article } from './annotator.ts';

const test = base.extend<{ annotator: Annotator }>({
  annotator: async ({ page, url }, use) => {
    await page.goto(url);
    const annotator = new Annotator(page);
    await page.locator('claim-article .text').waitFor();
    await page.getByRole('button', { name: 'All articles' }).click();
    await annotator.paste(article);
    await use(annotator);
  },
});

const transcript = `[00:01:10] Interviewer: How do you buy hardware now?
[00:01:15] Ada Lindqvist: Nobody, um, plans a data center around a promise, but almost everybody reads the calendar.`;

test('a quote is checked against a transcript from a file, made evidence of, and there again after a reload', async ({ annotator, page }) => {
  await annotator.select('“Nobody plans a data center around a promise,”');
  await page.keyboard.press('q');
  await annotator.card.getByLabel('Speaker').fill('Ada Lindqvist');
  await annotator.select('“but everybody reads the calendar.”');
  await page.keyboard.press('a');
  await page.keyboard.press('w');
  const dialog = page.locator('quote-check-dialog').getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'interview.txt', mimeType: 'text/plain', buffer: Buffer.from(transcript) });
  await dialog.getByText('interview.txt').waitFor();
  await dialog.getByRole('button', { name: 'Check the quotes' }).click();
  await dialog.getByText('Altered').first().waitFor();
  await dialog.getByText('Hedge dropped').waitFor();
  await page.keyboard.press('e');
  await annotator.card.getByText('Transcript: altered').waitFor();
  await annotator.card.getByText('00:01:15').first().waitFor();
  await annotator.saved();
  const before = await annotator.annotations();
  await page.reload();
  await annotator.card.getByText('Transcript: altered').waitFor();
  expect(await annotator.annotations()).toEqual(before);
  await page.getByRole('button', { name: /^Undo: Evidence from transcript/ }).first().click();
  await annotator.card.getByRole('button', { name: 'Check against a transcript' }).waitFor();
});
