// What cards show and ask after the text has changed under them.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../components/annotation-card.ts';
import '../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../components/claim-annotator.ts';
import '../../components/versions-dialog.ts';
import { statusOf } from '../../src/domain/status.ts';
import { mark, setVerdict } from '../../src/store/changes.ts';
import { versionOf } from '../../src/store/queries.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, until } from '../support/helpers.ts';
import { button, find, findAll, focused } from './card-desk.ts';
import { defaultScales } from '../../src/domain/scales.ts';

const paragraphs = [
  'The first paragraph stands alone and speaks of nothing in particular.',
  'The market is worth $50 billion today. It could grow to $200 billion within five years. Nobody knows for sure.',
  'Analysts have counted for years, and few of them agree with one another on how to do it at all.',
  'A last paragraph says farewell.',
];
const growth = 'It could grow to $200 billion within five years';

let number = 0;

/** An annotator with claims on some words, each rated true. */
async function annotator(claims: readonly string[] = [growth], { rated = true, width = '1200px' } = {}): Promise<ClaimAnnotator> {
  const host = await fixture(html`<div style="height: 700px"></div>`, { width });
  const element = document.createElement('claim-annotator');
  Object.assign(element, { storage: 'none', reviewer: 'Ada', database: `changed text ${++number}` });
  element.innerHTML = `<article lang="en">${paragraphs.map(line => `<p>${line}</p>`).join('')}</article>`;
  element.style.height = '700px';
  host.append(element);
  const store = await until(() => element.store, 'the article to open', 10_000);
  for (const words of claims) {
    const version = versionOf(store.desk)!;
    const start = version.text.indexOf(words);
    const { id, change } = mark('claim', version, [{ start, end: start + words.length }]);
    store.change(change);
    const claim = element.annotations.find(annotation => annotation.id === id)!;
    if (rated && claim.type === 'claim') store.change(setVerdict(claim, defaultScales, { rating: 'true', explanation: '' }, { by: 'Ada', at: '2026-03-01T00:00:00Z', version }));
  }
  await element.updateComplete;
  return element;
}

const setText = (element: ClaimAnnotator, change: (text: string) => string): Promise<void> => element.setArticle({ text: change(paragraphs.join('\n\n')) });
const withoutClaim = (text: string): string => text.replace(` ${growth}.`, '');
const statuses = (element: ClaimAnnotator): string[] => element.annotations.map(statusOf);
const words = (element: ClaimAnnotator): string[] =>
  element.annotations.map(({ anchors }) => anchors.map(({ placement: { state, start, end } }) => `${state}: ${versionOf(element.store!.desk)!.text.slice(start, end)}`).join());

async function press(key: string): Promise<void> {
  await sendKeys({ press: key });
}

/** Opens the card of the next thing to decide by its key, once the element has the focus. */
async function decide(element: ClaimAnnotator): Promise<void> {
  element.focus();
  await until(() => element.matches(':focus-within'));
  await press('d');
  await until(() => findAll(element, 'place-decision, .box').length > 0, 'a card that asks');
}

