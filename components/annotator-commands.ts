import { placesOf, type Annotation, type AnnotationType } from '../src/domain/annotation.ts';
import type { TextRange } from '../src/domain/anchor.ts';
import type { Change } from '../src/domain/change.ts';
import { statusOf } from '../src/domain/status.ts';
import { wordEnd, wordStart } from '../src/editor/word-edges.ts';
import { addPiece, adjustPiece, mark, mergeAnnotations, removeAnnotations } from '../src/store/changes.ts';
import { confirmGone } from '../src/store/decisions.ts';
import { annotationById, articleOf, versionOf } from '../src/store/queries.ts';
import { nextSentence } from '../src/store/coverage.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import type { Store } from '../src/store/store.ts';
import type { CommandTarget } from './command-target.ts';
import { goOnDeciding, nextToDecide } from './deciding.ts';
import { stepLabel, typeLabels } from './labels.ts';

type Command = (target: CommandTarget) => void | Promise<void>;

/** The commands that change something; they are refused while the element is locked. */
const changes: { readonly [name: string]: Command } = {
  'mark-claim': target => markSelection(target, 'claim'),
  'mark-quote': target => markSelection(target, 'quote'),
  'mark-note': target => markSelection(target, 'note'),
  'mark-nothing': target => markSelection(target, 'nothing-to-check'),
  'add-piece': target => withSelection(target, (annotation, store, range) => addPiece(annotation, versionOf(store.desk)!, range)),
  'adjust-mark': async target => {
    const asked = await askedPiece(target);
    withSelection(target, (annotation, store, range) => adjustPiece(annotation, versionOf(store.desk)!, asked ?? nearestPiece(annotation, store, range), range));
  },
  'grow-end': target => moveEdge(target, 'end', 1),
  'shrink-end': target => moveEdge(target, 'end', -1),
  'grow-start': target => moveEdge(target, 'start', -1),
  'shrink-start': target => moveEdge(target, 'start', 1),
  merge,
  remove: removeActive,
  'remove-ticked': removeTicked,
  'add-evidence': async ({ workspace }) => void (await (await workspace?.activeCard())?.addEvidence()),
  verdict: async ({ workspace }) => void (await (await workspace?.activeCard())?.focusVerdict()),
  accept: async target => {
    const card = await target.workspace?.activeCard();
    if (await card?.accept()) return;
    target.notify({ text: 'There is nothing to accept on this card.', kind: 'info' });
  },
  'confirm-gone': confirmActiveGone,
  'keep-verdict': async target => {
    if (!(await (await target.workspace?.activeCard())?.keepVerdict())) target.notify({ text: 'There is no verdict whose words have changed.', kind: 'info' });
  },
  'edit-text': target => target.editText(),
  'finish-editing': target => target.finishEditing(),
  'cancel-editing': target => target.cancelEditing(),
  'new-text': target => target.showDialog('new-text'),
  undo: target => void (target.undo() || target.notify({ text: 'There is nothing to undo.', kind: 'info' })),
  redo: target => void (target.redo() || target.notify({ text: 'There is nothing to redo.', kind: 'info' })),
  'start-clean': target => target.startClean(),
  import: target => target.showDialog('import'),
};

/** The commands that only look. */
const looks: { readonly [name: string]: Command } = {
  'next-annotation': target => step(target, 1, () => true),
  'previous-annotation': target => step(target, -1, () => true),
  'next-open': target =>
    step(target, 1, annotation => !['settled', 'no-verdict-needed', 'gone'].includes(statusOf(annotation)), 'Everything that is shown is settled.'),
  coverage: ({ store }) => store?.setScreen({ coverage: !store.screen.coverage }),
  'next-unseen': nextUnseen,
  'next-to-decide': nextToDecide,
  versions: target => target.showDialog('versions'),
  sources: target => target.showDialog('sources'),
  checks: target => target.showDialog('checks'),
  history: target => target.showDialog('history'),
  'annotation-history': target => target.showDialog('annotation-history'),
  'check-quote': target => target.showDialog('quotes'),
  'focus-text': ({ workspace }) => workspace?.focusText(),
  'focus-cards': ({ workspace }) => workspace?.focusCards(),
  search: target => target.focusSearch(),
  'open-card': openCard,
  'close-card': closeCard,
  'untick-all': target => target.setTicked(new Set()),
  export: target => target.showDialog('export'),
  details: target => target.showDialog('details'),
  scales: target => target.showDialog('scales'),
  help: target => target.showDialog('help'),
  home: target => target.goHome(),
};

