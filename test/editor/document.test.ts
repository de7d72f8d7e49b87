import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { documentToJson, parseDocument } from '../../src/editor/document.ts';
import { article, br, figure, h2, link, marked, p, picture, quote, table, ul } from '../support/article-builders.ts';

const paragraph = (content: readonly JsonObject[]): JsonObject => ({ type: 'doc', content: [{ type: 'paragraph', content }] });

describe('a document as JSON', () => {
  const { doc } = article(
    h2('Chips'),
    p('one ', marked('em', 'two'), br(), link('https://example.org/', 'three'), picture()),
    ul('a', [p('b'), ul('c')]),
    quote(p('never')),
    figure('https://example.org/chart.png', 'A chart', 'The market'),
    table(['Year', 'Chip'], ['2026', 'M100']),
  );

  it('gives the same document back', () => {
    expect(parseDocument(documentToJson(doc)).eq(doc)).toBe(true);
  });

  it('survives being written as text', () => {
    expect(parseDocument(JSON.parse(JSON.stringify(documentToJson(doc)))).eq(doc)).toBe(true);
  });

  it('says nothing about attributes with their default value', () => {
    expect(documentToJson(article(p('one')).doc)).toEqual(paragraph([{ type: 'text', text: 'one' }]));
  });

  it.each<[string, JsonObject]>([
    ['no document', {}],
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }],
    ['a node in the wrong place', { type: 'doc', content: [{ type: 'table_row' }] }],
    ['another node than a document', { type: 'paragraph' }],
    ['an empty document', { type: 'doc' }],
    ['an unknown mark', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'blink' }] }])],
    ['a javascript: link', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }])],
    ['a javascript: link with a tab in it', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: ' java\tscript:alert(1)' } }] }])],
    ['a data: link', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'data:text/html,<script>' } }] }])],
    ['an SVG picture as data', paragraph([{ type: 'inline_image', attrs: { src: 'data:image/svg+xml;base64,PHN2Zz4=' } }])],
    ['a heading of level 9', { type: 'doc', content: [{ type: 'heading', attrs: { level: 9 } }] }],
    ['a heading of level "1 onload=x"', { type: 'doc', content: [{ type: 'heading', attrs: { level: '1 onload=x' } }] }],
    ['a cell over a million columns', { type: 'doc', content: [{ type: 'table', content: [{ type: 'table_row', content: [{ type: 'table_cell', attrs: { colspan: 1e6 }, content: [{ type: 'paragraph' }] }] }] }] }],
    ['a text node without text', paragraph([{ type: 'text', text: '' }])],
  ])('is refused when it is %s', (_, json) => {
    expect(() => parseDocument(json)).toThrow(RangeError);
  });

  it('is refused when it is nested beyond all measure', () => {
    let node: JsonObject = { type: 'paragraph' };
    for (let i = 0; i < 20_000; i++) node = { type: 'blockquote', content: [node] };
    expect(() => parseDocument({ type: 'doc', content: [node] })).toThrow(RangeError);
  });
});
