import { expect } from 'chai';
import { html, nothing } from 'lit';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { AnnotationCard } from '../../components/annotation-card.ts';
import '../../components/annotation-card.ts';
import type { AnnotationType } from '../../src/domain/annotation.ts';
import { addEvidence, addSource, setField, setVerdict } from '../../src/store/changes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { middleOf, nextPaint, until } from '../support/helpers.ts';
import { button, deskWith, field, find, findAll, focused, settle, write, type CardDesk } from './card-desk.ts';
import { defaultScales } from '../../src/domain/scales.ts';

interface Options {
  readonly open?: boolean;
  readonly checked?: boolean;
  readonly readonly?: boolean;
  readonly words?: readonly string[];
  readonly width?: string;
  readonly prepare?: (desk: CardDesk, id: string) => void;
}

let open = true;

async function cardDesk(type: AnnotationType = 'claim', options: Options = {}) {
  open = options.open ?? true;
  const made = await deskWith(
    type,
    (desk, id) => (desk.store.desk.annotations.has(id) && desk.store.desk.annotations.get(id)!.fields['removed'] === undefined
      ? html`<annotation-card
            .annotation=${desk.annotation(id)} .sources=${desk.store.desk.sources} scale="accuracy" reviewer="Ada" ?open=${open} number="3"
            .checked=${options.checked ?? false} .readonly=${options.readonly ?? false}
          ></annotation-card><button>Elsewhere</button>`
      : html`${nothing}`),
    {
      ...(options.words && { words: options.words }),
      ...(options.width && { width: options.width }),
      ...(options.prepare && { prepare: options.prepare }),
    },
  );
  return { ...made, card: find<AnnotationCard>(made.desk, 'annotation-card') };
}

const rate = (rating: string) => (desk: CardDesk, id: string): void => {
  desk.store.change(setVerdict(desk.claim(id), defaultScales, { rating, explanation: '' }, { by: 'Ada', at: '2026-03-14T10:00:00Z' }));
};
const line = (card: AnnotationCard): HTMLButtonElement => find<HTMLButtonElement>(card, '.line');
const word = (card: AnnotationCard): string => find(card, '.word').textContent.trim();
const fieldLabels = (card: AnnotationCard): string[] => findAll<HTMLElement & { label: string }>(card, 'typed-field, choice-group').map(element => element.label);
const pair = ['"We move,"', '"and fast."'];

