import { expect } from 'chai';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/evidence-list.ts';
import { addEvidence, addSource, setEvidence } from '../../src/store/changes.ts';
import { readSource } from '../../src/domain/source.ts';
import { expectNoViolations } from '../support/axe.ts';
import { button, deskWith, field, find, findAll, focused, settle, write, type CardDesk } from './card-desk.ts';

type Entry = Parameters<typeof addEvidence>[1] & { title?: string; url?: string; archivedUrl?: string };

async function listDesk(entries: readonly Entry[] = [], options: { readonly?: boolean } = {}) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`<evidence-list .annotation=${desk.claim(id)} .sources=${desk.store.desk.sources} .readonly=${options.readonly ?? false}></evidence-list>`,
    {
      prepare(desk, id) {
        for (const { title, url, archivedUrl, ...entry } of entries) {
          const { id: evidence, change } = addEvidence(desk.claim(id), entry);
          desk.store.change(change);
          if (!title && !url) continue;
          const fields = { title: title ?? '', url: url ?? '', archivedUrl: archivedUrl ?? '' };
          desk.store.change(addSource(fields, { annotation: desk.claim(id), evidence }).change);
        }
      },
    },
  );
  return { ...made, list: find<HTMLElementTagNameMap['evidence-list']>(made.desk, 'evidence-list') };
}

const open = async (desk: CardDesk, name: RegExp): Promise<void> => {
  button(desk, name).click();
  await settle(desk);
};

