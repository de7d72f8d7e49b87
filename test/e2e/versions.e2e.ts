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

const projection = 'the market at about $50 billion and thinks it could reach $200 billion within five years';
const dates = 'The Kunlun M100, a processor for inference, is expected in early 2026';

/** Marks words as a claim by keys and gives it the first rating. */
async function rate(annotator: Annotator, words: string): Promise<void> {
  await annotator.selectByKeys(words);
  await annotator.page.keyboard.press('c');
  await annotator.card.waitFor();
  await annotator.card.getByRole('radio', { name: 'True', exact: true }).click();
}

test('a text pasted anew: a figure that changed is re-checked, a claim that went is decided, and both survive a reload', async ({ annotator, page }) => {
  await rate(annotator, projection);
  await rate(annotator, dates);
  await annotator.saved();

  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('button', { name: 'New text of this article' }).click();
  const dialog = page.locator('open-article-dialog').getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(article.replace('$200', '$250').replace(/The Kunlun M100.*2027\.\n\n/, ''));
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await page.getByText('Marks: 1 changed, 1 lost.').waitFor();
  await page.locator('decide-bar').getByText('1 to decide · 1 to re-check').waitFor();
  await annotator.saved();

  await page.reload();
  await page.locator('decide-bar').getByText('1 to decide · 1 to re-check').waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('d');
  await annotator.card.getByText('These words are no longer in the text').waitFor();
  await page.keyboard.press('g');
  await page.locator('decide-bar').getByText('1 to re-check').waitFor();
  await page.keyboard.press('d');
  await annotator.card.getByText('Re-check: a figure changed').waitFor();
  await annotator.card.getByRole('radio', { name: 'False', exact: true }).click();
  await expect.poll(() => page.locator('decide-bar .bar').count()).toBe(0);

  // Undo goes back over everything, one step at a time, to the text as it was.
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => annotator.text()).toContain('$200 billion');
  await expect.poll(async () => (await annotator.cards()).filter(line => line.endsWith('True')).length).toBe(2);
});

test('a text being edited is there again after a reload, and becomes a version with its marks', async ({ annotator, page }) => {
  await rate(annotator, projection);
  await page.keyboard.press('t');
  await page.keyboard.press('i');
  await page.locator('edit-bar').getByText('Editing the text').waitFor();
  await page.locator('claim-article .text').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('New: ');
  await page.locator('edit-bar').getByRole('button', { name: 'Drop changes' }).waitFor();
  await page.locator('edit-bar').getByText('Draft kept').waitFor();
  await page.reload();
  await page.locator('edit-bar').getByText('Editing the text').waitFor();
  await expect.poll(() => page.locator('claim-article .text').textContent()).toContain('New: Chips and calendars');
  await page.locator('claim-article .text').click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('The text was edited. Marks: 1 in place.').waitFor();
  await expect.poll(() => annotator.text()).toContain('New: Chips and calendars');
  await annotator.saved();
  await page.reload();
  await expect.poll(() => annotator.text()).toContain('New: Chips and calendars');
  expect(await page.locator('edit-bar').count()).toBe(0);

  await page.keyboard.press('t');
  await page.keyboard.press('Shift+D');
  const versions = page.locator('versions-dialog').getByRole('dialog');
  await versions.getByText('1 word added.').waitFor();
  await versions.getByRole('button', { name: /^Go back to version/ }).click();
  await expect.poll(() => annotator.text()).not.toContain('New:');
});

test('one tab edits an article at a time, and another text that comes meanwhile is told of and kept', async ({ annotator, page, context }) => {
  await rate(annotator, projection);
  await annotator.saved();
  const second = new Annotator(await context.newPage());
  await second.page.goto(page.url());
  await second.page.locator('claim-article .text').waitFor();
  await expect.poll(() => second.text()).toContain('$200 billion');

  await page.bringToFront();
  await page.keyboard.press('t');
  await page.keyboard.press('i');
  await page.locator('edit-bar').getByText('Editing the text').waitFor();
  await page.locator('claim-article .text').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Mine: ');
  await page.locator('edit-bar').getByText('Draft kept').waitFor();

  await second.page.bringToFront();
  await second.page.keyboard.press('t');
  await second.page.keyboard.press('i');
  await second.page.getByText('This text is being edited in another tab.').waitFor();
  await second.page.locator('claim-annotator').evaluate((element, text) => (element as HTMLElement & { setArticle(text: string): Promise<void> }).setArticle(text), article.replace('$200', '$777'));
  await second.saved();

  await page.bringToFront();
  await page.getByText('The text was changed in another tab while you edit it.').waitFor();
  await page.locator('edit-bar').getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => annotator.text()).toContain('Mine: Chips and calendars');
  const texts = await page.locator('claim-annotator').evaluate(element =>
    [...(element as HTMLElement & { store: { desk: { versions: Map<string, { text: string }> } } }).store.desk.versions.values()].map(version => version.text),
  );
  expect(texts.some(text => text.includes('$777')), 'the other text is among the versions').toBe(true);
});
