import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../components/claim-article.ts';
import type { ClaimArticle } from '../../components/claim-article.ts';
import type { AnnotationRange } from '../../src/editor/annotation-plugin.ts';
import { article, figure, h2, link, p, paragraphs, picture, quote, table, ul, type TestArticle } from '../support/article-builders.ts';
import { expectNoViolations } from '../support/axe.ts';
import { cdp, fixture, hasCdp, nextEvent, nextPaint, until, updated } from '../support/helpers.ts';

async function show(it: TestArticle, ranges: readonly AnnotationRange[] = [], active: string | null = null): Promise<ClaimArticle> {
  const element = await fixture<ClaimArticle>(html`<claim-article label="Chips" lang="en" .document=${it.document} .ranges=${ranges} .active=${active}></claim-article>`, { width: '600px' });
  await nextPaint();
  await nextPaint();
  return element;
}

function range(id: string, start: number, end: number, classes = 'mark type-claim colour-green line-solid'): AnnotationRange {
  return { id, start, end, classes };
}

/** Where a caret before the character with this offset is on the screen, in whole pixels. */
function pointAt(element: ClaimArticle, offset: number): [number, number] {
  const rect = element.rectOf(offset, offset);
  if (!rect) throw new Error(`offset ${offset} is not drawn`);
  return [Math.round(rect.left), Math.round(rect.top + rect.height / 2)];
}

/** The middle of the character with this offset. */
function onCharacter(element: ClaimArticle, offset: number): [number, number] {
  const rect = element.rectOf(offset, offset + 1);
  if (!rect) throw new Error(`offset ${offset} is not drawn`);
  return [Math.round(rect.left + rect.width / 2), Math.round(rect.top + rect.height / 2)];
}

async function drag(from: [number, number], to: [number, number]): Promise<void> {
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)] });
  await sendMouse({ type: 'move', position: to });
  await sendMouse({ type: 'up' });
}

/** Presses a key with others held: `Control+Shift+ArrowRight`. */
async function press(keys: string): Promise<void> {
  const held = keys.split('+');
  const last = held.pop() ?? '';
  for (const key of held) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of held.reverse()) await sendKeys({ up: key });
}

async function click(position: [number, number]): Promise<void> {
  await sendMouse({ type: 'click', position });
}

function textIn(element: ClaimArticle): string {
  return element.shadowRoot!.querySelector('.text')!.textContent;
}

function selected(it: TestArticle, element: ClaimArticle): string | null {
  const found = element.selectionRange();
  return found && it.text.slice(found.start, found.end);
}

/** Collects events of a type while the test runs. */
function collect<K extends keyof HTMLElementEventMap>(target: EventTarget, type: K): HTMLElementEventMap[K][] {
  const events: HTMLElementEventMap[K][] = [];
  target.addEventListener(type, event => events.push(event as HTMLElementEventMap[K])); // the type says which
  return events;
}

const settle = (ms = 120): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

const chips = article(
  h2('Chips'),
  p('The chip <a>market<b> is put at <c>$50 billion<d> by analysts.'),
  p('A second <e>paragraph<f> follows, with some more words in it.'),
  quote(p('Never say <g>never<h> again.')),
  ul('first item', 'second item'),
  figure('https://pictures.example/chart.png', 'A chart of the market', 'The market in 2025'),
  table(['Year', 'Chip'], ['2026', 'M100']),
  p('The end is ', link('https://example.org/', 'linked'), '.'),
);
const at = chips.offset;

