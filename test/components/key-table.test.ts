import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { keyCaps, keyGroups, keys, keyText, matchKey, type CommandId } from '../../components/key-table.ts';
import { fixture } from '../support/helpers.ts';

/** What a key stands for when it is pressed in `target`. */
function pressedIn(target: Element, key: string, init: KeyboardEventInit & { mac?: boolean } = {}): CommandId | null {
  let command: CommandId | null = null;
  const listener = (event: KeyboardEvent): void => {
    command = matchKey(event, init.mac ?? false);
  };
  document.addEventListener('keydown', listener, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...init }));
  return command;
}

const cases: readonly [what: string, key: string, init: KeyboardEventInit & { mac?: boolean }, command: CommandId | null][] = [
  ['a letter', 'c', {}, 'mark-claim'],
  ['a letter under caps lock', 'C', {}, 'mark-claim'],
  ['a letter with Shift that means nothing', 'C', { shiftKey: true }, null],
  ['a letter with Shift that means something', 'E', { shiftKey: true }, 'export'],
  ['a letter with Alt', 'c', { altKey: true }, null],
  ['copying', 'c', { ctrlKey: true }, null],
  ['copying on a Mac', 'c', { metaKey: true, mac: true }, null],
  ['a sign with Shift', '?', { shiftKey: true }, 'help'],
  ['a sign without', '?', {}, 'help'],
  ['a slash that a German layout has on Shift+7', '/', { shiftKey: true }, 'search'],
  ['a sign reached by AltGr', '/', { ctrlKey: true, altKey: true, modifierAltGraph: true }, 'search'],
  ['a sign reached by Option', '/', { altKey: true, mac: true }, 'search'],
  ['the key of C on a Russian layout', 'с', { code: 'KeyC' }, 'mark-claim'],
  ['undo', 'z', { ctrlKey: true }, 'undo'],
  ['undo on a Mac', 'z', { metaKey: true, mac: true }, 'undo'],
  ['Control on a Mac', 'z', { ctrlKey: true, mac: true }, null],
  ['the Windows key', 'z', { metaKey: true }, null],
  ['undo and the Windows key', 'z', { ctrlKey: true, metaKey: true }, null],
  ['redo', 'Z', { ctrlKey: true, shiftKey: true }, 'redo'],
  ['the other redo', 'y', { ctrlKey: true }, 'redo'],
  ['undo held down', 'z', { ctrlKey: true, repeat: true }, 'undo'],
  ['Delete held down', 'Delete', { repeat: true }, null],
  ['Alt and an arrow', 'ArrowDown', { altKey: true }, 'next-annotation'],
  ['a bare arrow', 'ArrowDown', {}, null],
  ['Enter', 'Enter', {}, 'open-card'],
  ['a key while composing', 'c', { isComposing: true }, null],
  ['a key that the input method took', 'Process', { keyCode: 229 }, null],
];

describe('matchKey', () => {
  for (const [what, key, init, command] of cases) {
    it(`takes ${what} for ${command ?? 'no command'}`, () => {
      expect(pressedIn(document.body, key, init)).to.equal(command);
    });
  }

  it('leaves letters, deleting and undo to a field', async () => {
    const input = await fixture('<textarea aria-label="a"></textarea>');
    expect([pressedIn(input, 'c'), pressedIn(input, 'Delete'), pressedIn(input, 'z', { ctrlKey: true })]).to.deep.equal([null, null, null]);
  });

  it('moves on and goes back to the text from a field', async () => {
    const input = await fixture('<input aria-label="a">');
    expect(pressedIn(input, 'ArrowDown', { altKey: true })).to.equal('next-annotation');
    expect(pressedIn(input, 'Escape')).to.equal('close-card');
    expect(pressedIn(input, 'j')).to.equal(null);
  });

  it('leaves Alt and arrows to a list, which opens by them', async () => {
    const select = await fixture('<select aria-label="a"><option>b</option></select>');
    expect(pressedIn(select, 'ArrowDown', { altKey: true })).to.equal(null);
    expect(pressedIn(select, 'Escape')).to.equal('close-card');
  });

  it('leaves Enter to a button, but not letters', async () => {
    const button = await fixture('<button>b</button>');
    expect(pressedIn(button, 'Enter')).to.equal(null);
    expect(pressedIn(button, 'c')).to.equal('mark-claim');
  });

  it('takes the locked article for no field, the open one for a field', async () => {
    const article = await fixture('<div contenteditable="true" role="textbox" aria-label="a" aria-readonly="true"><p>b</p></div>');
    expect(pressedIn(article, 'c')).to.equal('mark-claim');
    article.removeAttribute('aria-readonly');
    expect(pressedIn(article, 'c')).to.equal(null);
  });

  it('leaves all keys to a modal dialog', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog aria-label="a"><button>b</button></dialog>`);
    dialog.showModal();
    expect(pressedIn(dialog.firstElementChild!, 'c')).to.equal(null);
    expect(pressedIn(dialog.firstElementChild!, 'Escape')).to.equal(null);
  });

  it('knows real keys', async () => {
    const found: (CommandId | null)[] = [];
    const listener = (event: KeyboardEvent): void => void found.push(matchKey(event));
    document.addEventListener('keydown', listener);
    await sendKeys({ press: 'c' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'E' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: '?' });
    document.removeEventListener('keydown', listener);
    expect(found.filter(command => command !== null)).to.deep.equal(['mark-claim', 'export', 'help']);
  });
});

describe('the table of keys', () => {
  it('gives no key to two commands, and no command two lines', () => {
    const all = keys.flatMap(binding => binding.keys);
    expect(new Set(all).size).to.equal(all.length);
    expect(new Set(keys.map(({ id }) => id)).size).to.equal(keys.length);
  });

  it('has something under every heading', () => {
    for (const group of keyGroups) expect(keys.some(binding => binding.group === group), group).to.equal(true);
  });

  it('prints keys as the keyboard does', () => {
    expect(keyCaps('Mod+Shift+z', false)).to.deep.equal(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('Alt+ArrowDown', true)).to.deep.equal(['⌥', '↓']);
    expect([keyText('undo', false), keyText('undo', true), keyText('help', false)]).to.deep.equal(['Ctrl+Z', '⌘Z', '?']);
  });
});