describe('annotation-card, closed', () => {
  it('is one line of 36 px that is one button', async () => {
    const { card } = await cardDesk('claim', { open: false });
    expect(card.getBoundingClientRect().height).to.equal(36);
    expect(findAll(card, 'button')).to.deep.equal([line(card)]);
    expect(line(card).getAttribute('aria-expanded')).to.equal('false');
  });

  it('has the same name closed and open: type, number, words and status', async () => {
    const { desk, card } = await cardDesk('claim', { open: false });
    for (open of [false, true]) {
      desk.requestUpdate();
      await settle(desk);
      expect(line(card).textContent.replace(/\s+/g, ' ').trim()).to.match(/^Claim 3 ?: The market could grow to \$200 billion\. ?\. Open$/);
    }
  });

  it('asks to be opened, and its mark to be shown, on a click', async () => {
    const { desk, id, card } = await cardDesk('claim', { open: false });
    let reveal: boolean | undefined;
    desk.addEventListener('claim-activate-request', event => (reveal = event.reveal));
    line(card).click();
    expect(desk.activations).to.deep.equal([id]);
    expect(reveal).to.equal(true);
  });

  const states: readonly (readonly [string, string, AnnotationType, Options['prepare']?])[] = [
    ['Open', 'a claim nobody worked on', 'claim'],
    ['Half true', 'the label of its rating', 'claim', rate('half-true')],
    ['1 piece of evidence', 'evidence without a rating', 'claim', (desk, id) => void desk.store.change(addEvidence(desk.claim(id)).change)],
    ['In progress', 'an explanation without a rating', 'claim', (desk, id) => void desk.store.change(setVerdict(desk.claim(id), defaultScales, { rating: null, explanation: 'Why' }, { by: 'Ada', at: '2026-03-14T10:00:00Z' }))],
    ['Disputed', 'a field in dispute', 'claim', (desk, id) => {
      desk.store.change(setField(desk.claim(id), 'claimant', 'The bank'));
      desk.receive(id, 'claimant', 'Analysts', { unseen: true });
    }],
    ['Note', 'a note', 'note'],
    ['Nothing to check', 'nothing to check', 'nothing-to-check'],
  ];
  for (const [says, when, type, prepare] of states) {
    it(`says “${says}” for ${when}`, async () => {
      const { card } = await cardDesk(type, { open: false, ...(prepare && { prepare }) });
      expect(word(card)).to.equal(says);
    });
  }

  it('has the rating’s colour and line pattern along its edge, and its icon', async () => {
    const { card } = await cardDesk('claim', { open: false, prepare: rate('false') });
    expect(find(card, '.edge').className).to.equal('edge red wavy');
    expect(getComputedStyle(find(card, '.edge')).maskImage).to.contain('svg');
    expect(line(card).querySelector('svg')).not.to.equal(null);
  });

  it('says so when it is ticked', async () => {
    const { desk, id, card } = await cardDesk('claim', { open: false });
    const ticks: unknown[] = [];
    desk.addEventListener('card-tick', event => ticks.push([event.id, event.checked]));
    find(card, 'input[type="checkbox"]').click();
    expect(ticks).to.deep.equal([[id, true]]);
  });

  it('shows its tick while it is ticked, and on the way to it', async () => {
    const { card } = await cardDesk('claim', { open: false, checked: true });
    expect(getComputedStyle(find(card, '.tick')).opacity).to.equal('1');
  });

  it('has no violations', async () => {
    await expectNoViolations((await cardDesk('claim', { open: false })).desk);
    await expectNoViolations((await cardDesk('claim', { open: false, prepare: rate('false') })).desk);
  });
});

