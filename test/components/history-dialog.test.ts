// The history of an article and of one annotation, opened and gone through as a person would.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../components/claim-annotator.ts';
import '../../components/history-dialog.ts';
import type { HistoryDialog } from '../../components/history-dialog.ts';
import type { Claim } from '../../src/domain/annotation.ts';
import type { Operation, Step } from '../../src/domain/operation.ts';
import { defaultScales } from '../../src/domain/scales.ts';
import { mark, removeAnnotations, setField, setVerdict } from '../../src/store/changes.ts';
import { annotationById, versionOf } from '../../src/store/queries.ts';
import { Store } from '../../src/store/store.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, until } from '../support/helpers.ts';
import { button, find, findAll, focused, version as plain } from './card-desk.ts';

const paragraphs = plain.text.split('\n').map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
const version = { ...plain, document: { type: 'doc', content: paragraphs } };
const claimWords = 'The market could grow to $200 billion.';

/** A clock that moves on by a day and an hour with every look. */
function clock(): () => string {
  let looks = 0;
  return () => new Date(Date.UTC(2026, 2, 1, 10) + looks++ * 25 * 3_600_000).toISOString();
}

/** Six things that Ada did to one claim, one of them undone, and one that the program did. */
function played(): { store: Store; id: string } {
  const store = new Store('article', { reviewer: 'Ada', now: clock() });
  store.change({ name: 'open-article', edits: [{ field: 'title', value: 'Chips' }, { field: 'version', value: version.id }], versions: [version] });
  const { id, change } = mark('claim', version, [{ start: 0, end: claimWords.length }]);
  store.change(change);
  const claim = (): Claim => annotationById(store.desk, id) as Claim; // it was marked as one
  store.change(setField(claim(), 'comment', 'Ask the ministry for the table.'));
  store.change(setField(claim(), 'comment', 'Ask the bureau for the table.'));
  store.change(setVerdict(claim(), defaultScales, { rating: 'true', explanation: 'As counted.' }, { by: 'Ada', at: '2026-03-05T00:00:00Z' }));
  store.change(removeAnnotations([claim()]));
  store.undo();
  store.change({ name: 'place-marks', by: 'claim-annotator', edits: [{ annotation: id, field: 'tags', value: ['placed'] }] });
  return { store, id };
}

interface Opened {
  readonly dialog: HistoryDialog;
  readonly store: Store;
  readonly id: string;
}

async function opened(options: { annotation?: boolean; steps?: readonly Step[]; width?: string } = {}): Promise<Opened> {
  const { store, id } = played();
  const dialog = await fixture<HistoryDialog>(html`<history-dialog .desk=${store.desk} .load=${() => Promise.resolve(options.steps ?? store.steps)}></history-dialog>`);
  await dialog.show(options.annotation === true ? id : null);
  await dialog.updateComplete;
  return { dialog, store, id };
}

const heads = (dialog: HistoryDialog): HTMLButtonElement[] => findAll<HTMLButtonElement>(dialog, '.head');
const names = (dialog: HistoryDialog): string[] => heads(dialog).map(head => head.querySelector('.what')!.textContent.trim());
const shown = (dialog: HistoryDialog): string => find(dialog, 'history-changes').shadowRoot!.textContent.replace(/\s+/g, ' ');
const press = (key: string): Promise<void> => sendKeys({ press: key });

