import { expect } from 'chai';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/verdict-picker.ts';
import type { AnnotationType } from '../../src/domain/annotation.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { RatingScale } from '../../src/domain/rating-scale.ts';
import { makeScales, type Scales } from '../../src/domain/scales.ts';
import { setField } from '../../src/store/changes.ts';
import { soundScale } from '../domain/broken-scales.ts';
import { expectNoViolations } from '../support/axe.ts';
import { button, deskWith, field, find, findAll, focused, settle, write } from './card-desk.ts';

async function pickerDesk(options: { type?: AnnotationType; scale?: string; scales?: Scales; verdict?: Partial<Verdict>; readonly?: boolean } = {}) {
  const given = { scale: 'accuracy', scaleVersion: 1, rating: null, explanation: '', by: 'Ben', at: '2026-03-14T10:00:00Z', textHash: '' };
  const made = await deskWith(
    options.type ?? 'claim',
    (desk, id) => html`<verdict-picker
        .annotation=${desk.annotation(id)} .scales=${options.scales ?? makeScales({ scale: options.scale ?? 'accuracy' })} reviewer="Ada" .readonly=${options.readonly ?? false}
      ></verdict-picker><button>Elsewhere</button>`,
    { prepare: (desk, id) => void (options.verdict && desk.store.change(setField(desk.annotation(id), 'verdict', { ...given, ...options.verdict }))) },
  );
  const picker = find<HTMLElementTagNameMap['verdict-picker']>(made.desk, 'verdict-picker');
  return { ...made, picker, radios: findAll<HTMLButtonElement>(picker, '[role="radio"]'), verdict: () => made.desk.claim(made.id).verdict };
}

const radio = (radios: readonly HTMLElement[], label: string): HTMLElement => radios.find(element => element.textContent.trim() === label)!;

