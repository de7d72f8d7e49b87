import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../components/claim-annotator.ts';
import type { ClaimArticle } from '../../components/claim-article.ts';
import { mark } from '../../src/store/changes.ts';
import { versionOf } from '../../src/store/queries.ts';
import { fixture, nextPaint, until } from '../support/helpers.ts';

const paragraphs = [
  'The first paragraph stands alone.',
  'Analysts have counted for years, and few of them agree with one another on how to do it at all.',
  'The market is worth $50 billion today. It could grow to $200 billion within five years. Nobody knows for sure.',
  'A last paragraph says farewell.',
];
const claim = 'It could grow to $200 billion within five years';

/** An annotator with one claim, its text open for editing. */
class Edited {
  readonly element: ClaimAnnotator;
  constructor(element: ClaimAnnotator) {
    this.element = element;
  }

  static async open(words = claim, text = paragraphs): Promise<Edited> {
    const host = await fixture(html`<div></div>`, { width: '1000px' });
    const element = document.createElement('claim-annotator');
    element.storage = 'none';
    element.innerHTML = `<article lang="en">${text.map(line => `<p>${line}</p>`).join('')}</article>`;
    host.append(element);
    await until(() => element.store, 'the article to open', 10_000);
    const edited = new Edited(element);
    const start = edited.text.indexOf(words);
    element.store!.change(mark('claim', versionOf(element.store!.desk)!, [{ start, end: start + words.length }]).change);
    await edited.begin();
    return edited;
  }

  async begin(): Promise<void> {
    void this.element.editText();
    await this.element.updateComplete;
    await until(() => this.article?.editing, 'the text to be open');
    await nextPaint();
    this.article!.focus();
  }

  /** Ends editing and tells what became of the claim: its state and the words it stands on. */
  async end(): Promise<string> {
    await this.element.finishEditing();
    return this.placed;
  }

  get placed(): string {
    return this.element.annotations[0]!.anchors.map(({ placement: { state, start, end } }) => `${state}: ${this.text.slice(start, end)}`).join(' + ');
  }

  get text(): string {
    return versionOf(this.element.store!.desk)!.text;
  }

  get article(): ClaimArticle | null {
    return this.element.renderRoot.querySelector('article-workspace')?.renderRoot.querySelector('claim-article') ?? null;
  }

  get typed(): string {
    return this.article!.edited().text;
  }

  /** Where a mark of the text that editing began with is drawn now. */
  get followed(): string | null {
    const [anchor] = this.element.annotations[0]!.anchors;
    const place = this.article!.follow(this.element.annotations[0]!.id, anchor!.placement);
    return place && (place === 'deleted' ? place : this.typed.slice(place.start, place.end));
  }

  /** Selects words of the text as it is by now; with `at` only a caret before or behind them. */
  select(words: string, at?: 'before' | 'behind'): void {
    const start = this.typed.indexOf(words);
    if (start < 0) throw new RangeError(`"${words}" is not in the text`);
    const end = start + words.length;
    this.article!.select(at === 'behind' ? end : start, at === 'before' ? start : end);
    this.article!.focus();
  }

  clipboard(type: 'cut' | 'paste', content = new DataTransfer()): DataTransfer {
    const target = this.article!.renderRoot.querySelector('.text')!;
    target.dispatchEvent(new ClipboardEvent(type, { clipboardData: content, bubbles: true, cancelable: true, composed: true }));
    return content;
  }

  drag(to: number): void {
    const target = this.article!.renderRoot.querySelector('.text')!;
    const content = new DataTransfer();
    const rect = this.article!.rectOf(to, to)!;
    const options = { dataTransfer: content, bubbles: true, cancelable: true, composed: true, clientX: rect.left, clientY: rect.top + rect.height / 2 };
    target.dispatchEvent(new DragEvent('dragstart', options));
    target.dispatchEvent(new DragEvent('drop', options));
    target.dispatchEvent(new DragEvent('dragend', options));
  }
}

async function press(keys: string): Promise<void> {
  const held = keys.split('+');
  const last = held.pop() ?? '';
  for (const key of held) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of held.reverse()) await sendKeys({ up: key });
}

