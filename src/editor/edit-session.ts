import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { relocate } from '../anchoring/relocate.ts';
import { getAnnotations, setAnnotations, type AnnotationRange } from './annotation-plugin.ts';
import { mapRange, TextMap } from './text-projection.ts';

/**
 * The marks while a text is edited: the owner speaks of places in the text that editing began with, the view of where they are
 * by now. Each edit carries the marks along (`annotationPlugin`); what an edit deleted and a later one put back, here or
 * elsewhere, is found again by its words (`restore`).
 */
export class EditSession {
  readonly #base: Node;
  readonly #mapping = new Mapping();
  /** The owner's ranges; the plugin's are the same ones, in the same order. */
  #ranges: readonly AnnotationRange[];

  #indexes: ReadonlyMap<string, number>;

  constructor(base: Node, ranges: readonly AnnotationRange[]) {
    this.#base = base;
    this.#ranges = ranges;
    this.#indexes = indexesOf(ranges);
  }

  /** Takes notice of an edit. */
  record(tr: Transaction): void {
    this.#mapping.appendMapping(tr.mapping);
  }

  /** Draws another list of ranges, given as places in the text that editing began with. */
  setRanges(state: EditorState, ranges: readonly AnnotationRange[]): Transaction {
    const known = new Map(this.#ranges.map((range, index) => [keyOf(range), getAnnotations(state)[index]]));
    this.#ranges = ranges;
    this.#indexes = indexesOf(ranges);
    const [before, after] = [TextMap.of(this.#base), TextMap.of(state.doc)];
    return setAnnotations(
      state.tr,
      ranges.map(range => ({ ...range, ...placeOf(known.get(keyOf(range)) ?? mapRange(range, this.#mapping, before, after)) })),
    );
  }

  /** Where a place is by now, or that its words were deleted; null for a place that is not drawn. */
  follow(state: EditorState, id: string, { start, end }: { start: number; end: number }): { start: number; end: number } | 'deleted' | null {
    const index = this.#indexes.get(keyOf({ id, start, end, classes: '' })) ?? -1;
    const now = getAnnotations(state)[index];
    if (!now) return null;
    return now.end > now.start ? placeOf(now) : 'deleted';
  }

  /**
   * Draws marks again whose words were deleted and have been put in anew, by undo, by paste or by hand; null when there are none.
   * The same words that stood there all the time are not those. Linear in the text.
   */
  restore(state: EditorState): Transaction | null {
    const now = getAnnotations(state);
    const missing = this.#ranges.flatMap((range, index) => (now[index] && now[index].end <= now[index].start && range.end > range.start ? [index] : []));
    if (missing.length === 0) return null;
    const placements = relocate(TextMap.of(this.#base).text, TextMap.of(state.doc).text, missing.map(index => this.#ranges[index]!));
    const restored = [...now];
    const map = TextMap.of(state.doc);
    const backwards = this.#mapping.invert();
    let found = false;
    placements.forEach(({ state: sureness, start, end }, n) => {
      if (sureness !== 'exact' && sureness !== 'moved') return;
      if (!backwards.mapResult(map.posAt(Math.floor((start + end) / 2))).deletedAcross) return;
      found = true;
      restored[missing[n]!] = { ...now[missing[n]!]!, start, end };
    });
    return found ? setAnnotations(state.tr, restored) : null;
  }
}

function indexesOf(ranges: readonly AnnotationRange[]): ReadonlyMap<string, number> {
  return new Map(ranges.map((range, index) => [keyOf(range), index]));
}

function keyOf({ id, start, end }: AnnotationRange): string {
  return `${start} ${end} ${id}`;
}

function placeOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
