import { expect } from 'chai';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import type { SourcePicker } from '../../components/source-picker.ts';
import '../../components/source-picker.ts';
import { today } from '../../components/time-label.ts';
import { readSource, type Source } from '../../src/domain/source.ts';
import { addEvidence, addSource } from '../../src/store/changes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { nextPaint, until } from '../support/helpers.ts';
import { button, deskWith, field, find, findAll, focused, settle, write } from './card-desk.ts';

async function pickerDesk(options: { chosen?: boolean } = {}) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`<source-picker
        .annotation=${desk.claim(id)} .evidence=${desk.evidence(id)} .sources=${desk.store.desk.sources}
        .uses=${new Map([...desk.store.desk.sources.keys()].map(source => [source, 3]))}
      ></source-picker><button>Elsewhere</button>`,
    {
      prepare(desk, id) {
        desk.store.change(addEvidence(desk.claim(id)).change);
        const use = { annotation: desk.claim(id), evidence: desk.evidence(id).id };
        desk.store.change(addSource({ title: 'Annual report', publisher: 'Chip maker', url: 'https://example.com/annual' }, options.chosen ? use : undefined).change);
        desk.store.change(addSource({ title: 'Résumé of a meeting', author: 'L. Chen', publisher: 'Reuters' }).change);
        desk.store.change(addSource({ title: 'Sales figures', publisher: 'Reuters' }).change);
      },
    },
  );
  const source = (): Source | null => {
    const record = made.desk.store.desk.sources.get(made.desk.evidence(made.id).source ?? '');
    return record ? readSource(record) : null;
  };
  return { ...made, source, picker: find<SourcePicker>(made.desk, 'source-picker') };
}

const search = (picker: SourcePicker): HTMLInputElement => find<HTMLInputElement>(picker, '[role="combobox"]');
const options = (picker: SourcePicker): string[] => findAll(picker, '[role="option"]').map(option => option.textContent.replace(/\s+/g, ' ').trim());
const active = (picker: SourcePicker): string | undefined => {
  const id = search(picker).getAttribute('aria-activedescendant');
  return id === null ? undefined : find(picker, `#${id}`).textContent.trim();
};

