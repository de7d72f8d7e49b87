import { expect } from 'chai';
import { html } from 'lit';
import type { SourcesDialog } from '../../components/sources-dialog.ts';
import '../../components/sources-dialog.ts';
import type { SourceUse } from '../../components/source-row.ts';
import { readSource } from '../../src/domain/source.ts';
import { addEvidence, addSource } from '../../src/store/changes.ts';
import { sourcesOf } from '../../src/store/queries.ts';
import { expectNoViolations } from '../support/axe.ts';
import { until } from '../support/helpers.ts';
import { button, deskWith, find, findAll, settle, write, type CardDesk } from './card-desk.ts';

type Fields = Parameters<typeof addSource>[0];

/** A desk whose claim cites the first source, with its dialog open. */
async function listDesk(sources: readonly Fields[], elsewhere: ReadonlyMap<string, readonly SourceUse[]> = new Map(), readonly = false) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`<sources-dialog
      .sources=${desk.store.desk.sources} .annotations=${[desk.claim(id)]} .article=${{ id: 'article', title: 'Chips' }} .elsewhere=${elsewhere} .readonly=${readonly}
    ></sources-dialog>`,
    {
      prepare(desk, id) {
        sources.forEach((fields, index) => {
          const { id: source, change } = addSource(fields);
          desk.store.change(change);
          if (index === 0) desk.store.change(addEvidence(desk.claim(id), { source }).change);
        });
      },
    },
  );
  const dialog = find<SourcesDialog>(made.desk, 'sources-dialog');
  dialog.show();
  await settle(made.desk);
  return { ...made, dialog };
}

const titles = (desk: CardDesk): readonly string[] => sourcesOf(desk.store.desk.sources).map(({ title }) => title);
const rows = (dialog: SourcesDialog): readonly string[] => findAll(dialog, 'source-row').map(row => row.shadowRoot!.textContent.replace(/\s+/g, ' '));

