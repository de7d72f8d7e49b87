import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { test, expect } from '../support/e2e.ts';
import { Annotator, article } from './annotator.ts';

async function openOwn(page: import('playwright-core').Page, url: string): Promise<Annotator> {
  const annotator = new Annotator(page);
  await page.goto(url);
  await page.locator('claim-article .text').waitFor();
  await page.getByRole('button', { name: 'All articles' }).click();
  await annotator.paste(article);
  return annotator;
}

async function chooseFile(page: import('playwright-core').Page, name: string, mimeType: string, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Open an article' }).first().click();
  const input = page.locator('open-article-dialog input[type=file]');
  if (content.length < 1_000_000) return input.setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
  // Large ones go by the disk: through the protocol they would take longer than the page does.
  const folder = await mkdtemp(join(tmpdir(), 'annotator-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), content);
  await input.setInputFiles(join(folder, name));
}

test('two tabs on one article show each other’s changes, and a value set in both at once is shown twice', async ({ page, url, context }) => {
  const first = await openOwn(page, url);
  await first.select('The Kunlun M100, a processor for inference');
  await page.keyboard.press('c');
  await first.card.waitFor();
  await first.saved();

  const other = await context.newPage();
  await other.goto(page.url());
  const second = new Annotator(other);
  await second.card.waitFor();
  await second.card.getByLabel('Claimant').fill('Second tab');
  await other.keyboard.press('Tab');
  await expect.poll(() => first.annotations()).toMatchObject([{ claimant: 'Second tab' }]);

  // Both set the same field in the same moment, before either has heard of the other.
  const set = (tab: import('playwright-core').Page, value: string) =>
    tab.evaluate(claimant => {
      const { store, annotations } = document.querySelector('claim-annotator')!;
      const now = Date.now();
      // Both wait for the same tick of the clock.
      while (Date.now() < Math.ceil(now / 2000) * 2000 + 10);
      store!.change({ name: 'set-claimant', edits: [{ annotation: annotations[0]!.id, field: 'claimant', value: claimant }] });
    }, value);
  await Promise.all([set(page, 'From the first'), set(other, 'From the second')]);
  const disputes = async (annotator: Annotator): Promise<unknown> => ((await annotator.annotations())[0] as { disputes: { values: { value: string }[] }[] }).disputes.map(({ values }) => values.map(({ value }) => value).sort());
  await expect.poll(() => disputes(first)).toEqual([['From the first', 'From the second']]);
  await expect.poll(() => disputes(second)).toEqual([['From the first', 'From the second']]);
  await page.getByText('From the second').first().waitFor();
  await first.card.getByRole('button', { name: /Keep this/ }).first().click();
  await expect.poll(() => disputes(second)).toEqual([]);
});

test('without IndexedDB the work goes on in memory, says so, and can be exported', async ({ context, url }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText(/nowhere to save/).waitFor();
  const annotator = new Annotator(page);
  await page.getByRole('button', { name: 'Open an article' }).first().click();
  await page.locator('open-article-dialog').getByRole('dialog').getByRole('textbox').first().fill(article);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await annotator.select('The M300 for training is to follow in 2027');
  await page.keyboard.press('c');
  await annotator.card.waitFor();
  await expect.poll(() => page.locator('annotator-header .save').textContent()).toContain('only in this tab');
  await page.locator('annotator-header').getByRole('button', { name: 'Export' }).first().click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('transfer-dialog').getByRole('button', { name: /Download.*Fact check \(JSON\)/ }).click()]);
  expect(saved.suggestedFilename()).toBe('chips-and-calendars.fact-check.json');
});

test('a full disk is told, nothing is lost, and trying again keeps it', async ({ page, url }) => {
  const annotator = await openOwn(page, url);
  await annotator.saved();
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    const add = IDBObjectStore.prototype.add;
    const full = (): never => {
      throw new DOMException('Quota exceeded', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    IDBObjectStore.prototype.add = full;
    Object.assign(window, {
      makeRoom: () => {
        IDBObjectStore.prototype.put = put;
        IDBObjectStore.prototype.add = add;
      },
    });
  });
  await annotator.select('The Kunlun M100, a processor for inference');
  await page.keyboard.press('c');
  await page.getByText(/no space left/).waitFor();
  await expect.poll(() => page.locator('annotator-header .save').textContent()).toContain('Not saved');
  // Leaving the article would lose what is only in memory: it stays open.
  await page.getByRole('button', { name: 'All articles' }).click();
  await expect.poll(() => page.locator('notice-area').getByRole('alert').textContent()).toMatch(/no space left/);
  expect(await annotator.annotations()).toHaveLength(1);
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await page.getByRole('button', { name: 'Try again' }).click();
  await annotator.saved();
  await page.reload();
  await expect.poll(() => annotator.annotations()).toHaveLength(1);
});