describe('annotation-card, open', () => {
  it('keeps the focus on its line while it opens and closes', async () => {
    const { desk, card } = await cardDesk('claim', { open: false });
    line(card).focus();
    for (open of [true, false]) {
      desk.requestUpdate();
      await settle(desk);
      expect(focused()).to.equal(line(card));
      expect(line(card).getAttribute('aria-expanded')).to.equal(String(open));
    }
  });

  it('asks to be closed by its line', async () => {
    const { desk, card } = await cardDesk();
    line(card).click();
    expect(desk.activations).to.deep.equal([null]);
  });

  const fields: readonly (readonly [AnnotationType, readonly string[]])[] = [
    ['claim', ['Claim in its own words', 'Claimant', 'Date', 'Explanation']],
    ['quote', ['Form', 'Speaker', 'Role', 'Place', 'Said on', 'Explanation']],
    ['note', ['Note']],
    ['nothing-to-check', []],
  ];
  for (const [type, labels] of fields) {
    it(`shows what is known of a ${type}`, async () => {
      const { card } = await cardDesk(type);
      expect(fieldLabels(card)).to.deep.equal(labels);
    });
  }

  it('offers the marked words as the claim’s own', async () => {
    const { card } = await cardDesk();
    expect((await field(card, 'Claim in its own words')).placeholder).to.equal('The market could grow to $200 billion.');
  });

  it('changes the kind of a claim', async () => {
    const { desk, id, card } = await cardDesk();
    const select = find<HTMLSelectElement>(card, '#kind');
    select.value = 'projection';
    select.dispatchEvent(new Event('change'));
    expect(desk.claim(id).kind).to.equal('projection');
  });

  it('changes the form of a quote', async () => {
    const { desk, id, card } = await cardDesk('quote', { words: pair });
    find<HTMLInputElement>(card, 'input[value="indirect"]').click();
    expect(desk.quote(id).form).to.equal('indirect');
  });

  it('changes the type and shows the other fields', async () => {
    const { desk, id, card } = await cardDesk();
    const select = find<HTMLSelectElement>(card, '.type select');
    select.value = 'quote';
    select.dispatchEvent(new Event('change'));
    await settle(desk);
    expect(desk.annotation(id).type).to.equal('quote');
    expect(fieldLabels(card)).to.include('Speaker');
  });

  it('keeps what was typed when the card closes', async () => {
    const { desk, id, card } = await cardDesk();
    write(await field(card, 'Claimant'), 'The bank');
    open = false;
    desk.requestUpdate();
    await settle(desk);
    expect(desk.claim(id).claimant).to.equal('The bank');
  });

  it('keeps what was typed when the card is taken away', async () => {
    const { desk, id, card } = await cardDesk();
    write(await field(card, 'Claimant'), 'The bank');
    desk.view = () => '';
    desk.requestUpdate();
    await settle(desk);
    expect(card.isConnected).to.equal(false);
    expect(desk.claim(id).claimant).to.equal('The bank');
  });

  it('shows each piece on a line of its own', async () => {
    const { card } = await cardDesk('quote', { words: pair });
    expect(findAll(card, 'blockquote').map(piece => piece.textContent)).to.deep.equal(pair);
  });

  it('cuts long words after four lines until all is asked for', async () => {
    const { desk, card } = await cardDesk('claim', {
      prepare(desk, id) {
        const [anchor] = desk.claim(id).anchors;
        const exact = 'many words in a long passage '.repeat(40);
        desk.store.change({ name: 'adjust-mark', edits: [{ annotation: id, field: 'anchors', value: [{ ...anchor!, exact, placement: { ...anchor!.placement } }] }] });
      },
    });
    const quote = find(card, 'blockquote');
    expect(quote.clientHeight).to.equal(4 * 24);
    (await until(() => button(card, 'Show all'))).click();
    await settle(desk);
    expect(quote.clientHeight).to.equal(quote.scrollHeight);
    button(card, 'Show less').click();
    await settle(desk);
    expect(quote.clientHeight).to.equal(4 * 24);
  });

  for (const [state, words] of [['exact', 'Unchanged, in its place'], ['moved', 'Unchanged, moved to another place'], ['ambiguous', 'fit several places'], ['lost', 'no longer in the text']] as const) {
    it(`says of a piece that is ${state}: ${words}`, async () => {
      const { card } = await cardDesk('claim', {
        prepare(desk, id) {
          const [anchor] = desk.claim(id).anchors;
          desk.store.change({ name: 'adjust-mark', edits: [{ annotation: id, field: 'anchors', value: [{ ...anchor!, placement: { ...anchor!.placement, state } }] }] });
        },
      });
      const said = find(card, state === 'exact' || state === 'moved' ? `.${state}` : '.state');
      expect(said.textContent).to.contain(words);
      expect(said.querySelector('svg')).not.to.equal(null);
    });
  }

  it('brings out comment and tags when they are asked for, with the focus in them', async () => {
    const { desk, id, card } = await cardDesk();
    expect(findAll(card, 'tag-input')).to.have.length(0);
    button(card, 'Add comment').click();
    const comment = await field(card, 'Comment');
    await until(() => focused() === comment);
    write(comment, 'Ask.');
    button(card, 'Add tags').click();
    await until(() => focused() === find(card, '#input[list]'));
    expect(desk.claim(id).comment).to.equal('Ask.');
  });

  it('keeps a comment that is being emptied', async () => {
    const { desk, id, card } = await cardDesk('claim', { prepare: (desk, id) => void desk.store.change(setField(desk.claim(id), 'comment', 'Ask.')) });
    const comment = await field(card, 'Comment');
    write(comment, '');
    comment.blur();
    await settle(desk);
    expect(desk.claim(id).comment).to.equal('');
    expect(findAll(card, '[data-field="comment"]')).to.have.length(1);
  });

  it('has only a comment, and tags with it, where there is nothing to check', async () => {
    const { desk, card } = await cardDesk('nothing-to-check');
    expect(findAll(card, '.body button').map(element => element.textContent.trim())).to.deep.equal(['Add comment']);
    button(card, 'Add comment').click();
    await settle(desk);
    expect(findAll(card, 'tag-input')).to.have.length(1);
  });

  it('shows a dispute and settles it', async () => {
    const { desk, id, card } = await cardDesk('claim', {
      prepare(desk, id) {
        desk.store.change(setField(desk.claim(id), 'claimant', 'The bank'));
        desk.receive(id, 'claimant', 'Analysts', { unseen: true });
      },
    });
    button(card, /^Keep this for Claimant: The bank/).click();
    await settle(desk);
    expect(desk.claim(id).claimant).to.equal('The bank');
    expect(findAll(card, 'dispute-box')).to.have.length(0);
  });

  it('says who marked it and when', async () => {
    const { card } = await cardDesk();
    expect(find(card, '.who').textContent).to.match(/^Marked by Ada, .*20\d\d/);
  });

  it('only shows what there is when it is read-only', async () => {
    const { desk, card } = await cardDesk('claim', {
      readonly: true,
      prepare(desk, id) {
        rate('true')(desk, id);
        desk.store.change(setField(desk.claim(id), 'claimant', 'The bank'));
      },
    });
    expect(findAll(card, '[role=menuitem]').map(item => item.textContent.trim())).to.deep.equal(['History of this annotation']);
    expect(findAll<HTMLInputElement>(card, 'typed-field').every(element => element.shadowRoot!.querySelector<HTMLInputElement>('#input')!.readOnly)).to.equal(true);
    const shown = findAll<HTMLElement & { label: string }>(card, 'typed-field').filter(element => element.offsetHeight > 0);
    expect(shown.map(element => element.label)).to.deep.equal(['Claimant']);
    expect(findAll<HTMLSelectElement>(card, 'select').every(select => select.disabled)).to.equal(true);
    await expectNoViolations(desk);
  });

  it('fits 280 px with 20 pieces of evidence and words that cannot be broken', async () => {
    const long = 'x'.repeat(200);
    const { desk, card } = await cardDesk('claim', {
      width: '280px',
      prepare(desk, id) {
        desk.store.change(setField(desk.claim(id), 'text', long));
        desk.store.change(setField(desk.claim(id), 'tags', [long]));
        desk.store.change(setField(desk.claim(id), 'comment', long));
        for (let index = 0; index < 20; index++) {
          const { id: evidence, change } = addEvidence(desk.claim(id), { excerpt: long, locator: long, note: long });
          desk.store.change(change);
          desk.store.change(addSource({ title: long, publisher: long }, { annotation: desk.claim(id), evidence }).change);
        }
      },
    });
    button(card, /^Edit evidence 1:/).click();
    await settle(desk);
    await nextPaint();
    expect(findAll(card, 'li')).to.have.length(20);
    expect(card.scrollWidth).to.be.at.most(280);
    const edge = card.getBoundingClientRect().right;
    const wide = findAll(card, '*').filter(element => !element.closest('.visually-hidden, [popover]') && element.getBoundingClientRect().right > edge + 0.5);
    expect(wide.map(element => element.outerHTML.slice(0, 80))).to.deep.equal([]);
  });

  it('has no violations, whatever its type', async () => {
    for (const type of ['claim', 'quote', 'note', 'nothing-to-check'] as const) await expectNoViolations((await cardDesk(type)).desk);
    const full = await cardDesk('claim', {
      prepare(desk, id) {
        rate('half-true')(desk, id);
        desk.store.change(setField(desk.claim(id), 'comment', 'Ask.'));
        desk.store.change(setField(desk.claim(id), 'tags', ['money']));
        desk.store.change(addEvidence(desk.claim(id), { excerpt: 'Words' }).change);
      },
    });
    await expectNoViolations(full.desk);
  });
});

