/** What can be done by one key. */
export type CommandId =
  | 'mark-claim' | 'mark-quote' | 'mark-note' | 'mark-nothing' | 'add-piece'
  | 'adjust-mark' | 'grow-end' | 'shrink-end' | 'grow-start' | 'shrink-start' | 'merge' | 'remove'
  | 'next-annotation' | 'previous-annotation' | 'next-open' | 'focus-text' | 'focus-cards' | 'search'
  | 'check-quote' | 'coverage' | 'next-unseen' | 'next-to-decide' | 'accept' | 'confirm-gone' | 'keep-verdict' | 'edit-text' | 'finish-editing' | 'versions'
  | 'open-card' | 'add-evidence' | 'verdict' | 'close-card'
  | 'undo' | 'redo' | 'export' | 'help';

/** The headings of the table, in the order in which they are shown. */
export const keyGroups = ['Mark', 'Change a mark', 'Move', 'Work on a card', 'After the text has changed', 'Everything'] as const;
export type KeyGroup = (typeof keyGroups)[number];

/** One line of the table. */
export interface KeyBinding {
  readonly id: CommandId;
  /**
   * Any of these does it: the key's `KeyboardEvent.key` (letters in lower case) after `Mod+`, `Alt+` and `Shift+`, in this
   * order. `Mod` is Command on a Mac and Control elsewhere. Signs such as `?` never name Shift: layouts differ in that.
   */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: KeyGroup;
  /**
   * Where it does something. `text`: in the article; `card`: while an annotation is active; `workspace`: anywhere in an
   * open article; `anywhere`: also on the start page.
   */
  readonly when: 'text' | 'workspace' | 'card' | 'anywhere';
  /** Whether it also works while typing. Default false: the field has its own use for the key. */
  readonly inFields?: boolean;
  /** Whether a key held down does it again and again. Default false. */
  readonly repeats?: boolean;
}

/** Every key of the interface. No key stands for two things. */
export const keys: readonly KeyBinding[] = [
  { id: 'mark-claim', keys: ['c'], label: 'Mark the selection as a claim', group: 'Mark', when: 'text' },
  { id: 'mark-quote', keys: ['q'], label: 'Mark the selection as a quote', group: 'Mark', when: 'text' },
  { id: 'mark-note', keys: ['n'], label: 'Put a note on the selection', group: 'Mark', when: 'text' },
  { id: 'mark-nothing', keys: ['x'], label: 'Nothing to check here', group: 'Mark', when: 'text' },
  { id: 'add-piece', keys: ['a'], label: 'Add the selection to the active mark', group: 'Mark', when: 'text' },

  { id: 'adjust-mark', keys: ['r'], label: 'Put the active mark on the selection', group: 'Change a mark', when: 'text' },
  { id: 'grow-end', keys: ['l'], label: 'End one word later', group: 'Change a mark', when: 'card', repeats: true },
  { id: 'shrink-end', keys: ['h'], label: 'End one word earlier', group: 'Change a mark', when: 'card', repeats: true },
  { id: 'grow-start', keys: ['Shift+h'], label: 'Start one word earlier', group: 'Change a mark', when: 'card', repeats: true },
  { id: 'shrink-start', keys: ['Shift+l'], label: 'Start one word later', group: 'Change a mark', when: 'card', repeats: true },
  { id: 'merge', keys: ['m'], label: 'Merge with an overlapping mark', group: 'Change a mark', when: 'card' },
  { id: 'remove', keys: ['Delete', 'Backspace'], label: 'Remove the active mark', group: 'Change a mark', when: 'card' },

  { id: 'next-annotation', keys: ['j', 'Alt+ArrowDown'], label: 'Next mark', group: 'Move', when: 'workspace', inFields: true, repeats: true },
  { id: 'previous-annotation', keys: ['k', 'Alt+ArrowUp'], label: 'Previous mark', group: 'Move', when: 'workspace', inFields: true, repeats: true },
  { id: 'next-open', keys: ['o'], label: 'Next mark that is not settled', group: 'Move', when: 'workspace', repeats: true },
  { id: 'next-unseen', keys: ['u'], label: 'Next sentence nobody has looked at', group: 'Move', when: 'workspace', repeats: true },
  { id: 'coverage', keys: ['Shift+u'], label: 'Show what was looked at, and what not', group: 'Move', when: 'workspace' },
  { id: 'focus-text', keys: ['t'], label: 'Go to the text', group: 'Move', when: 'workspace' },
  { id: 'focus-cards', keys: ['s'], label: 'Go to the cards at its side', group: 'Move', when: 'workspace' },
  { id: 'search', keys: ['/'], label: 'Search', group: 'Move', when: 'anywhere' },

  { id: 'open-card', keys: ['Enter'], label: 'Open the card of the mark', group: 'Work on a card', when: 'text' },
  { id: 'add-evidence', keys: ['e'], label: 'Add evidence', group: 'Work on a card', when: 'card' },
  { id: 'verdict', keys: ['v'], label: 'Give the verdict', group: 'Work on a card', when: 'card' },
  { id: 'check-quote', keys: ['w'], label: 'Check the words of quotes against a transcript', group: 'Work on a card', when: 'workspace' },
  { id: 'close-card', keys: ['Escape'], label: 'Back to the text', group: 'Work on a card', when: 'card', inFields: true },

  { id: 'next-to-decide', keys: ['d'], label: 'Next mark to decide, or verdict to re-check', group: 'After the text has changed', when: 'workspace' },
  { id: 'accept', keys: ['y'], label: 'Take the place or the words that the card proposes', group: 'After the text has changed', when: 'card' },
  { id: 'confirm-gone', keys: ['g'], label: 'Confirm that the words are gone', group: 'After the text has changed', when: 'card' },
  { id: 'keep-verdict', keys: ['Shift+y'], label: 'The verdict stands for the new words', group: 'After the text has changed', when: 'card' },
  { id: 'edit-text', keys: ['i'], label: 'Edit the text', group: 'After the text has changed', when: 'workspace' },
  { id: 'finish-editing', keys: ['Mod+Enter'], label: 'End editing the text', group: 'After the text has changed', when: 'workspace', inFields: true },
  { id: 'versions', keys: ['Shift+d'], label: 'Compare the versions of the text', group: 'After the text has changed', when: 'workspace' },

  { id: 'undo', keys: ['Mod+z'], label: 'Undo', group: 'Everything', when: 'workspace', repeats: true },
  { id: 'redo', keys: ['Mod+Shift+z', 'Mod+y'], label: 'Redo', group: 'Everything', when: 'workspace', repeats: true },
  { id: 'export', keys: ['Shift+e'], label: 'Export', group: 'Everything', when: 'workspace' },
  { id: 'help', keys: ['?'], label: 'Show the keys', group: 'Everything', when: 'anywhere' },
];

