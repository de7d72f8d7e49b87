import { expect } from 'chai';
import { html } from 'lit';
import { valueInWords } from '../../components/dispute-box.ts';
import { ChangeEvent } from '../../components/events.ts';
import type { Json } from '../../src/domain/json.ts';
import type { FieldRecord } from '../../src/domain/record.ts';
import { addSource, setField } from '../../src/store/changes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent } from '../support/helpers.ts';
import { button, deskWith, find, findAll, settle } from './card-desk.ts';
import { defaultScales } from '../../src/domain/scales.ts';

async function disputeDesk(readonly = false) {
  const made = await deskWith(
    'claim',
    (desk, id) => html`${desk.claim(id).disputes.map(dispute => html`<dispute-box .dispute=${dispute} .subject=${{ annotation: id }} .readonly=${readonly}></dispute-box>`)}`,
    {
      prepare(desk, id) {
        desk.store.change(setField(desk.claim(id), 'claimant', 'The bank'));
        desk.receive(id, 'claimant', 'Analysts', { unseen: true });
      },
    },
  );
  return made;
}

describe('dispute-box', () => {
  it('shows both values, each with who and when, under the name of the field', async () => {
    const { desk } = await disputeDesk();
    expect(find(desk, '#title').textContent).to.contain('Claimant');
    const values = findAll(desk, 'li').map(item => item.textContent);
    expect(values[0]).to.match(/Analysts[^]*Ben/);
    expect(values[1]).to.match(/The bank[^]*Ada/);
    expect(findAll(desk, 'time')).to.have.length(2);
  });

  it('keeps the value that is chosen and is settled', async () => {
    const { desk, id } = await disputeDesk();
    button(desk, /^Keep this for Claimant: The bank/).click();
    await settle(desk);
    expect(desk.claim(id)).to.deep.include({ claimant: 'The bank', disputes: [] });
    expect(findAll(desk, 'dispute-box')).to.have.length(0);
  });

  it('names everybody who gave the same value', async () => {
    const { desk, id } = await disputeDesk();
    desk.receive(id, 'claimant', 'The bank', { unseen: true });
    await settle(desk);
    const values = findAll(desk, 'li').map(item => item.textContent);
    expect(values).to.have.length(2);
    expect(values.find(text => text.includes('The bank'))).to.match(/Ben[^]*Ada|Ada[^]*Ben/);
  });

  it('decides a dispute about a source for the source', async () => {
    const head = { at: '2026-03-14T10:00:00Z', by: 'Ben' };
    const values = [{ ...head, operation: 'a', value: 'One' }, { ...head, operation: 'b', value: 'Two' }];
    const box = await fixture(html`<dispute-box .dispute=${{ field: 'publisher', values }} .subject=${{ source: 's' }}></dispute-box>`);
    const asked = nextEvent<ChangeEvent>(box, ChangeEvent.type);
    button(box.shadowRoot!, /Publisher: Two/).click();
    expect((await asked).change.edits).to.deep.equal([{ source: 's', field: 'publisher', value: 'Two' }]);
  });

  it('only shows them when it is read-only', async () => {
    const { desk } = await disputeDesk(true);
    expect(findAll(desk, 'li')).to.have.length(2);
    expect(findAll(desk, 'button')).to.have.length(0);
  });

  it('has no violations', async () => {
    await expectNoViolations((await disputeDesk()).desk);
  });
});

describe('valueInWords', () => {
  const source = addSource({ title: 'The report' });
  const record: FieldRecord = {
    id: source.id, article: null, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '',
    fields: { title: [{ operation: 'a', value: 'The report', at: '', by: '' }] },
  };
  const sources = new Map([[source.id, record]]);
  const cases: readonly (readonly [string, Json, string])[] = [
    ['claimant', 'The bank', 'The bank'], ['claimant', '', '(empty)'], ['claimant', null, '(empty)'], ['type', 'nothing-to-check', 'Nothing to check'],
    ['kind', 'cause', 'Cause and effect'], ['form', 'partial', 'Partial'], ['role', 'primary', 'primary'], ['kind', 'unheard-of', 'unheard-of'],
    ['evidence/e/stance', 'nothing-found', 'Nothing found'], ['evidence/e/role', 'primary', 'Primary'], ['evidence/e/source', source.id, 'The report'],
    ['evidence/e/source', 'gone', 'A source without a name'], ['evidence/e/order', 2, '2'], ['evidence/e/removed', true, 'Removed'], ['removed', null, 'Kept'],
    ['tags', ['a', 'b'], 'a, b'], ['tags', [], '(empty)'], ['anchors', [{ exact: 'one' }, { exact: 'two' }], '“one” … “two”'],
    ['verdict', { scale: 'accuracy', rating: 'half-true', explanation: 'Why' }, 'Half true: Why'],
    ['verdict', { scale: 'accuracy', rating: null, explanation: '' }, '(empty)'], ['verdict', { scale: 'theirs', rating: 'odd', explanation: '' }, 'odd'],
    ['future', { a: 1 }, '{"a":1}'],
  ];
  for (const [field, value, words] of cases) {
    it(`says ${field} ${JSON.stringify(value).slice(0, 60)} as ${words}`, () => expect(valueInWords(field, value, sources, defaultScales)).to.equal(words));
  }
});
