import { expect } from 'chai';
import { html } from 'lit';
import type { StorageAnswerEvent } from '../../components/article-events.ts';
import '../../components/storage-problem.ts';
import type { StorageProblem as Kind } from '../../src/storage/storage.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent } from '../support/helpers.ts';

const kinds: readonly Kind[] = ['full', 'unavailable', 'newer-version', 'outdated', 'blocked', 'purged', 'damaged', 'failed'];

function button(element: Element, name: string): HTMLButtonElement | undefined {
  return [...element.shadowRoot!.querySelectorAll('button')].find(candidate => candidate.textContent?.trim() === name);
}

describe('<storage-problem>', () => {
  for (const kind of kinds) {
    it(`says aloud what "${kind}" means and what to do`, async () => {
      const element = await fixture(html`<storage-problem .kind=${kind} message="Do this."></storage-problem>`);
      const alert = element.shadowRoot!.querySelector('[role=alert]')!;
      expect(alert.querySelector('h2')?.textContent).to.match(/\w{4}/);
      expect(alert.textContent).to.contain('Do this.');
    });
  }

  it('asks for an export and for another try', async () => {
    const element = await fixture(html`<storage-problem message="Do this."></storage-problem>`);
    for (const [name, answer] of [['Export now', 'export'], ['Try again', 'retry']] as const) {
      const event = nextEvent<StorageAnswerEvent>(element, 'storage-answer');
      button(element, name)!.click();
      expect((await event).answer).to.equal(answer);
    }
  });

  it('offers no export when nothing could be exported', async () => {
    const element = await fixture(html`<storage-problem page message="Do this." .exportable=${false}></storage-problem>`);
    expect(button(element, 'Export now')).to.equal(undefined);
    await expectNoViolations(element);
  });

  it('fits a narrow column, as a banner and as a page', async () => {
    for (const page of [false, true]) {
      const element = await fixture(html`<storage-problem ?page=${page} message=${'Long words of advice. '.repeat(9)}></storage-problem>`, { width: '320px' });
      expect(element.scrollWidth).to.be.at.most(320);
      await expectNoViolations(element);
    }
  });
});