/**
 * Does one of the commands of the keys, menus and buttons. One that cannot be done now says why.
 *
 * @throws RangeError for a name that is no command.
 */
export async function runCommand(target: CommandTarget, name: string): Promise<void> {
  const change = changes[name];
  if (change) {
    if (target.locked) target.notify({ text: 'This fact check is open for reading only.', kind: 'info' });
    else await change(target);
    return;
  }
  const look = looks[name];
  if (!look) throw new RangeError(`No command "${name}"`);
  await look(target);
}

function markSelection(target: CommandTarget, type: AnnotationType): void {
  const { store, workspace } = target;
  const version = store && versionOf(store.desk);
  if (!store || !version || !workspace) return;
  if (target.editing) {
    target.notify({ text: 'End editing the text first, then mark.', kind: 'info' });
    return;
  }
  const range = workspace.selectedRange;
  if (!range) {
    target.notify({ text: `Select the words first, then mark them as ${typeLabels[type].toLowerCase()}.`, kind: 'info' });
    return;
  }
  const { id, change } = mark(type, version, [range]);
  store.change(change);
  workspace.dropSelection();
  target.activate(id, true);
  if (!target.shown.some(annotation => annotation.id === id)) {
    target.notify({ text: 'Marked. The filter hides its card.', kind: 'info' });
  }
}

function active(target: CommandTarget): { store: Store; annotation: Annotation } | null {
  const { store } = target;
  const annotation = store && annotationById(store.desk, store.screen.active);
  return store && annotation ? { store, annotation } : null;
}

function withSelection(target: CommandTarget, make: (annotation: Annotation, store: Store, range: TextRange) => Change): void {
  const found = active(target);
  const range = target.workspace?.selectedRange;
  if (!found) {
    target.notify({ text: 'Choose a mark first, then select the words for it.', kind: 'info' });
  } else if (!range) {
    target.notify({ text: 'Select the words in the text first.', kind: 'info' });
  } else {
    found.store.change(make(found.annotation, found.store, range));
    target.workspace?.dropSelection();
    void goOnDeciding(target);
  }
}

