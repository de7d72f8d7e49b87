import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { HelpDialog } from '../../components/help-dialog.ts';
import '../../components/help-dialog.ts';
import { keys } from '../../components/key-table.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture } from '../support/helpers.ts';

describe('<help-dialog>', () => {
  it('shows every key of the table', async () => {
    const element = await fixture<HelpDialog>('<help-dialog></help-dialog>');
    element.show();
    const lines = [...element.shadowRoot!.querySelectorAll('dd')].map(line => line.textContent);
    expect(lines).to.have.members(keys.map(({ label }) => label));
    expect(element.shadowRoot!.querySelectorAll('ol li').length).to.equal(5);
    await expectNoViolations(element);
  });

  it('closes by Escape and gives the focus back, from shadow roots too', async () => {
    const page = await fixture(html`<div><button>before</button><help-dialog></help-dialog></div>`);
    const before = page.querySelector('button')!;
    const element = page.querySelector('help-dialog')!;
    before.focus();
    element.show();
    element.show();
    expect(element.shadowRoot!.activeElement?.id).to.equal('heading');
    await sendKeys({ press: 'Escape' });
    expect(element.shadowRoot!.querySelector('dialog')!.open).to.equal(false);
    expect(document.activeElement).to.equal(before);
  });
});
