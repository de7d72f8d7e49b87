import { test, expect } from '../support/e2e.ts';
import { Annotator, article } from './annotator.ts';

const projection = 'the market at about $50 billion and thinks it could reach $200 billion within five years';
const quoted = '“Nobody plans a data center around a promise,”';
const quotedOn = '“but everybody reads the calendar.”';

test('by keyboard alone: open, mark, attach evidence, rate, reload, undo, delete', async ({ page, url }) => {
  // The mouse stays where it is: nothing below uses it.
  const annotator = new Annotator(page);
  const { keyboard } = page;
  const focusOn = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      if (name.test(await focusedName(page))) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}`);
  };
  await page.goto(url);
  await page.locator('claim-article .text').waitFor();
  await focusOn(/All articles/);
  await keyboard.press('Enter');
  await page.locator('start-page').waitFor();
  await focusOn(/Open an article/);
  await keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toMatch(/Text of the article/);
  await keyboard.insertText(article);
  await focusOn(/Continue/);
  await keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toMatch(/Title/);
  await keyboard.press('Enter');
  await page.locator('claim-article .text').waitFor();

  await annotator.selectByKeys(projection);
  await keyboard.press('c');
  await annotator.card.waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toMatch(/own words/);
  await keyboard.insertText('The market could grow from $50 billion to $200 billion in five years.');
  await keyboard.press('Escape');
  await keyboard.press('e');
  await expect.poll(() => focusedName(page)).toMatch(/Source/);
  await keyboard.insertText('Market estimates, collected');
  await keyboard.press('Enter');
  await expect.poll(() => annotator.annotations()).toMatchObject([{ evidence: [{ source: expect.stringMatching(/^urn:uuid:/) as string }] }]);
  await keyboard.press('Escape');
  await expect.poll(() => focusedName(page)).toMatch(/Chips and calendars/);
  await keyboard.press('e');
  await expect.poll(() => focusedName(page)).toMatch(/Source/);
  await keyboard.insertText('https://example.org/report');
  await keyboard.press('Enter');
  await expect.poll(() => annotator.annotations()).toMatchObject([{ evidence: [{}, { source: expect.stringMatching(/^urn:uuid:/) as string }] }]);
  await keyboard.press('Escape');
  await keyboard.press('v');
  await expect.poll(() => focusedName(page)).toMatch(/True/);
  await keyboard.press('3');
  await expect.poll(() => annotator.annotations()).toMatchObject([{ verdict: { rating: 'half-true' } }]);
  await keyboard.press('Escape');

  await annotator.selectByKeys(quoted);
  await keyboard.press('q');
  await annotator.selectByKeys(quotedOn);
  await keyboard.press('a');
  await keyboard.press('v');
  await expect.poll(() => focusedName(page)).toMatch(/Verbatim/);
  await keyboard.press('1');
  await keyboard.press('Escape');
  await annotator.saved();
  const before = await annotator.annotations();
  expect(before).toMatchObject([
    { type: 'claim', text: 'The market could grow from $50 billion to $200 billion in five years.', evidence: [{}, {}], verdict: { rating: 'half-true' } },
    { type: 'quote', anchors: [{ exact: quoted }, { exact: quotedOn }], verdict: { rating: 'verbatim' } },
  ]);

  await page.reload();
  await annotator.card.waitFor();
  expect(await annotator.annotations()).toEqual(before);

  // Undo reaches back over the reload, step by step, and redo brings everything back.
  await focusOn(/Chips and calendars$/);
  for (let step = 0; step < 3; step++) await keyboard.press('Control+z');
  await expect.poll(() => annotator.annotations()).toHaveLength(1);
  for (let step = 0; step < 3; step++) await keyboard.press('Control+Shift+z');
  await expect.poll(() => annotator.annotations()).toMatchObject(before.map(annotation => ({ id: (annotation as { id: string }).id })));
  await expect.poll(() => annotator.annotations()).toMatchObject([{}, { verdict: { rating: 'verbatim' } }]);

  // An end can be moved word by word, and a mark removed.
  await keyboard.press('t');
  await keyboard.press('j');
  await keyboard.press('h');
  await expect.poll(() => annotator.annotations()).toMatchObject([{}, {}]);
  await keyboard.press('Delete');
  await expect.poll(() => annotator.annotations()).toHaveLength(1);
  await keyboard.press('Control+z');
  await expect.poll(() => annotator.annotations()).toHaveLength(2);
  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
  await keyboard.press('Escape');
});

/** The accessible name, or failing that the text, of what has the focus, through all shadow roots. */
function focusedName(page: import('playwright-core').Page): Promise<string> {
  return page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return '';
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(label => label.textContent) : [];
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => (id ? ((element.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '') : ''));
    return [element.getAttribute('aria-label') ?? '', ...labels, ...labelledBy, element instanceof HTMLButtonElement ? element.textContent : ''].join(' ').replace(/\s+/g, ' ').trim();
  });
}