const bindings = new Map(keys.flatMap(binding => binding.keys.map(key => [key, binding] as const)));

/** Whether Command stands where other systems have Control. Node 20 has no `navigator`, and importing must not throw there. */
export const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

/**
 * The command that a key stands for where it was pressed; null for none. Says nothing about whether it can be done:
 * `when` does. Keys pressed in a modal dialog, while composing, or in a field that has its own use for them are no
 * commands. `mac` is for tests.
 */
export function matchKey(event: KeyboardEvent, mac = isMac): CommandId | null {
  // Safari ends a composition before the keydown that ends it, and only the old key code tells.
  if (event.isComposing || event.keyCode === 229) return null;
  const binding = bindings.get(nameOf(event, mac));
  if (!binding || (event.repeat && !binding.repeats)) return null;
  const path = event.composedPath();
  if (path.some(node => node instanceof HTMLDialogElement && node.matches(':modal'))) return null;
  const target = path[0];
  if (!(target instanceof Element)) return binding.id;
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && target.matches('button, a[href], summary, input, select, textarea')) return null;
  switch (typingIn(target)) {
    case 'nothing':
      return binding.id;
    case 'text':
      return binding.inFields && !isPrinted(event, mac) ? binding.id : null;
    case 'choice':
      return event.key === 'Escape' ? binding.id : null;
  }
}

/** The key as the table spells it. */
function nameOf(event: KeyboardEvent, mac: boolean): string {
  const single = [...event.key].length === 1;
  const letter = single && event.key.toLowerCase() !== event.key.toUpperCase();
  const key = letter ? latinLetter(event) : event.key;
  // AltGr is how many layouts reach a sign; Windows reports it as Control and Alt together, a Mac as Option.
  const reached = single && (event.getModifierState('AltGraph') || (mac && event.altKey && !letter && !event.metaKey));
  const mod = mac ? event.metaKey : event.ctrlKey;
  const foreign = mac ? event.ctrlKey : event.metaKey;
  return (
    (foreign && !reached ? 'Other+' : '') +
    (mod && !reached ? 'Mod+' : '') +
    (event.altKey && !reached ? 'Alt+' : '') +
    (event.shiftKey && (letter || !single) ? 'Shift+' : '') +
    key
  );
}

/** The letter, or on layouts of other scripts the one that the same key has on a Latin layout. */
function latinLetter({ key, code }: KeyboardEvent): string {
  return !/\p{Script=Latin}/u.test(key) && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase();
}

function isPrinted(event: KeyboardEvent, mac: boolean): boolean {
  return [...event.key].length === 1 && !(mac ? event.metaKey : event.ctrlKey);
}

/** What keys do in an element by themselves: enter text, or (as in lists and dates) choose. The locked article takes no text. */
function typingIn(target: Element): 'text' | 'choice' | 'nothing' {
  if (target instanceof HTMLTextAreaElement) return 'text';
  if (target instanceof HTMLSelectElement) return 'choice';
  if (target instanceof HTMLInputElement) {
    switch (target.type) {
      case 'button': case 'checkbox': case 'color': case 'file': case 'image': case 'radio': case 'range': case 'reset': case 'submit':
        return 'nothing';
      case 'date': case 'datetime-local': case 'month': case 'time': case 'week':
        return 'choice';
      default:
        return 'text';
    }
  }
  if (!(target instanceof HTMLElement) || !target.isContentEditable) return 'nothing';
  return target.closest('[contenteditable]')?.getAttribute('aria-readonly') === 'true' ? 'nothing' : 'text';
}

const names: { readonly [part: string]: readonly [mac: string, other: string] } = {
  Mod: ['⌘', 'Ctrl'], Alt: ['⌥', 'Alt'], Shift: ['⇧', 'Shift'], Escape: ['Esc', 'Esc'], ArrowDown: ['↓', '↓'], ArrowUp: ['↑', '↑'],
};

/** The keycaps of a key of the table, as they are printed on this system's keyboard: `Mod+z` is `['Ctrl', 'Z']`. */
export function keyCaps(key: string, mac = isMac): readonly string[] {
  return key.split('+').map(part => names[part]?.[mac ? 0 : 1] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** The first key of a command in words, for a button's tooltip: `Ctrl+Z`. Throws `RangeError` for a command without a key. */
export function keyText(id: CommandId, mac = isMac): string {
  const key = keys.find(binding => binding.id === id)?.keys[0];
  if (key === undefined) throw new RangeError(`No key for the command "${id}"`);
  return keyCaps(key, mac).join(mac ? '' : '+');
}
