import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../components/claim-annotator.ts';
import type { Quote } from '../../src/domain/annotation.ts';
import { readTranscripts } from '../../src/domain/attached-transcript.ts';
import { mark } from '../../src/store/changes.ts';
import { versionOf } from '../../src/store/queries.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, until } from '../support/helpers.ts';
import { button, find, findAll, write } from './card-desk.ts';

const text = 'The operators were clear. “We would take a slower chip,” Ada Berg said, “if we could be sure of it.” She put the number of machines at “four thousand”. Nobody else would “speak on the record”.';
const transcript = `WEBVTT

00:00:05.000 --> 00:00:12.000
<v Ada Berg>Well, um, we would not take a slower chip

00:00:12.000 --> 00:00:20.000
<v Ada Berg>if we could be sure of it. We have four thousand machines, you know.
`;

/** An annotator with two quotes, the first of two pieces. */
async function annotator(): Promise<ClaimAnnotator> {
  const host = await fixture(html`<div></div>`, { width: '1200px' });
  const element = document.createElement('claim-annotator');
  Object.assign(element, { storage: 'none', reviewer: 'Ada' });
  element.innerHTML = `<article lang="en"><h1>Chips</h1><p>${text}</p></article>`;
  host.append(element);
  const store = await until(() => element.store, 'the article to open', 10_000);
  const version = versionOf(store.desk)!;
  for (const pieces of [['We would take a slower chip', 'if we could be sure of it'], ['four thousand'], ['speak on the record']]) {
    const { id, change } = mark('quote', version, pieces.map(words => ({ start: version.text.indexOf(words), end: version.text.indexOf(words) + words.length })));
    store.change(change);
    store.change({ name: 'set-speaker', edits: [{ annotation: id, field: 'speaker', value: 'Ada Berg' }] });
  }
  element.select(element.annotations[0]!.id);
  await element.updateComplete;
  return element;
}

const quotes = (element: ClaimAnnotator): Quote[] => element.annotations.filter(annotation => annotation.type === 'quote');
const dialogOf = (element: ClaimAnnotator): HTMLElement => find(element, 'quote-check-dialog');

/** Opens the dialog by its key and gives it a transcript. */
async function attach(element: ClaimAnnotator, content = transcript): Promise<HTMLElement> {
  element.focus();
  await until(() => element.matches(':focus-within'));
  await sendKeys({ press: 'w' });
  const dialog = dialogOf(element);
  const field = await until(() => findAll<HTMLTextAreaElement>(dialog, 'textarea')[0]);
  write(findAll<HTMLInputElement>(dialog, 'input')[0]!, 'Talk with Ada Berg');
  write(field, content);
  button(dialog, 'Check the quotes').click();
  return dialog;
}

