import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { NoticeArea } from '../../components/notice-area.ts';
import '../../components/notice-area.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, middleOf, until, updated } from '../support/helpers.ts';

async function area(shortest?: number): Promise<NoticeArea> {
  const element = await fixture<NoticeArea>('<notice-area></notice-area>');
  if (shortest !== undefined) element.shortest = shortest;
  return element;
}

function texts(element: Element, region = '.list'): (string | undefined)[] {
  return [...element.shadowRoot!.querySelectorAll(`${region} .text`)].map(text => text.textContent?.trim());
}

function button(element: Element, name: string): HTMLButtonElement {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find(candidate => (candidate.getAttribute('aria-label') ?? candidate.textContent?.trim()) === name);
  if (!found) throw new Error(`no button "${name}"`);
  return found;
}

describe('<notice-area>', () => {
  it('is there for screen readers before anything is said', async () => {
    const element = await area();
    expect([...element.shadowRoot!.querySelectorAll('[role]')].map(region => region.getAttribute('role'))).to.deep.equal(['alert', 'status']);
  });

  it('says things politely, and errors at once', async () => {
    const element = await area();
    element.add({ text: 'Copied', kind: 'success' });
    element.add({ text: 'Not copied', kind: 'error' });
    await updated(element);
    expect(texts(element, '[role=status]')).to.deep.equal(['Copied']);
    expect(texts(element, '[role=alert]')).to.deep.equal(['Not copied']);
    await expectNoViolations(element);
  });

  it('does what its button says and goes', async () => {
    const element = await area();
    let undone = 0;
    element.add({ text: 'Deleted', kind: 'info', actions: [{ label: 'Undo', run: () => void undone++ }] });
    await updated(element);
    button(element, 'Undo').click();
    await updated(element);
    expect([undone, texts(element)]).to.deep.equal([1, []]);
  });

  it('goes by itself, but errors stay', async () => {
    const element = await area(30);
    element.add({ text: 'Not saved', kind: 'error' });
    element.add({ text: 'Copied', kind: 'success' });
    await updated(element);
    await until(() => texts(element).length === 1);
    expect(texts(element)).to.deep.equal(['Not saved']);
    button(element, 'Close message').click();
    await updated(element);
    expect(texts(element)).to.deep.equal([]);
  });

  it('stays at least eight seconds unless told otherwise', async () => {
    expect((await area()).shortest).to.equal(8000);
  });

  it('shows three at most: old ones go, errors come back when there is room', async () => {
    const element = await area();
    for (const text of ['1', '2', '3', '4']) element.add({ text, kind: 'info' });
    await updated(element);
    expect(texts(element)).to.deep.equal(['2', '3', '4']);
    for (const text of ['E1', 'E2', 'E3', 'E4']) element.add({ text, kind: 'error' });
    await updated(element);
    expect(texts(element)).to.deep.equal(['E2', 'E3', 'E4']);
    button(element, 'Close message').click();
    await updated(element);
    expect(texts(element)).to.deep.equal(['E1', 'E3', 'E4']);
  });

  it('says the same thing once', async () => {
    const element = await area();
    element.add({ text: 'Copied', kind: 'success' });
    element.add({ text: 'Copied', kind: 'success' });
    await updated(element);
    expect(texts(element)).to.deep.equal(['Copied']);
  });

  it('waits while the focus is on it, and gives the focus back', async () => {
    const page = await fixture(html`<div><button>before</button><notice-area .shortest=${30}></notice-area></div>`);
    const before = page.querySelector('button')!;
    const element = page.querySelector('notice-area')!;
    before.focus();
    element.add({ text: 'Deleted', kind: 'info', actions: [{ label: 'Undo', run: () => undefined }] });
    await updated(element);
    button(element, 'Undo').focus();
    element.add({ text: 'Copied', kind: 'success' });
    await updated(element);
    // Longer than the notices would have stayed: nothing else tells that a timer does not run.
    const end = performance.now() + 90;
    await until(() => performance.now() > end);
    expect(texts(element)).to.deep.equal(['Deleted', 'Copied']);
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement).to.equal(before);
    await until(() => texts(element).length === 0);
  });

  it('waits while the pointer is on it', async () => {
    const element = await area(30);
    element.add({ text: 'Not saved', kind: 'error' });
    await updated(element);
    await sendMouse({ type: 'move', position: middleOf(element.shadowRoot!.querySelector('.notice')!) });
    element.add({ text: 'Copied', kind: 'success' });
    const end = performance.now() + 90;
    await until(() => performance.now() > end);
    expect(texts(element)).to.deep.equal(['Not saved', 'Copied']);
    await sendMouse({ type: 'move', position: [1, 1] });
    await until(() => texts(element).length === 1);
  });
});
