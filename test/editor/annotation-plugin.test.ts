import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { annotationPlugin, annotationsAt, getActive, getAnnotations, setActive, setAnnotations, setVisible, type AnnotationRange } from '../../src/editor/annotation-plugin.ts';
import { lockedView, allowChange } from '../../src/editor/locked.ts';
import { assignRows, ROWS } from '../../src/editor/mark-rows.ts';
import { TextMap } from '../../src/editor/text-projection.ts';
import { article, p, paragraphs, picture, type TestArticle } from '../support/article-builders.ts';

const plugin = annotationPlugin();

function stateOf({ doc }: TestArticle): EditorState {
  return EditorState.create({ doc, plugins: [plugin] });
}

function range(id: string, start: number, end: number): AnnotationRange {
  return { id, start, end, classes: `mark ${id}` };
}

function decorationsOf(state: EditorState): DecorationSet {
  // The plugin's own prop gives a set, though ProseMirror would also take others.
  return plugin.props.decorations!.call(plugin, state) as DecorationSet;
}

/** What is drawn: each segment's text with its spans, innermost first. */
function drawn(state: EditorState): string[] {
  const segments = new Map<string, string[]>();
  for (const decoration of decorationsOf(state).find()) {
    const { from, to } = decoration;
    const key = `${from}-${to}`;
    const text = state.doc.textBetween(from, to);
    const { class: classes, style } = (decoration as unknown as { type: { attrs: { class: string; style: string } } }).type.attrs; // not in its types
    segments.set(key, [...(segments.get(key) ?? [text]), `${classes.replace('mark ', '')} ${style.replace('--claim-depth:', '')}`]);
  }
  return [...segments.values()].map(parts => parts.join(' | '));
}

function show(it: TestArticle, ...ranges: AnnotationRange[]): EditorState {
  const state = stateOf(it);
  return state.apply(setAnnotations(state.tr, ranges));
}

describe('drawing annotations', () => {
  it('draws a range', () => {
    const it = paragraphs('one <a>two<b> three');
    expect(drawn(show(it, range('A', it.offset.a!, it.offset.b!)))).toEqual(['two | A first last 0']);
  });

  it('draws nested ranges as nested spans, the shorter inside and nearer to the letters', () => {
    const it = paragraphs('<a>one <b>two<c> three<d>');
    const { a, b, c, d } = it.offset;
    expect(drawn(show(it, range('long', a!, d!), range('short', b!, c!)))).toEqual([
      'one  | long first 1',
      'two | short first last 0 | long outer 1',
      ' three | long last 1',
    ]);
  });

  it('cuts ranges that cross each other', () => {
    const it = paragraphs('<a>one <b>two<c> three<d>');
    const { a, b, c, d } = it.offset;
    expect(drawn(show(it, range('A', a!, c!), range('B', b!, d!)))).toEqual(['one  | A first 0', 'two | A last 0 | B first outer 1', ' three | B last 1']);
  });

  it('keeps two annotations of the same words apart', () => {
    const it = paragraphs('<a>one<b>');
    expect(drawn(show(it, range('A', it.offset.a!, it.offset.b!), range('B', it.offset.a!, it.offset.b!)))).toEqual(['one | A first last 0 | B first last outer 1']);
  });

  it('cuts a range at the ends of blocks', () => {
    const it = paragraphs('one <a>two', 'three<b> four');
    expect(drawn(show(it, range('A', it.offset.a!, it.offset.b!)))).toEqual(['two | A first 0', 'three | A last 0']);
  });

  it('does not draw what is outside the text, empty or turned round', () => {
    const it = paragraphs('one two');
    expect(drawn(show(it, range('A', 50, 60), range('B', 3, 3), range('C', 5, 2), range('D', -5, 3)))).toEqual(['one | D last 0']);
  });

  it('keeps the rows of ranges while the window moves', () => {
    const it = paragraphs('x'.repeat(60_000));
    // A chain, each link over the next one.
    const chain = Array.from({ length: 300 }, (_, i) => range(`r${i}`, i * 150, i * 150 + 200 + (i % 3)));
    const rowsAt = (start: number): Map<string, string> => {
      const state = show(it, ...chain);
      return new Map(drawn(state.apply(setVisible(state.tr, { start, end: start + 100 }))).flatMap(line => line.split(' | ').slice(1).map(span => [span.split(' ')[0]!, span.at(-1)!] as const)));
    };
    const here = rowsAt(20_000);
    for (const [id, row] of rowsAt(24_000)) if (here.has(id)) expect(`${id} ${here.get(id)}`).toBe(`${id} ${row}`);
  });

  it('leaves pictures at the edges out', () => {
    const it = article(p('one ', picture(), '<a>two<b>', picture()));
    expect(drawn(show(it, range('A', it.offset.a!, it.offset.b!)))).toEqual(['two | A first last 0']);
  });

  it('marks all pieces of the active annotation', () => {
    const it = paragraphs('<a>one<b> two <c>three<d>');
    const { a, b, c, d } = it.offset;
    let state = show(it, range('A', a!, b!), range('B', b!, c!), range('A', c!, d!));
    state = state.apply(setActive(state.tr, 'A'));
    expect(getActive(state)).toBe('A');
    expect(drawn(state).filter(line => line.includes('active'))).toEqual(['one | A first last active 0', 'three | A first last active 0']);
  });

  it('draws only what is near the visible text', () => {
    const it = paragraphs(...Array.from({ length: 2000 }, () => 'ten letters'));
    const all = Array.from({ length: 2000 }, (_, i) => range(`r${i}`, i * 12, i * 12 + 3));
    let state = show(it, ...all);
    const first = decorationsOf(state).find();
    expect(first.length).toBeGreaterThan(100);
    expect(first.length).toBeLessThan(1200);
    state = state.apply(setVisible(state.tr, { start: 20_000, end: 21_000 }));
    const map = TextMap.of(it.doc);
    const starts = decorationsOf(state).find().map(({ from }) => map.offsetAt(from));
    expect(Math.min(...starts)).toBeGreaterThan(12_000);
    expect(starts).toContain(20_400);
    expect(starts.length).toBeLessThan(1200);
  });
});