describe('source-picker', () => {
  it('is a combobox with a name and a list', async () => {
    const { desk, picker } = await pickerDesk();
    const input = search(picker);
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(find(picker, `#${input.getAttribute('aria-controls')}`).getAttribute('role')).to.equal('listbox');
    input.focus();
    await sendKeys({ type: 'r' });
    await settle(desk);
    expect(input.getAttribute('aria-expanded')).to.equal('true');
  });

  for (const [typed, found] of [['annual', 'Annual report'], ['chip maker', 'Annual report'], ['chen', 'Résumé'], ['example.com/ann', 'Annual report'], ['RESUME', 'Résumé'], ['reuters sales', 'Sales']] as const) {
    it(`finds ${found} by “${typed}”`, async () => {
      const { desk, picker } = await pickerDesk();
      write(search(picker), typed);
      await settle(desk);
      expect(options(picker)).to.have.length(2);
      expect(options(picker)[0]).to.match(new RegExp(`^${found}`));
    });
  }

  it('moves with the arrow keys, round both ends, and picks with Enter', async () => {
    const { desk, picker, source } = await pickerDesk();
    picker.focus();
    await sendKeys({ type: 'reuters' });
    await settle(desk);
    expect(options(picker)).to.have.length(3);
    expect(active(picker)).to.match(/^Résumé/);
    await sendKeys({ press: 'ArrowUp' });
    await settle(desk);
    expect(active(picker)).to.match(/^New source: reuters/);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await settle(desk);
    expect(active(picker)).to.match(/^Sales figures/);
    await sendKeys({ press: 'Enter' });
    await settle(desk);
    expect(source()?.title).to.equal('Sales figures');
    expect(desk.changes).to.have.length(1);
  });

  it('opens all sources with the down key before anything is typed', async () => {
    const { desk, picker } = await pickerDesk();
    picker.focus();
    await sendKeys({ press: 'ArrowDown' });
    await settle(desk);
    expect(options(picker).map(text => text.slice(0, 6))).to.deep.equal(['Annual', 'Résumé', 'Sales ']);
    expect(active(picker)).to.match(/^Annual/);
  });

  it('picks with a click and then has the focus on the source', async () => {
    const { desk, picker, source } = await pickerDesk();
    write(search(picker), 'annual');
    await settle(desk);
    findAll(picker, '[role="option"]')[0]!.click();
    await settle(desk);
    expect(source()?.title).to.equal('Annual report');
    await until(() => focused() === button(picker, 'Edit'));
    expect(find<HTMLAnchorElement>(picker, 'a').href).to.equal('https://example.com/annual');
  });

  it('enters what is typed as a new source in one step, accessed today, and opens its form', async () => {
    const { desk, picker, source } = await pickerDesk();
    picker.focus();
    await sendKeys({ type: 'A new study' });
    await settle(desk);
    expect(options(picker)).to.deep.equal(['New source: A new study']);
    await sendKeys({ press: 'Enter' });
    await settle(desk);
    expect(source()).to.include({ title: 'A new study', url: '', accessed: today() });
    expect(desk.changes).to.have.length(1);
    const publisher = await field(picker, 'Publisher');
    await until(() => focused() === publisher);
  });

  it('takes a typed address for the new source’s address and says so', async () => {
    const { desk, picker, source } = await pickerDesk();
    picker.focus();
    await sendKeys({ type: 'www.example.org/study' });
    await settle(desk);
    expect(options(picker)).to.deep.equal(['New source with the address https://www.example.org/study']);
    await sendKeys({ press: 'Enter' });
    await settle(desk);
    expect(source()).to.include({ title: '', url: 'https://www.example.org/study' });
    const title = await field(picker, 'Title');
    await until(() => focused() === title);
  });

  it('closes the list with Escape, then empties the field, then lets the key go', async () => {
    const { desk, picker } = await pickerDesk();
    let heard = 0;
    desk.addEventListener('keydown', event => (heard += event.key === 'Escape' ? 1 : 0));
    picker.focus();
    await sendKeys({ type: 'x' });
    await sendKeys({ press: 'Escape' });
    await settle(desk);
    expect(search(picker).getAttribute('aria-expanded')).to.equal('false');
    expect(search(picker).value).to.equal('x');
    await sendKeys({ press: 'Escape' });
    await settle(desk);
    expect(search(picker).value).to.equal('');
    expect(heard).to.equal(0);
    await sendKeys({ press: 'Escape' });
    expect(heard).to.equal(1);
  });

  it('keeps what was typed and not picked, and offers to add it', async () => {
    const { desk, picker, source } = await pickerDesk();
    write(search(picker), 'A study');
    button(desk, 'Elsewhere').focus();
    await settle(desk);
    expect(search(picker).value).to.equal('A study');
    expect(find(picker, '#unpicked').textContent).to.contain('Not added yet');
    await expectNoViolations(desk);
    button(picker, 'Add as new source').click();
    await settle(desk);
    expect(source()?.title).to.equal('A study');
  });

  it('has the text that was not picked again when it is shown again', async () => {
    const { desk, picker } = await pickerDesk();
    write(search(picker), 'A study');
    const { view } = desk;
    for (desk.view of [() => '', view]) {
      desk.requestUpdate();
      await settle(desk);
    }
    expect(search(find<SourcePicker>(desk, 'source-picker')).value).to.equal('A study');
  });

  it('shows its list above everything, unclipped, and takes it away when it loses the focus', async () => {
    const { desk, picker } = await pickerDesk();
    write(search(picker), 'r');
    await settle(desk);
    await nextPaint();
    const list = find(picker, '[role="listbox"]');
    expect(list.matches(':popover-open')).to.equal(true);
    expect(list.getBoundingClientRect().width).to.be.closeTo(search(picker).getBoundingClientRect().width, 1);
    button(desk, 'Elsewhere').focus();
    await settle(desk);
    expect(list.matches(':popover-open')).to.equal(false);
  });

  it('changes the source, or keeps it', async () => {
    const { desk, picker, source } = await pickerDesk({ chosen: true });
    button(picker, 'Change').click();
    await settle(desk);
    await until(() => focused() === search(picker));
    button(picker, 'Keep Annual report').click();
    await settle(desk);
    button(picker, 'Change').click();
    await settle(desk);
    write(search(picker), 'sales');
    await settle(desk);
    await sendKeys({ press: 'Enter' });
    await settle(desk);
    expect(source()?.title).to.equal('Sales figures');
    expect(findAll(picker, '[role="combobox"]')).to.have.length(0);
  });

  it('edits the source where it is used, and says how often that is', async () => {
    const { desk, picker, source } = await pickerDesk({ chosen: true });
    button(picker, 'Edit').click();
    await settle(desk);
    expect(find(picker, 'source-form').shadowRoot?.textContent).to.contain('Used 3 times');
    write(await field(picker, 'Published'), '2026-02');
    write(await field(picker, 'DOI'), 'doi:10.1000/182');
    button(picker, 'Done').focus();
    expect(source()).to.include({ published: '2026-02', doi: '10.1000/182' });
    await expectNoViolations(desk);
  });

  it('does not save a bad address and says what to write', async () => {
    const { desk, picker, source } = await pickerDesk({ chosen: true });
    button(picker, 'Edit').click();
    await settle(desk);
    write(await field(picker, 'Address (URL)'), 'javascript:alert(1)');
    button(picker, 'Done').focus();
    await settle(desk);
    expect(source()?.url).to.equal('https://example.com/annual');
    expect(findAll(picker, '#problem').some(problem => problem.textContent.includes('https://'))).to.equal(true);
    await expectNoViolations(desk);
  });

  it('has no violations with its list open', async () => {
    const { desk, picker } = await pickerDesk();
    write(search(picker), 'r');
    await settle(desk);
    await nextPaint();
    await expectNoViolations(desk);
  });
});