describe('annotation-card, its menu', () => {
  async function menuDesk() {
    const made = await cardDesk('quote', { words: pair });
    const menu = find(made.card, 'card-menu');
    await sendMouse({ type: 'click', position: middleOf(button(menu, 'More')) });
    await until(() => focused()?.getAttribute('role') === 'menuitem');
    return { ...made, menu };
  }
  const item = (name: RegExp): (() => Element | null) => () => (focused()?.textContent && name.test(focused()!.textContent!) ? focused() : null);

  it('moves with arrow keys and letters, closes with Escape, and gives the focus back', async () => {
    const { desk, menu } = await menuDesk();
    await sendKeys({ press: 'ArrowDown' });
    expect(item(/Put the mark/)()).not.to.equal(null);
    await sendKeys({ press: 'End' });
    expect(focused()?.textContent?.trim()).to.equal('Remove');
    await sendKeys({ press: 'm' });
    expect(item(/Merge/)()).not.to.equal(null);
    let heard = 0;
    desk.addEventListener('keydown', () => heard++);
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(button(menu, 'More'));
    expect(heard).to.equal(0);
    await until(() => button(menu, 'More').getAttribute('aria-expanded') === 'false');
  });

  it('opens by the down key on its button', async () => {
    const { card } = await cardDesk();
    button(card, 'More').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => focused()?.getAttribute('role') === 'menuitem');
  });

  for (const [name, command] of [[/^Add selected words/, 'add-piece'], [/^Put the mark/, 'adjust-mark'], [/^Merge/, 'merge']] as const) {
    it(`asks for the command ${command}`, async () => {
      const { desk, menu } = await menuDesk();
      button(menu, name).click();
      expect(desk.commands).to.deep.equal([command]);
    });
  }

  it('removes one piece of several', async () => {
    const { desk, id, menu } = await menuDesk();
    button(menu, /^Remove piece 1: "We move/).click();
    expect(desk.quote(id).anchors.map(anchor => anchor.exact)).to.deep.equal(['"and fast."']);
  });

  it('removes the annotation', async () => {
    const { desk, menu } = await menuDesk();
    button(menu, 'Remove').click();
    expect(desk.changes.map(change => change.name)).to.deep.equal(['remove-quote']);
  });

  it('has no violations while it is open', async () => {
    const { desk } = await menuDesk();
    await expectNoViolations(desk);
  });
});