describe('after the text has changed', () => {
  it('takes back by the notice only the step that it speaks of', async () => {
    const element = await annotator();
    await setText(element, text => text.replace('$200', '$250'));
    const undo = await until(() => findAll<HTMLButtonElement>(element, '.notice button.action').find(({ textContent }) => textContent === 'Undo'));
    element.store!.change({ name: 'set-comment', edits: [{ annotation: element.annotations[0]!.id, field: 'comment', value: 'Later' }] });
    undo.click();
    expect(element.annotations[0]!.comment).to.equal('Later');
    expect(statuses(element)).to.deep.equal(['re-check']);
  });

  it('keeps the focus on the card when a verdict was confirmed', async () => {
    const element = await annotator();
    await setText(element, text => text.replace('$200', '$250'));
    await decide(element);
    await press('Enter');
    await until(() => statuses(element)[0] === 'settled');
    await until(() => focused()?.getAttribute('role') === 'radio');
  });

  it('shows and counts changed words without a verdict, and goes to them by the same key', async () => {
    const element = await annotator([growth], { rated: false });
    await setText(element, text => text.replace('could grow to', 'may expand to'));
    expect(find(element, 'decide-bar').shadowRoot!.textContent).to.contain('1 changed');
    expect(find(element, '.word.attention').textContent).to.contain('Changed');
    await decide(element);
    await press('y');
    await until(() => findAll(element, '.word.attention').length === 0);
  });

  it('says in one line what became of the marks, with a way back', async () => {
    const element = await annotator([growth, 'The market is worth $50 billion today', 'A last paragraph says farewell', 'few of them agree']);
    await setText(element, text => `A new beginning.\n\n${text.replace('$200', '$250').replace('A last paragraph says farewell.', '')}`);
    const notice = await until(() => findAll(element, '.notice .text')[0]);
    expect(notice.textContent).to.match(/Marks: 2 in place, 1 changed, 1 lost\./);
    expect(statuses(element).sort()).to.deep.equal(['re-check', 'settled', 'settled', 'to-decide']);
    button(element, 'Undo').click();
    expect(statuses(element)).to.deep.equal(['settled', 'settled', 'settled', 'settled']);
  });

  it('shows old words against new ones and raises the alarm for a figure', async () => {
    const element = await annotator();
    await setText(element, text => text.replace('$200', '$250'));
    await decide(element);
    const box = find(element, '.box');
    expect(box.classList.contains('loud')).to.equal(true);
    expect(box.textContent).to.contain('Re-check: a figure changed');
    expect(find(element, 'del').textContent).to.contain('$200');
    expect(find(element, 'ins').textContent).to.contain('$250');
    expect(find(element, '.word.alarm').textContent).to.contain('Re-check');
    await expectNoViolations(element);
  });

  it('is quieter for other words than figures, names and negations', async () => {
    const element = await annotator();
    await setText(element, text => text.replace('could grow to', 'may expand to'));
    await decide(element);
    expect(find(element, '.box').classList.contains('loud')).to.equal(false);
    expect(find(element, '.box').textContent).to.contain('Re-check: words changed');
  });

  it('keeps the verdict for the new words by one key', async () => {
    const element = await annotator();
    await setText(element, text => text.replace('$200', '$250'));
    await decide(element);
    await sendKeys({ down: 'Shift' });
    await press('y');
    await sendKeys({ up: 'Shift' });
    await until(() => statuses(element)[0] === 'settled');
    expect(element.annotations[0]).to.have.nested.property('verdict.words', 'It could grow to $250 billion within five years');
    element.undo();
    expect(statuses(element)).to.deep.equal(['re-check']);
  });

  it('takes new words where no verdict hangs on them', async () => {
    const element = await annotator([growth], { rated: false });
    await setText(element, text => text.replace('$200', '$250'));
    element.select(element.annotations[0]!.id);
    (await until(() => findAll<HTMLButtonElement>(element, '.acts button')[0])).click();
    expect(words(element)).to.deep.equal(['exact: It could grow to $250 billion within five years']);
    expect(element.annotations[0]!.anchors[0]!.exact).to.equal('It could grow to $250 billion within five years');
  });

  it('proposes places for words without a sure one, shows them in the text, and takes one by its digit', async () => {
    const element = await annotator();
    await setText(element, text => `${withoutClaim(text)}\n\nOne of them says: ${growth}.\n\nAnother one says so, too: ${growth}.`);
    expect(statuses(element)).to.deep.equal(['to-decide']);
    await decide(element);
    await until(() => findAll(element, '.preview').length > 0, 'the place to be shown in the text');
    expect(find(element, '.places button').textContent).to.contain(growth);
    expect(findAll(element, '.places button')).to.have.length(2);
    await expectNoViolations(element);
    await press('2');
    await until(() => statuses(element)[0] === 'settled');
    expect(words(element)[0]).to.equal(`exact: ${growth}`);
    expect(findAll(element, '.preview')).to.have.length(0);
    element.undo();
    expect(statuses(element)).to.deep.equal(['to-decide']);
  });

  it('confirms by one key that words are gone, and goes on to the next', async () => {
    const element = await annotator([growth, 'few of them agree with one another', 'A last paragraph says farewell']);
    await setText(element, text => withoutClaim(text).replace(/Analysts.*\n\n/, ''));
    expect(statuses(element).filter(status => status === 'to-decide')).to.have.length(2);
    await decide(element);
    expect(element.shown, 'only what is to decide').to.have.length(2);
    await press('g');
    await until(() => statuses(element).filter(status => status === 'gone').length === 1);
    await until(() => element.store!.screen.active !== null && statusOf(element.annotations.find(({ id }) => id === element.store!.screen.active)!) === 'to-decide', 'the next one');
    await press('g');
    await until(() => element.shown.length === 3, 'all cards again');
    expect(statuses(element).filter(status => status === 'gone')).to.have.length(2);
  });

  it('puts the mark on selected words', async () => {
    const element = await annotator();
    await setText(element, withoutClaim);
    await decide(element);
    const article = find(element, 'claim-article') as HTMLElement & { select(start: number, end: number): void; focus(): void };
    const { text } = versionOf(element.store!.desk)!;
    const start = text.indexOf('Nobody knows');
    article.focus();
    article.select(start, start);
    for (let i = 0; i < 2; i++) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ down: 'Control' });
      await press('ArrowRight');
      await sendKeys({ up: 'Control' });
      await sendKeys({ up: 'Shift' });
    }
    await until(() => element.workspace?.selectedRange);
    await press('r');
    await until(() => words(element)[0]!.startsWith('exact: Nobody knows'));
    expect(element.store!.screen.filter.statuses, 'the list of what is to decide is done with').to.deep.equal([]);
  });

  it('tells that nothing is to decide', async () => {
    const element = await annotator();
    element.command('next-to-decide');
    const notice = await until(() => findAll(element, '.notice .text')[0]);
    expect(notice.textContent).to.contain('every mark has its place');
  });

  it('places marks in a long text with a worker, without losing what happens meanwhile', async () => {
    const element = await annotator();
    const filler = Array.from({ length: 900 }, (_, index) => `Paragraph ${index} holds words number ${index * 7} and ${index * 13}, and says little else of note to anyone.`).join('\n\n');
    const placing = setText(element, text => `${filler}\n\n${text}`);
    element.store!.change({ name: 'set-comment', edits: [{ annotation: element.annotations[0]!.id, field: 'comment', value: 'typed meanwhile' }] });
    await placing;
    expect(words(element)).to.deep.equal([`exact: ${growth}`]);
    expect(element.annotations[0]!.comment).to.equal('typed meanwhile');
  });

  it('puts a mark that comes back by undo where its words are in the new text', async () => {
    const element = await annotator();
    const [claim] = element.annotations;
    element.store!.change({ name: 'remove-claim', edits: [{ annotation: claim!.id, field: 'removed', value: true }] });
    await setText(element, text => `A new beginning.\n\n${text}`);
    element.store!.receive([
      {
        id: 'back', article: element.articleId, name: 'restore', at: new Date().toISOString(), by: 'Ben', undoes: null,
        operations: [{ id: 'back-1', article: element.articleId, annotation: claim!.id, field: 'removed', value: false, base: element.store!.desk.annotations.get(claim!.id)!.fields['removed']!.map(head => head.operation), at: new Date().toISOString(), by: 'Ben' }],
      },
    ]);
    await until(() => words(element)[0] === `exact: ${growth}`);
  });
});