describe('sources-dialog', () => {
  it('says what there is to do while there are no sources', async () => {
    const { dialog } = await listDesk([]);
    expect(dialog.shadowRoot?.textContent).to.contain('No source has been entered yet');
    await expectNoViolations(dialog);
  });

  it('lists every source with where it is used, over all articles', async () => {
    const { desk, dialog } = await listDesk([{ title: 'Annual report', publisher: 'Bank' }, { title: 'Note' }]);
    const id = sourcesOf(desk.store.desk.sources)[0]!.id;
    dialog.elsewhere = new Map([[id, [{ article: 'other', title: 'Another article', count: 2 }]]]);
    await settle(desk);
    expect(rows(dialog)[0]).to.contain('Used 3 times in 2 articles');
    expect(rows(dialog)[1]).to.contain('Not used');
    button(dialog, /^Used 3 times/).click();
    await settle(desk);
    expect(rows(dialog)[0]).to.match(/Chips once.*Another article 2 times/);
    await expectNoViolations(dialog);
  });

  it('finds by any words', async () => {
    const { desk, dialog } = await listDesk([{ title: 'Annual report', publisher: 'Bank' }, { title: 'Note' }]);
    write(find<HTMLInputElement>(dialog, '#search'), 'bank ANNUAL');
    await settle(desk);
    expect(rows(dialog)).to.have.length(1);
    write(find<HTMLInputElement>(dialog, '#search'), 'nowhere');
    await settle(desk);
    expect(dialog.shadowRoot?.textContent).to.contain('No source has all these words');
  });

  it('refuses to delete a source in use, and says where it is used', async () => {
    const { desk, dialog } = await listDesk([{ title: 'Annual report' }, { title: 'Note' }]);
    button(dialog, 'Delete Annual report').click();
    await settle(desk);
    expect(titles(desk)).to.deep.equal(['Annual report', 'Note']);
    expect(rows(dialog)[0]).to.contain('cannot be deleted').and.to.contain('Chips');
    button(dialog, 'Delete Note').click();
    await settle(desk);
    expect(titles(desk)).to.deep.equal(['Annual report']);
    desk.store.undo();
    expect(titles(desk)).to.have.length(2);
  });

  it('deletes nothing while it is not known where sources are used', async () => {
    const { desk, dialog } = await listDesk([{ title: 'Annual report' }, { title: 'Note' }]);
    dialog.elsewhere = null;
    await settle(desk);
    button(dialog, 'Delete Note').click();
    expect(titles(desk)).to.have.length(2);
  });

  it('suggests likely duplicates and merges them in one step', async () => {
    const { desk, dialog, id } = await listDesk([{ title: 'Report', doi: '10.1000/182' }, { title: 'The report', url: 'https://doi.org/10.1000/182', publisher: 'Bank' }]);
    const merge = find(dialog, 'source-merge');
    find<HTMLDetailsElement>(dialog, 'details').open = true;
    expect(merge.shadowRoot?.textContent).to.contain('Same DOI');
    await expectNoViolations(dialog);
    findAll<HTMLInputElement>(merge, 'input')[1]!.click();
    await settle(desk);
    button(merge, /^Merge 2 into one/).click();
    await settle(desk);
    expect(titles(desk)).to.deep.equal(['The report']);
    const source = desk.store.desk.sources.get(desk.evidence(id).source!)!;
    expect(readSource(source)).to.include({ title: 'The report', doi: '10.1000/182', publisher: 'Bank' });
    desk.store.undo();
    expect(titles(desk)).to.have.length(2);
  });

  it('merges those that are ticked', async () => {
    const { desk, dialog } = await listDesk([{ title: 'A' }, { title: 'B' }, { title: 'C' }]);
    for (const row of findAll(dialog, 'source-row').slice(0, 2)) find<HTMLInputElement>(row.shadowRoot!, 'input').click();
    await settle(desk);
    button(dialog, /^Merge 2 into one/).click();
    await settle(desk);
    expect(titles(desk)).to.deep.equal(['A', 'C']);
  });

  it('shows what would come in, and brings it in at once', async () => {
    const { desk, dialog } = await listDesk([{ title: 'Report', url: 'https://example.com/r' }]);
    button(dialog, 'Import').click();
    await settle(desk);
    const items = [{ type: 'report', title: 'New one', volume: '3' }, { title: 'Report again', URL: 'http://www.example.com/r/' }];
    write(find<HTMLTextAreaElement>(dialog, '#pasted'), JSON.stringify(items));
    button(dialog, 'Read the pasted text').click();
    await until(() => findAll(dialog, 'source-import li').length === 0 ? findAll(find<HTMLElement>(dialog, 'source-import').shadowRoot!, 'li')[1] : null);
    expect(find(dialog, 'source-import').shadowRoot?.textContent).to.contain('Here already');
    expect(titles(desk)).to.deep.equal(['Report']);
    await expectNoViolations(dialog);
    button(dialog, /^Bring in 1 source/).click();
    await settle(desk);
    expect(titles(desk)).to.deep.equal(['New one', 'Report']);
    expect(sourcesOf(desk.store.desk.sources)[0]).to.deep.include({ type: 'report', csl: { volume: '3' } });
  });

  it('takes in nothing of a text that cannot be read', async () => {
    const { desk, dialog } = await listDesk([{ title: 'Report' }]);
    button(dialog, 'Import').click();
    await settle(desk);
    write(find<HTMLTextAreaElement>(dialog, '#pasted'), '[{"title": "A"}, 7]');
    button(dialog, 'Read the pasted text').click();
    await until(() => (find(dialog, 'source-import').shadowRoot?.textContent.includes('must be an object') ? true : null));
    expect(titles(desk)).to.deep.equal(['Report']);
  });

  it('offers nothing that changes something when it is read-only', async () => {
    const { dialog } = await listDesk([{ title: 'A', doi: '10.1000/1' }, { title: 'B', doi: '10.1000/1' }], new Map(), true);
    expect(findAll(dialog, 'source-merge')).to.have.length(0);
    expect(findAll(dialog, 'button').some(element => /Delete|Import/.test(element.getAttribute('aria-label') ?? element.textContent))).to.equal(false);
  });
});