describe('the state of annotations', () => {
  it('is the same object while nothing changed', () => {
    const it = paragraphs('one two three');
    const ranges = [range('A', 0, 3)];
    const state = show(it, ...ranges);
    const value = plugin.getState(state);
    const later = [
      state.apply(state.tr),
      state.apply(setActive(state.tr, null)),
      state.apply(setAnnotations(state.tr, getAnnotations(state))),
      state.apply(setVisible(state.tr, { start: 0, end: 13 })),
    ];
    for (const next of later) expect(plugin.getState(next)).toBe(value);
  });

  it('gives back the list that it was given', () => {
    const it = paragraphs('one two');
    const state = stateOf(it);
    const ranges = [range('A', 0, 3)];
    expect(getAnnotations(state.apply(setAnnotations(state.tr, ranges)))).toBe(ranges);
  });

  it('takes several changes in one transaction', () => {
    const it = paragraphs('one two');
    const state = stateOf(it);
    const next = state.apply(setActive(setAnnotations(state.tr, [range('A', 0, 3)]), 'A'));
    expect(drawn(next)).toEqual(['one | A first last active 0']);
  });

  it('answers what is at a place, the shortest first, however many pieces', () => {
    const it = paragraphs('one two three four');
    const state = show(it, range('long', 0, 18), range('short', 4, 7), range('long', 4, 13));
    expect(annotationsAt(state, 5)).toEqual(['short', 'long']);
    expect(annotationsAt(state, 7)).toEqual(['long']);
    expect(annotationsAt(state, 18)).toEqual([]);
  });

  it('moves ranges along with edits that the host allows', () => {
    const it = paragraphs('one <a>two<b> three');
    const state = show(it, range('A', it.offset.a!, it.offset.b!));
    const next = state.apply(state.tr.insertText('zero ', 1));
    expect(getAnnotations(next)).toEqual([range('A', it.offset.a! + 5, it.offset.b! + 5)]);
    const gone = state.apply(state.tr.delete(1, 14));
    expect(getAnnotations(gone)).toEqual([range('A', 0, 0)]);
  });
});

describe('rows of underlines', () => {
  const ranges = fc.array(fc.record({ start: fc.nat(50), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 30 }).map(all => all.map(({ start, length }, i) => range(`r${i}`, start, start + length)));

  it('differ where ranges overlap, as far as there are rows', () => {
    fc.assert(
      fc.property(ranges, all => {
        for (const one of assignRows(all)) {
          expect(one.row).toBeLessThan(ROWS);
          const others = assignRows(all).filter(other => other.id !== one.id && other.start < one.end && one.start < other.end);
          if (one.row < ROWS - 1) expect(others.map(other => other.row)).not.toContain(one.row);
        }
      }),
    );
  });

  it('are given to 10,000 ranges of the same words without looking at all pairs', () => {
    const start = performance.now();
    assignRows(Array.from({ length: 10_000 }, (_, i) => range(`r${i}`, 0, 100)));
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('the locked view', () => {
  it('refuses changes of the document but not of the selection', () => {
    const { doc } = paragraphs('one');
    const state = EditorState.create({ doc, plugins: [lockedView()] });
    expect(state.applyTransaction(state.tr.insertText('x', 1)).transactions).toEqual([]);
    expect(state.applyTransaction(state.tr.setMeta('any', 1)).transactions).toHaveLength(1);
  });

  it("lets the host's own changes through", () => {
    const { doc } = paragraphs('one');
    const state = EditorState.create({ doc, plugins: [lockedView()] });
    expect(state.apply(allowChange(state.tr.insertText('x', 1))).doc.textContent).toBe('xone');
  });
});
