import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { ArticleDeleteEvent, ArticleNewEvent, ArticleOpenEvent } from '../../components/article-events.ts';
import { dateLabel, relativeTime } from '../../components/article-list.ts';
import type { StartPage } from '../../components/start-page.ts';
import '../../components/start-page.ts';
import type { ArticleField } from '../../src/domain/article.ts';
import type { ArticleSummary } from '../../src/storage/storage.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, middleOf, nextEvent, updated } from '../support/helpers.ts';

/** An article of the list; `changed` in minutes ago. */
function article(id: string, fields: { readonly [field in ArticleField]?: string }, changed = 0): ArticleSummary {
  const modifiedAt = new Date(Date.now() - changed * 60_000).toISOString();
  const heads = Object.entries(fields).map(([field, value]) => [field, [{ operation: `${id}/${field}`, value, at: modifiedAt, by: 'A' }]]);
  return {
    record: { id, article: id, fields: Object.fromEntries(heads), createdAt: modifiedAt, createdBy: 'A', modifiedAt, modifiedBy: 'A' },
    progress: { settled: 7, total: 12 },
    annotations: 14,
    length: 5000,
    modifiedAt,
  };
}

const some: readonly ArticleSummary[] = [
  article('budget', { title: 'City council budget', byline: 'J. Okafor', publisher: 'Evening Record', published: '2026-02' }, 120),
  article('chips', { title: 'Chip makers race', byline: 'Mára Lindqvist', publisher: 'The Ledger', published: '2026-03-14' }, 1),
  article('blank', {}, 5000),
];

async function page(articles: readonly ArticleSummary[] | null, width?: string): Promise<StartPage> {
  const element = await fixture<StartPage>(html`<start-page .articles=${articles}></start-page>`, width ? { width } : {});
  await settled(element);
  return element;
}

async function settled(element: StartPage): Promise<void> {
  await updated(element);
  const list = element.shadowRoot!.querySelector('article-list');
  if (list) await updated(list);
}

/** The shadow root of the list. */
const list = (element: StartPage): ShadowRoot => element.shadowRoot!.querySelector('article-list')!.shadowRoot!;
const titles = (element: StartPage): HTMLButtonElement[] => [...list(element).querySelectorAll<HTMLButtonElement>('button.title')];
const words = (buttons: readonly Element[]): string[] => buttons.map(button => button.textContent!.trim());

async function search(element: StartPage, text: string): Promise<void> {
  const field = list(element).querySelector<HTMLInputElement>('#search')!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(element);
}

function transfer(content: { files?: File[]; html?: string; text?: string }): DataTransfer {
  const data = new DataTransfer();
  for (const file of content.files ?? []) data.items.add(file);
  if (content.html) data.setData('text/html', content.html);
  if (content.text) data.setData('text/plain', content.text);
  return data;
}

function paste(target: Element, content: { files?: File[]; html?: string; text?: string }): boolean {
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
  // Firefox does not take what the constructor is given.
  Object.defineProperty(event, 'clipboardData', { value: transfer(content) });
  return target.dispatchEvent(event);
}