describe('annotation-card, for its owner’s keys', () => {
  it('focuses the first field', async () => {
    const { card } = await cardDesk();
    expect(await card.focusFirst()).to.equal(true);
    expect(focused()).to.equal(await field(card, 'Claim in its own words'));
  });

  it('focuses the first field of every type', async () => {
    for (const type of ['quote', 'note', 'nothing-to-check'] as const) {
      const { card } = await cardDesk(type);
      expect(await card.focusFirst()).to.equal(true);
      expect(card.matches(':focus-within')).to.equal(true);
    }
  });

  it('focuses a field by its name, right after it was opened', async () => {
    const { desk, card } = await cardDesk('claim', { open: false });
    open = true;
    desk.requestUpdate();
    await desk.updateComplete;
    expect(await card.focusField('claimDate')).to.equal(true);
    expect(focused()).to.equal(await field(card, 'Date'));
  });

  it('brings out tags and comment to focus them', async () => {
    const { card } = await cardDesk();
    expect(await card.focusField('tags')).to.equal(true);
    expect(focused()).to.equal(find(card, '#input[list]'));
    expect(await card.focusField('comment')).to.equal(true);
    expect(focused()).to.equal(await field(card, 'Comment'));
  });

  it('focuses the ratings', async () => {
    const { card } = await cardDesk('claim', { prepare: rate('half-true') });
    expect(await card.focusVerdict()).to.equal(true);
    expect(focused()?.textContent?.trim()).to.equal('Half true');
  });

  it('adds evidence and focuses its source', async () => {
    const { desk, id, card } = await cardDesk();
    expect(await card.addEvidence()).to.equal(true);
    expect(desk.claim(id).evidence).to.have.length(1);
    expect(focused()?.getAttribute('role')).to.equal('combobox');
  });

  it('says false for what a card does not have', async () => {
    const { card } = await cardDesk('note');
    expect(await card.addEvidence()).to.equal(false);
    expect(await card.focusVerdict()).to.equal(false);
    expect(await card.focusField('speaker')).to.equal(false);
  });
});
