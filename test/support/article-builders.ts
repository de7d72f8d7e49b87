import type { Node } from 'prosemirror-model';
import type { JsonObject } from '../../src/domain/json.ts';
import { documentToJson } from '../../src/editor/document.ts';
import { schema } from '../../src/editor/schema.ts';
import { textOf } from '../../src/editor/text-projection.ts';

// Builders for articles in tests. Places are written in the text, `p('one <a>two<b>')`, and read from the article:
//   const it = article(h2('Chips'), p('one <a>two<b>'));
//   it.offset.a, it.offset.b, it.document, it.text

/** Inline content: text, perhaps with places in it, or a node. */
type Inline = string | Node;

/** An article for a test. */
export interface TestArticle {
  readonly doc: Node;
  /** ProseMirror JSON. */
  readonly document: JsonObject;
  readonly text: string;
  /** UTF-16 offsets of the places that were written in the text. Reading one that was not written throws. */
  readonly offset: { readonly [place: string]: number };
}

// Stands for a place until the article is put together; in no text by itself.
const OPEN = '\ue000';
const CLOSE = '\ue001';
const PLACE = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'g');

/** An article of these blocks. */
export function article(...blocks: readonly Node[]): TestArticle {
  const marked = textOf(schema.node('doc', null, blocks));
  const offset: { [place: string]: number } = {};
  let removed = 0;
  for (const match of marked.matchAll(PLACE)) {
    offset[match[1] ?? ''] = match.index - removed;
    removed += match[0].length;
  }
  const doc = schema.node('doc', null, blocks.map(withoutPlaces));
  return {
    doc,
    document: documentToJson(doc),
    text: textOf(doc),
    offset: new Proxy(offset, {
      get: (places, place) => {
        const found = typeof place === 'string' ? places[place] : undefined;
        if (found === undefined) throw new RangeError(`There is no <${String(place)}> in this article`);
        return found;
      },
    }),
  };
}

/** An article of plain paragraphs. */
export function paragraphs(...texts: readonly string[]): TestArticle {
  return article(...texts.map(text => p(text)));
}

/** A paragraph. */
export function p(...content: readonly Inline[]): Node {
  return schema.node('paragraph', null, inline(content));
}

/** A second-level heading. */
export function h2(...content: readonly Inline[]): Node {
  return schema.node('heading', { level: 2 }, inline(content));
}

/** A bullet list; each item is a paragraph's text or its blocks. */
export function ul(...items: readonly (string | readonly Node[])[]): Node {
  return schema.node('bullet_list', null, items.map(item => schema.node('list_item', null, typeof item === 'string' ? [p(item)] : item)));
}

/** A block quote. */
export function quote(...blocks: readonly Node[]): Node {
  return schema.node('blockquote', null, blocks);
}

/** A figure with a picture and a caption. */
export function figure(src: string, alt: string, caption: string): Node {
  return schema.node('figure', null, [schema.node('image', { src, alt }), schema.node('figcaption', null, inline([caption]))]);
}

/** A table; each row is a list of its cells' texts, the first row holds the headers. */
export function table(...rows: readonly (readonly string[])[]): Node {
  return schema.node('table', null, rows.map((cells, i) => schema.node('table_row', null, cells.map(cell => schema.node(i === 0 ? 'table_header' : 'table_cell', null, [p(cell)])))));
}

/** A line break. */
export function br(): Node {
  return schema.node('hard_break');
}

/** A picture amid text. */
export function picture(src = 'https://example.org/a.png', alt = ''): Node {
  return schema.node('inline_image', { src, alt });
}

/** Text with a mark. */
export function marked(mark: 'em' | 'strong' | 'code' | 'sub' | 'sup' | 'strike' | 'underline', text: string): Node {
  return schema.text(withSigns(text), [schema.mark(mark)]);
}

/** Text that is a link. */
export function link(href: string, text: string): Node {
  return schema.text(withSigns(text), [schema.mark('link', { href })]);
}

function inline(content: readonly Inline[]): Node[] {
  return content.filter(part => part !== '').map(part => (typeof part === 'string' ? schema.text(withSigns(part)) : part));
}

function withSigns(text: string): string {
  return text.replace(/<(\w+)>/g, `${OPEN}$1${CLOSE}`);
}

function withoutPlaces(node: Node): Node {
  if (node.isText) return schema.text((node.text ?? '').replace(PLACE, ''), node.marks);
  const content = node.content.content.filter(child => !child.isText || (child.text ?? '').replace(PLACE, '') !== '').map(withoutPlaces);
  return schema.node(node.type, node.attrs, content, node.marks);
}