describe('several pieces without a place', () => {
  async function lostPieces(): Promise<ClaimAnnotator> {
    const element = await annotator([], {});
    const version = versionOf(element.store!.desk)!;
    const ranges = ['speaks of nothing in particular', 'few of them agree with one another'].map(piece => ({ start: version.text.indexOf(piece), end: version.text.indexOf(piece) + piece.length }));
    element.store!.change(mark('claim', version, ranges).change);
    await setText(element, () => 'A wholly other text stands here now.\n\nAnother line of it, too.');
    await decide(element);
    return element;
  }
  const states = (element: ClaimAnnotator): string[] => element.annotations[0]!.anchors.map(({ placement: { state }, gone }) => (gone ? 'gone' : state));

  it('are confirmed to be gone one by one', async () => {
    const element = await lostPieces();
    await press('g');
    await until(() => states(element).join() === 'gone,lost');
    await press('g');
    await until(() => states(element).join() === 'gone,gone');
  });

  it('are put where the piece that was asked about belongs', async () => {
    const element = await lostPieces();
    findAll<HTMLButtonElement>(element, '.rest button.link')[1]!.focus();
    const { text } = versionOf(element.store!.desk)!;
    element.workspace!.selectRange({ start: text.indexOf('Another line'), end: text.indexOf('Another line') + 12 });
    findAll<HTMLButtonElement>(element, '.rest button.link')[1]!.click();
    await until(() => states(element).includes('exact'));
    expect(element.annotations[0]!.anchors.map(({ exact }) => exact)).to.have.members(['speaks of nothing in particular', 'Another line']);
  });
});

