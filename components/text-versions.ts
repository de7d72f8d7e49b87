import type { ArticleVersion } from '../src/domain/article-version.ts';
import { newVersion, placeStrays, strays, type VersionStep } from '../src/store/new-version.ts';
import { versionOf } from '../src/store/queries.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import { prepareRelocation, relocate, type Follow, type PlacementCounts } from '../src/store/relocation.ts';
import type { Store } from '../src/store/store.ts';
import { relocateAside } from './relocate-aside.ts';

/** After so many searches during which somebody changed a mark, the next one is done without letting anybody in. */
const mostTries = 3;

/**
 * Makes a text the current one of an article, and puts every mark where its words are in it: in one step. Says how many marks
 * stand how.
 */
export async function makeCurrent(store: Store, version: ArticleVersion, name: VersionStep, follow?: Follow): Promise<PlacementCounts> {
  for (let tries = 1; ; tries++) {
    const annotations = annotationsInOrder(store.desk);
    const relocation = prepareRelocation(annotations, store.desk.versions, version, follow);
    const placements = tries < mostTries ? await relocateAside(relocation) : relocate(relocation);
    if (annotationsInOrder(store.desk) !== annotations) continue;
    const { change, counts } = newVersion(annotations, placements, version, name);
    store.change(change);
    return counts;
  }
}

/**
 * Places the marks that speak of another text than the current one: made in another tab meanwhile, or brought back by an undo.
 * Not a step of the person who works here, so undo passes it over.
 */
export async function placeMarks(store: Store): Promise<void> {
  const version = versionOf(store.desk);
  const annotations = version ? strays(annotationsInOrder(store.desk), version.id) : [];
  if (!version || annotations.length === 0) return;
  const placements = await relocateAside(prepareRelocation(annotations, store.desk.versions, version));
  // What changed meanwhile brings its own event.
  const now = new Set(annotationsInOrder(store.desk));
  if (versionOf(store.desk)?.id === version.id && annotations.every(annotation => now.has(annotation))) store.change(placeStrays(annotations, placements));
}

const words: readonly [state: 'exact' | 'moved' | 'changed' | 'ambiguous' | 'lost', words: string][] = [
  ['exact', 'in place'], ['moved', 'moved'], ['changed', 'changed'], ['ambiguous', 'to decide'], ['lost', 'lost'],
];

/** What became of the marks, in words: `7 in place, 1 moved, 1 lost`. Empty when there are none. */
export function countsInWords(counts: PlacementCounts): string {
  return words.filter(([state]) => counts[state] > 0).map(([state, label]) => `${counts[state]} ${label}`).join(', ');
}
