import { expect } from 'chai';
import { html } from 'lit';
import '../../components/checks-dialog.ts';
import type { ChecksDialog, CheckSwitchEvent } from '../../components/checks-dialog.ts';
import '../../components/evidence-list.ts';
import '../../components/lint-notes.ts';
import { readSource } from '../../src/domain/source.ts';
import { addEvidence, addSource } from '../../src/store/changes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent, until, updated } from '../support/helpers.ts';
import { button, deskWith, field, find, findAll, focused, settle, write } from './card-desk.ts';

type Entry = Parameters<typeof addEvidence>[1];

async function openPiece(entry: Entry = {}) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`<evidence-list .annotation=${desk.claim(id)} .sources=${desk.store.desk.sources}></evidence-list><lint-notes .annotation=${desk.claim(id)} .sources=${desk.store.desk.sources}></lint-notes>`,
    {
      prepare(desk, id) {
        const { id: evidence, change } = addEvidence(desk.claim(id), entry);
        desk.store.change(change);
        desk.store.change(addSource({ title: 'Report' }, { annotation: desk.claim(id), evidence }).change);
      },
    },
  );
  button(made.desk, /^Edit evidence 1/).click();
  await settle(made.desk);
  return { ...made, source: () => readSource(made.desk.store.desk.sources.get(made.desk.evidence(made.id).source!)!) };
}

describe('evidence in depth', () => {
  it('keeps what is seldom needed under More', async () => {
    const { desk, id } = await openPiece();
    expect(findAll(desk, '[data-field="group"]')).to.have.length(0);
    button(desk, 'More').click();
    await settle(desk);
    write(await field(desk, 'Same origin'), 'AP');
    write(await field(desk, 'How it was looked for'), 'Asked the press office');
    (await field(desk, 'Looked on')).focus();
    write(await field(desk, 'Looked on'), '2026-03');
    (await field(desk, 'Looked on')).blur();
    expect(desk.evidence(id)).to.include({ group: 'AP', method: 'Asked the press office', searched: '2026-03' });
    await expectNoViolations(desk);
  });

  it('says in one press that nothing was found, and asks how it was looked for', async () => {
    const { desk, id } = await deskWith('claim', (desk, id) => html`<evidence-list .annotation=${desk.claim(id)} .sources=${desk.store.desk.sources}></evidence-list>`);
    button(desk, 'Nothing found').click();
    await until(() => (focused()?.tagName === 'TEXTAREA' ? focused() : null));
    expect(desk.evidence(id)).to.include({ stance: 'nothing-found' });
    expect(desk.evidence(id).searched).to.match(/^\d{4}-\d\d-\d\d$/);
    await expectNoViolations(desk);
  });

  it('works a calculation out while it is typed, and says what is missing', async () => {
    const { desk, id } = await openPiece();
    button(desk, 'More').click();
    await settle(desk);
    button(desk, 'Growth a year').click();
    await settle(desk);
    const editor = find(desk, 'calculation-editor');
    expect(editor.shadowRoot?.textContent).to.contain('has no value yet');
    for (const [label, value] of [['Number 1', '50'], ['Number 2', '200'], ['Number 3', '5']] as const) write(await field(desk, label), value);
    (await field(desk, 'Number 3')).blur();
    await until(() => (editor.shadowRoot?.textContent.includes('31.9508 %') ? true : null));
    expect(desk.evidence(id).calculation?.result).to.be.closeTo(0.3195, 0.0001);
    await expectNoViolations(desk);
    button(desk, 'Remove calculation').click();
    expect(desk.evidence(id).calculation).to.equal(null);
  });

  it('keeps of a file its name and its hash, and of the source who may know it', async () => {
    const { desk, source } = await openPiece();
    button(desk, 'Edit').click();
    await settle(desk);
    button(desk, 'Add copy').click();
    await settle(desk);
    const copies = find(desk, 'archived-copies').shadowRoot!;
    button(copies, 'Add').click();
    await until(() => (copies.textContent?.includes('Write an address or choose a file') ? true : null));
    const files = new DataTransfer();
    files.items.add(new File(['abc'], 'report.pdf'));
    copies.querySelector<HTMLInputElement>('#file')!.files = files.files;
    button(copies, 'Add').click();
    await until(() => (source().copies.length === 1 ? true : null));
    expect(source().copies[0]).to.include({ fileName: 'report.pdf', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' });
    const levels = findAll<HTMLInputElement>(find(desk, 'source-form').shadowRoot!, 'input[value="confidential"]');
    levels[0]!.click();
    await settle(desk);
    expect(source().confidentiality).to.equal('confidential');
    expect(await field(desk, 'Contact')).not.to.equal(null);
    await expectNoViolations(desk);
  });

  it('says in a quiet line what to look at again', async () => {
    const { desk } = await openPiece();
    const notes = find(desk, 'lint-notes').shadowRoot!;
    expect(notes.querySelector('summary')?.textContent).to.contain('No place in the source');
    expect(notes.querySelector('details')?.open).to.equal(false);
    button(notes, 'Choose what is checked').click();
    expect(desk.commands).to.deep.equal(['checks']);
  });
});

describe('checks-dialog', () => {
  it('asks to switch a check off', async () => {
    const dialog = await fixture<ChecksDialog>(html`<checks-dialog></checks-dialog>`);
    dialog.show();
    await updated(dialog);
    await expectNoViolations(dialog);
    const asked = nextEvent<CheckSwitchEvent>(dialog, 'check-switch');
    dialog.shadowRoot!.querySelector<HTMLInputElement>('input')!.click();
    expect(await asked).to.include({ lint: 'no-evidence', on: false });
  });
});