describe('the versions of a text', () => {
  it('are compared word by word, with the marks, and gone back to', async () => {
    const element = await annotator();
    await setText(element, text => text.replace('$200', '$250').replace('A last paragraph says farewell.', ''));
    element.command('versions');
    const dialog = find(element, 'versions-dialog');
    await until(() => findAll(dialog, 'version-comparison ins, ins').length > 0);
    expect(findAll(dialog, 'ins').map(({ textContent }) => textContent).join()).to.contain('$250');
    expect(findAll(dialog, 'del').map(({ textContent }) => textContent).join()).to.contain('A last paragraph says farewell.');
    expect(findAll(dialog, 'mark').map(({ textContent }) => textContent).join('')).to.equal('It could grow to $250 billion within five years');
    expect(findAll(dialog, '.fold').map(({ textContent }) => textContent)).to.deep.equal([]);
    await expectNoViolations(dialog);
    button(dialog, /^Go back to version/).click();
    await until(() => statuses(element)[0] === 'settled');
    expect(element.store!.desk.versions.size).to.equal(2);
    element.undo();
    expect(statuses(element)).to.deep.equal(['re-check']);
  });

  it('say how to come to a second one while there is only one', async () => {
    const element = await annotator();
    element.command('versions');
    const dialog = find(element, 'versions-dialog');
    await until(() => dialog.shadowRoot!.textContent.includes('one version of this text so far'));
    button(dialog, 'New text').click();
    const open = find(element, 'open-article-dialog');
    await until(() => open.shadowRoot!.textContent.includes('New text of this article'));
    expect(focused()).not.to.equal(document.body);
  });

  it('come from a pasted text as well, and keep title and byline', async () => {
    const element = await annotator();
    const { title } = element.article!;
    element.command('new-text');
    const open = find(element, 'open-article-dialog');
    const field = await until(() => findAll<HTMLTextAreaElement>(open, 'textarea')[0]);
    field.value = `Some Other Title\n\n${paragraphs.join('\n\n').replace('$200', '$250')}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    button(open, 'Continue').click();
    (await until(() => findAll<HTMLButtonElement>(open, 'button.primary').find(({ textContent }) => textContent.includes('Replace')))).click();
    await until(() => statuses(element)[0] === 're-check');
    expect(element.article!.title).to.equal(title);
    expect(versionOf(element.store!.desk)!.origin).to.equal('paste');
  });
});
