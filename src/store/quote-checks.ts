import type { Quote } from '../domain/annotation.ts';
import { hashText } from '../domain/article-version.ts';
import { transcriptField, type AttachedTranscript } from '../domain/attached-transcript.ts';
import type { Change } from '../domain/change.ts';
import type { Stance } from '../domain/evidence.ts';
import { newId } from '../domain/id.ts';
import type { Json } from '../domain/json.ts';
import type { QuoteResult } from '../domain/quote-result.ts';
import { addEvidence } from './changes.ts';

/** Attaches a transcript to the article, with a source that evidence from it will cite. */
export function attachTranscript(
  given: { title: string; content: string; fileName: string; source?: string | null },
  now: { by: string; at: string },
): { id: string; change: Change } {
  const id = newId();
  const source = given.source ?? newId();
  const value = { title: given.title, content: given.content, fileName: given.fileName, source, hash: hashText(given.content), ...now };
  return {
    id,
    change: {
      name: 'attach-transcript',
      edits: [...(given.source ? [] : [{ source, field: 'title', value: given.title }]), { field: transcriptField(id), value }],
    },
  };
}

/** Takes a transcript off the article. Results that were found with it stay. */
export function removeTranscript(id: string): Change {
  return { name: 'remove-transcript', edits: [{ field: transcriptField(id), value: null }] };
}

/** Keeps results, one for each quote, in one step. */
export function recordChecks(results: readonly { readonly quote: string; readonly result: QuoteResult | null }[]): Change {
  return { name: results.length === 1 ? 'check-quote' : 'check-quotes', edits: results.map(({ quote, result }) => ({ annotation: quote, field: 'check', value: asJson(result) })) };
}

/** How evidence from a transcript stands to the quote. */
export function stanceOf({ outcome, speakerAgrees, meaningChanged, contextFair }: QuoteResult): Stance {
  if (outcome === 'not-found') return 'nothing-found';
  if (speakerAgrees === false || meaningChanged === true || contextFair === false) return 'refutes';
  if (meaningChanged === false) return 'supports';
  return outcome === 'altered' || outcome === 'spliced' ? 'refutes' : 'supports';
}

/** Turns a result into evidence, which cites the transcript's source: what was said, where, and what it shows. */
export function evidenceFromCheck(quote: Quote, result: QuoteResult, transcript: AttachedTranscript, note: string): { id: string; change: Change } {
  const { id, change } = addEvidence(quote, {
    ...(transcript.source !== null && { source: transcript.source }),
    excerpt: result.said,
    locator: result.locator,
    stance: stanceOf(result),
    role: 'primary',
    note,
  });
  return { id, change: { ...change, name: 'evidence-from-transcript', edits: [{ annotation: quote.id, field: 'check', value: asJson(result) }, ...change.edits] } };
}

/** A result is JSON by shape; its interface lacks the index signature that `Json` asks for. */
function asJson(result: QuoteResult | null): Json {
  return result as unknown as Json;
}