describe('evidence-list', () => {
  it('shows of each piece its stance in icon and word, its source, whether it is primary, excerpt and place', async () => {
    const { list } = await listDesk([{ title: 'The report', stance: 'refutes', role: 'primary', excerpt: 'It fell.', locator: 'p. 4' }]);
    const piece = find(list, 'li');
    expect(piece.querySelector('svg')).not.to.equal(null);
    for (const words of ['Refutes', 'Primary', 'p. 4', 'The report', 'It fell.']) expect(piece.textContent).to.contain(words);
  });

  it('links the source, in a new tab that knows nothing of this one', async () => {
    const { list } = await listDesk([{ title: 'The report', url: 'https://example.com/r', archivedUrl: 'https://archive.example/r' }]);
    const [link, archived] = findAll<HTMLAnchorElement>(list, 'a');
    expect(link?.href).to.equal('https://example.com/r');
    expect(archived?.href).to.equal('https://archive.example/r');
    for (const each of [link, archived]) expect([each?.target, each?.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('links no address but http and https', async () => {
    const { list } = await listDesk([{ title: 'The report', url: 'javascript:alert(1)', archivedUrl: 'data:text/html,x' }]);
    expect(findAll(list, 'a')).to.have.length(0);
    expect(list.shadowRoot?.textContent).to.contain('The report');
  });

  it('adds a piece and focuses its source', async () => {
    const { desk, id, list } = await listDesk([{ title: 'The report' }]);
    expect(await list.add()).to.equal(true);
    expect(desk.claim(id).evidence).to.have.length(2);
    expect(focused()?.getAttribute('role')).to.equal('combobox');
    expect(find(list, 'evidence-editor')).not.to.equal(null);
  });

  it('adds a piece with its button', async () => {
    const { desk, id } = await listDesk();
    await open(desk, /^Add evidence/);
    expect(desk.evidence(id)).to.include({ stance: 'supports', role: 'secondary', source: null });
    expect(focused()?.getAttribute('role')).to.equal('combobox');
  });

  it('opens one piece at a time and keeps the focus on its button', async () => {
    const { desk, list } = await listDesk([{ title: 'One' }, { title: 'Two' }]);
    await open(desk, /^Edit evidence 1: Supports, One/);
    await open(desk, /^Edit evidence 2/);
    expect(findAll(list, 'evidence-editor')).to.have.length(1);
    expect(button(desk, /^Edit evidence 1/).getAttribute('aria-expanded')).to.equal('false');
    expect(button(desk, /^Edit evidence 2/).getAttribute('aria-expanded')).to.equal('true');
    expect(focused()).to.equal(button(desk, /^Edit evidence 2/));
    await open(desk, /^Edit evidence 2/);
    expect(findAll(list, 'evidence-editor')).to.have.length(0);
  });

  it('opens a piece by a click on its lines, but not on its link', async () => {
    const { desk, list } = await listDesk([{ title: 'One', url: 'https://example.com', excerpt: 'Words' }]);
    const link = find(list, 'a');
    link.addEventListener('click', event => event.preventDefault());
    link.click();
    await settle(desk);
    expect(findAll(list, 'evidence-editor')).to.have.length(0);
    find(list, '.excerpt').click();
    await settle(desk);
    expect(findAll(list, 'evidence-editor')).to.have.length(1);
  });

  it('edits excerpt, place and note as text', async () => {
    const { desk, id } = await listDesk([{}]);
    await open(desk, /^Edit evidence 1/);
    write(await field(desk, 'Excerpt'), 'It rose.');
    write(await field(desk, 'Where in it'), '12:30');
    write(await field(desk, 'What it shows'), 'The opposite.');
    (await field(desk, 'What it shows')).blur();
    expect(desk.evidence(id)).to.include({ excerpt: 'It rose.', locator: '12:30', note: 'The opposite.' });
  });

  it('keeps what was typed in a piece that another one closes', async () => {
    const { desk, id } = await listDesk([{}, {}]);
    await open(desk, /^Edit evidence 1/);
    write(await field(desk, 'Excerpt'), 'It rose.');
    await open(desk, /^Edit evidence 2/);
    expect(desk.claim(id).evidence[0]?.excerpt).to.equal('It rose.');
  });

  for (const [name, index, key, property, value] of [['the stance', 0, 'ArrowRight', 'stance', 'refutes'], ['primary or secondary', 1, 'ArrowLeft', 'role', 'primary']] as const) {
    it(`chooses ${name} with the arrow keys`, async () => {
      const { desk, id, list } = await listDesk([{}]);
      await open(desk, /^Edit evidence 1/);
      findAll(list, 'choice-group')[index]!.focus();
      await sendKeys({ press: key });
      expect(desk.evidence(id)[property]).to.equal(value);
    });
  }

  it('removes a piece, keeps its source, and moves the focus on', async () => {
    const { desk, id } = await listDesk([{ title: 'The report' }]);
    await open(desk, /^Edit evidence 1/);
    const remove = button(desk, 'Remove evidence');
    remove.focus();
    remove.click();
    await settle(desk);
    expect(desk.claim(id).evidence).to.deep.equal([]);
    expect([...desk.store.desk.sources.values()].map(record => readSource(record).title)).to.deep.equal(['The report']);
    expect(focused()).to.equal(button(desk, /^Add evidence/));
  });

  it('follows a change from another tab', async () => {
    const { desk, id, list } = await listDesk([{ excerpt: 'Old' }]);
    desk.store.change(setEvidence(desk.claim(id), desk.evidence(id).id, 'excerpt', 'New'));
    await settle(desk);
    expect(list.shadowRoot?.textContent).to.contain('New');
  });

  it('offers nothing to edit when it is read-only', async () => {
    const { list } = await listDesk([{ title: 'One' }], { readonly: true });
    expect(findAll(list, 'button')).to.have.length(0);
    expect(await list.add()).to.equal(false);
  });

  it('has no violations, closed and open', async () => {
    const { desk } = await listDesk([{ title: 'One', url: 'https://example.com', stance: 'refutes', excerpt: 'Words', note: 'Note' }, {}]);
    await expectNoViolations(desk);
    await open(desk, /^Edit evidence 1/);
    await expectNoViolations(desk);
    await open(desk, /^Edit evidence 2/);
    await expectNoViolations(desk);
  });
});
