import { expect } from 'chai';
import { html } from 'lit';
import '../../components/progress-bar.ts';
import { fixture } from '../support/helpers.ts';
import { expectNoViolations } from '../support/axe.ts';

async function bar(settled: number, total: number): Promise<Element> {
  return fixture(html`<progress-bar .settled=${settled} .total=${total}></progress-bar>`);
}

describe('<progress-bar>', () => {
  it('says how many are settled, for eyes and screen readers', async () => {
    const element = await bar(7, 12);
    const track = element.shadowRoot!.querySelector('[role=progressbar]')!;
    expect(element.shadowRoot!.textContent).to.contain('7 of 12 settled');
    expect([track.getAttribute('aria-valuenow'), track.getAttribute('aria-valuemax'), track.getAttribute('aria-valuetext')]).to.deep.equal(['7', '12', '7 of 12 settled']);
    await expectNoViolations(element);
  });

  it('says when all is settled', async () => {
    expect((await bar(4, 4)).shadowRoot!.textContent).to.contain('All 4 settled');
  });

  it('is no bar while there is nothing to settle', async () => {
    const element = await bar(0, 0);
    expect(element.shadowRoot!.querySelector('[role=progressbar]')).to.equal(null);
    expect(element.shadowRoot!.textContent).to.contain('Nothing to settle yet');
  });

  it('never goes past its ends', async () => {
    expect((await bar(9, 4)).shadowRoot!.textContent).to.contain('All 4 settled');
    expect((await bar(-1, 4)).shadowRoot!.textContent).to.contain('0 of 4 settled');
  });
});
