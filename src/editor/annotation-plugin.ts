import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { DecorationSet } from 'prosemirror-view';
import { drawMarks } from './draw-marks.ts';
import { IntervalIndex } from './interval-index.ts';
import { assignRows } from './mark-rows.ts';
import { mapRange, TextMap } from './text-projection.ts';

/** One piece of an annotation, as it is drawn. Several pieces of one annotation share its `id`. */
export interface AnnotationRange {
  readonly id: string;
  /** UTF-16 offset in the article's text. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** Class names that say what the mark looks like, separated by spaces. */
  readonly classes: string;
}

/** A stretch of the article's text in UTF-16 offsets; `end` is exclusive. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

interface AnnotationState {
  readonly ranges: readonly AnnotationRange[];
  readonly index: IntervalIndex<AnnotationRange>;
  readonly active: string | null;
  /** What has been drawn: more than is in view, so that a small scroll draws nothing. */
  readonly drawn: Window;
  readonly decorations: DecorationSet;
}

interface Change {
  readonly ranges?: readonly AnnotationRange[];
  readonly active?: string | null;
  readonly visible?: Window;
}

/** How far beyond the visible text marks are drawn, in UTF-16 units: about two screens, so that scrolling shows them at once. */
const MARGIN = 6000;

/** Drawing again is worth it only when less than this is left of the margin. */
const SLACK = 2000;

/** What is drawn before anybody said what is visible: a first screen. */
const FIRST_SCREEN: Window = { start: 0, end: MARGIN };

const key = new PluginKey<AnnotationState>('annotations');

/** Draws annotations that the store owns: the plugin gets all ranges at once and shows those in and near the visible text. */
export function annotationPlugin(): Plugin<AnnotationState> {
  return new Plugin<AnnotationState>({
    key,
    state: {
      init: (_config, state) => draw(state.doc, { ranges: [], index: new IntervalIndex<AnnotationRange>([]), active: null, drawn: FIRST_SCREEN }),
      apply: (tr, value, before) => {
        const change: Change | undefined = tr.getMeta(key);
        const moved = tr.docChanged ? mapRanges(value.ranges, tr, TextMap.of(before.doc)) : value.ranges;
        const ranges = change?.ranges ?? moved;
        const active = change?.active === undefined ? value.active : change.active;
        const drawn = change?.visible ? windowFor(change.visible, value.drawn) : value.drawn;
        if (ranges === value.ranges && active === value.active && drawn === value.drawn && !tr.docChanged) return value;
        return draw(tr.doc, { ranges, index: ranges === value.ranges ? value.index : new IntervalIndex(ranges), active, drawn });
      },
    },
    props: {
      decorations: state => key.getState(state)?.decorations,
    },
  });
}

/** Replaces all ranges. They may overlap, be nested and repeat ids; parts outside the text are not drawn. */
export function setAnnotations(tr: Transaction, ranges: readonly AnnotationRange[]): Transaction {
  return change(tr, { ranges });
}

/** Says which annotation is active; its pieces get the class `active`. */
export function setActive(tr: Transaction, id: string | null): Transaction {
  return change(tr, { active: id });
}

/** Says which stretch of the text is in view. Changes nothing while that was drawn already. */
export function setVisible(tr: Transaction, visible: Window): Transaction {
  return change(tr, { visible });
}

/** All ranges as they were set, or as editing has moved them since. The same list while nothing changed. Empty without the plugin. */
export function getAnnotations(state: EditorState): readonly AnnotationRange[] {
  return key.getState(state)?.ranges ?? [];
}

/** Id of the active annotation. */
export function getActive(state: EditorState): string | null {
  return key.getState(state)?.active ?? null;
}

/** Ids of the annotations that cover the character at `offset`, the shortest piece first, each id once. */
export function annotationsAt(state: EditorState, offset: number): string[] {
  const pieces = key.getState(state)?.index.at(offset) ?? [];
  return [...new Set(pieces.map(piece => piece.id))];
}

function change(tr: Transaction, added: Change): Transaction {
  const before: Change | undefined = tr.getMeta(key);
  return tr.setMeta(key, { ...before, ...added });
}

function draw(doc: Node, value: Omit<AnnotationState, 'decorations'>): AnnotationState {
  const map = TextMap.of(doc);
  const { start, end } = value.drawn;
  // Rows depend on all ranges that hang together, also on those just outside the window: else they would change with it.
  const pieces = assignRows(connected(value.index, value.drawn)).filter(piece => piece.start < end && piece.end > start);
  return { ...value, decorations: DecorationSet.create(doc, drawMarks(map, pieces, value.drawn, value.active)) };
}

/** The ranges that touch the window, and those that hang together with them by overlapping. */
function connected(index: IntervalIndex<AnnotationRange>, window: Window): AnnotationRange[] {
  let { start, end } = window;
  for (;;) {
    const found = index.overlapping(start, end);
    const first = Math.min(start, found[0]?.start ?? start);
    const last = found.reduce((reach, range) => Math.max(reach, range.end), end);
    if (first === start && last === end) return found;
    start = first;
    end = last;
  }
}

/** The window to draw; the old object while it still reaches far enough beyond what is visible. */
function windowFor(visible: Window, drawn: Window): Window {
  const reaches = (drawn.start === 0 || drawn.start <= visible.start - SLACK) && drawn.end >= visible.end + SLACK;
  const tooMuch = drawn.end - drawn.start > 4 * MARGIN + 2 * (visible.end - visible.start);
  if (reaches && !tooMuch) return drawn;
  return { start: Math.max(visible.start - MARGIN, 0), end: visible.end + MARGIN };
}

/** Where the ranges are after an edit; a range whose text was deleted stays as an empty one. */
function mapRanges(ranges: readonly AnnotationRange[], tr: Transaction, before: TextMap): readonly AnnotationRange[] {
  const after = TextMap.of(tr.doc);
  return ranges.map(range => {
    const { start, end } = mapRange(range, tr.mapping, before, after);
    return start === range.start && end === range.end ? range : { ...range, start, end };
  });
}
