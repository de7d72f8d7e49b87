import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { expectNoViolations } from './axe.ts';
import { cdp, fixture, hasCdp, middleOf, nextEvent, until } from './helpers.ts';

@customElement('support-sample')
class SupportSample extends LitElement {
  @property() label = 'first';

  override render() {
    return html`<label>${this.label} <input /></label><slot></slot>`;
  }
}

describe('helpers', () => {
  it('renders an element with legacy decorators and waits for it', async () => {
    const element = await fixture<SupportSample>('<support-sample label="second"></support-sample>');
    expect(element.shadowRoot?.textContent).to.contain('second');
    element.label = 'third';
    await until(() => element.shadowRoot?.textContent?.includes('third'));
  });

  it('has removed what the test before it mounted', () => {
    expect(document.querySelector('support-sample')).to.equal(null);
  });

  it('types real keys where the real mouse clicked', async () => {
    const element = await fixture<SupportSample>(html`<support-sample></support-sample>`);
    const input = element.shadowRoot?.querySelector('input');
    if (!input) throw new Error('no input');
    await sendMouse({ type: 'click', position: middleOf(input) });
    const typed = nextEvent<InputEvent>(input, 'input');
    await sendKeys({ type: 'a' });
    expect((await typed).data).to.equal('a');
    expect(input.value).to.equal('a');
  });

  it('speaks the DevTools protocol in Chromium', async function () {
    if (!hasCdp) this.skip();
    const element = await fixture<HTMLInputElement>('<input aria-label="a">');
    element.focus();
    await cdp(['Input.insertText', { text: '大模型' }]);
    expect(element.value).to.equal('大模型');
  });

  it('says what it waited for in vain', async () => {
    const error = await until(() => false, 'the moon', 60).catch((reason: Error) => reason);
    expect(String(error)).to.contain('the moon');
  });
});

describe('expectNoViolations', () => {
  it('is content with labelled controls in a shadow root', async () => {
    await expectNoViolations(await fixture('<support-sample></support-sample>'));
  });

  it('finds a planted fault in a shadow root and names it', async () => {
    const element = await fixture<SupportSample>('<support-sample></support-sample>');
    element.shadowRoot?.append(document.createElement('img'));
    const error = await expectNoViolations(element).catch((reason: Error) => reason);
    expect(String(error)).to.contain('image-alt');
  });
});
