import { expect } from 'chai';
import { html, render } from 'lit';
import '../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../components/claim-annotator.ts';
import { mark } from '../../src/store/changes.ts';
import { versionOf } from '../../src/store/queries.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent, until } from '../support/helpers.ts';

let number = 0;

/** An annotator around an article of its own, in a database of its own. */
async function annotator(attributes: Partial<Pick<ClaimAnnotator, 'articleId' | 'storage' | 'database' | 'name'>> = {}, text = 'The market is worth $50 billion. It could grow to $200 billion.') {
  const host = await fixture(html`<div></div>`, { width: '1000px' });
  const element = document.createElement('claim-annotator');
  Object.assign(element, { database: `annotator test ${++number}`, storage: 'none', ...attributes });
  element.innerHTML = `<article lang="en"><h1>Chips</h1><p>${text}</p></article>`;
  host.append(element);
  await until(() => element.store, 'the article to open', 10_000);
  return element;
}

function claim(element: ClaimAnnotator, words: string): string {
  const version = versionOf(element.store!.desk)!;
  const start = version.text.indexOf(words);
  const { id, change } = mark('claim', version, [{ start, end: start + words.length }]);
  element.store!.change(change);
  return id;
}

describe('claim-annotator', () => {
  after(async () => {
    for (let i = 1; i <= number; i++) indexedDB.deleteDatabase(`annotator test ${i}`);
  });

  it('takes its article from its own content, with title and language', async () => {
    const element = await annotator();
    expect(element.article?.title).to.equal('Chips');
    expect(element.article?.language).to.equal('en');
    expect(versionOf(element.store!.desk)!.text).to.contain('It could grow to $200 billion.');
  });

  it('tells of changes, selections and the state of saving by events that leave every shadow root', async () => {
    const element = await annotator();
    const changed = nextEvent(document, 'annotation-change');
    const selected = nextEvent(document, 'annotation-select');
    const id = claim(element, 'The market is worth $50 billion');
    element.select(id);
    await changed;
    expect((await selected) as Event & { annotationId: string }).to.have.property('annotationId', id);
  });

  it('gives the fact check as one line of ASCII, and opens it again from there', async () => {
    const first = await annotator();
    claim(first, 'The market is worth $50 billion');
    const { value } = first;
    expect(value).to.match(/^[\x20-\x7e]+$/);
    const second = await annotator({}, 'Another text.');
    second.value = value;
    await until(() => second.annotations.length === 1);
    expect(second.annotations[0]!.anchors[0]!.exact).to.equal('The market is worth $50 billion');
  });

  it('refuses a value that is no fact check and keeps what was there', async () => {
    const element = await annotator();
    claim(element, 'The market');
    element.value = '{"broken": ';
    await until(() => element.shadowRoot!.querySelector('notice-area')?.shadowRoot?.textContent?.match(/damaged|cut off|ends/i));
    expect(element.annotations).to.have.length(1);
  });

  it('takes part in a form by its name', async () => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`, { width: '900px' });
    const element = document.createElement('claim-annotator');
    Object.assign(element, { storage: 'none', name: 'fact_check' });
    element.innerHTML = '<article><p>Some text to check.</p></article>';
    form.append(element);
    await until(() => element.store);
    expect(new FormData(form).get('fact_check')).to.equal(element.value);
    element.disabled = true;
    expect(new FormData(form).has('fact_check')).to.equal(false);
  });

  it('keeps the article under its id, and takes a changed text as the next version in which marks find their words', async () => {
    const database = `annotator test ${++number}`;
    const first = await annotator({ storage: 'indexeddb', database, articleId: 'kept' });
    claim(first, 'It could grow to $200 billion');
    await first.desk.flush();
    first.remove();
    const second = await annotator({ storage: 'indexeddb', database, articleId: 'kept' }, 'A new first sentence. The market is worth $50 billion. It could grow to $250 billion.');
    await until(() => second.store!.desk.versions.size === 2, 'the new version', 10_000);
    const [anchor] = second.annotations[0]!.anchors;
    expect(anchor!.placement.state).to.equal('changed');
    second.undo();
    expect(second.annotations[0]!.anchors[0]!.placement.state).to.equal('exact');
  });

  it('does not disturb another annotator on the page', async () => {
    const first = await annotator();
    const second = await annotator({}, 'Something else.');
    claim(first, 'The market');
    expect(second.annotations).to.have.length(0);
    expect(versionOf(second.store!.desk)!.text).to.contain('Something else.');
  });

  it('comes back as it was when it is moved in the page', async () => {
    const element = await annotator();
    claim(element, 'The market');
    const other = document.createElement('div');
    element.parentElement!.append(other);
    other.append(element);
    await element.updateComplete;
    await until(() => element.shadowRoot!.querySelector('article-workspace')?.shadowRoot?.querySelector('claim-article')?.shadowRoot?.querySelector('.mark'));
    expect(element.annotations).to.have.length(1);
    element.undo();
    expect(element.annotations).to.have.length(0);
  });

  it('changes nothing while it is for reading only', async () => {
    const element = await annotator();
    const id = claim(element, 'The market');
    element.readonly = true;
    element.select(id);
    await element.updateComplete;
    element.handleKey(new KeyboardEvent('keydown', { key: 'Delete' }));
    expect(element.annotations).to.have.length(1);
  });

  it('lets no key out to the page around it', async () => {
    const element = await annotator();
    let heard = 0;
    const listen = () => heard++;
    document.addEventListener('keydown', listen);
    element.shadowRoot!.querySelector('annotator-header')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true }));
    document.removeEventListener('keydown', listen);
    expect(heard).to.equal(0);
  });

  it('has no accessibility faults in a column of 360 px', async () => {
    const element = await annotator();
    element.parentElement!.style.width = '360px';
    element.select(claim(element, 'The market is worth $50 billion'));
    await element.updateComplete;
    render(html``, document.createElement('div'));
    await until(() => element.workspace?.shadowRoot?.querySelector('.sheet'));
    await expectNoViolations(element);
  });
});