describe('<start-page>', () => {
  it('lists the articles, the one changed last first, with what is known of each', async () => {
    const element = await page(some);
    expect(words(titles(element))).to.deep.equal(['Chip makers race', 'City council budget', 'Untitled article']);
    const facts = list(element).querySelector('.facts')!.textContent!.replace(/\s+/g, ' ').trim();
    expect(facts).to.equal('Mára Lindqvist · The Ledger · 14 Mar 2026 · changed 1 minute ago');
    expect(list(element).querySelector('progress-bar')!.shadowRoot!.textContent).to.contain('7 of 12 settled');
    await expectNoViolations(element);
  });

  it('opens an article by a click anywhere in its line', async () => {
    const element = await page(some);
    const event = nextEvent<ArticleOpenEvent>(element, 'article-open');
    await sendMouse({ type: 'click', position: middleOf(list(element).querySelector('progress-bar')!) });
    expect((await event).id).to.equal('chips');
  });

  it('opens an article with the keyboard, from the search field', async () => {
    const element = await page(some);
    element.focusSearch();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowUp']) await sendKeys({ press: key });
    const event = nextEvent<ArticleOpenEvent>(element, 'article-open');
    await sendKeys({ press: 'Enter' });
    expect((await event).id).to.equal('budget');
  });

  it('finds articles by words of title, byline and publisher, whatever their capitals and accents', async () => {
    const element = await page(some);
    await search(element, 'ledger MARA');
    expect(words(titles(element))).to.deep.equal(['Chip makers race']);
    expect(list(element).querySelector('h2')!.textContent).to.contain('1 of 3');
  });

  it('says that nothing was found, and goes back to all', async () => {
    const element = await page(some);
    await search(element, 'zebra');
    expect(list(element).textContent).to.contain('No article matches “zebra”');
    await expectNoViolations(element);
    list(element).querySelector<HTMLButtonElement>('.none button')!.click();
    await settled(element);
    expect(titles(element).length).to.equal(3);
  });

  it('asks to delete an article, and moves the focus on when it has gone', async () => {
    const element = await page(some);
    const event = nextEvent<ArticleDeleteEvent>(element, 'article-delete');
    const button = list(element).querySelector<HTMLButtonElement>('button.delete')!;
    expect(button.getAttribute('aria-label')).to.equal('Delete “Chip makers race”');
    button.focus();
    button.click();
    expect((await event).id).to.equal('chips');
    element.articles = some.filter(({ record }) => record.id !== 'chips');
    await settled(element);
    expect(words([list(element).activeElement!])).to.deep.equal(['City council budget']);
  });

  it('moves the focus to the first button when the last article has gone', async () => {
    const element = await page(some.slice(0, 1));
    const button = list(element).querySelector<HTMLButtonElement>('button.delete')!;
    button.focus();
    button.click();
    element.articles = [];
    await settled(element);
    expect(words([element.shadowRoot!.activeElement!])).to.deep.equal(['Open an article']);
  });

  it('leaves the focus alone when another tab deletes an article', async () => {
    const element = await page(some);
    titles(element)[1]!.focus();
    element.articles = some.slice(0, 1);
    await settled(element);
    expect(words([list(element).activeElement!])).to.deep.equal(['City council budget']);
  });

  it('explains itself when there is nothing yet', async () => {
    const element = await page([]);
    expect(element.shadowRoot!.querySelectorAll('.steps li').length).to.equal(3);
    element.focusSearch();
    expect(words([element.shadowRoot!.activeElement!])).to.deep.equal(['Open an article']);
    await expectNoViolations(element);
  });

  it('says that it is looking while it does not know the articles', async () => {
    const element = await page(null);
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('Looking');
    expect(element.shadowRoot!.querySelector('.steps')).to.equal(null);
  });

  it('says aloud what went wrong', async () => {
    const element = await page(some);
    element.problem = 'The list could not be read.';
    await settled(element);
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('The list could not be read.');
    await expectNoViolations(element);
  });

  it('asks for a new article and for the sample by its buttons', async () => {
    const element = await page([]);
    const [open, sample] = element.shadowRoot!.querySelectorAll('button');
    const opening = nextEvent<ArticleNewEvent>(element, 'article-new');
    open!.click();
    expect((await opening).offered).to.deep.equal({});
    const sampling = nextEvent(element, 'sample-open');
    sample!.click();
    await sampling;
  });

  it('takes a file that is dropped anywhere', async () => {
    const element = await page(some);
    const dataTransfer = transfer({ files: [new File(['a'], 'a.txt')] });
    const target = titles(element)[0]!;
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, composed: true, cancelable: true });
    target.dispatchEvent(over);
    await settled(element);
    expect(over.defaultPrevented).to.equal(true);
    expect(element.shadowRoot!.querySelector<HTMLElement>('.drop')!.hidden).to.equal(false);
    const event = nextEvent<ArticleNewEvent>(element, 'article-new');
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    expect((await event).offered.files?.[0]?.name).to.equal('a.txt');
    await settled(element);
    expect(element.shadowRoot!.querySelector<HTMLElement>('.drop')!.hidden).to.equal(true);
  });

  it('takes what is pasted while nothing has the focus', async () => {
    const element = await page(some);
    const event = nextEvent<ArticleNewEvent>(element, 'article-new');
    paste(document.body, { html: '<p>One <b>two</b></p>', text: 'One two' });
    expect((await event).offered).to.deep.equal({ html: '<p>One <b>two</b></p>', text: 'One two' });
  });

  it('leaves a paste into a field, elsewhere in the page, or of nothing, alone', async () => {
    const element = await page(some);
    const outside = await fixture('<input aria-label="outside">');
    let asked = 0;
    element.addEventListener('article-new', () => asked++);
    const untouched = [paste(list(element).querySelector('#search')!, { text: 'a' }), paste(outside, { text: 'a' }), paste(document.body, { text: ' ' })];
    expect(untouched).to.deep.equal([true, true, true]);
    expect(asked).to.equal(0);
  });

  it('stops listening for pastes when it is gone', async () => {
    const element = await page(some);
    element.remove();
    expect(paste(document.body, { text: 'a' })).to.equal(true);
  });

  it('fits a narrow column with very long titles', async () => {
    const long = article('long', { title: `${'Word '.repeat(80)}${'x'.repeat(200)}`, byline: 'B'.repeat(100), publisher: 'P'.repeat(100) });
    for (const width of ['360px', '1600px']) {
      const element = await page([long, ...some], width);
      expect(element.scrollWidth).to.be.at.most(Number.parseInt(width, 10));
      await expectNoViolations(element);
    }
  });

  it('shows and searches five hundred articles', async () => {
    const many = Array.from({ length: 500 }, (_, index) => article(`a${index}`, { title: `Article ${index}`, publisher: 'Ledger' }, index));
    const element = await page(many);
    expect(titles(element).length).to.equal(500);
    await search(element, 'article 49');
    expect(words(titles(element)).slice(0, 2)).to.deep.equal(['Article 49', 'Article 149']);
  });
});

describe('relativeTime', () => {
  const now = Date.parse('2026-03-14T12:00:00Z');
  const cases: readonly [iso: string, said: string][] = [
    ['2026-03-14T11:59:30Z', 'just now'], ['2026-03-14T12:00:30Z', 'just now'], ['2026-03-14T11:58:59Z', '1 minute ago'], ['2026-03-14T08:00:00Z', '4 hours ago'],
    ['2026-03-13T11:00:00Z', 'yesterday'], ['2026-03-01T12:00:00Z', 'last week'], ['2024-03-01T12:00:00Z', '2 years ago'], ['soon', 'at an unknown time'],
  ];
  for (const [iso, said] of cases) it(`calls ${iso} "${said}"`, () => expect(relativeTime(iso, now)).to.equal(said));
});

describe('dateLabel', () => {
  const cases: readonly [iso: string, said: string][] = [
    ['2026-03-14', '14 Mar 2026'], ['2026-03-14T23:30:00-05:00', '14 Mar 2026'], ['2026-03', 'Mar 2026'], ['2026', '2026'], ['spring', 'spring'], ['', ''],
  ];
  for (const [iso, said] of cases) it(`writes ${iso || 'nothing'} as "${said}"`, () => expect(dateLabel(iso)).to.equal(said));
});
