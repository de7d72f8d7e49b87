import { judgedText, type Quote } from '../src/domain/annotation.ts';
import type { AttachedTranscript } from '../src/domain/attached-transcript.ts';
import type { QuoteResult } from '../src/domain/quote-result.ts';
import type { ComparedQuote } from './quote-check-task.ts';
import { classLabels, deedOf, outcomeLabels } from './quote-labels.ts';

/** The result to keep of a comparison. What the checker said of meaning and context stays while the outcome does. */
export function quoteResultOf({ check, passages }: ComparedQuote, quote: Quote, transcript: AttachedTranscript, now: { by: string; at: string }): QuoteResult {
  const words = judgedText(quote);
  const before = quote.check;
  const same = before?.transcript === transcript.id && before.outcome === check.outcome && before.words === words;
  return {
    transcript: transcript.id,
    transcriptHash: transcript.hash,
    words,
    outcome: check.outcome,
    similarity: Math.round(check.similarity * 1000) / 1000,
    said: passages.map(({ said }) => said).join(' … '),
    speaker: check.speaker.said ?? '',
    speakerAgrees: check.speaker.agrees,
    locator: passages.map(({ locator }) => locator).join(', '),
    differences: check.edits.filter(edit => edit.class !== 'case-punctuation').map(edit => ({ class: edit.class, printed: edit.printed, said: edit.said })),
    meaningChanged: same ? before.meaningChanged : null,
    contextFair: same ? before.contextFair : null,
    ...now,
  };
}

/** A result in a sentence, for the note of evidence made of it. */
export function resultInWords({ outcome, speakerAgrees, speaker, differences, meaningChanged, contextFair }: QuoteResult): string {
  const parts = [`${outcomeLabels[outcome].label}: ${outcomeLabels[outcome].meaning}`];
  for (const difference of differences) {
    const known = Object.hasOwn(classLabels, difference.class) ? classLabels[difference.class as keyof typeof classLabels] : null;
    if (known?.look === 'alarm') parts.push(`${known.label} ${deedOf(difference)}: said “${difference.said.trim()}”, printed “${difference.printed.trim()}”.`);
  }
  if (speakerAgrees === false) parts.push(`Said by ${speaker}.`);
  if (meaningChanged !== null) parts.push(meaningChanged ? 'The meaning is changed.' : 'The meaning is not changed.');
  if (contextFair !== null) parts.push(contextFair ? 'Fair to its context.' : 'Not fair to its context.');
  return parts.join(' ');
}
