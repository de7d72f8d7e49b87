import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { ArticleDetailsDialog } from '../../components/article-details-dialog.ts';
import '../../components/article-details-dialog.ts';
import type { ChangeEvent } from '../../components/events.ts';
import type { Article } from '../../src/domain/article.ts';
import { defaultScales, makeScales, type Scales } from '../../src/domain/scales.ts';
import { soundScale } from '../domain/broken-scales.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent, updated } from '../support/helpers.ts';

const article: Article = {
  id: 'a', title: 'Chips', byline: 'M. Lindqvist', publisher: 'Ledger', published: '2026-03', language: 'en', url: 'https://example.org/', scale: 'accuracy', quoteScale: '',
  version: 'v', removed: false, createdAt: '', modifiedAt: '', disputes: [], extra: {},
};

async function opened(of: Article = article, scales: Scales = defaultScales): Promise<ArticleDetailsDialog> {
  const element = await fixture<ArticleDetailsDialog>(html`<article-details-dialog .article=${of} .scales=${scales}></article-details-dialog>`);
  element.show();
  await updated(element);
  await updated(fields(element));
  return element;
}

const fields = (element: Element): Element => element.shadowRoot!.querySelector('article-fields')!;

function write(element: Element, name: string, value: string): void {
  const input = fields(element).shadowRoot!.querySelector<HTMLInputElement>(`#${name}`)!;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function save(element: Element): void {
  element.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
}

/** What saving asks to change; undefined when it asks for nothing. */
function askedBySaving(element: HTMLElement): { readonly [field: string]: unknown } | undefined {
  let asked: { readonly [field: string]: unknown } | undefined;
  const listener = ({ change }: ChangeEvent): void => {
    asked = Object.fromEntries(change.edits.map(({ field, value }) => [field, value]));
  };
  element.addEventListener('claim-change-request', listener, { once: true });
  save(element);
  return asked;
}

const isOpen = (element: Element): boolean => element.shadowRoot!.querySelector('dialog')!.open;

describe('<article-details-dialog>', () => {
  it('asks for one change with what was changed, and nothing else', async () => {
    const element = await opened();
    write(element, 'title', ' Chips  and rules ');
    write(element, 'url', 'example.org/chips');
    write(element, 'language', 'pt_br');
    expect(askedBySaving(element)).to.deep.equal({ title: 'Chips and rules', url: 'https://example.org/chips', language: 'pt-BR' });
    expect(isOpen(element)).to.equal(false);
  });

  it('asks for nothing when nothing was changed', async () => {
    expect(askedBySaving(await opened())).to.equal(undefined);
  });

  it('chooses the rating scale with the keyboard', async () => {
    const element = await opened();
    element.shadowRoot!.querySelector<HTMLInputElement>('input[value=accuracy]')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(askedBySaving(element)).to.deep.equal({ scale: 'line-by-line' });
  });

  it('offers the desk’s own scales, and keeps the chosen one with the article', async () => {
    const house = soundScale();
    const element = await opened(article, makeScales({}, [house]));
    element.shadowRoot!.querySelector<HTMLInputElement>('input[value=house]')!.click();
    expect(askedBySaving(element)).to.deep.equal({ scale: 'house', scales: [house] });
  });

  it('offers the scales of other desks on demand, open when one of them is chosen', async () => {
    const isShown = (element: Element): boolean => element.shadowRoot!.querySelector('details')!.open;
    expect(isShown(await opened())).to.equal(false);
    expect(isShown(await opened({ ...article, scale: 'politifact' }))).to.equal(true);
  });

  it('chooses a scale for quotes, among those that are for quotes', async () => {
    const element = await opened();
    const select = element.shadowRoot!.querySelector<HTMLSelectElement>('#quote-scale')!;
    expect([...select.options].map(option => option.textContent.trim())).to.deep.equal(['Quote verification', 'Line by line', 'Without ratings']);
    select.value = 'line-by-line';
    select.dispatchEvent(new Event('change'));
    expect(askedBySaving(element)).to.deep.equal({ quoteScale: 'line-by-line' });
  });

  it('keeps a scale that this program does not have', async () => {
    const element = await opened({ ...article, scale: 'of-another-desk' });
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input:checked')!.value).to.equal('of-another-desk');
    expect(askedBySaving(element)).to.equal(undefined);
  });

  const wrong: readonly [field: string, value: string][] = [['published', '14th of the month'], ['url', 'javascript:alert(1)'], ['language', 'not a language']];
  for (const [field, value] of wrong) {
    it(`says why a ${field} cannot be "${value}", and keeps what was written`, async () => {
      const element = await opened();
      write(element, field, value);
      expect(askedBySaving(element)).to.equal(undefined);
      await updated(fields(element));
      const root = fields(element).shadowRoot!;
      const input = root.querySelector<HTMLInputElement>(`#${field}`)!;
      expect([isOpen(element), input.value, input.getAttribute('aria-invalid')]).to.deep.equal([true, value, 'true']);
      expect(root.getElementById(input.getAttribute('aria-describedby')!)?.textContent).to.match(/^Not saved: /);
      expect(root.activeElement).to.equal(input);
      await expectNoViolations(element);
    });
  }

  it('saves by Enter in a field', async () => {
    const element = await opened();
    const event = nextEvent<ChangeEvent>(element, 'claim-change-request');
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '!' });
    await sendKeys({ press: 'Enter' });
    expect((await event).change.edits).to.deep.equal([{ field: 'title', value: 'Chips!' }]);
  });

  it('forgets what was written when it is left, and gives the focus back', async () => {
    const page = await fixture(html`<div><button>before</button><article-details-dialog .article=${article}></article-details-dialog></div>`);
    const before = page.querySelector('button')!;
    const element = page.querySelector('article-details-dialog')!;
    before.focus();
    element.show();
    await updated(element);
    write(element, 'title', 'Other');
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement).to.equal(before);
    element.show();
    await updated(element);
    expect(askedBySaving(element)).to.equal(undefined);
  });

  it('does not undo what another tab changes meanwhile', async () => {
    const element = await opened();
    write(element, 'title', 'Mine');
    element.article = { ...article, byline: 'Theirs' };
    await updated(element);
    expect(askedBySaving(element)).to.deep.equal({ title: 'Mine' });
  });

  it('names the language of a code and has no accessibility faults', async () => {
    const element = await opened();
    write(element, 'language', 'de');
    await updated(fields(element));
    expect(fields(element).shadowRoot!.querySelector('label[for=language]')!.textContent).to.contain('German');
    await expectNoViolations(element);
  });
});
