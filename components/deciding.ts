import type { Annotation } from '../src/domain/annotation.ts';
import { statusOf } from '../src/domain/status.ts';
import { annotationById } from '../src/store/queries.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import { isChangedOnly } from '../src/store/re-check.ts';
import { isUndecidedFilter, noFilter, undecided } from '../src/store/screen.ts';
import type { CommandTarget } from './command-target.ts';

/**
 * Goes to the next mark without a sure place, and shows only those until all are decided; when there are none, to the next
 * verdict whose words have changed, then to other marks whose words have.
 */
export async function nextToDecide(target: CommandTarget): Promise<void> {
  const { store } = target;
  if (!store) return;
  const all = annotationsInOrder(store.desk);
  const waiting = all.filter(annotation => statusOf(annotation) === 'to-decide');
  const rechecks = all.filter(annotation => statusOf(annotation) === 're-check');
  const wanted = [waiting, rechecks, all.filter(isChangedOnly)].find(list => list.length > 0) ?? [];
  const next = after(wanted, all, store.screen.active);
  if (!next) {
    target.notify({ text: 'Nothing to decide: every mark has its place.', kind: 'info' });
    return;
  }
  if (waiting.length > 0) store.setScreen({ filter: undecided, sorting: 'position' });
  else if (!target.shown.includes(next)) store.setScreen({ filter: noFilter });
  target.activate(next.id, true);
  await focusDecision(target);
}

/** After a change: when the mark that was to decide has its place, goes on to the next; after the last, shows all again. */
export async function goOnDeciding(target: CommandTarget): Promise<void> {
  const { store, workspace } = target;
  if (!store || !isUndecidedFilter(store.screen.filter)) return;
  const active = annotationById(store.desk, store.screen.active);
  if (active && statusOf(active) === 'to-decide') {
    // One piece of several is decided.
    await focusDecision(target);
  } else if (annotationsInOrder(store.desk).some(annotation => statusOf(annotation) === 'to-decide')) {
    await nextToDecide(target);
  } else {
    store.setScreen({ filter: noFilter });
    target.notify({ text: 'All of them are decided.', kind: 'success' });
    workspace?.focusText();
    if (active) target.activate(active.id, true);
  }
}

async function focusDecision(target: CommandTarget): Promise<void> {
  await target.updateComplete;
  const card = await target.workspace?.activeCard();
  await card?.focusDecision();
  // The card before it closes in the meantime, and what is asked must not be left outside the list.
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  // In a list of its own the card begins where the list does; beside the text it stays beside its mark.
  card?.scrollIntoView({ block: card.askedPiece === null ? 'nearest' : 'start' });
}

/** The first of some annotations that comes after the active one, round the end. */
function after(wanted: readonly Annotation[], all: readonly Annotation[], active: string | null): Annotation | undefined {
  const at = all.findIndex(({ id }) => id === active);
  return wanted.find(annotation => all.indexOf(annotation) > at) ?? wanted[0];
}
