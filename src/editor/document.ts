import type { Attrs, Fragment, Mark, Node } from 'prosemirror-model';
import type { Json, JsonObject } from '../domain/json.ts';
import { schema } from './schema.ts';

/**
 * The document that the JSON describes. Throws `RangeError`, with a reason, when it is none of our schema or holds
 * an attribute that is not allowed, such as a `javascript:` link: JSON comes from files, too.
 */
export function parseDocument(json: JsonObject): Node {
  let doc: Node;
  try {
    doc = schema.nodeFromJSON(json);
    doc.check();
  } catch (error) {
    throw new RangeError(`This is no article document: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (doc.type !== schema.topNodeType) throw new RangeError(`This is no article document, but a "${doc.type.name}"`);
  return doc;
}

/** The JSON of a document, without attributes that have their default value. `parseDocument` gives the same document back. */
export function documentToJson(doc: Node): JsonObject {
  return nodeToJson(doc);
}

/** The document with one empty paragraph. */
export function emptyDocument(): Node {
  return schema.node('doc', null, [schema.node('paragraph')]);
}

function nodeToJson(node: Node): JsonObject {
  const json: { [key: string]: Json } = { type: node.type.name };
  const attrs = attributesToJson(node.attrs, node.type.spec.attrs);
  if (attrs) json.attrs = attrs;
  if (node.content.size > 0) json.content = children(node.content).map(nodeToJson);
  if (node.marks.length > 0) json.marks = node.marks.map(markToJson);
  if (node.isText) json.text = node.text ?? '';
  return json;
}

function markToJson(mark: Mark): JsonObject {
  const attrs = attributesToJson(mark.attrs, mark.type.spec.attrs);
  return attrs ? { type: mark.type.name, attrs } : { type: mark.type.name };
}

function attributesToJson(attrs: Attrs, specs: { readonly [name: string]: { readonly default?: unknown } } | null | undefined): JsonObject | null {
  const entries = Object.entries(attrs).filter(([name, value]) => value !== specs?.[name]?.default);
  // Attributes of our schema are strings, numbers and null.
  return entries.length > 0 ? (Object.fromEntries(entries) as JsonObject) : null;
}

function children(fragment: Fragment): readonly Node[] {
  return fragment.content;
}
