import { expect } from 'chai';
import { html, nothing } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import type { FieldFormat } from '../../components/field-formats.ts';
import '../../components/typed-field.ts';
import { setField } from '../../src/store/changes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { button, deskWith, find, focused, settle, write, type CardDesk } from './card-desk.ts';

let shown = true;
beforeEach(() => (shown = true));

/** A desk with one field, `claimant`, and its input. */
async function fieldDesk(options: { multiline?: boolean; format?: FieldFormat; value?: string } = {}) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`${shown
      ? html`<typed-field
          label="Claimant" format=${options.format ?? 'text'} ?multiline=${options.multiline ?? false} .value=${desk.claim(id).claimant}
          .change=${(value: string) => setField(desk.claim(id), 'claimant', value, { typing: true })}
        ></typed-field>`
      : nothing}<button>Elsewhere</button>`,
    { prepare: (desk, id) => void (options.value && desk.store.change(setField(desk.claim(id), 'claimant', options.value))) },
  );
  return { ...made, input: find<HTMLInputElement>(made.desk, '#input') };
}

const sent = (desk: CardDesk): unknown[] => desk.changes.flatMap(change => change.edits.map(edit => edit.value));

/** Takes the clock away for as long as `run` lasts; gives the pauses that were asked for, and ends the last one on demand. */
function withClock(run: (clock: { readonly pauses: number[]; end: () => void }) => void): void {
  const real = { set: window.setTimeout, clear: window.clearTimeout };
  const waiting = new Map<number, () => void>();
  const pauses: number[] = [];
  Object.assign(window, {
    setTimeout: (callback: () => void, delay: number) => (pauses.push(delay), waiting.set(pauses.length, callback), pauses.length),
    clearTimeout: (id: number) => waiting.delete(id),
  });
  try {
    run({ pauses, end: () => [...waiting.values()].forEach(callback => callback()) });
  } finally {
    Object.assign(window, { setTimeout: real.set, clearTimeout: real.clear });
  }
}

