import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, LitElement } from 'lit';
import '../../components/scales-dialog.ts';
import type { ScaleVersionsEvent, ScalesDialog } from '../../components/scales-dialog.ts';
import { tokens } from '../../components/tokens.ts';
import { readAnnotation, type Annotation, type Claim } from '../../src/domain/annotation.ts';
import type { RatingScale } from '../../src/domain/rating-scale.ts';
import { ownScales, scaleSetting, scaleSettingValue, scalesOf } from '../../src/domain/scales-of-desk.ts';
import { scaleById } from '../../src/domain/scales.ts';
import { FormatError } from '../../src/formats/format-error.ts';
import { writeScale } from '../../src/formats/scale-file.ts';
import { setArticleFields, setVerdict } from '../../src/store/changes.ts';
import { Store } from '../../src/store/store.ts';
import { soundScale } from '../domain/broken-scales.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, updated } from '../support/helpers.ts';
import { button, find, findAll, focused } from './card-desk.ts';

/** A desk with a dialog that it keeps the scales of, as the root element does. */
class ScalesDesk extends LitElement {
  static override styles = tokens;
  readonly store = new Store('a', { reviewer: 'Ada' });
  locked = false;

  constructor() {
    super();
    this.store.subscribe(() => this.requestUpdate());
    this.store.change({ name: 'open-article', edits: [{ field: 'title', value: 'Chips' }] });
  }

  get annotations(): readonly Annotation[] {
    return [...this.store.desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []);
  }

  keep(id: string, versions: readonly RatingScale[]): void {
    this.store.setSetting(scaleSetting(id), scaleSettingValue(versions));
  }

  /** Rates a claim of its own on the article's scale. */
  rate(id: string, rating: string): void {
    this.store.change({ name: 'mark-claim', edits: [{ annotation: id, field: 'type', value: 'claim' }] });
    const claim = this.annotations.find(annotation => annotation.id === id) as Claim;
    this.store.change(setVerdict(claim, scalesOf(this.store.desk), { rating, explanation: '' }, { by: 'Ada', at: '2026-01-01T00:00:00Z' }));
  }

  protected override render(): unknown {
    const { desk } = this.store;
    return html`<scales-dialog
      .scales=${scalesOf(desk)} .own=${ownScales(desk.sources)} .annotations=${this.annotations} ?readonly=${this.locked}
      @scale-versions=${(event: ScaleVersionsEvent) => this.keep(event.id, event.versions)}
    ></scales-dialog>`;
  }
}
customElements.define('scales-desk', ScalesDesk);

const house: RatingScale = soundScale();

async function opened(prepare: (desk: ScalesDesk) => void = () => undefined): Promise<{ desk: ScalesDesk; dialog: ScalesDialog; own: () => readonly RatingScale[]; settle: () => Promise<void> }> {
  const desk = await fixture<ScalesDesk>('<scales-desk></scales-desk>');
  prepare(desk);
  desk.requestUpdate();
  await updated(desk);
  const dialog = find<ScalesDialog>(desk, 'scales-dialog');
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      await updated(desk);
      await updated(dialog);
      for (const element of findAll<LitElement>(dialog, 'scale-form, scale-label-form, scale-preview, scale-impact-note')) await element.updateComplete;
    }
  };
  dialog.show();
  await settle();
  return { desk, dialog, own: () => ownScales(desk.store.desk.sources), settle };
}

const withHouse = (desk: ScalesDesk): void => {
  desk.keep('house', [house]);
  desk.store.change(setArticleFields({ scale: 'house' }));
};

