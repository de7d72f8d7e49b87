import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../components/claim-annotator.ts';
import { versionOf } from '../../src/store/queries.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextPaint, until } from '../support/helpers.ts';
import { find, findAll } from './card-desk.ts';

async function annotator(): Promise<ClaimAnnotator> {
  const host = await fixture(html`<div></div>`, { width: '1200px' });
  const element = document.createElement('claim-annotator');
  Object.assign(element, { storage: 'none' });
  element.innerHTML = '<article lang="en"><h1>Chips</h1><p>Mr. Smith earned 3.5 percent more. Nobody knew why.</p><h2>Outlook</h2><p>It will rain.</p></article>';
  host.append(element);
  await until(() => element.store, 'the article to open', 10_000);
  element.focus();
  await until(() => element.matches(':focus-within'));
  return element;
}

const selected = (element: ClaimAnnotator): string => {
  const range = element.workspace?.selectedRange;
  return range ? versionOf(element.store!.desk)!.text.slice(range.start, range.end) : '';
};

describe('coverage', () => {
  it('goes by one key to the next sentence nobody has looked at, ready to be marked', async () => {
    const element = await annotator();
    await sendKeys({ press: 'u' });
    await until(() => selected(element) === 'Chips');
    await sendKeys({ press: 'x' });
    await until(() => element.annotations.length === 1);
    await sendKeys({ press: 'u' });
    await until(() => selected(element) === 'Mr. Smith earned 3.5 percent more.');
    await sendKeys({ press: 'c' });
    await until(() => element.annotations.length === 2);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'u' });
    await until(() => selected(element) === 'Nobody knew why.');
  });

  it('says how much was looked at, in all and by section, and shows it beside the lines', async () => {
    const element = await annotator();
    await sendKeys({ press: 'u' });
    await sendKeys({ press: 'x' });
    await until(() => findAll(element, 'coverage-bar .words, .words').some(({ textContent }) => textContent.includes('20 % looked at')));
    const bar = find(element, 'coverage-bar');
    expect(findAll(bar, 'li .title').map(({ textContent }) => textContent)).to.deep.equal(['Chips', 'Outlook']);
    expect(findAll(bar, 'li .share').map(({ textContent }) => textContent)).to.deep.equal(['33 %', '0 %']);
    await nextPaint();
    await nextPaint();
    const lines = findAll(find(element, 'coverage-margin') as HTMLElement, 'i').map(({ className }) => className);
    expect(lines).to.deep.equal(['nothing-to-check', 'not-looked-at', 'not-looked-at', 'not-looked-at']);
    await expectNoViolations(element);
  });

  it('is shown and hidden on demand, and found again as it was left', async () => {
    const element = await annotator();
    expect(findAll(element, 'coverage-margin')).to.have.length(0);
    find<HTMLButtonElement>(element, 'button[aria-pressed][title^="What was looked at"]').click();
    await until(() => findAll(element, 'coverage-margin').length === 1);
    expect(element.store!.screen.coverage).to.equal(true);
    find<HTMLButtonElement>(element, 'button[aria-label="Hide the coverage"]').click();
    await until(() => findAll(element, 'coverage-margin').length === 0);
  });

  it('says when every sentence was looked at', async () => {
    const element = await annotator();
    for (let i = 0; i < 5; i++) {
      await sendKeys({ press: 'u' });
      await until(() => selected(element) !== '');
      await sendKeys({ press: 'x' });
      await until(() => element.annotations.length === i + 1);
      await sendKeys({ press: 'Escape' });
    }
    await sendKeys({ press: 'u' });
    await until(() => findAll(element, '.notice .text').some(({ textContent }) => textContent.includes('Every sentence was looked at')));
    expect(findAll(element, '.words').some(({ textContent }) => textContent.includes('100 % looked at'))).to.equal(true);
  });
});
