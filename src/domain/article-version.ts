import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonObject } from './json.ts';

/** Where the text of a version came from. */
export type VersionOrigin = 'paste' | 'file' | 'import' | 'page' | 'sample' | 'edit';

/** The text of an article as it stood once. Never changed after it was made. */
export interface ArticleVersion {
  readonly id: string;
  readonly article: string;
  /** The document as ProseMirror JSON, in the schema of `src/editor/schema.ts`. */
  readonly document: JsonObject;
  /** Plain text of the document: its text blocks joined by a line feed. All offsets count UTF-16 units of this. */
  readonly text: string;
  /** SHA-256 of `text` (as UTF-8), hexadecimal. */
  readonly hash: string;
  readonly at: string;
  readonly by: string;
  readonly origin: VersionOrigin;
}

/**
 * SHA-256 of a text, hexadecimal. A library rather than `crypto.subtle`, which is missing on plain-http pages and
 * cannot answer at once. Lone surrogates count as U+FFFD, as in every UTF-8 encoder.
 */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
