import type { FieldRecord } from './record.ts';
import { valueOf } from './record.ts';
import { isJsonObject, type Json } from './json.ts';

/** A transcript or a document that quotes of an article are checked against. Kept with the article, as it came. */
export interface AttachedTranscript {
  readonly id: string;
  /** What it is called: the recording, the document. */
  readonly title: string;
  /** The text as it came: plain text with speakers, WebVTT or SRT. */
  readonly content: string;
  /** Name of the file it came from; empty for a pasted one. */
  readonly fileName: string;
  /** Id of the source that evidence from it cites; null while there is none. */
  readonly source: string | null;
  /** SHA-256 of `content`, hexadecimal. */
  readonly hash: string;
  readonly at: string;
  readonly by: string;
}

const prefix = 'transcript/';

/** Name of the article's field that holds a transcript. */
export function transcriptField(id: string): string {
  return prefix + id;
}

/** True for the name of a field that holds a transcript. */
export function isTranscriptField(field: string): boolean {
  return field.startsWith(prefix);
}

const known = new WeakMap<FieldRecord, readonly AttachedTranscript[]>();

/** The transcripts of an article, oldest first; without those that were taken off. */
export function readTranscripts(article: FieldRecord | null): readonly AttachedTranscript[] {
  if (!article) return [];
  let transcripts = known.get(article);
  if (!transcripts) {
    const found: AttachedTranscript[] = [];
    for (const field of Object.keys(article.fields)) {
      const transcript = field.startsWith(prefix) ? read(field.slice(prefix.length), valueOf(article, field)) : null;
      if (transcript) found.push(transcript);
    }
    found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
    known.set(article, (transcripts = found));
  }
  return transcripts;
}

/** What stands in the field may come from any file; without words it is no transcript. */
function read(id: string, value: Json | undefined): AttachedTranscript | null {
  if (value === undefined || !isJsonObject(value)) return null;
  const text = (key: string): string => (typeof value[key] === 'string' ? value[key] : '');
  if (text('content') === '') return null;
  return { id, title: text('title'), content: text('content'), fileName: text('fileName'), source: text('source') || null, hash: text('hash'), at: text('at'), by: text('by') };
}