describe('<claim-article>', () => {
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  describe('selecting', () => {
    it('tells what was dragged over, snapped to words, once', async () => {
      const element = await show(chips);
      const events = collect(element, 'article-selection');
      await drag(pointAt(element, at.a! + 2), pointAt(element, at.c! + 5));
      await until(() => events.length > 0, 'the selection is told');
      await settle(500);
      expect(events).to.have.length(1);
      expect(events[0]!.range).to.deep.equal({ start: at.a, end: at.d });
      expect(events[0]!.origin).to.equal('pointer');
      expect(selected(chips, element)).to.equal('market is put at $50 billion');
    });

    it('works across paragraphs, backwards as well', async () => {
      const element = await show(chips);
      await drag(pointAt(element, at.f!), pointAt(element, at.c!));
      await settle();
      expect(selected(chips, element)).to.equal(chips.text.slice(at.c, at.f));
    });

    it('takes a word by double click', async function () {
      if (!hasCdp) return this.skip();
      const element = await show(chips);
      const told = nextEvent(element, 'article-selection');
      const [x, y] = onCharacter(element, at.e! + 3);
      const press = (clickCount: number): [string, object][] => (['mousePressed', 'mouseReleased'] as const).map(type => ['Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount }]);
      await cdp(...press(1), ...press(2));
      await told;
      expect(selected(chips, element)).to.equal('paragraph');
    });

    it('works by keyboard', async () => {
      const element = await show(chips);
      const events = collect(element, 'article-selection');
      element.select(at.a!, at.a!);
      element.focus();
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ up: 'Shift' });
      await until(() => events.length > 0, 'the selection is told');
      expect(events.at(-1)!.origin).to.equal('keyboard');
      expect(events.at(-1)!.range).to.deep.equal({ start: at.a, end: at.b });
      // The selection itself is not snapped, so that one can go back by a letter.
      await press('Shift+ArrowLeft');
      await press('Shift+ArrowLeft');
      await settle();
      expect(element.selectionRange()).to.equal(null);
    });

    it('grows by words, lines and to everything by keyboard', async () => {
      const element = await show(chips);
      element.select(at.e!, at.e!);
      element.focus();
      await press('Control+Shift+ArrowRight');
      await settle();
      expect(selected(chips, element)).to.equal('paragraph');
      await press('Control+a');
      await settle();
      expect(element.selectionRange()).to.deep.equal({ start: 0, end: chips.text.length });
    });

    it('says when nothing is selected any more', async () => {
      const element = await show(chips);
      await drag(pointAt(element, at.a!), pointAt(element, at.b!));
      await settle();
      const events = collect(element, 'article-selection');
      await click(onCharacter(element, at.e!));
      await until(() => events.length > 0, 'the end of the selection is told');
      expect(events[0]!.range).to.equal(null);
    });

    it('says nothing when its owner selects', async () => {
      const element = await show(chips);
      const events = collect(element, 'article-selection');
      element.select(at.e!, at.f!);
      element.focus();
      expect(selected(chips, element)).to.equal('paragraph');
      element.clearSelection();
      await settle(500);
      expect(element.selectionRange()).to.equal(null);
      expect(events).to.have.length(0);
    });

    it('takes a drag that starts above the article from the start of the text', async () => {
      const host = await fixture(html`<div><p style="margin:0;user-select:text">Words above the article</p><claim-article .document=${chips.document}></claim-article></div>`, { width: '600px' });
      await nextPaint();
      const element = host.querySelector('claim-article')!;
      const above = host.querySelector('p')!.getBoundingClientRect();
      const told = nextEvent<HTMLElementEventMap['article-selection']>(element, 'article-selection');
      await drag([Math.round(above.left + 30), Math.round(above.top + above.height / 2)], pointAt(element, at.b!));
      const event = await told;
      expect(event.range).to.deep.equal({ start: 0, end: at.b });
    });

    it('takes a drag that starts beside the text from the nearest words', async () => {
      const element = await show(chips);
      element.style.paddingInlineStart = '40px';
      await nextPaint();
      const [, y] = onCharacter(element, at.a!);
      const told = nextEvent<HTMLElementEventMap['article-selection']>(element, 'article-selection');
      await drag([Math.round(element.getBoundingClientRect().left + 12), y], pointAt(element, at.b!));
      expect((await told).range).to.deep.equal({ start: chips.text.indexOf('The chip'), end: at.b });
    });

    it('takes a drag that leaves the text to the nearest words', async () => {
      const element = await show(chips);
      const box = element.getBoundingClientRect();
      const [x, y] = pointAt(element, at.e!);
      await drag([x, y], [Math.round(box.right + 30), y]);
      await settle();
      const { start, end } = element.selectionRange()!;
      expect(start).to.equal(at.e);
      expect(end).to.be.lessThan(chips.text.indexOf('Never'));
      expect(end).to.be.greaterThan(at.f!);
    });

    it('tells a selection by touch when it has come to rest', async function () {
      if (!hasCdp) return this.skip();
      const element = await show(chips);
      const events = collect(element, 'article-selection');
      const [x, y] = onCharacter(element, at.e! + 2);
      await cdp(['Input.synthesizeTapGesture', { x, y, duration: 900, gestureSourceType: 'touch' }]);
      await settle(700);
      if (events.length === 0) {
        // A headless browser may not select by a long press; what it would do is to set the selection.
        element.shadowRoot!.querySelector('.text')!.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true, composed: true }));
        element.focus();
        getSelection()!.modify('extend', 'forward', 'word');
        await until(() => events.length > 0, 'the selection is told');
      }
      expect(events.at(-1)!.origin).to.equal('touch');
      expect(events.at(-1)!.range).to.not.equal(null);
    });
  });

  describe('marks', () => {
    const overlapping = [range('long', at.a!, at.d!), range('short', at.c!, at.c! + 3), range('cross', at.c! + 1, at.f!)];

    it('tells all annotations under a click, the shortest first', async () => {
      const element = await show(chips, overlapping);
      const events = collect(element, 'article-activate');
      for (const offset of [at.c! + 2, at.c!, at.g!]) {
        await click(onCharacter(element, offset));
        // Sooner it would be a double click.
        await settle(550);
      }
      await until(() => events.length === 3, 'three clicks are told');
      expect(events.map(({ ids }) => ids)).to.deep.equal([['short', 'long', 'cross'], ['short', 'long'], []]);
    });

    it('counts the last letter of a mark to it, and the next one not', async () => {
      const element = await show(chips, [range('one', at.e!, at.f!)]);
      const events = collect(element, 'article-activate');
      await click(onCharacter(element, at.f! - 1));
      // Sooner it would be a double click.
      await settle(550);
      await click(onCharacter(element, at.f!));
      await until(() => events.length === 2, 'two clicks are told');
      expect(events.map(({ ids }) => ids)).to.deep.equal([['one'], []]);
    });

    it('does not take a drag for a click', async () => {
      const element = await show(chips, overlapping);
      const events = collect(element, 'article-activate');
      await drag(pointAt(element, at.a!), pointAt(element, at.c! + 2));
      await settle();
      expect(events).to.have.length(0);
    });

    it('are given at the caret', async () => {
      const element = await show(chips, overlapping);
      element.select(at.f!, at.f!);
      expect(element.annotationsAtCursor()).to.deep.equal(['cross']);
      element.select(0, 0);
      expect(element.annotationsAtCursor()).to.deep.equal([]);
    });

    it('change with the ranges and the active annotation, without losing the selection', async () => {
      const element = await show(chips, overlapping);
      element.select(at.e!, at.f!);
      const dom = element.shadowRoot!.querySelector('.text');
      element.ranges = [range('one', at.g!, at.h!, 'mark type-quote unrated')];
      element.active = 'one';
      await updated(element);
      const marks = [...element.shadowRoot!.querySelectorAll('.mark')];
      expect(marks.map(mark => [mark.textContent, mark.className])).to.deep.equal([['never', 'mark type-quote unrated first last active']]);
      expect(selected(chips, element)).to.equal('paragraph');
      expect(element.shadowRoot!.querySelector('.text')).to.equal(dom);
    });
  });

  describe('staying as it is', () => {
    const before = chips.text.replaceAll('\n', '');

    async function focused(): Promise<ClaimArticle> {
      const element = await show(chips, [range('one', at.e!, at.f!)]);
      element.select(at.e!, at.f!);
      element.focus();
      return element;
    }

    const keys = ['a', 'Enter', 'Backspace', 'Delete', 'Tab', 'Control+b', 'Control+z', 'Control+x', 'Control+v', 'Control+Backspace', 'Shift+Enter', ' '];
    for (const key of keys) {
      it(`does not change by ${key === ' ' ? 'Space' : key}`, async () => {
        const element = await focused();
        await press(key);
        await settle(40);
        expect(textIn(element)).to.equal(before);
      });
    }

    it('does not change by an input method', async function () {
      if (!hasCdp) return this.skip();
      const element = await focused();
      await cdp(['Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 }]);
      element.ranges = [range('two', at.a!, at.b!)];
      await settle(40);
      await cdp(['Input.insertText', { text: '日本' }]);
      await until(() => textIn(element) === before, 'the text is as before');
      expect(element.shadowRoot!.querySelector('.mark')!.textContent).to.equal('market');
    });

    it('does not change by pasted, dropped or inserted text', async function () {
      const element = await focused();
      const text = element.shadowRoot!.querySelector('.text')!;
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<p>evil</p>');
      clipboardData.setData('text/plain', 'evil');
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      text.dispatchEvent(new DragEvent('drop', { dataTransfer: clipboardData, bubbles: true, cancelable: true, clientX: 100, clientY: 100 }));
      document.execCommand('insertText', false, 'evil');
      if (hasCdp) await cdp(['Input.insertText', { text: 'evil' }]);
      await settle(60);
      expect(textIn(element)).to.equal(before);
    });

    it('lets keys through to its owner', async () => {
      const element = await focused();
      const keys = collect(element, 'keydown');
      await sendKeys({ press: 'c' });
      expect(keys.map(({ key, defaultPrevented }) => [key, defaultPrevented])).to.deep.equal([['c', false]]);
    });

    it('gives clean text and HTML when copied or cut', async function () {
      // Firefox lets nobody write into the clipboard of an event that a script made.
      if (!hasCdp) return this.skip();
      const element = await focused();
      element.select(at.c!, at.f!);
      for (const type of ['copy', 'cut']) {
        const clipboardData = new DataTransfer();
        element.shadowRoot!.querySelector('.text')!.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }));
        expect(clipboardData.getData('text/plain')).to.equal('$50 billion by analysts.\n\nA second paragraph');
        const copied = clipboardData.getData('text/html');
        expect(copied).to.contain('$50 billion').and.not.contain('mark').and.not.contain('claim-depth').and.not.contain('dir=');
      }
      expect(textIn(element)).to.equal(before);
    });
  });

  describe('in the page', () => {
    it('comes back as it was when it is moved', async () => {
      const element = await show(chips, [range('one', at.e!, at.f!)], 'one');
      element.select(at.a!, at.b!);
      const home = element.parentElement!;
      const other = document.createElement('section');
      home.append(other);
      other.append(element);
      await updated(element);
      await nextPaint();
      expect(textIn(element)).to.equal(chips.text.replaceAll('\n', ''));
      expect(selected(chips, element)).to.equal('market');
      expect(element.shadowRoot!.querySelectorAll('.text')).to.have.length(1);
      const events = collect(element, 'article-activate');
      await click(onCharacter(element, at.e! + 1));
      await until(() => events.length > 0, 'a click is told');
      expect(events[0]!.ids).to.deep.equal(['one']);
      await drag(pointAt(element, at.g!), pointAt(element, at.h!));
      await settle();
      expect(selected(chips, element)).to.equal('never');
    });

    it('takes a document and ranges while it is out of the page', async () => {
      const element = document.createElement('claim-article');
      const other = paragraphs('one <a>two<b> three');
      element.document = other.document;
      element.ranges = [range('one', other.offset.a!, other.offset.b!)];
      const host = await fixture('<div></div>');
      host.append(element);
      await updated(element);
      expect(element.shadowRoot!.querySelector('.mark')!.textContent).to.equal('two');
      element.remove();
      element.document = chips.document;
      element.ranges = [];
      host.append(element);
      await updated(element);
      expect(textIn(element)).to.equal(chips.text.replaceAll('\n', ''));
    });

    it('does not disturb another one', async () => {
      const host = await fixture(html`<div><claim-article .document=${chips.document}></claim-article><claim-article .document=${paragraphs('another text').document}></claim-article></div>`, { width: '600px' });
      await nextPaint();
      const [first, second] = host.querySelectorAll('claim-article');
      const events = collect(host, 'article-selection');
      await drag(pointAt(first!, at.e!), pointAt(first!, at.f!));
      await settle();
      expect(selected(chips, first!)).to.equal('paragraph');
      expect(second!.selectionRange()).to.equal(null);
      second!.scrollIntoView();
      await drag(pointAt(second!, 0), pointAt(second!, 7));
      await settle();
      expect(second!.selectionRange()).to.deep.equal({ start: 0, end: 7 });
      expect(events.map(({ target }) => target)).to.deep.equal([first, second]);
      // Firefox scrolls back a little later, and would take the next test's pointer to another place.
      scrollTo(0, 0);
      await settle(300);
    });

    it('works in a shadow root in a shadow root', async () => {
      const outer = await fixture('<div></div>', { width: '600px' });
      const inner = document.createElement('div');
      outer.attachShadow({ mode: 'open' }).append(inner);
      const element = document.createElement('claim-article');
      element.document = chips.document;
      element.ranges = [range('one', at.e!, at.f!)];
      inner.attachShadow({ mode: 'open' }).append(element);
      await updated(element);
      await nextPaint();
      const selections = collect(outer, 'article-selection');
      const clicks = collect(outer, 'article-activate');
      await drag(pointAt(element, at.a!), pointAt(element, at.b!));
      await until(() => selections.length > 0, 'the selection is told');
      expect(selected(chips, element)).to.equal('market');
      await click(onCharacter(element, at.e! + 1));
      await until(() => clicks.length > 0, 'the click is told');
      expect(clicks[0]!.ids).to.deep.equal(['one']);
      await press('Control+Shift+ArrowRight');
      await until(() => selections.length > 1, 'the selection is told');
    });

    it('has no accessibility violations', async () => {
      const element = await show(chips, [range('one', at.a!, at.d!), range('two', at.c!, at.f!, 'mark type-quote unrated'), range('three', at.g!, at.h!, 'mark type-nothing-to-check colour-grey line-none')], 'one');
      await expectNoViolations(element);
    });

    it('says when its document is damaged, and shows the next one', async () => {
      const element = await show(chips);
      const { error } = console;
      const errors: unknown[] = [];
      console.error = (reason: unknown) => errors.push(reason);
      element.document = { type: 'doc', content: [{ type: 'bogus' }] };
      await updated(element);
      console.error = error;
      expect(String(errors)).to.contain('bogus');
      await until(() => element.shadowRoot!.querySelector('[role=alert]'), 'a message');
      element.document = chips.document;
      await updated(element);
      await until(() => !element.shadowRoot!.querySelector('[role=alert]'), 'no message');
      expect(textIn(element)).to.equal(chips.text.replaceAll('\n', ''));
    });

    it('loads no picture from elsewhere until it may', async () => {
      const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
      const it = article(figure('https://pictures.example/chart.png', 'A chart', 'Caption'), p('in ', picture(pixel, 'A dot'), ' text'));
      const element = await show(it);
      const box = element.shadowRoot!.querySelector('.image-box')!;
      expect(box.getAttribute('aria-label')).to.equal('A chart (not loaded from pictures.example)');
      expect([...element.shadowRoot!.querySelectorAll('img')].map(image => image.alt)).to.deep.equal(['A dot']);
      element.loadImages = true;
      await updated(element);
      expect([...element.shadowRoot!.querySelectorAll('img')].map(image => image.alt)).to.deep.equal(['A chart', 'A dot']);
    });

    it('lets a wide table scroll inside itself', async () => {
      const it = article(p('before'), table(Array.from({ length: 30 }, (_, i) => `Column ${i}`), Array.from({ length: 30 }, () => 'value')));
      const element = await show(it);
      expect(element.scrollWidth).to.be.at.most(600);
      const box = element.shadowRoot!.querySelector('.table-scroll')!;
      expect(box.scrollWidth).to.be.greaterThan(box.clientWidth);
    });

    it('breaks words that are too long', async () => {
      const element = await show(paragraphs('https://example.org/' + 'x'.repeat(400)));
      expect(element.scrollWidth).to.be.at.most(600);
    });

    it('finds the direction of each block', async () => {
      const element = await show(paragraphs('english', 'עברית'));
      const [first, second] = element.shadowRoot!.querySelectorAll('p');
      expect([getComputedStyle(first!).direction, getComputedStyle(second!).direction]).to.deep.equal(['ltr', 'rtl']);
    });
  });

  describe('places', () => {
    const long = paragraphs(...Array.from({ length: 400 }, (_, i) => `Paragraph ${i} ${'has a number of words in it '.repeat(8)}`));

    async function scrolling(): Promise<{ scroller: HTMLElement; element: ClaimArticle }> {
      const scroller = await fixture(html`<div style="height:400px;overflow:auto"><claim-article .document=${long.document}></claim-article></div>`, { width: '600px' });
      await nextPaint();
      await nextPaint();
      return { scroller, element: scroller.querySelector('claim-article')! };
    }

    it('are given from the top of the element, in order', async () => {
      const { element, scroller } = await scrolling();
      const offsets = Array.from({ length: 40 }, (_, i) => Math.floor((long.text.length / 40) * i));
      const tops = element.topsOf(offsets);
      expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
      expect(tops.at(-1)).to.be.greaterThan(4000);
      const rect = element.rectOf(long.text.indexOf('Paragraph 1 '), long.text.indexOf('Paragraph 1 ') + 9)!;
      expect(element.topOf(long.text.indexOf('Paragraph 1 '))).to.be.closeTo(rect.top - scroller.getBoundingClientRect().top, 1);
    });

    it('are scrolled to, exactly, though nothing between has a layout yet', async () => {
      const { element, scroller } = await scrolling();
      const offset = long.text.indexOf('Paragraph 300');
      element.scrollToOffset(offset);
      await settle(600);
      const { top } = element.rectOf(offset, offset + 9)!;
      expect(top - scroller.getBoundingClientRect().top).to.be.closeTo(120, 8);
      const first = element.offsetAtViewTop();
      expect(first).to.be.within(offset - 600, offset);
    });

    it('that come into view are told', async () => {
      const { element } = await scrolling();
      const events = collect(element, 'article-view-change');
      const offset = long.text.indexOf('Paragraph 200');
      element.scrollToOffset(offset);
      await until(() => events.some(({ firstOffset, lastOffset }) => firstOffset <= offset && lastOffset > offset), 'the new view is told');
    });

    it('that come into view get their marks', async () => {
      const { element } = await scrolling();
      const offset = long.text.indexOf('Paragraph 250');
      element.ranges = [range('far', offset, offset + 9)];
      await updated(element);
      expect(element.shadowRoot!.querySelector('.mark')).to.equal(null);
      element.scrollToOffset(offset);
      await until(() => element.shadowRoot!.querySelector('.mark')?.textContent === 'Paragraph', 'the mark is drawn');
    });

    it('are found again after the way there and back', async () => {
      const { element } = await scrolling();
      element.scrollToOffset(long.text.indexOf('Paragraph 100'));
      await nextPaint();
      await nextPaint();
      const first = element.offsetAtViewTop();
      expect(first).to.be.greaterThan(0);
      expect(long.text.slice(0, first).split('\n').length).to.be.within(97, 101);
    });
  });

  describe('handles', () => {
    it('are shown at the ends of the active annotation only', async () => {
      const element = await show(chips, [range('one', at.a!, at.b!), range('one', at.e!, at.f!), range('two', at.g!, at.h!)]);
      const handles = (): Element[] => [...element.shadowRoot!.querySelectorAll('.handle')];
      expect(handles()).to.have.length(0);
      element.active = 'one';
      await until(() => handles().length === 4, 'four handles');
      const start = handles()[0]!.getBoundingClientRect();
      expect(start.left).to.be.closeTo(element.rectOf(at.a!, at.b!)!.left, 1);
      element.active = null;
      await until(() => handles().length === 0, 'no handles');
    });

    it('can be dragged, snap to words, and leave the change to the owner', async () => {
      const ranges = [range('one', at.a!, at.b!), range('one', at.e!, at.f!)];
      const element = await show(chips, ranges, 'one');
      const [, , , end] = await until(() => {
        const found = element.shadowRoot!.querySelectorAll('.handle');
        return found.length === 4 ? [...found] : null;
      });
      const { left, top, height } = end!.getBoundingClientRect();
      const events = collect(element, 'anchor-adjust');
      const target = pointAt(element, chips.text.indexOf('some more') + 2);
      const from: [number, number] = [Math.round(left) + 10, Math.round(top + height / 2)];
      await sendMouse({ type: 'move', position: from });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [target[0] + 10, target[1]] });
      await until(() => element.shadowRoot!.querySelectorAll('.mark.active')[1]?.textContent === 'paragraph follows, with some', 'the mark follows');
      await sendMouse({ type: 'up' });
      await until(() => events.length > 0, 'the drag is told');
      const { id, piece, before, start, end: newEnd } = events[0]!;
      expect({ id, piece, before, text: chips.text.slice(start, newEnd) }).to.deep.equal({ id: 'one', piece: 1, before: { start: at.e, end: at.f }, text: 'paragraph follows, with some' });
      expect(element.ranges).to.equal(ranges);
      expect(element.shadowRoot!.querySelectorAll('.mark.active')[1]!.textContent).to.equal('paragraph');
      expect(element.selectionRange()).to.equal(null);
    });

    it('do not pass each other', async () => {
      const element = await show(chips, [range('one', at.c!, at.d!)], 'one');
      const start = await until(() => element.shadowRoot!.querySelector('.handle.start'));
      const { left, top, height } = start.getBoundingClientRect();
      const events = collect(element, 'anchor-adjust');
      const target = pointAt(element, at.f!);
      await drag([Math.round(left) - 8, Math.round(top + height / 2)], [target[0] - 8, target[1]]);
      await until(() => events.length > 0, 'the drag is told');
      expect(chips.text.slice(events[0]!.start, events[0]!.end)).to.equal('billion');
    });

    it('leave alone what the owner changed during the drag', async () => {
      const element = await show(chips, [range('one', at.e!, at.f!)], 'one');
      const end = await until(() => element.shadowRoot!.querySelector('.handle.end'));
      const { left, top, height } = end.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left) + 8, Math.round(top + height / 2)] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [Math.round(left) + 80, Math.round(top + height / 2)] });
      element.ranges = [range('one', at.e!, at.f!), range('two', at.g!, at.h!)];
      await updated(element);
      await sendMouse({ type: 'up' });
      await until(() => [...element.shadowRoot!.querySelectorAll('.mark')].map(mark => mark.textContent).join() === 'paragraph,never', 'both marks');
    });

    it('give up by Escape', async () => {
      const element = await show(chips, [range('one', at.e!, at.f!)], 'one');
      const start = await until(() => element.shadowRoot!.querySelector('.handle.end'));
      const { left, top, height } = start.getBoundingClientRect();
      const events = collect(element, 'anchor-adjust');
      await sendMouse({ type: 'move', position: [Math.round(left) + 8, Math.round(top + height / 2)] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [Math.round(left) + 120, Math.round(top + height / 2)] });
      await sendKeys({ press: 'Escape' });
      await sendMouse({ type: 'up' });
      await settle(50);
      expect(events).to.have.length(0);
      expect(element.shadowRoot!.querySelector('.mark')!.textContent).to.equal('paragraph');
    });

    it('can be hit on an area of at least 24 pixels', async () => {
      const element = await show(chips, [range('one', at.e!, at.f!)], 'one');
      const start = await until(() => element.shadowRoot!.querySelector('.handle.start'));
      const { width, height } = getComputedStyle(start, '::before');
      expect(Number.parseFloat(width)).to.be.at.least(24);
      expect(Number.parseFloat(height)).to.be.at.least(24);
    });
  });
});
