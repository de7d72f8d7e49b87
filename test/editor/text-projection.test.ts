import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/editor/schema.ts';
import { TextMap, textOf } from '../../src/editor/text-projection.ts';
import { article, br, figure, h2, p, paragraphs, picture, quote, table, ul } from '../support/article-builders.ts';

/** Inline content of a text block: texts, line breaks and pictures in any order. */
const inline = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }).map(text => schema.text(text)) }, fc.constant(br()), fc.constant(picture())), { maxLength: 6 });
const textBlock = inline.map(content => schema.node('paragraph', null, content));
const block: fc.Arbitrary<Node> = fc.letrec<{ block: Node }>(tie => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    textBlock,
    inline.map(content => schema.node('heading', { level: 2 }, content)),
    fc.constant(schema.node('horizontal_rule')),
    fc.constant(figure('', 'a chart', 'Caption')),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(blocks => quote(...blocks)),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(blocks => ul(blocks)),
  ),
})).block;
const doc = fc.array(block, { minLength: 1, maxLength: 5 }).map(blocks => schema.node('doc', null, blocks));

/** prosemirror-model's own reading of the same rules. */
function oracle(node: Node, from = 0, to = node.content.size): string {
  return node.textBetween(from, to, '\n', leaf => (leaf.type.name === 'hard_break' ? '\n' : ''));
}

describe('the text of a document', () => {
  it('joins text blocks by a line feed', () => {
    expect(article(h2('Title'), p('one'), quote(p('two'), ul('three', 'four'))).text).toBe('Title\none\ntwo\nthree\nfour');
  });

  it('has a line feed for a line break and nothing for pictures and rules', () => {
    expect(article(p('one', br(), 'two', picture(), 'three'), schema.node('horizontal_rule'), figure('', 'alt', 'Caption')).text).toBe('one\ntwothree\nCaption');
  });

  it('keeps a line for an empty block', () => {
    expect(article(p('one'), p(), p('two')).text).toBe('one\n\ntwo');
  });

  it('reads a table cell by cell', () => {
    expect(article(table(['Year', 'Chips'], ['2026', 'M100'])).text).toBe('Year\nChips\n2026\nM100');
  });

  it('is what prosemirror-model makes of it', () => {
    fc.assert(
      fc.property(doc, node => {
        expect(textOf(node)).toBe(oracle(node));
      }),
    );
  });
});

describe('a text map', () => {
  it('is made once for a document', () => {
    const { doc: node } = paragraphs('one');
    expect(TextMap.of(node)).toBe(TextMap.of(node));
  });

  it('brings every offset to a position and back', () => {
    fc.assert(
      fc.property(doc, node => {
        const map = TextMap.of(node);
        if (map.blocks.length === 0) return;
        for (let offset = 0; offset <= map.text.length; offset++) {
          expect(map.offsetAt(map.posAt(offset, 'start'), 'start')).toBe(offset);
          expect(map.offsetAt(map.posAt(offset, 'end'), 'end')).toBe(offset);
        }
      }),
    );
  });

  it('keeps the text of a range', () => {
    fc.assert(
      fc.property(doc, fc.nat(), fc.nat(), (node, a, b) => {
        const map = TextMap.of(node);
        if (map.blocks.length === 0) return;
        const [start, end] = [a % (map.text.length + 1), b % (map.text.length + 1)].sort((x, y) => x - y) as [number, number];
        // A line feed that a range begins with stands between blocks, where textBetween has nothing to separate yet.
        const between = oracle(node, map.posAt(start, 'start'), map.posAt(end, 'end'));
        expect(between.replace(/^\n+/, '')).toBe(map.text.slice(start, end).replace(/^\n+/, ''));
      }),
    );
  });

  it('gives positions in text blocks only', () => {
    fc.assert(
      fc.property(doc, node => {
        const map = TextMap.of(node);
        if (map.blocks.length === 0) return;
        for (let offset = 0; offset <= map.text.length; offset++) expect(node.resolve(map.posAt(offset)).parent.isTextblock).toBe(true);
      }),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(doc, node => {
        const map = TextMap.of(node);
        for (const side of ['start', 'end'] as const) {
          let last = 0;
          for (let pos = 0; pos <= node.content.size; pos++) {
            const offset = map.offsetAt(pos, side);
            expect(offset).toBeGreaterThanOrEqual(last);
            last = offset;
          }
        }
      }),
    );
  });

  it.each([
    // Positions: 0 <p> 1 one 4 </p> 5 <p> 6 two 9 </p> 10
    { pos: 0, start: 0, end: 0 },
    { pos: 4, start: 3, end: 3 },
    { pos: 5, start: 4, end: 3 },
    { pos: 6, start: 4, end: 4 },
    { pos: 10, start: 7, end: 7 },
  ])('takes position $pos for offset $start as a start and $end as an end', ({ pos, start, end }) => {
    const map = TextMap.of(paragraphs('one', 'two').doc);
    expect([map.offsetAt(pos, 'start'), map.offsetAt(pos, 'end')]).toEqual([start, end]);
  });

  it('leaves a picture beside a range out of it', () => {
    const { doc: node, offset } = article(p('one <a>', picture(), 'two<b>', picture()));
    const map = TextMap.of(node);
    expect(node.textBetween(map.posAt(offset.a!, 'start'), map.posAt(offset.b!, 'end'), '\n', '*')).toBe('two');
  });

  it('takes offsets outside the text for its ends', () => {
    const map = TextMap.of(paragraphs('one').doc);
    expect([map.posAt(-5), map.posAt(99)]).toEqual([1, 4]);
  });

  it('has nothing to say about a document without text', () => {
    const map = TextMap.of(article(schema.node('horizontal_rule')).doc);
    expect([map.text, map.posAt(0), map.offsetAt(0), map.blockIndexAt(0)]).toEqual(['', 0, 0, -1]);
  });
});
