import { Fragment, type Node } from 'prosemirror-model';
import { schema } from './schema.ts';

/** The document without empty blocks and without white space around the text of a block; null when nothing is left. */
export function tidyDocument(doc: Node): Node | null {
  return tidy(doc);
}

function tidy(node: Node): Node | null {
  if (node.isTextblock) return node.type.spec.code ? (node.textContent.trim() === '' ? null : node) : trim(node);
  if (node.isLeaf) return node;
  const children = node.content.content.map(tidy).filter(child => child !== null);
  if (children.length === 0) return isCell(node) ? node.copy(Fragment.from(schema.nodes.paragraph.create())) : node.type === schema.nodes.table_row ? node : null;
  const content = Fragment.from(children);
  // A caption alone is no figure's picture, but it is text; a table of captions only is one no more.
  return node.type.validContent(content) ? node.copy(content) : null;
}

function isCell(node: Node): boolean {
  return node.type === schema.nodes.table_cell || node.type === schema.nodes.table_header;
}

function trim(block: Node): Node | null {
  const children = [...block.content.content];
  while (children.length > 0 && trimEdge(children, 0, text => text.trimStart()));
  while (children.length > 0 && trimEdge(children, children.length - 1, text => text.trimEnd()));
  return children.length === 0 ? null : block.copy(Fragment.from(children));
}

/** Trims one child, or removes it when nothing is left of it; true when the next one is the edge now. */
function trimEdge(children: Node[], index: number, trimText: (text: string) => string): boolean {
  const child = children[index];
  if (!child) return false;
  if (child.type === schema.nodes.hard_break) {
    children.splice(index, 1);
    return true;
  }
  if (!child.isText) return false;
  const text = child.text ?? '';
  const trimmed = trimText(text);
  if (trimmed === '') {
    children.splice(index, 1);
    return true;
  }
  if (trimmed !== text) children[index] = schema.text(trimmed, child.marks);
  return false;
}