function write(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const input = (root: LitElement, id: string, at = 0): HTMLInputElement => findAll<HTMLInputElement>(root, `#${id}`)[at]!;
const labels = (root: LitElement): readonly string[] => findAll<HTMLInputElement>(root, '#label').map(({ value }) => value);
const said = (root: LitElement): string => find(root, '.done').textContent.replace(/\s+/g, ' ').trim();

describe('<scales-dialog>', () => {
  it('shows the article’s scale with meanings and numbers, and who uses those of other desks', async () => {
    const { dialog, settle } = await opened();
    expect(find(dialog, '#chosen').textContent).to.equal('Accuracy');
    expect(find(dialog, 'scale-preview').shadowRoot!.textContent).to.contain('The evidence contradicts it.');
    button(dialog, 'Truth-O-Meter').click();
    await settle();
    expect(find(dialog, '.detail').textContent).to.contain('Used by PolitiFact.');
    expect(find<HTMLAnchorElement>(dialog, '.detail a').href).to.contain('politifact.com');
  });

  it('says that the desk has none of its own', async () => {
    expect(find((await opened()).dialog, 'nav').textContent).to.contain('None yet.');
  });

  it('makes a new scale: says at each field what is missing, then saves it', async () => {
    const { dialog, own, settle } = await opened();
    button(dialog, 'New').click();
    await settle();
    button(dialog, 'Save').click();
    await settle();
    expect(own()).to.deep.equal([]);
    expect(find(dialog, '#name-problem').textContent).to.equal('Needs a name.');
    expect(findAll(dialog, '#label-problem')).to.have.length(2);
    expect(focused()?.id).to.equal('name');
    expect(said(dialog)).to.contain('Not saved');
    await expectNoViolations(dialog);
    write(input(dialog, 'name'), 'Desk');
    await settle();
    write(input(dialog, 'label', 0), 'Holds');
    await settle();
    write(input(dialog, 'label', 1), 'Fails');
    await settle();
    button(dialog, 'Save').click();
    await settle();
    expect(own()).to.have.length(1);
    expect(own()[0]).to.deep.include({ name: 'Desk', version: 1, language: 'en', appliesTo: ['claim'] });
    expect(own()[0]?.ratings.map(({ label, order }) => [label, order])).to.deep.equal([['Holds', 2], ['Fails', 1]]);
    expect(said(dialog)).to.contain('Saved “Desk”, version 1.');
  });

  it('begins with a copy of a ready-made one', async () => {
    const { dialog, own, settle } = await opened();
    button(dialog, 'Make a copy to edit').click();
    await settle();
    expect(labels(dialog)).to.deep.equal(['True', 'Mostly true', 'Half true', 'Mostly false', 'False', 'Unproven']);
    button(dialog, 'Save').click();
    await settle();
    expect(own()[0]?.id).to.match(/^urn:uuid:/);
    expect(own()[0]?.name).to.equal('Accuracy (copy)');
    expect(own()[0]?.ratings.map(({ value }) => value ?? null)).to.deep.equal([5, 4, 3, 2, 1, null]);
  });

  it('saves a change as a new version and keeps the older one', async () => {
    const { dialog, own, settle } = await opened(withHouse);
    write(input(dialog, 'label', 0), 'Correct');
    await settle();
    button(dialog, 'Save as version 3').click();
    await settle();
    expect(own().map(({ version, ratings }) => [version, ratings[0]?.label])).to.deep.equal([[3, 'Correct'], [2, 'Right']]);
    button(dialog, 'Undo').click();
    await settle();
    expect(own()).to.deep.equal([house]);
  });

  it('says before saving what becomes of the verdicts of the article', async () => {
    const { dialog, settle } = await opened(desk => {
      withHouse(desk);
      for (const [id, rating] of [['1', 'right'], ['2', 'right'], ['3', 'wrong'], ['4', 'open']] as const) desk.rate(id, rating);
    });
    const lines = (): readonly string[] => findAll(dialog, 'scale-impact-note').flatMap(note => [...note.shadowRoot!.querySelectorAll('li')].map(item => item.textContent.trim()));
    expect(lines()).to.deep.equal([]);
    write(input(dialog, 'description'), 'Other words.');
    await settle();
    expect(lines()).to.deep.equal(['2 verdicts “Right” keep it.', 'One verdict “Wrong” keeps it.', 'One verdict “Open” keeps it.']);
    write(input(dialog, 'label', 1), 'False');
    await settle();
    button(dialog, 'Remove Right').click();
    await settle();
    findAll<HTMLInputElement>(dialog, 'input[type=checkbox]').at(-1)!.click();
    await settle();
    expect(lines()).to.deep.equal([
      'One verdict “Wrong”: the label is now called “False”; rate anew.',
      'One verdict “Open”: the label is no longer given; rate anew.',
      '2 verdicts “Right” would have no label any more; rate anew.',
    ]);
    await expectNoViolations(dialog);
  });

  it('deletes a scale, of which the article keeps what it was judged with, and brings it back', async () => {
    const { desk, dialog, own, settle } = await opened(desk => {
      withHouse(desk);
      desk.rate('1', 'right');
    });
    button(dialog, 'Delete').click();
    await settle();
    expect(own()).to.deep.equal([]);
    expect(scaleById(scalesOf(desk.store.desk), 'house')).to.deep.equal(house);
    expect(find(dialog, 'nav').textContent).to.contain('Only in this article');
    expect(focused()?.textContent.trim()).to.equal('Undo');
    button(dialog, 'Undo').click();
    await settle();
    expect(own()).to.deep.equal([house]);
  });

  it('takes a scale that only the article has into the desk', async () => {
    const { dialog, own, settle } = await opened(desk => {
      withHouse(desk);
      desk.rate('1', 'right');
      desk.keep('house', []);
    });
    expect(find(dialog, '#chosen').textContent).to.equal('House');
    button(dialog, 'Add to this desk').click();
    await settle();
    expect(own()).to.deep.equal([house]);
    expect(find(dialog, 'nav').textContent).not.to.contain('Only in this article');
  });

  it('moves labels by keyboard and says where they are, with the focus where it was', async () => {
    const { dialog, settle } = await opened(withHouse);
    input(dialog, 'label', 0).focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Alt' });
    await settle();
    await new Promise(resolve => requestAnimationFrame(resolve));
    expect(labels(dialog)).to.deep.equal(['Wrong', 'Right', 'Open']);
    expect((focused() as HTMLInputElement).value).to.equal('Right');
    expect(findAll(dialog, '[role=status]').map(element => element.textContent)).to.include('Right is now number 2 of 3.');
    button(dialog, 'Move Right up').click();
    await settle();
    expect(labels(dialog)).to.deep.equal(['Right', 'Wrong', 'Open']);
  });

  it('moves labels by drag and drop', async () => {
    const { dialog, settle } = await opened(withHouse);
    const [first, second] = [...find(dialog, 'scale-form').shadowRoot!.querySelectorAll('li')];
    const transfer = new DataTransfer();
    find(first!, '.chip').dispatchEvent(new DragEvent('dragstart', { bubbles: true, composed: true, dataTransfer: transfer }));
    const { bottom } = second!.getBoundingClientRect();
    second!.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, clientY: bottom - 4, dataTransfer: transfer }));
    await settle();
    second!.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, clientY: bottom - 4, dataTransfer: transfer }));
    await settle();
    expect(labels(dialog)).to.deep.equal(['Wrong', 'Right', 'Open']);
  });

  it('says at the number what ClaimReview does not allow', async () => {
    const { dialog, settle } = await opened(withHouse);
    write(input(dialog, 'value', 1), '0');
    await settle();
    button(dialog, 'Save as version 3').click();
    await settle();
    expect(find(dialog, '#value-problem').textContent).to.contain('ClaimReview');
    expect(focused()?.id).to.equal('value');
  });

  it('writes the words of a further language', async () => {
    const { dialog, own, settle } = await opened(withHouse);
    write(input(dialog, 'further'), 'fr');
    button(dialog, 'Add').click();
    await settle();
    write(input(dialog, 'label', 0), 'Juste');
    await settle();
    button(dialog, 'Save as version 3').click();
    await settle();
    expect(own()[0]?.ratings[0]?.translations).to.deep.equal({ de: { label: 'Richtig', meaning: '' }, fr: { label: 'Juste', meaning: '' } });
    expect(own()[0]?.ratings[0]?.label).to.equal('Right');
  });

  it('keeps what is being written while another scale is looked at and the dialog is closed', async () => {
    const { dialog, settle } = await opened(withHouse);
    write(input(dialog, 'name'), 'Half written');
    await settle();
    button(dialog, 'Snopes').click();
    await settle();
    await sendKeys({ press: 'Escape' });
    dialog.show();
    await settle();
    button(dialog, /^Half written/).click();
    await settle();
    expect(input(dialog, 'name').value).to.equal('Half written');
    button(dialog, 'Discard changes').click();
    await settle();
    expect(input(dialog, 'name').value).to.equal('House');
  });

  it('imports a file as the next version, once, and nothing of a broken one', async () => {
    const { dialog, own, settle } = await opened(withHouse);
    dialog.importText(writeScale({ ...house, name: 'House, revised' }));
    await settle();
    expect(own().map(({ version, name }) => [version, name])).to.deep.equal([[3, 'House, revised'], [2, 'House']]);
    dialog.importText(writeScale({ ...house, version: 7, name: 'House, revised' }));
    await settle();
    expect(said(dialog)).to.contain('is here already, as version 3');
    expect(() => dialog.importText(writeScale({ ...house, name: '' }))).to.throw(FormatError, 'scale.name: needs a name');
    expect(own()).to.have.length(2);
  });

  it('only shows while nothing may be changed', async () => {
    const { dialog } = await opened(desk => {
      withHouse(desk);
      desk.locked = true;
    });
    expect(find(dialog, '#chosen').textContent).to.equal('House');
    expect(findAll(dialog, 'scale-form')).to.have.length(0);
    expect(findAll(dialog, 'button').map(element => element.textContent.trim())).not.to.include('New');
  });

  it('has no violations, looked at and edited', async () => {
    const { dialog, settle } = await opened(withHouse);
    await expectNoViolations(dialog);
    button(dialog, 'Snopes').click();
    await settle();
    await expectNoViolations(dialog);
  });
});
