import type { AnnotationType, ClaimKind, QuoteForm } from '../domain/annotation.ts';
import { currentPieces, judgedText, readAnnotation, type Quote } from '../domain/annotation.ts';
import { hashText } from '../domain/article-version.ts';
import { readTranscripts, type AttachedTranscript } from '../domain/attached-transcript.ts';
import type { SourceRole, Stance } from '../domain/evidence.ts';
import type { QuoteResult } from '../domain/quote-result.ts';
import { scalesOf } from '../domain/scales-of-desk.ts';
import type { Calculation } from '../domain/calculation.ts';
import type { Json } from '../domain/json.ts';
import type { ArchivedCopy, Confidentiality, SourceField } from '../domain/source.ts';
import { openText } from '../editor/open-text.ts';
import { formats } from '../formats/formats.ts';
import { checkQuote } from '../quotes/check-quote.ts';
import { formatTime, readTranscript } from '../quotes/transcript.ts';
import { addEvidence, addSource, mark, openArticle, setCalculation, setField, setVerdict } from '../store/changes.ts';
import { attachTranscript, recordChecks } from '../store/quote-checks.ts';
import { Store } from '../store/store.ts';

/** The annotations of the sample as they are written by hand in `annotations.json`. */
export interface SampleAnnotations {
  readonly reviewer: string;
  readonly sources: readonly ({
    readonly key: string;
    readonly copies?: readonly ArchivedCopy[];
    readonly confidentiality?: Confidentiality;
  } & { readonly [field in SourceField]?: string })[];
  readonly annotations: readonly {
    readonly type: AnnotationType;
    /** The marked words; each occurs once in the article's text. */
    readonly pieces: readonly string[];
    readonly text?: string;
    readonly claimant?: string;
    readonly claimDate?: string;
    readonly kind?: ClaimKind;
    readonly form?: QuoteForm;
    readonly speaker?: string;
    readonly role?: string;
    readonly place?: string;
    readonly saidAt?: string;
    readonly comment?: string;
    readonly tags?: readonly string[];
    readonly evidence?: readonly {
      readonly source: string;
      readonly excerpt: string;
      readonly locator: string;
      readonly stance: Stance;
      readonly role: SourceRole;
      readonly note: string;
      readonly group?: string;
      readonly method?: string;
      readonly searched?: string;
      readonly calculation?: Omit<Calculation, 'result'>;
    }[];
    readonly verdict?: { readonly rating: string; readonly explanation: string } | null;
    /** Of a quote: what the checker said of its comparison with the transcript of this source. */
    readonly check?: { readonly source: string; readonly meaningChanged: boolean; readonly contextFair: boolean };
  }[];
}

/** A transcript of the sample, attached to its article. */
export interface SampleTranscript {
  /** Key of the source that it is the transcript of. */
  readonly source: string;
  readonly title: string;
  readonly fileName: string;
  readonly content: string;
}

/** The sample is built the same every time: one id and one hour for it. */
const articleId = 'urn:uuid:5a3f1c52-6c0e-4d0b-9a51-000000000001';
const firstMinute = Date.parse('2025-11-20T09:00:00Z');

/**
 * Builds the native file of the sample from its article and its annotations, step by step as a person would have made
 * it. The same input gives the same bytes.
 *
 * @throws RangeError when a piece does not occur exactly once in the article's text.
 */
