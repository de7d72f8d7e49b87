import type { JsonObject } from '../domain/json.ts';
import { parseDocument } from './document.ts';
import { TextMap } from './text-projection.ts';

/** A heading of an article. */
export interface Heading {
  /** UTF-16 offset of its first character in the article's text. */
  readonly offset: number;
  /** 1 to 6. */
  readonly level: number;
  readonly title: string;
}

const known = new WeakMap<JsonObject, readonly Heading[]>();

/** The headings of a document, in order; none for one that cannot be read. The same list for the same document. */
export function headingsOf(document: JsonObject): readonly Heading[] {
  let headings = known.get(document);
  if (!headings) known.set(document, (headings = read(document)));
  return headings;
}

function read(document: JsonObject): readonly Heading[] {
  try {
    const { blocks } = TextMap.of(parseDocument(document));
    return blocks.filter(({ node }) => node.type.name === 'heading').map(({ start, node }) => ({ offset: start, level: Number(node.attrs.level), title: node.textContent }));
  } catch (error) {
    // The view says that the document is damaged.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