describe('verdict-picker', () => {
  it('offers the ratings of the article’s scale, best first', async () => {
    const { radios } = await pickerDesk();
    expect(radios.map(element => element.textContent.trim())).to.deep.equal(['True', 'Mostly true', 'Half true', 'Mostly false', 'False', 'Unproven']);
  });

  it('offers a scale for quotes where the article’s is for claims only', async () => {
    const { radios } = await pickerDesk({ type: 'quote' });
    expect(radios[0]?.textContent.trim()).to.equal('Verbatim');
  });

  it('gives every rating an icon and a colour', async () => {
    const { radios } = await pickerDesk();
    expect(radios.every(element => element.querySelector('svg'))).to.equal(true);
    expect(new Set(radios.map(element => getComputedStyle(element.querySelector('.chip')!).color)).size).to.equal(6);
  });

  it('gives a rating on a click, by whom and when, bound to the scale', async () => {
    const { desk, radios, verdict } = await pickerDesk();
    radio(radios, 'Half true').click();
    await settle(desk);
    expect(verdict()).to.include({ rating: 'half-true', by: 'Ada', scale: 'accuracy', scaleVersion: 1 });
    expect(Date.parse(verdict()!.at)).to.be.closeTo(Date.now(), 10_000);
    expect(radio(radios, 'Half true').getAttribute('aria-checked')).to.equal('true');
  });

  it('keeps the explanation when a rating is given, also words that were just typed', async () => {
    const { desk, radios, verdict } = await pickerDesk({ verdict: { explanation: 'Because.' } });
    write(await field(desk, 'Explanation'), 'Because of this.');
    radio(radios, 'False').click();
    expect(verdict()).to.include({ rating: 'false', explanation: 'Because of this.' });
  });

  it('keeps the rating when the explanation is typed, as one step', async () => {
    const { desk, id, verdict } = await pickerDesk({ verdict: { rating: 'true' } });
    write(await field(desk, 'Explanation'), 'Seen in the report.');
    button(desk, 'Elsewhere').focus();
    expect(verdict()).to.include({ rating: 'true', explanation: 'Seen in the report.' });
    expect(desk.changes[0]?.joinKey).to.equal(`${id}/verdict`);
  });

  it('moves through the ratings with arrow keys without giving one, and says what each means', async () => {
    const { desk, picker, radios } = await pickerDesk();
    picker.focus();
    expect(focused()?.textContent.trim()).to.equal('True');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    await settle(desk);
    expect(focused()?.textContent.trim()).to.equal('Half true');
    expect(find(picker, '#meaning').textContent).to.contain('left out');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()?.textContent.trim()).to.equal('True');
    await settle(desk);
    expect(radios.filter(element => element.tabIndex === 0)).to.have.length(1);
    expect(desk.changes).to.deep.equal([]);
  });

  it('gives the rating that has the focus on Space', async () => {
    const { desk, picker, verdict } = await pickerDesk();
    picker.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: ' ' });
    await settle(desk);
    expect(verdict()?.rating).to.equal('mostly-true');
  });

  it('gives a rating by its digit while the ratings have the focus, and lets the digit go no further', async () => {
    const { desk, picker, verdict } = await pickerDesk();
    let heard = 0;
    desk.addEventListener('keydown', () => heard++);
    picker.focus();
    await sendKeys({ press: '5' });
    expect(verdict()?.rating).to.equal('false');
    expect(focused()?.textContent.trim()).to.equal('False');
    expect(heard).to.equal(0);
    await sendKeys({ press: '9' });
    expect(verdict()?.rating).to.equal('false');
    expect(heard).to.equal(1);
  });

  it('clears the rating and keeps the explanation', async () => {
    const { desk, verdict } = await pickerDesk({ verdict: { rating: 'true', explanation: 'Because.' } });
    button(desk, 'Clear rating').click();
    await settle(desk);
    expect(verdict()).to.include({ rating: null, explanation: 'Because.' });
    expect(desk.changes[0]?.name).to.equal('clear-verdict');
    expect(findAll(desk, '[aria-checked="true"]')).to.have.length(0);
  });

  it('has no verdict when neither a rating nor a word is left', async () => {
    const { desk, verdict } = await pickerDesk({ verdict: { rating: 'true' } });
    button(desk, 'Clear rating').click();
    expect(verdict()).to.equal(null);
  });

  it('says by whom and when', async () => {
    const { picker } = await pickerDesk({ verdict: { rating: 'true' } });
    expect(find(picker, 'time').getAttribute('datetime')).to.equal('2026-03-14T10:00:00Z');
    expect(find(picker, 'time').textContent).to.contain('2026');
    expect(picker.shadowRoot?.textContent).to.match(/By\s+Ben/);
  });

  it('asks only for a conclusion where the scale has no ratings', async () => {
    const { desk, picker, radios, verdict } = await pickerDesk({ scale: 'no-ratings' });
    expect(radios).to.have.length(0);
    picker.focus();
    write(await field(desk, 'Conclusion'), 'It holds.');
    button(desk, 'Elsewhere').focus();
    expect(verdict()).to.include({ scale: 'no-ratings', rating: null, explanation: 'It holds.' });
  });

  it('says what was given on another scale and lets it be rated anew, with the same explanation', async () => {
    const { desk, picker, radios, verdict } = await pickerDesk({ scale: 'line-by-line', verdict: { rating: 'half-true', explanation: 'Why' } });
    expect(find(picker, '.notice').textContent).to.contain('Rated “Half true” on Accuracy.');
    expect(radios.filter(element => element.getAttribute('aria-checked') === 'true')).to.have.length(0);
    radio(radios, 'Fix').click();
    await settle(desk);
    expect(verdict()).to.include({ scale: 'line-by-line', rating: 'fix', explanation: 'Why' });
    expect(findAll(picker, '.notice')).to.have.length(0);
  });

  it('says what was given on another version of the scale', async () => {
    const { picker } = await pickerDesk({ verdict: { rating: 'true', scaleVersion: 7 } });
    expect(find(picker, '.notice').textContent).to.contain('Rated “True” on version 7 of Accuracy.');
  });

  const house: RatingScale = soundScale();
  const given = { scale: 'house', scaleVersion: 2, rating: 'right', explanation: 'Why' };
  const changedTo = (change: (rating: RatingScale['ratings'][number]) => object): Scales =>
    makeScales({ scale: 'house', kept: [house] }, [{ ...house, version: 3, ratings: house.ratings.map(rating => ({ ...rating, ...change(rating) })) }]);
  const checked = (radios: readonly HTMLElement[]): readonly string[] => radios.filter(element => element.getAttribute('aria-checked') === 'true').map(element => element.textContent.trim());

  it('offers the desk’s own scale and keeps it in the article with the verdict', async () => {
    const { desk, radios, verdict } = await pickerDesk({ scales: makeScales({ scale: 'house' }, [house]) });
    expect(radios.map(element => element.textContent.trim())).to.deep.equal(['Right', 'Wrong', 'Open']);
    radio(radios, 'Wrong').click();
    expect(verdict()).to.include({ scale: 'house', scaleVersion: 2, rating: 'wrong' });
    expect(desk.changes.at(-1)?.edits.map(({ field }) => field)).to.include('scales');
  });

  it('holds what was given on an earlier version whose label is the same', async () => {
    const { picker, radios } = await pickerDesk({ scales: changedTo(() => ({ colour: 'blue' })), verdict: given });
    expect(checked(radios)).to.deep.equal(['Right']);
    expect(findAll(picker, '.notice')).to.have.length(0);
  });

  it('shows a label that is now called otherwise as it was given, and lets it be rated anew', async () => {
    const { picker, radios } = await pickerDesk({ scales: changedTo(({ id }) => (id === 'right' ? { label: 'Correct' } : {})), verdict: given });
    expect(checked(radios)).to.deep.equal([]);
    expect(find(picker, '.notice').textContent).to.contain('Rated “Right” on version 2 of House.');
  });

  it('shows a retired label where it was given and does not offer it', async () => {
    const { picker, radios } = await pickerDesk({ scales: changedTo(({ id }) => ({ retired: id === 'right' })), verdict: given });
    expect(radios.map(element => element.textContent.trim())).to.deep.equal(['Wrong', 'Open']);
    expect(find(picker, '.notice').textContent).to.contain('Rated “Right” on version 2 of House. This label is no longer given.');
  });

  it('shows a verdict on a scale that only the article has', async () => {
    const { radios } = await pickerDesk({ scales: makeScales({ scale: 'house', kept: [house] }), verdict: given });
    expect(checked(radios)).to.deep.equal(['Right']);
  });

  it('speaks the language of the article where the scale does', async () => {
    const { radios } = await pickerDesk({ scales: makeScales({ scale: 'house', language: 'de' }, [house]), verdict: given });
    expect(checked(radios)).to.deep.equal(['Richtig']);
  });

  it('does not lose what was given on another scale when the explanation is edited', async () => {
    const { desk, verdict } = await pickerDesk({ scale: 'line-by-line', verdict: { rating: 'half-true', explanation: 'Why' } });
    write(await field(desk, 'Explanation'), 'Why not');
    button(desk, 'Elsewhere').focus();
    expect(verdict()).to.include({ scale: 'accuracy', scaleVersion: 1, rating: 'half-true', explanation: 'Why not' });
  });

  it('gives nothing when it is read-only', async () => {
    const { desk, picker, radios } = await pickerDesk({ readonly: true, verdict: { rating: 'true' } });
    radio(radios, 'False').click();
    picker.focus();
    await sendKeys({ press: '2' });
    expect(desk.changes).to.deep.equal([]);
    expect(findAll(desk, '.head button')).to.have.length(0);
  });

  it('has no violations, chosen and not chosen', async () => {
    await expectNoViolations((await pickerDesk()).desk);
    await expectNoViolations((await pickerDesk({ verdict: { rating: 'half-true', explanation: 'Why' } })).desk);
    await expectNoViolations((await pickerDesk({ scale: 'line-by-line', verdict: { rating: 'half-true' } })).desk);
  });
});
