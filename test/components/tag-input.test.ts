import { expect } from 'chai';
import { html, nothing } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/tag-input.ts';
import { setField } from '../../src/store/changes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { button, deskWith, find, findAll, focused, settle, write } from './card-desk.ts';

let shown = true;
beforeEach(() => (shown = true));

async function tagDesk(tags: readonly string[] = [], readonly = false) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`${shown
      ? html`<tag-input .annotation=${desk.claim(id)} .suggestions=${['money', 'china']} .readonly=${readonly}></tag-input>`
      : nothing}<button>Elsewhere</button>`,
    { prepare: (desk, id) => void (tags.length > 0 && desk.store.change(setField(desk.claim(id), 'tags', tags))) },
  );
  return { ...made, tags: () => made.desk.claim(made.id).tags, input: () => find<HTMLInputElement>(made.desk, '#input') };
}

describe('tag-input', () => {
  it('adds a tag with Enter and stays ready for the next', async () => {
    const { desk, tags, input } = await tagDesk();
    write(input(), 'to  ask');
    await sendKeys({ press: 'Enter' });
    await settle(desk);
    expect(tags()).to.deep.equal(['to ask']);
    expect(input().value).to.equal('');
    expect(focused()).to.equal(input());
  });

  it('adds tags at a comma, several when they are pasted', async () => {
    const { tags, input } = await tagDesk();
    write(input(), 'one, two,');
    expect(tags()).to.deep.equal(['one', 'two']);
  });

  it('adds what is typed when the person leaves', async () => {
    const { desk, tags, input } = await tagDesk(['one']);
    write(input(), 'two');
    button(desk, 'Elsewhere').focus();
    expect(tags()).to.deep.equal(['one', 'two']);
  });

  it('adds what is typed when it is taken off the page', async () => {
    const { desk, tags, input } = await tagDesk();
    write(input(), 'two');
    shown = false;
    desk.requestUpdate();
    await settle(desk);
    expect(tags()).to.deep.equal(['two']);
  });

  it('has no tag twice', async () => {
    const { desk, tags, input } = await tagDesk(['one']);
    write(input(), 'one,');
    expect(tags()).to.deep.equal(['one']);
    expect(desk.changes).to.deep.equal([]);
  });

  it('removes a tag with its button and keeps the focus in the list', async () => {
    const { desk, tags, input } = await tagDesk(['one', 'two']);
    button(desk, 'Remove tag one').click();
    await settle(desk);
    expect(tags()).to.deep.equal(['two']);
    expect(focused()).to.equal(input());
  });

  it('removes the last tag with Backspace in the empty field', async () => {
    const { tags, input } = await tagDesk(['one', 'two']);
    input().focus();
    await sendKeys({ press: 'Backspace' });
    expect(tags()).to.deep.equal(['one']);
  });

  it('suggests the tags that are not there yet', async () => {
    const { desk } = await tagDesk(['money']);
    expect(findAll<HTMLOptionElement>(desk, 'option').map(option => option.value)).to.deep.equal(['china']);
  });

  it('only shows them when it is read-only', async () => {
    const { desk } = await tagDesk(['one'], true);
    expect(findAll(desk, 'tag-input input')).to.have.length(0);
    expect(findAll(desk, 'button')).to.have.length(1);
    expect(find(desk, '.tag').textContent).to.equal('one');
  });

  it('has no violations', async () => {
    await expectNoViolations((await tagDesk(['one', 'two'])).desk);
    await expectNoViolations((await tagDesk()).desk);
  });
});
