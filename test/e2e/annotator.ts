import type { Page } from 'playwright-core';
import { expect } from '../support/e2e.ts';

/** How a person uses the annotator: by what is seen and by keys. Playwright's locators look into shadow roots. */
export class Annotator {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a text by pasting it into the dialog. */
  async paste(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Open an article' }).first().click();
    const dialog = this.page.locator('open-article-dialog').getByRole('dialog');
    await dialog.getByRole('textbox').first().fill(text);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await this.page.locator('claim-article .text').waitFor();
  }

  /** Where words of the article are on the screen: the middle of the first and of the last character's line. */
  async #placeOf(words: string): Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }> {
    return this.page.locator('claim-article').evaluate((article, wanted) => {
      const root = article.shadowRoot!.querySelector('.text')!;
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const pieces: { node: Text; start: number }[] = [];
      let text = '';
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        pieces.push({ node: node as Text, start: text.length });
        text += (node as Text).data;
      }
      const start = text.indexOf(wanted);
      if (start < 0) throw new RangeError(`"${wanted}" is not in the article`);
      const pointAt = (offset: number): [Text, number] => {
        const piece = pieces.findLast(({ start }) => start <= offset)!;
        return [piece.node, offset - piece.start];
      };
      const range = document.createRange();
      range.setStart(...pointAt(start));
      range.setEnd(...pointAt(start + wanted.length - 1));
      range.startContainer.parentElement!.scrollIntoView({ block: 'center' });
      const last = document.createRange();
      last.setStart(...pointAt(start + wanted.length - 1));
      last.setEnd(last.startContainer, last.startOffset + 1);
      const first = document.createRange();
      first.setStart(range.startContainer, range.startOffset);
      first.setEnd(range.startContainer, range.startOffset + 1);
      const a = first.getBoundingClientRect();
      const b = last.getBoundingClientRect();
      return { from: { x: a.left + 1, y: a.top + a.height / 2 }, to: { x: b.right - 1, y: b.top + b.height / 2 } };
    }, words);
  }

  /** Selects words with the mouse. */
  async select(words: string): Promise<void> {
    await this.#placeOf(words);
    await this.settle();
    const { from, to } = await this.#placeOf(words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
    await expect.poll(() => this.selected()).toBe(words);
  }

  /** Selects words with the keyboard: to the beginning of the text, word by word to the place, word by word over it. */
  async selectByKeys(words: string): Promise<void> {
    await this.page.keyboard.press('t');
    await this.page.keyboard.press('Control+Home');
    const text = await this.text();
    const start = text.indexOf(words);
    expect(start, `"${words}" in the article`).toBeGreaterThanOrEqual(0);
    await this.#walk(start, false);
    await this.#walk(start + words.length, true);
    await expect.poll(() => this.selected()).toBe(words);
  }

  async #walk(offset: number, extend: boolean): Promise<void> {
    const caret = () => this.page.locator('claim-article').evaluate(article => (article as HTMLElement & { caretOffset(): number }).caretOffset());
    // The editor hears of the caret a moment after the key.
    const press = async (key: string): Promise<number> => {
      const before = await caret();
      await this.page.keyboard.press(extend ? `Shift+${key}` : key);
      await expect.poll(caret).not.toBe(before);
      return caret();
    };
    let at = await caret();
    while (at < offset) at = await press('Control+ArrowRight');
    while (at > offset) at = await press('ArrowLeft');
  }

  /** The selected words of the article. */
  async selected(): Promise<string> {
    return this.page.locator('claim-annotator').evaluate(element => {
      const annotator = element as HTMLElement & { workspace: { selectedRange: { start: number; end: number } | null; version: { text: string } } };
      const { selectedRange, version } = annotator.workspace;
      return selectedRange ? version.text.slice(selectedRange.start, selectedRange.end) : '';
    });
  }

  /** The article's plain text. */
  async text(): Promise<string> {
    return this.page.locator('claim-annotator').evaluate(element => (element as HTMLElement & { workspace: { version: { text: string } } }).workspace.version.text);
  }

  /** The open card. */
  get card() {
    return this.page.locator('annotation-card[open]');
  }

  /** The lines of all cards as they read. */
  async cards(): Promise<string[]> {
    return this.page.locator('annotation-card button.line').evaluateAll(lines => lines.map(line => (line.textContent ?? '').replace(/\s+/g, ' ').trim()));
  }

  /** Everything that is known of the annotations. */
  async annotations(): Promise<unknown[]> {
    return this.page.locator('claim-annotator').evaluate(element => JSON.parse(JSON.stringify((element as HTMLElement & { annotations: unknown[] }).annotations)) as unknown[]);
  }

  /** Waits until the status line says that everything is kept. */
  async saved(): Promise<void> {
    await expect.poll(() => this.page.locator('annotator-header .save').textContent()).toContain('Saved');
  }

  /** Waits until the page has drawn twice: layout that follows layout is there then. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

/** A text of our own for the journeys. */
export const article = `Chips and calendars

The Kunlun M100, a processor for inference, is expected in early 2026. The M300 for training is to follow in 2027.

The chief executive of a large chipmaker puts the market at about $50 billion and thinks it could reach $200 billion within five years.

“Nobody plans a data center around a promise,” said Ada Lindqvist, who buys hardware for a bank, “but everybody reads the calendar.”

Rules on exports are still being written.`;