/** Index of the piece that a selection is meant for: the one it overlaps most, else the nearest. */
function nearestPiece(annotation: Annotation, store: Store, range: TextRange): number {
  const version = versionOf(store.desk)!.id;
  let best = 0;
  let bestDistance = Infinity;
  annotation.anchors.forEach(({ placement }, index) => {
    // A piece without a sure place is the one that needs another.
    const sure = placement.version === version && placement.state !== 'lost' && placement.state !== 'ambiguous';
    const distance = sure ? Math.max(placement.start - range.end, range.start - placement.end) : 0;
    if (distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  });
  return best;
}

/** The piece of the active mark that its card asks about: the one whose question had the focus last, else the first. Null for none. */
async function askedPiece({ workspace }: CommandTarget): Promise<number | null> {
  return (await workspace?.activeCard())?.askedPiece ?? null;
}

async function confirmActiveGone(target: CommandTarget): Promise<void> {
  const found = active(target);
  if (!found) return;
  if (statusOf(found.annotation) !== 'to-decide') {
    target.notify({ text: 'These words are in the text. To take the mark away, remove it.', kind: 'info' });
    return;
  }
  found.store.change(confirmGone(found.annotation, (await askedPiece(target)) ?? undefined));
  void goOnDeciding(target);
}

function moveEdge(target: CommandTarget, edge: 'start' | 'end', direction: 1 | -1): void {
  const found = active(target);
  if (!found) return;
  const { store, annotation } = found;
  const version = versionOf(store.desk);
  const places = version ? placesOf(annotation, version.id) : [];
  if (!version || places.length !== annotation.anchors.length) {
    target.notify({ text: 'The place of this mark is not sure: select its words and press R.', kind: 'info' });
    return;
  }
  const index = edge === 'start' ? 0 : places.length - 1;
  const { start, end } = places[index]!;
  const language = articleOf(store.desk)?.language ?? '';
  const range =
    edge === 'start'
      ? { start: wordStart(version.text, start, direction, language), end }
      : { start, end: wordEnd(version.text, end, direction, language) };
  if (range.start >= range.end) return;
  const change = adjustPiece(annotation, version, index, range);
  store.change({ ...change, joinKey: `${annotation.id}/${edge}` });
}

function merge(target: CommandTarget): void {
  const { store } = target;
  if (!store) return;
  const ticked = annotationsInOrder(store.desk).filter(({ id }) => target.tickedIds.has(id));
  const first = annotationById(store.desk, store.screen.active) ?? ticked[0];
  if (!first) return;
  let others = ticked.filter(({ id }) => id !== first.id);
  if (others.length === 0) {
    const version = versionOf(store.desk)?.id ?? '';
    const own = placesOf(first, version);
    others = annotationsInOrder(store.desk).filter(
      other =>
        other.id !== first.id &&
        other.type === first.type &&
        placesOf(other, version).some(place => own.some(({ start, end }) => place.start < end && start < place.end)),
    ).slice(0, 1);
  }
  if (others.length === 0) {
    target.notify({ text: 'Tick the cards to merge, or choose a mark that overlaps another of its type.', kind: 'info' });
    return;
  }
  store.change(mergeAnnotations(first, others));
  const step = store.undoStep?.id;
  target.setTicked(new Set());
  target.activate(first.id, true);
  target.notify({ text: `Merged ${others.length + 1} into one.`, kind: 'info', actions: [{ label: 'Undo', run: () => target.undoStep(step) }] });
}

function removeActive(target: CommandTarget): void {
  const found = active(target);
  if (!found) return;
  removeAll(target, found.store, [found.annotation]);
  target.workspace?.focusText();
}

function removeTicked(target: CommandTarget): void {
  const { store } = target;
  if (!store) return;
  removeAll(target, store, annotationsInOrder(store.desk).filter(({ id }) => target.tickedIds.has(id)));
  target.setTicked(new Set());
}

function removeAll(target: CommandTarget, store: Store, annotations: readonly Annotation[]): void {
  if (annotations.length === 0) return;
  const change = removeAnnotations(annotations);
  store.change(change);
  const step = store.undoStep?.id;
  target.notify({
    text: annotations.length === 1 ? `${stepLabel(change.name)}: done.` : `Removed ${annotations.length} annotations.`,
    kind: 'info',
    actions: [{ label: 'Undo', run: () => target.undoStep(step) }],
  });
}

/** Selects the next sentence that nobody has looked at, ready to be marked. */
function nextUnseen(target: CommandTarget): void {
  const { store, workspace } = target;
  if (!store || !workspace) return;
  const { coverage } = target;
  store.setScreen({ coverage: true });
  const next = nextSentence(coverage(), 'not-looked-at', workspace.selectedRange?.start ?? workspace.caret - 1);
  if (next) workspace.selectRange(next);
  else target.notify({ text: 'Every sentence was looked at.', kind: 'success' });
}

/** Goes to the next annotation of the shown ones that is wanted, round the end. */
function step(target: CommandTarget, direction: 1 | -1, wanted: (annotation: Annotation) => boolean, none = 'There is no mark to go to.'): void {
  const { store, shown } = target;
  if (!store) return;
  const at = shown.findIndex(({ id }) => id === store.screen.active);
  const count = shown.length;
  for (let i = 1; i <= count; i++) {
    const index = at < 0 ? (direction === 1 ? i - 1 : count - i) : (at + direction * i + count * 2) % count;
    if (!wanted(shown[index]!)) continue;
    target.activate(shown[index]!.id, true);
    return;
  }
  target.notify({ text: none, kind: 'info' });
}

async function openCard(target: CommandTarget): Promise<void> {
  const { workspace, store } = target;
  if (!workspace || !store) return;
  const here = workspace.annotationsAtCursor();
  if (here.length > 0 && !here.includes(store.screen.active ?? '')) target.activate(here[0]!, false);
  await workspace.focusCards();
}

function closeCard(target: CommandTarget): void {
  const { workspace, store } = target;
  if (!workspace || !store) return;
  // Escape goes one step back: from the card to the text, then from the active mark to none.
  if (workspace.cardHasFocus) workspace.focusText();
  else target.activate(null, false);
}