describe('typed-field', () => {
  it('hands the text over when typing pauses for 400 ms, and not before', async () => {
    const { desk, input } = await fieldDesk();
    withClock(clock => {
      write(input, 'The');
      write(input, 'The bank');
      expect(sent(desk)).to.deep.equal([]);
      expect(clock.pauses).to.deep.equal([400, 400]);
      clock.end();
      expect(sent(desk)).to.deep.equal(['The bank']);
    });
    expect(desk.endedTyping).to.equal(0);
    expect(focused()).to.equal(input);
  });

  it('hands it over at once when the person leaves, and ends the step', async () => {
    const { desk, id, input } = await fieldDesk();
    write(input, 'The bank');
    button(desk, 'Elsewhere').focus();
    expect(desk.claim(id).claimant).to.equal('The bank');
    expect(sent(desk)).to.deep.equal(['The bank']);
    expect(desk.endedTyping).to.equal(1);
    expect(desk.changes[0]?.joinKey).to.equal(`${id}/claimant`);
  });

  it('hands it over at once on Enter and keeps the focus', async () => {
    const { desk, id, input } = await fieldDesk();
    write(input, 'The bank');
    await sendKeys({ press: 'Enter' });
    expect(desk.claim(id).claimant).to.equal('The bank');
    expect(focused()).to.equal(input);
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { desk, input } = await fieldDesk();
    write(input, 'にほん');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(sent(desk)).to.deep.equal([]);
  });

  it('takes Enter for a new line where there are several, and Ctrl+Enter for handing over', async () => {
    const { desk, id, input } = await fieldDesk({ multiline: true });
    input.focus();
    await sendKeys({ type: 'one' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'two' });
    expect(input.value).to.equal('one\ntwo');
    expect(desk.endedTyping).to.equal(0);
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    expect(desk.claim(id).claimant).to.equal('one\ntwo');
    expect(desk.endedTyping).to.equal(1);
  });

  it('hands it over when the page is hidden', async () => {
    const { desk, id, input } = await fieldDesk();
    write(input, 'The bank');
    window.dispatchEvent(new Event('pagehide'));
    expect(desk.claim(id).claimant).to.equal('The bank');
  });

  it('hands it over, once, when it is taken off the page', async () => {
    const { desk, id, input } = await fieldDesk();
    write(input, 'The bank');
    shown = false;
    desk.requestUpdate();
    await settle(desk);
    expect(desk.claim(id).claimant).to.equal('The bank');
    expect(sent(desk)).to.deep.equal(['The bank']);
  });

  it('hands it over, once, when all around it is taken off the page', async () => {
    const { desk, id, input } = await fieldDesk();
    write(input, 'The bank');
    desk.remove();
    expect(desk.claim(id).claimant).to.equal('The bank');
    expect(sent(desk)).to.deep.equal(['The bank']);
  });

  it('says nothing when nothing was typed', async () => {
    const { desk, input } = await fieldDesk({ value: 'The bank' });
    input.focus();
    button(desk, 'Elsewhere').focus();
    expect(desk.changes).to.deep.equal([]);
    expect(desk.endedTyping).to.equal(0);
  });

  it('shows a new value from above, also while it has the focus, as long as nothing was typed', async () => {
    const { desk, id, input } = await fieldDesk();
    input.focus();
    desk.receive(id, 'claimant', 'Ben’s bank');
    await settle(desk);
    expect(input.value).to.equal('Ben’s bank');
  });

  it('keeps text and caret when its own value comes back from above', async () => {
    const { desk, input } = await fieldDesk();
    withClock(clock => {
      write(input, 'The bank');
      clock.end();
      write(input, 'The banks');
    });
    input.setSelectionRange(3, 3);
    await settle(desk);
    expect(input.value).to.equal('The banks');
    expect(input.selectionStart).to.equal(3);
    expect(desk.shadowRoot?.textContent).not.to.contain('Changed elsewhere');
  });

  describe('when another value arrives while the person types', () => {
    async function conflict() {
      const made = await fieldDesk({ value: 'Bank' });
      write(made.input, 'The bank');
      made.desk.receive(made.id, 'claimant', 'Ben’s bank');
      await settle(made.desk);
      return made;
    }

    it('keeps the person’s text and shows the other below, tied to the field', async () => {
      const { input } = await conflict();
      expect(input.value).to.equal('The bank');
      const hint = find(input.getRootNode() as ShadowRoot, `#${input.getAttribute('aria-describedby')}`);
      expect(hint.textContent).to.match(/Changed elsewhere to:\s+Ben’s bank/);
    });

    it('takes theirs on demand', async () => {
      const { desk, id, input } = await conflict();
      button(desk, 'Take theirs').click();
      await settle(desk);
      expect(input.value).to.equal('Ben’s bank');
      expect(desk.claim(id).claimant).to.equal('Ben’s bank');
      expect(focused()).to.equal(input);
    });

    it('keeps mine on demand', async () => {
      const { desk, id, input } = await conflict();
      button(desk, 'Keep mine').click();
      await settle(desk);
      expect(input.value).to.equal('The bank');
      expect(desk.claim(id).claimant).to.equal('The bank');
      expect(desk.claim(id).disputes).to.deep.equal([]);
    });

    it('keeps what the field shows when the person leaves, and still offers theirs', async () => {
      const { desk, id, input } = await conflict();
      button(desk, 'Elsewhere').focus();
      await settle(desk);
      expect(desk.claim(id).claimant).to.equal('The bank');
      button(desk, 'Take theirs').click();
      await settle(desk);
      expect(input.value).to.equal('Ben’s bank');
      expect(desk.claim(id).claimant).to.equal('Ben’s bank');
    });

    it('has no violations', async () => {
      const { desk } = await conflict();
      await expectNoViolations(desk);
    });
  });

  describe('for dates', () => {
    for (const [written, kept] of [['2026', '2026'], ['2026-03', '2026-03'], ['2026-03-14', '2026-03-14'], ['2026/3/4', '2026-03-04'], ['14 March 2026', '2026-03-14']] as const) {
      it(`keeps ${written} as ${kept}`, async () => {
        const { desk, id, input } = await fieldDesk({ format: 'date' });
        write(input, written);
        await sendKeys({ press: 'Enter' });
        await settle(desk);
        expect(desk.claim(id).claimant).to.equal(kept);
        expect(input.value).to.equal(kept);
      });
    }

    it('says what to write instead of a date that can be read in two ways, and does not hand it over', async () => {
      const { desk, input } = await fieldDesk({ format: 'date' });
      write(input, '3/4/2026');
      await sendKeys({ press: 'Enter' });
      await settle(desk);
      expect(sent(desk)).to.deep.equal([]);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(input.getAttribute('aria-describedby')).to.equal('problem');
      expect(find(desk, '#problem').textContent).to.contain('write a date as 2026-03-14');
      await expectNoViolations(desk);
      write(input, '2026-04');
      await settle(desk);
      expect(input.hasAttribute('aria-invalid')).to.equal(false);
    });

    it('has the unreadable text again when it is shown again', async () => {
      const { desk, input } = await fieldDesk({ format: 'date' });
      write(input, 'last spring');
      for (shown of [false, true]) {
        desk.requestUpdate();
        await settle(desk);
      }
      expect(find<HTMLInputElement>(desk, '#input').value).to.equal('last spring');
      expect(find(desk, '#problem').textContent).to.contain('Not saved');
    });
  });

  it('completes an address without its scheme', async () => {
    const { desk, id, input } = await fieldDesk({ format: 'url' });
    write(input, 'www.example.com/report');
    button(desk, 'Elsewhere').focus();
    expect(desk.claim(id).claimant).to.equal('https://www.example.com/report');
  });

  it('refuses an address that is no web address', async () => {
    const { desk, input } = await fieldDesk({ format: 'url' });
    write(input, 'javascript:alert(1)');
    button(desk, 'Elsewhere').focus();
    await settle(desk);
    expect(sent(desk)).to.deep.equal([]);
    expect(find(desk, '#problem').textContent).to.contain('https://');
  });
});