describe('editing the text', () => {
  it('carries a mark along when something is typed above it', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    expect(await it.end()).to.equal(`exact: ${claim}`);
    expect(it.text).to.contain('The very first paragraph');
  });

  it('keeps words that are typed at an edge out of the mark', async () => {
    const it = await Edited.open();
    it.select(claim, 'before');
    await sendKeys({ type: 'Perhaps. ' });
    it.select(claim, 'behind');
    await sendKeys({ type: ' or so' });
    expect(await it.end()).to.equal(`exact: ${claim}`);
    expect(it.text).to.contain(`Perhaps. ${claim} or so.`);
  });

  it('tells of words that are typed inside the mark', async () => {
    const it = await Edited.open();
    it.select('$200', 'before');
    await sendKeys({ type: 'nearly ' });
    expect(await it.end()).to.equal('changed: It could grow to nearly $200 billion within five years');
  });

  it('tells of a figure that was replaced at the end of the mark, and keeps the new one in it', async () => {
    const it = await Edited.open('It could grow to $200');
    it.select('$200');
    await sendKeys({ type: '$250' });
    expect(await it.end()).to.equal('changed: It could grow to $250');
  });

  it('tells of an edit across an edge of the mark', async () => {
    const it = await Edited.open();
    it.select('today. It could grow');
    await sendKeys({ type: 'now and may rise' });
    const placed = await it.end();
    expect(placed).to.match(/^changed: /);
    expect(placed).to.contain('to $200 billion within five years');
  });

  it('finds a sentence that is typed anew in the same words', async () => {
    const it = await Edited.open();
    it.select(`${claim}.`);
    await sendKeys({ press: 'Delete' });
    await sendKeys({ type: `${claim}.` });
    expect(await it.end()).to.equal(`exact: ${claim}`);
  });

  it('does not put the mark silently on a sentence of other words in its place', async () => {
    const it = await Edited.open();
    it.select(`${claim}.`);
    await sendKeys({ type: 'Its size is a matter of dispute among analysts.' });
    expect(await it.end()).to.match(/^(changed|lost|ambiguous): /);
  });

  it('follows words that are cut and pasted elsewhere', async () => {
    const it = await Edited.open();
    it.select(` ${claim}.`);
    const content = it.clipboard('cut');
    expect(it.typed).not.to.contain(claim);
    it.select('alone.', 'behind');
    it.clipboard('paste', content);
    expect(await it.end()).to.equal(`moved: ${claim}`);
    expect(it.text).to.contain(`alone. ${claim}.\n`);
  });

  it('follows words that are dragged elsewhere', async () => {
    const it = await Edited.open();
    it.select(` ${claim}.`);
    await nextPaint();
    it.drag(it.typed.indexOf('\n'));
    expect(it.typed.indexOf(claim), 'in the first paragraph now').to.be.lessThan(it.typed.indexOf('\n'));
    expect(await it.end()).to.equal(`moved: ${claim}`);
  });

  it('keeps the mark over a paragraph that is split inside it', async () => {
    const it = await Edited.open();
    it.select('$200', 'before');
    await sendKeys({ press: 'Enter' });
    expect(await it.end()).to.equal('exact: It could grow to \n$200 billion within five years');
  });

  it('keeps the mark when paragraphs are joined', async () => {
    const it = await Edited.open();
    it.select('The market', 'before');
    await sendKeys({ press: 'Backspace' });
    it.select('A last', 'before');
    await sendKeys({ press: 'Backspace' });
    expect(it.typed.split('\n')).to.have.length(paragraphs.length - 2);
    expect(await it.end()).to.equal(`exact: ${claim}`);
  });

  it('keeps the mark when words are set in bold, and keeps the bold', async () => {
    const it = await Edited.open();
    it.select('$200 billion');
    await press('Control+b');
    expect(await it.end()).to.equal(`exact: ${claim}`);
    expect(JSON.stringify(versionOf(it.element.store!.desk)!.document)).to.contain('"strong"');
  });

  it('draws a mark again at once when its deleted words come back by undo', async () => {
    const it = await Edited.open();
    it.select(` ${claim}.`);
    await sendKeys({ press: 'Delete' });
    expect(it.followed).to.equal('deleted');
    await press('Control+z');
    await until(() => it.followed === claim, 'the mark to be back');
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    expect(await it.end()).to.equal(`exact: ${claim}`);
  });

  it('keeps the whole mark when half of it is deleted and comes back', async () => {
    const it = await Edited.open();
    it.select('within five years');
    await sendKeys({ press: 'Delete' });
    await press('Control+z');
    it.select('alone', 'behind');
    await sendKeys({ type: ' here' });
    expect(await it.end()).to.equal(`exact: ${claim}`);
  });

  it('tells the right one of two equal sentences by which of them was edited away', async () => {
    const it = await Edited.open('The figure was not confirmed', ['The figure was not confirmed. The figure was not confirmed.', 'Nothing else is said.']);
    it.select('The figure was not confirmed. ');
    await sendKeys({ press: 'Delete' });
    it.select('Nothing', 'before');
    await sendKeys({ type: 'Here ' });
    expect(await it.end(), 'not put on the other one as if nothing had happened').to.match(/^(lost|ambiguous)/);
  });

  it('makes no new version when nothing was changed', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'x' });
    await sendKeys({ press: 'Backspace' });
    await it.end();
    expect(it.element.store!.desk.versions.size).to.equal(1);
    await it.element.setArticle({ text: paragraphs.join('\n\n') });
    expect(it.placed).to.equal(`exact: ${claim}`);
  });

  it('is one step that undo takes back, and a lost mark comes back with its words', async () => {
    const it = await Edited.open();
    it.select(` ${claim}.`);
    await sendKeys({ press: 'Delete' });
    expect(await it.end()).to.match(/^lost/);
    it.element.undo();
    expect(it.placed).to.equal(`exact: ${claim}`);
    it.element.redo();
    expect(it.placed).to.match(/^lost/);
    await it.begin();
    it.select('farewell.', 'behind');
    await sendKeys({ type: ` ${claim}.` });
    expect(await it.end()).to.equal(`moved: ${claim}`);
  });

  it('brings a lost mark back with the older version', async () => {
    const it = await Edited.open();
    const first = versionOf(it.element.store!.desk)!.id;
    it.select(` ${claim}.`);
    await sendKeys({ press: 'Delete' });
    await it.end();
    await it.element.desk.restoreVersion(first);
    expect(it.placed).to.equal(`exact: ${claim}`);
    expect(it.element.store!.desk.versions.size, 'the newer one is kept').to.equal(2);
  });

  it('drops changes when asked, and brings them back when asked again', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    it.element.cancelEditing();
    await it.element.updateComplete;
    await until(() => it.article?.editing === false);
    expect(it.typed, 'the text as it was').to.equal(paragraphs.join('\n'));
    const bringBack = await until(() => it.element.renderRoot.querySelector('notice-area')?.renderRoot.querySelector<HTMLElement>('button.action'));
    bringBack.click();
    await until(() => it.article?.editing === true && it.typed.includes('very first'), 'the draft to be back');
    expect(await it.end()).to.equal(`exact: ${claim}`);
    expect(it.text).to.contain('very first');
  });

  it('ends with the mode that an embedder sets', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    it.element.mode = 'annotate';
    await until(() => it.text.includes('very first'), 'the new version');
    expect(it.placed).to.equal(`exact: ${claim}`);
  });

  it('undoes typing and not the work on the cards while the text is edited', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    await press('Control+z');
    expect(it.typed).to.equal(paragraphs.join('\n'));
    await press('Control+z');
    expect(it.element.annotations).to.have.length(1);
  });

  it('makes what is being edited a version before another text comes from the page', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    await it.element.setArticle({ text: paragraphs.join('\n\n').replace('$200', '$777') });
    expect(it.element.editing).to.equal(false);
    expect(it.text).to.contain('$777');
    expect(it.placed).to.equal('changed: It could grow to $777 billion within five years');
    expect([...it.element.store!.desk.versions.values()].some(({ text }) => text.includes('very first')), 'what was typed is kept').to.equal(true);
  });

  it('says on the card and in the text that words are others in the draft', async () => {
    const it = await Edited.open();
    it.element.select(it.element.annotations[0]!.id);
    it.article!.focus();
    it.select('$200');
    await sendKeys({ type: '$250' });
    const card = (): HTMLElement | null => it.element.renderRoot.querySelector('article-workspace')?.renderRoot.querySelector('card-column')?.renderRoot.querySelector('annotation-card') ?? null;
    await until(() => card()?.shadowRoot?.textContent.includes('Edited'));
    await until(() => it.article!.renderRoot.querySelector('.stale'));
    it.select('$250');
    await sendKeys({ type: '$200' });
    await until(() => !card()?.shadowRoot?.querySelector('.drafted'));
  });

  it('keeps a draft and ends when nothing may be changed any more', async () => {
    const it = await Edited.open();
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    it.element.readonly = true;
    await until(() => !it.element.editing);
    expect(it.element.mode).to.equal('annotate');
    expect(JSON.stringify(it.element.store!.screen.draft)).to.contain('very first');
    it.element.readonly = false;
    await it.begin();
    expect(it.typed).to.contain('very first');
  });

  it('keeps what was typed a moment ago when the article is left, and edits no other article unasked', async () => {
    const it = await Edited.open();
    const id = it.element.articleId;
    it.select('first', 'before');
    await sendKeys({ type: 'very ' });
    await it.element.goHome();
    expect(it.element.editing).to.equal(false);
    expect(it.element.mode).to.equal('annotate');
    it.element.articleId = id;
    await until(() => it.article?.editing && it.typed.includes('very first'), 'the draft to go on');
  });

  it('calls nothing dropped when nothing was typed', async () => {
    const it = await Edited.open();
    it.element.cancelEditing();
    await it.element.updateComplete;
    expect(it.element.renderRoot.querySelector('notice-area')?.renderRoot.textContent).not.to.contain('dropped');
  });
});