export async function buildSample(html: string, annotations: SampleAnnotations, transcripts: readonly SampleTranscript[]): Promise<string> {
  const opened = await openText({ html });
  return withNumberedIds(() => {
    let minute = 0;
    const now = (): string => new Date(firstMinute + 60_000 * minute++).toISOString();
    const store = new Store(articleId, { reviewer: annotations.reviewer, now });
    const version = {
      id: 'urn:uuid:5a3f1c52-6c0e-4d0b-9a51-000000000002', article: articleId, document: opened.document, text: opened.text,
      hash: hashText(opened.text), at: now(), by: annotations.reviewer, origin: 'sample' as const,
    };
    const { title, byline, publisher, published, language, url } = opened;
    store.change(openArticle(version, { title, byline, publisher, published, language, url, scale: 'accuracy' }));
    const sources = new Map<string, string>();
    for (const { key, copies, confidentiality, ...fields } of annotations.sources) {
      const { id, change } = addSource(fields);
      sources.set(key, id);
      // Copies are JSON by shape.
      const rest = Object.entries({ ...(copies && { copies: copies as unknown as Json }), ...(confidentiality && { confidentiality }) });
      store.change({ ...change, edits: [...change.edits, ...rest.map(([field, value]) => ({ source: id, field, value }))] });
    }
    const attached = new Map<string, string>();
    for (const { source, ...transcript } of transcripts) {
      const { id, change } = attachTranscript({ ...transcript, source: sources.get(source)! }, { by: annotations.reviewer, at: now() });
      attached.set(source, id);
      store.change(change);
    }
    for (const sample of annotations.annotations) {
      const ranges = sample.pieces.map(piece => {
        const start = opened.text.indexOf(piece);
        if (start < 0 || opened.text.indexOf(piece, start + 1) >= 0) throw new RangeError(`"${piece}" does not occur exactly once in the sample`);
        return { start, end: start + piece.length };
      });
      const { id, change } = mark(sample.type, version, ranges);
      store.change(change);
      const annotation = () => readAnnotation(store.desk.annotations.get(id)!)!;
      for (const field of ['text', 'claimant', 'claimDate', 'kind', 'form', 'speaker', 'role', 'place', 'saidAt', 'comment'] as const) {
        const value = sample[field];
        if (value) store.change(setField(annotation(), field, value));
      }
      if (sample.tags && sample.tags.length > 0) store.change(setField(annotation(), 'tags', sample.tags));
      for (const { source, calculation, ...evidence } of sample.evidence ?? []) {
        const checked = annotation();
        if (checked.type !== 'claim' && checked.type !== 'quote') continue;
        const { id: piece, change: added } = addEvidence(checked, { source: sources.get(source)!, ...evidence });
        store.change(added);
        if (calculation) store.change(setCalculation(annotation(), piece, calculation));
      }
      const checked = annotation();
      if (sample.check && checked.type === 'quote') {
        const { source, ...said } = sample.check;
        const transcript = readTranscripts(store.desk.article).find(({ id }) => id === attached.get(source))!;
        store.change(recordChecks([{ quote: id, result: { ...compare(checked, transcript), ...said, by: annotations.reviewer, at: now() } }]));
      }
      if (sample.verdict && (checked.type === 'claim' || checked.type === 'quote')) {
        store.change(setVerdict(checked, scalesOf(store.desk), sample.verdict, { by: annotations.reviewer, at: now() }));
      }
    }
    return formats.find(({ id }) => id === 'native')!.write!({ desk: store.desk, steps: store.steps });
  });
}

function compare(quote: Quote, transcript: AttachedTranscript): Omit<QuoteResult, 'meaningChanged' | 'contextFair' | 'by' | 'at'> {
  const { transcript: spoken } = readTranscript(transcript.content, { name: transcript.fileName });
  const { outcome, similarity, segments, edits, speaker } = checkQuote({ pieces: currentPieces(quote), speaker: quote.speaker }, spoken, { language: 'en' });
  return {
    transcript: transcript.id,
    transcriptHash: transcript.hash,
    words: judgedText(quote),
    outcome,
    similarity: Math.round(similarity * 1000) / 1000,
    said: segments.map(({ start, end }) => spoken.text.slice(start, end)).join(' … '),
    speaker: speaker.said ?? '',
    speakerAgrees: speaker.agrees,
    locator: segments.map(({ from }) => formatTime(from ?? 0)).join(', '),
    differences: edits.filter(edit => edit.class !== 'case-punctuation').map(edit => ({ class: edit.class, printed: edit.printed, said: edit.said })),
  };
}

/** Ids are random everywhere else; here they count, so that the file changes only where the sample does. */
function withNumberedIds<T>(work: () => T): T {
  const original = crypto.getRandomValues;
  let number = 16;
  crypto.getRandomValues = <A extends ArrayBufferView>(array: A): A => {
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(0);
    new DataView(array.buffer, array.byteOffset).setUint32(array.byteLength - 4, number++);
    return array;
  };
  try {
    return work();
  } finally {
    crypto.getRandomValues = original;
  }
}