describe('checking quotes against a transcript', () => {
  it('compares every quote, names what differs, and shows what was said around it', async () => {
    const element = await annotator();
    const dialog = await attach(element);
    await until(() => findAll(dialog, 'quote-comparison .outcome, .outcome').length > 0, 'the comparison', 10_000);
    expect(find(dialog, '.outcome strong').textContent).to.equal('Altered');
    expect(findAll(dialog, '.differences li.alarm').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal(['Negation dropped · said: not']);
    expect(find(dialog, '.where').textContent).to.contain('00:00:05').and.to.contain('Ada Berg');
    expect(findAll(dialog, '.entry').map(entry => entry.querySelector('.small')!.textContent.trim())).to.deep.equal(['Altered', 'Verbatim', 'Not found']);
    await expectNoViolations(dialog);
    expect(quotes(element).map(({ check }) => check), 'nothing is kept before it is asked for').to.deep.equal([null, null, null]);
  });

  it('makes evidence of a result by one key, citing the transcript with its time code', async () => {
    const element = await annotator();
    const dialog = await attach(element);
    await until(() => findAll(dialog, '.outcome').length > 0, 'the comparison', 10_000);
    await sendKeys({ press: 'e' });
    const [quote] = quotes(element);
    expect(quote!.evidence).to.have.length(1);
    expect(quote!.evidence[0]).to.include({ locator: '00:00:05', stance: 'refutes', role: 'primary' });
    expect(quote!.evidence[0]!.excerpt).to.contain('would not take a slower chip');
    expect(quote!.evidence[0]!.note).to.contain('Negation dropped');
    expect(element.store!.desk.sources.get(quote!.evidence[0]!.source!)).not.to.equal(undefined);
    expect(quote!.check).to.include({ outcome: 'altered', speakerAgrees: true, meaningChanged: null });
    await until(() => findAll(element, 'quote-check-line .result, .result').length > 0);
    expect(find(element, '.result').textContent.replace(/\s+/g, ' ')).to.contain('Transcript: altered').and.to.contain('negation dropped');
    element.undo();
    expect(quotes(element)[0]!.evidence).to.have.length(0);
    expect(quotes(element)[0]!.check).to.equal(null);
  });

  it('takes the checker’s word on meaning and context, and goes through the quotes by keys', async () => {
    const element = await annotator();
    const dialog = await attach(element);
    await until(() => findAll(dialog, '.answers choice-group').length === 2, 'the questions', 10_000);
    const [meaning] = findAll(dialog, '.answers choice-group');
    meaning!.shadowRoot!.querySelector<HTMLInputElement>('input[value="yes"]')!.click();
    expect(quotes(element)[0]!.check).to.include({ outcome: 'altered', meaningChanged: true, contextFair: null });
    findAll<HTMLButtonElement>(dialog, '.entry')[0]!.focus();
    await sendKeys({ press: 'j' });
    await until(() => find(dialog, '.outcome strong').textContent === 'Verbatim');
    await sendKeys({ press: 'k' });
    await until(() => find(dialog, '.outcome strong').textContent === 'Altered');
  });

  it('keeps all results in one step, and they go with the file', async () => {
    const element = await annotator();
    const dialog = await attach(element);
    await until(() => findAll(dialog, '.outcome').length > 0, 'the comparison', 10_000);
    button(dialog, 'Keep all results').click();
    expect(quotes(element).map(({ check }) => check?.outcome)).to.deep.equal(['altered', 'verbatim', 'not-found']);
    const { value } = element;
    element.undo();
    expect(quotes(element).map(({ check }) => check)).to.deep.equal([null, null, null]);
    const second = await annotator();
    second.value = value;
    await until(() => quotes(second)[0]?.check);
    expect(readTranscripts(second.store!.desk.article)).to.have.length(1);
    expect(quotes(second).map(({ check }) => check?.outcome)).to.deep.equal(['altered', 'verbatim', 'not-found']);
  });

  it('says that a result is out of date when the words of the quote change', async () => {
    const element = await annotator();
    const dialog = await attach(element);
    await until(() => findAll(dialog, '.outcome').length > 0, 'the comparison', 10_000);
    button(dialog, 'Keep all results').click();
    await element.setArticle({ text: `Chips\n\n${text.replace('slower chip', 'much slower chip')}` });
    element.select(quotes(element)[0]!.id);
    await until(() => findAll(element, '.result.stale').length > 0);
    expect(find(element, '.result.stale').textContent).to.contain('check again');
  });

  it('says what is wrong with a transcript and keeps what was given', async () => {
    const element = await annotator();
    const dialog = await attach(element, '   ');
    expect((await until(() => findAll(dialog, '.problem')[0])).textContent).to.contain('empty');
    write(findAll<HTMLTextAreaElement>(dialog, 'textarea')[0]!, '%PDF-1.7 and so on');
    button(dialog, 'Check the quotes').click();
    await until(() => find(dialog, '.problem').textContent.includes('PDF'));
    expect(findAll<HTMLTextAreaElement>(dialog, 'textarea')[0]!.value).to.contain('%PDF');
    expect(readTranscripts(element.store!.desk.article)).to.have.length(0);
    await expectNoViolations(dialog);
  });

  it('takes a transcript off again', async () => {
    const element = await annotator();
    const dialog = await attach(element);
    await until(() => findAll(dialog, '.outcome').length > 0, 'the comparison', 10_000);
    button(dialog, 'Take off').click();
    await until(() => findAll(dialog, 'textarea').length > 0, 'the form');
    expect(readTranscripts(element.store!.desk.article)).to.have.length(0);
  });
});