describe('<history-dialog>', () => {
  it('lists what was done, newest first, under its days, and who did it', async () => {
    const { dialog } = await opened();
    await until(() => heads(dialog).length === 8);
    expect(names(dialog)).to.deep.equal([
      'Place marks', 'Undid: remove claim', 'Remove claim taken back later', 'Give verdict', 'Edit comment', 'Edit comment', 'Mark claim', 'Open article',
    ]);
    expect(findAll(dialog, 'h3')).to.have.length(8);
    expect(heads(dialog)[0]!.querySelector('.who')!.textContent).to.contain('The program');
    expect(heads(dialog)[1]!.querySelector('.who')!.textContent).to.contain('Ada');
    await expectNoViolations(dialog);
  });

  it('moves by arrow keys and opens by Enter, with old words against new ones', async () => {
    const { dialog } = await opened();
    expect(focused()).to.equal(heads(dialog)[0]);
    for (let count = 0; count < 4; count++) await press('ArrowDown');
    await until(() => focused() === heads(dialog)[4]);
    await press('Enter');
    await until(() => findAll(dialog, 'del').length === 1);
    expect(find(dialog, 'del').textContent).to.contain('ministry');
    expect(find(dialog, 'ins').textContent).to.contain('bureau');
    await expectNoViolations(dialog);
    await press('End');
    await until(() => focused()?.textContent.includes('Open article'));
    await press('Home');
    await until(() => focused()?.textContent.includes('Place marks'));
  });

  it('says a verdict by its label, and what undo brought back', async () => {
    const { dialog } = await opened();
    heads(dialog)[3]!.click();
    await until(() => findAll(dialog, 'history-changes').length === 1);
    expect(shown(dialog)).to.contain('VerdictTrue – As counted.');
    heads(dialog)[3]!.click();
    heads(dialog)[1]!.click();
    await until(() => findAll(dialog, 'history-changes').length === 1 && shown(dialog).includes('Removed'));
    expect(shown(dialog)).to.contain('Brought back');
  });

  it('of an annotation shows its own entries only', async () => {
    const { dialog } = await opened({ annotation: true });
    await until(() => heads(dialog).length === 7);
    expect(names(dialog)).not.to.include('Open article');
    expect(find(dialog, 'h2').textContent).to.equal(`History of Claim “${claimWords}”`);
  });

  it('filters by words, person and kind, and says when nothing fits', async () => {
    const { dialog } = await opened();
    const search = find<HTMLInputElement>(dialog, 'input[type=search]');
    search.focus();
    await sendKeys({ type: 'BUREAU' });
    await until(() => heads(dialog).length === 1);
    expect(find(dialog, '.count').textContent).to.equal('1 of 8 changes');
    await sendKeys({ type: ' nowhere' });
    await until(() => findAll(dialog, '.none').length === 1);
    await expectNoViolations(dialog);
    button(dialog, 'Show all changes').click();
    await until(() => heads(dialog).length === 8);
    const [who, what] = findAll<HTMLSelectElement>(dialog, '.filter select') as [HTMLSelectElement, HTMLSelectElement];
    const choose = (select: HTMLSelectElement, label: RegExp): void => {
      select.value = [...select.options].find(option => label.test(option.text))!.value;
      select.dispatchEvent(new Event('change'));
    };
    choose(who, /^The program \(1\)$/);
    await until(() => heads(dialog).length === 1);
    choose(who, /^Everybody/);
    choose(what, /^Verdicts \(1\)$/);
    await until(() => names(dialog).join() === 'Give verdict');
  });

  it('shows the article as it was, changes nothing, and leads back to the entry', async () => {
    const { dialog, store } = await opened();
    const before = store.desk;
    heads(dialog)[4]!.click();
    (await until(() => button(dialog, 'The article as it was then'))).click();
    await until(() => findAll(dialog, '.status').length === 1);
    expect(find(dialog, '.status').textContent).to.equal('Open');
    expect(find(dialog, 'claim-article').shadowRoot!.textContent).to.contain('$200 billion');
    expect(button(dialog, 'Back to now')).to.equal(focused());
    await expectNoViolations(dialog);
    button(dialog, 'One later').click();
    await until(() => find(dialog, '.status').textContent === 'True');
    button(dialog, 'One later').click();
    await until(() => findAll(dialog, '.status').length === 0);
    await press('Enter');
    await until(() => focused()?.textContent.includes('Remove claim'));
    expect(store.desk).to.equal(before);
  });

  it('says that it reads, that there is nothing, and what went wrong', async () => {
    const { store } = played();
    let give: (steps: readonly Step[]) => void = () => undefined;
    const dialog = await fixture<HistoryDialog>(html`<history-dialog .desk=${store.desk} .load=${() => new Promise<readonly Step[]>(resolve => (give = resolve))}></history-dialog>`);
    const done = dialog.show();
    await dialog.updateComplete;
    expect(find(dialog, '[role=status]').textContent).to.equal('Reading the history …');
    give([]);
    await done;
    expect(find(dialog, '.panel > p').textContent).to.contain('Nothing has happened here yet');
    dialog.load = () => Promise.reject(new Error('broken'));
    await dialog.show();
    expect(find(dialog, '[role=alert]').textContent).to.contain('broken');
  });

  it('renders a few of ten thousand entries, and gets to the last', async () => {
    const steps = Array.from({ length: 10_000 }, (_, index): Step => {
      const operation: Operation = { id: `o${index}`, article: 'article', annotation: 'a', field: 'comment', value: `remark ${index}`, base: index === 0 ? [] : [`o${index - 1}`], at: new Date(Date.UTC(2026, 0, 1) + index * 600_000).toISOString(), by: 'Ada' };
      return { id: `s${index}`, article: 'article', name: 'set-comment', at: operation.at, by: 'Ada', undoes: null, operations: [operation] };
    });
    const { dialog } = await opened({ steps });
    await until(() => heads(dialog).length > 5);
    expect(heads(dialog).length).to.be.lessThan(60);
    await press('End');
    await until(() => focused()?.closest('.item')?.getAttribute('aria-posinset') === '10000');
    await press('Enter');
    await until(() => findAll(dialog, 'history-changes').length === 1 && shown(dialog).includes('remark 0'));
    expect(heads(dialog).length).to.be.lessThan(60);
  });
});

describe('the history in the annotator', () => {
  async function annotator(readonly: boolean): Promise<{ element: ClaimAnnotator; id: string }> {
    const host = await fixture(html`<div style="height: 700px"></div>`, { width: '1200px' });
    const element = document.createElement('claim-annotator');
    Object.assign(element, { storage: 'none', reviewer: 'Ada' });
    element.innerHTML = `<article lang="en"><p>${claimWords}</p></article>`;
    element.style.height = '700px';
    host.append(element);
    const store = await until(() => element.store, 'the article to open', 10_000);
    const { id, change } = mark('claim', versionOf(store.desk)!, [{ start: 0, end: claimWords.length }]);
    store.change(change);
    element.readonly = readonly;
    element.select(id);
    await element.updateComplete;
    return { element, id };
  }

  for (const readonly of [false, true]) {
    it(`opens from the menus${readonly ? ', also for reading only' : ''}`, async () => {
      const { element } = await annotator(readonly);
      button(find(element, 'annotator-header').shadowRoot!, 'History').click();
      const dialog = find<HistoryDialog>(element, 'history-dialog');
      await until(() => heads(dialog).length === 2);
      dialog.renderRoot.querySelector('dialog')!.close();
      const item = await until(() => findAll(element, '[role=menuitem]').find(one => one.textContent.trim() === 'History of this annotation'));
      item.click();
      await until(() => heads(dialog).length === 1);
      expect(find(dialog, 'h2').textContent).to.contain(claimWords);
    });
  }
});
