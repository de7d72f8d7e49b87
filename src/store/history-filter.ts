import { changesOf, type ChangeKind, type History, type HistoryEntry } from './history.ts';
import { shownValue, wordsOf, type ValueContext } from './shown-value.ts';

/** What is looked for in a history. */
export interface HistoryFilter {
  /** Every word of it must occur. */
  readonly search: string;
  /** Who did it; null for everybody. */
  readonly person: string | null;
  /** What it was about; null for everything. */
  readonly kind: ChangeKind | null;
}

export const noHistoryFilter: HistoryFilter = { search: '', person: null, kind: null };

/** UTF-16 length of the part of a value that is searched: 10,000 steps may hold whole transcripts. */
const searched = 2000;

const searchTexts = new WeakMap<HistoryEntry, string>();

/**
 * The entries that a filter lets through, in their order.
 *
 * @param name What an entry is called on the screen, which is searched with it. The same for the same entry.
 */
export function filterEntries(
  history: History,
  entries: readonly HistoryEntry[],
  { search, person, kind }: HistoryFilter,
  context: ValueContext,
  name: (entry: HistoryEntry) => string,
): readonly HistoryEntry[] {
  const words = fold(search).split(/\s+/).filter(word => word !== '');
  return entries.filter(entry => {
    if (person !== null && entry.step.by !== person) return false;
    if (kind !== null && !entry.kinds.has(kind)) return false;
    if (words.length === 0) return true;
    let text = searchTexts.get(entry);
    if (text === undefined) searchTexts.set(entry, (text = fold(`${name(entry)}\n${textOf(history, entry, context)}`)));
    return words.every(word => text.includes(word));
  });
}

function textOf(history: History, { step, annotations }: HistoryEntry, context: ValueContext): string {
  const parts = [step.by];
  for (const id of annotations) parts.push(history.names.get(id)?.words ?? '');
  for (const { field, after, before } of changesOf(history, step)) {
    for (const value of [...before, after]) if (value !== undefined) parts.push(wordsOf(shownValue(field, value, context)).slice(0, searched));
  }
  return parts.join('\n');
}

/** Folds case and accents away, so that a search for "resume" finds "Résumé". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Who did something, and in how many entries, the busiest first. */
export function peopleIn(entries: readonly HistoryEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { step } of entries) counts.set(step.by, (counts.get(step.by) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** What entries are about, and how many of them. */
export function kindsIn(entries: readonly HistoryEntry[]): ReadonlyMap<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>();
  for (const { kinds } of entries) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
