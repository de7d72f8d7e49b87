import type { Node } from 'prosemirror-model';
import type { Mappable } from 'prosemirror-transform';

// The plain text of a document, and the way between offsets in it and ProseMirror positions:
//   1. the text is that of every text block, in order, joined by "\n"
//   2. a hard break is "\n"; pictures and other leaves add nothing
//   3. offset -> position -> offset is the identity, for every offset from 0 to the length of the text
//   4. a range keeps its text on the way there and back

/** Which end of a range is meant: between blocks a start looks forward, an end looks back; likewise around a picture. */
export type Side = 'start' | 'end';

/** One text block of a document. */
export interface TextBlock {
  /** UTF-16 offset of its first character in the text. */
  readonly start: number;
  /** UTF-16 offset behind its last character. */
  readonly end: number;
  /** ProseMirror position of its content's start. */
  readonly pos: number;
  /** The block itself. */
  readonly node: Node;
}

/** A stretch without leaves in it, so that offsets and positions run in step. */
interface Run {
  readonly offset: number;
  readonly pos: number;
  readonly length: number;
}

const maps = new WeakMap<Node, TextMap>();

/** The plain text of a document, and its offsets as ProseMirror positions. */
export class TextMap {
  /** The plain text. All offsets count its UTF-16 units. */
  readonly text: string;
  /** The text blocks, in order. */
  readonly blocks: readonly TextBlock[];
  /** In the order of the text, at least one for each block, so that both offsets and positions rise. */
  readonly #runs: readonly Run[];

  /** Use `TextMap.of`, which reads a document once only. */
  private constructor(doc: Node) {
    const blocks: TextBlock[] = [];
    const runs: Run[] = [];
    const parts: string[] = [];
    let offset = 0;
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      if (blocks.length > 0) offset++;
      const start = offset;
      let runOffset = offset;
      let runPos = pos + 1;
      let text = '';
      node.forEach((child, childOffset) => {
        const childText = textOfInline(child);
        text += childText;
        offset += childText.length;
        if (childText.length === child.nodeSize) return;
        runs.push({ offset: runOffset, pos: runPos, length: offset - runOffset });
        runOffset = offset;
        runPos = pos + 1 + childOffset + child.nodeSize;
      });
      runs.push({ offset: runOffset, pos: runPos, length: offset - runOffset });
      blocks.push({ start, end: offset, pos: pos + 1, node });
      parts.push(text);
      return false;
    });
    this.text = parts.join('\n');
    this.blocks = blocks;
    this.#runs = runs;
  }

  /** The map of a document; the same object for the same document. */
  static of(doc: Node): TextMap {
    let map = maps.get(doc);
    if (!map) maps.set(doc, (map = new TextMap(doc)));
    return map;
  }

  /**
   * The ProseMirror position of an offset; 0 when the document has no text block. Offsets outside the text are taken
   * for its nearest end. Beside a picture, a range's start lies behind it and a range's end before it.
   */
  posAt(offset: number, side: Side = 'start'): number {
    const runs = this.#runs;
    const last = lastWhere(runs, run => run.offset <= offset);
    let index = Math.max(last, 0);
    if (side === 'end') while (index > 0 && isAtEnd(runs[index - 1], offset)) index--;
    const run = runs[index];
    return run ? run.pos + Math.min(Math.max(offset - run.offset, 0), run.length) : 0;
  }

  /**
   * The offset of a ProseMirror position. One that lies outside all text blocks is taken for the start of the next
   * block (side `start`) or the end of the one before (side `end`), and for the text's own end where there is none.
   */
  offsetAt(pos: number, side: Side = 'start'): number {
    const index = lastWhere(this.#runs, run => run.pos <= pos);
    const run = this.#runs[index];
    if (!run) return 0;
    const next = this.#runs[index + 1];
    if (side === 'start' && next && pos > run.pos + run.length) return next.offset;
    return run.offset + Math.min(pos - run.pos, run.length);
  }

  /** Index in `blocks` of the block that holds the offset; a line feed between blocks belongs to the block before. -1 without blocks. */
  blockIndexAt(offset: number): number {
    return Math.max(lastWhere(this.blocks, block => block.start <= offset), this.blocks.length > 0 ? 0 : -1);
  }
}

/**
 * Where a stretch of a text is after an edit of its document. Text typed at either edge stays outside; a stretch that was
 * deleted is an empty one.
 */
export function mapRange(range: { start: number; end: number }, mapping: Mappable, before: TextMap, after: TextMap): { start: number; end: number } {
  const start = after.offsetAt(mapping.map(before.posAt(range.start, 'start'), 1), 'start');
  const end = Math.max(after.offsetAt(mapping.map(before.posAt(range.end, 'end'), -1), 'end'), start);
  return { start, end };
}

/** The plain text of a document; see the laws above. */
export function textOf(doc: Node): string {
  return TextMap.of(doc).text;
}

function textOfInline(node: Node): string {
  return node.isText ? (node.text ?? '') : (node.type.spec.leafText?.(node) ?? '');
}

function isAtEnd(run: Run | undefined, offset: number): boolean {
  return run !== undefined && run.offset + run.length === offset;
}

/** Index of the last item for which `test` holds, when it holds for a beginning of the list only; -1 for none. */
function lastWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // `middle` is below `items.length`.
    if (test(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