test('a hostile page becomes text: nothing in it runs, loads or survives', async ({ page, url }) => {
  const annotator = new Annotator(page);
  await page.goto(url);
  await page.locator('claim-article .text').waitFor();
  await page.getByRole('button', { name: 'All articles' }).click();
  const attack = `<!doctype html><title>Hostile</title><base href="https://evil.example/"><article><h1>Hostile</h1>
    <script>window.ran = 'script'</script><img src=x onerror="window.ran = 'onerror'"><svg onload="window.ran = 'svg'"><script>window.ran = 'svg script'</script></svg>
    <p>Read <a href="javascript:window.ran='link'">this</a> and <a href="https://example.org/">that</a>.</p>
    <iframe srcdoc="<script>parent.ran = 'srcdoc'</script>"></iframe><img src="https://tracker.example/pixel.gif" width=1 height=1>
    <p style="background: url(https://tracker.example/css)" onclick="window.ran='click'">Text with <b onmouseover="window.ran='over'">bold</b>.</p>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran='mxss'&gt;"></table></math></article>`;
  await chooseFile(page, 'hostile.html', 'text/html', attack);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('claim-article .text').waitFor();
  await expect.poll(() => annotator.text()).toContain('Text with bold.');
  await page.locator('claim-article').getByText('this').click();
  expect(await page.evaluate(() => (window as { ran?: string }).ran ?? 'nothing')).toBe('nothing');
  const html = await page.locator('claim-article').evaluate(element => element.shadowRoot!.innerHTML);
  expect(html).not.toMatch(/javascript:|onerror|onclick|tracker|<script|<iframe|<svg onload/);
});

test.for([
  { name: 'cut-off.json', content: '{"format": "claim-annotator", "version": 1, "article": {', says: /damaged|cut off|ends/i },
  { name: 'newer.fact-check.json', content: '{"format": "claim-annotator", "version": 99}', says: /version 99/ },
  { name: 'foreign.json', content: '{"hello": "world"}', says: /none of the formats|another kind/i },
  { name: 'empty.txt', content: '', says: /empty|no text|nothing/i },
  { name: 'picture.txt', content: '\u0000\u0001\u0002PNG\u0000\u0000\u0003', says: /no text|not text|binary/i },
  { name: 'huge.txt', content: 'word '.repeat(10_000_000), says: /too (large|long|much)|larger than|at most/i },
])('$name is refused with words that help, and nothing is half-imported', async ({ name, content, says }, { page, url }) => {
  await page.goto(url);
  await page.locator('claim-article .text').waitFor();
  await page.getByRole('button', { name: 'All articles' }).click();
  await chooseFile(page, name, name.endsWith('json') ? 'application/json' : 'text/plain', content);
  await expect.poll(() => page.locator('open-article-dialog [role=alert]').textContent(), { timeout: 8000 }).toMatch(says);
  await page.keyboard.press('Escape');
  expect(await page.locator('start-page').getByText('China’s AI chips').count()).toBe(1);
});

test('right-to-left, Chinese, joined emoji and lone surrogates are marked as they are', async ({ page, url }) => {
  const annotator = new Annotator(page);
  await page.goto(url);
  await page.locator('claim-article .text').waitFor();
  await page.getByRole('button', { name: 'All articles' }).click();
  await annotator.paste('قدّرت الشركة السوق بنحو خمسين مليار دولار.\n\n芯片市场约为五百亿美元。\n\nThe family 👨‍👩‍👧‍👦 paid 50\u00a0€ \ud800 for it.');
  const text = await annotator.text();
  expect(text).toContain('👨‍👩‍👧‍👦');
  expect(text).toContain('\ufffd');
  await annotator.select('五百亿美元');
  await page.keyboard.press('c');
  await annotator.select('The family 👨‍👩‍👧‍👦 paid');
  await page.keyboard.press('c');
  await expect.poll(() => annotator.annotations()).toMatchObject([{ anchors: [{ exact: '五百亿美元' }] }, { anchors: [{ exact: 'The family 👨‍👩‍👧‍👦 paid' }] }]);
});
