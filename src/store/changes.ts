import type { Anchor, TextRange } from '../domain/anchor.ts';
import type { Annotation, AnnotationType, Claim, Quote, QuoteForm } from '../domain/annotation.ts';
import { articleFields, type ArticleField } from '../domain/article.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Change, Edit } from '../domain/change.ts';
import { calculated, type Calculation } from '../domain/calculation.ts';
import { evidenceField, type Evidence, type SourceRole, type Stance } from '../domain/evidence.ts';
import { newId } from '../domain/id.ts';
import type { Json } from '../domain/json.ts';
import type { Head } from '../domain/record.ts';
import type { RatingScale } from '../domain/rating-scale.ts';
import { keptWith, scaleById, scaleFor, type Scales } from '../domain/scales.ts';
import type { SourceField } from '../domain/source.ts';
import type { Verdict } from '../domain/verdict.ts';
import { anchorsEdit, anchorsFor, inReadingOrder } from './anchors.ts';
import { boundVerdict } from './decisions.ts';

/** Marks stretches of the text as a new annotation, whose id is given back with the change. */
export function mark(type: AnnotationType, version: ArticleVersion, ranges: readonly TextRange[]): { id: string; change: Change } {
  const id = newId();
  const anchors = anchorsFor(version, ranges);
  const edits: Edit[] = [
    { annotation: id, field: 'type', value: type },
    anchorsEdit(id, anchors),
  ];
  if (type === 'quote') edits.push({ annotation: id, field: 'form', value: quoteFormOf(anchors.map(anchor => anchor.exact)) });
  return { id, change: { name: `mark-${type}`, edits } };
}

/**
 * The form that marked words have by their quotation marks: indirect without any; partial when a piece holds words outside
 * the marks; else direct. The person can change it.
 */
export function quoteFormOf(pieces: readonly string[]): QuoteForm {
  const marks = /["“”„«»「」『』]/;
  if (!pieces.some(piece => marks.test(piece))) return 'indirect';
  const whole = pieces.every(piece => /^\s*["“„«»「『].*["”“«»」』]\s*[.,;:!?]?\s*$/s.test(piece) || !marks.test(piece));
  return whole ? 'direct' : 'partial';
}

/** Gives an annotation other pieces: a new place for one, one more, or fewer. */
export function setPieces(annotation: Annotation, anchors: readonly Anchor[], name: 'add-piece' | 'adjust-mark' | 'remove-piece'): Change {
  return { name, edits: [anchorsEdit(annotation.id, inReadingOrder(anchors))] };
}

/** Adds a stretch to an annotation. One that touches or overlaps a piece widens that piece instead. */
export function addPiece(annotation: Annotation, version: ArticleVersion, range: TextRange): Change {
  let { start, end } = range;
  const apart: Anchor[] = [];
  for (const anchor of annotation.anchors) {
    const { placement } = anchor;
    const current = placement.version === version.id && placement.state !== 'lost' && placement.state !== 'ambiguous';
    if (current && placement.start <= end && placement.end >= start) {
      start = Math.min(start, placement.start);
      end = Math.max(end, placement.end);
    } else {
      apart.push(anchor);
    }
  }
  return setPieces(annotation, [...apart, ...anchorsFor(version, [{ start, end }])], 'add-piece');
}

/** Puts one piece of an annotation on another stretch. */
export function adjustPiece(annotation: Annotation, version: ArticleVersion, index: number, range: TextRange): Change {
  const anchors = annotation.anchors.map((anchor, at) => (at === index ? anchorsFor(version, [range])[0]! : anchor));
  return setPieces(annotation, anchors, 'adjust-mark');
}

/** Takes one piece off an annotation that has others. */
export function removePiece(annotation: Annotation, index: number): Change {
  return setPieces(annotation, annotation.anchors.filter((_, at) => at !== index), 'remove-piece');
}

/** Makes something else of an annotation; what was entered stays and comes back with the type. */
export function setType(annotation: Annotation, type: AnnotationType): Change {
  const edits: Edit[] = [{ annotation: annotation.id, field: 'type', value: type }];
  if (type === 'quote' && annotation.type !== 'quote') {
    edits.push({ annotation: annotation.id, field: 'form', value: quoteFormOf(annotation.anchors.map(anchor => anchor.exact)) });
  }
  return { name: 'change-type', edits };
}

/** Takes annotations away. */
export function removeAnnotations(annotations: readonly Annotation[]): Change {
  return {
    name: annotations.length === 1 ? `remove-${annotations[0]!.type}` : 'remove-annotations',
    edits: annotations.map(({ id }) => ({ annotation: id, field: 'removed', value: true })),
  };
}

/**
 * Makes one annotation of several: the first keeps its id and its own words and takes over pieces, tags, evidence, and
 * whatever it lacks of the others; the others go.
 */
export function mergeAnnotations(first: Annotation, others: readonly Annotation[]): Change {
  const edits: Edit[] = [];
  const anchors = joinAnchors([first, ...others].flatMap(annotation => annotation.anchors));
  edits.push(anchorsEdit(first.id, anchors));
  const tags = [...new Set([first, ...others].flatMap(annotation => annotation.tags))];
  if (tags.length > 0) edits.push({ annotation: first.id, field: 'tags', value: tags });
  const comments = [first, ...others].map(annotation => annotation.comment).filter(comment => comment.trim() !== '');
  if (comments.length > 0) edits.push({ annotation: first.id, field: 'comment', value: comments.join('\n\n') });
  if (first.type === 'claim' || first.type === 'quote') {
    let order = Math.max(0, ...first.evidence.map(piece => piece.order));
    const own = first as unknown as { [field: string]: Json };
    const filled = new Set<string>();
    for (const other of others) {
      if (other.type !== 'claim' && other.type !== 'quote') continue;
      for (const piece of other.evidence) {
        edits.push(...evidenceEdits(first.id, newId(), { ...piece, order: ++order }));
      }
      const theirs = other as unknown as { [field: string]: Json };
      for (const field of ['text', 'claimant', 'claimDate', 'kind', 'speaker', 'role', 'place', 'saidAt']) {
        if (filled.has(field) || own[field] !== '' || !theirs[field]) continue;
        filled.add(field);
        edits.push({ annotation: first.id, field, value: theirs[field] });
      }
      if (first.verdict === null && other.verdict !== null && first.type === other.type && !filled.has('verdict')) {
        filled.add('verdict');
        edits.push({ annotation: first.id, field: 'verdict', value: asJson(other.verdict) });
      }
    }
  }
  for (const other of others) edits.push({ annotation: other.id, field: 'removed', value: true });
  return { name: 'merge', edits };
}

/** Pieces in reading order, without those that lie inside another. */
function joinAnchors(anchors: readonly Anchor[]): readonly Anchor[] {
  const sorted = [...anchors].sort((a, b) => a.placement.start - b.placement.start || b.placement.end - a.placement.end);
  const kept: Anchor[] = [];
  for (const anchor of sorted) {
    const last = kept.at(-1);
    if (last && last.placement.version === anchor.placement.version && anchor.placement.end <= last.placement.end) continue;
    kept.push(anchor);
  }
  return kept;
}

/** Sets one field of an annotation. Text that is being typed is joined into one step. */
export function setField(annotation: Annotation, field: string, value: Json, options: { typing?: boolean } = {}): Change {
  return {
    name: `set-${field}`,
    edits: [{ annotation: annotation.id, field, value }],
    ...(options.typing && { joinKey: `${annotation.id}/${field}` }),
  };
}

/** Adds evidence to an annotation and gives back its id with the change. */
export function addEvidence(
  annotation: Annotation & { readonly evidence: readonly Evidence[] },
  evidence: {
    source?: string; excerpt?: string; locator?: string; stance?: Stance; role?: SourceRole; note?: string; group?: string; method?: string; searched?: string;
  } = {},
): { id: string; change: Change } {
  const id = newId();
  const order = Math.max(0, ...annotation.evidence.map(piece => piece.order)) + 1;
  return { id, change: { name: 'add-evidence', edits: evidenceEdits(annotation.id, id, { stance: 'supports', role: 'secondary', ...evidence, order }) } };
}

function evidenceEdits(annotation: string, id: string, evidence: Partial<Evidence>): Edit[] {
  const edits: Edit[] = [];
  for (const property of ['source', 'excerpt', 'locator', 'stance', 'role', 'note', 'group', 'method', 'searched', 'order'] as const) {
    const value = evidence[property];
    if (value !== undefined && value !== null && value !== '') edits.push({ annotation, field: evidenceField(id, property), value });
  }
  for (const [property, value] of Object.entries(evidence.extra ?? {})) edits.push({ annotation, field: evidenceField(id, property), value });
  if (evidence.calculation) edits.push({ annotation, field: evidenceField(id, 'calculation'), value: evidence.calculation as unknown as Json }); // plain data
  return edits;
}

/** Sets one property of a piece of evidence. */
export function setEvidence(annotation: Annotation, evidence: string, property: string, value: Json, options: { typing?: boolean } = {}): Change {
  const field = evidenceField(evidence, property);
  return { name: 'edit-evidence', edits: [{ annotation: annotation.id, field, value }], ...(options.typing && { joinKey: `${annotation.id}/${field}` }) };
}

/** Takes a piece of evidence off an annotation. Its source stays. */
/** Sets the calculation of a piece of evidence with its result, or takes it away with null. `typing` names the part that is typed. */
export function setCalculation(annotation: Annotation, evidence: string, calculation: Omit<Calculation, 'result'> | null, typing?: string): Change {
  const field = evidenceField(evidence, 'calculation');
  const value = calculation && (calculated(calculation) as unknown as Json); // plain data
  return { name: 'edit-calculation', edits: [{ annotation: annotation.id, field, value }], ...(typing && { joinKey: `${annotation.id}/${field}/${typing}` }) };
}

export function removeEvidence(annotation: Annotation, evidence: string): Change {
  return { name: 'remove-evidence', edits: [{ annotation: annotation.id, field: evidenceField(evidence, 'removed'), value: true }] };
}

/**
 * Enters a source and gives back its id with the change. With `use`, the same step makes it the source of that piece of
 * evidence.
 */
export function addSource(
  fields: { readonly [field in SourceField]?: string },
  use?: { annotation: Annotation; evidence: string },
): { id: string; change: Change } {
  const id = newId();
  const edits: Edit[] = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ source: id, field, value }));
  if (use) edits.push({ annotation: use.annotation.id, field: evidenceField(use.evidence, 'source'), value: id });
  return { id, change: { name: 'add-source', edits } };
}

/** Sets one field of a source, everywhere it is used. */
export function setSource(source: string, field: SourceField, value: string): Change {
  return { name: 'edit-source', edits: [{ source, field, value }], joinKey: `${source}/${field}` };
}

/**
 * Gives a verdict, or takes it back with null. Bound to the words that are marked and the scale that is in force, which the
 * article keeps where it does not ship. With `version`, the current one, words that have changed there become the marked ones.
 */
export function setVerdict(
  annotation: Claim | Quote,
  scales: Scales,
  verdict: { rating: string | null; explanation: string } | null,
  given: { by: string; at: string; typing?: boolean; version?: ArticleVersion | null },
): Change {
  const { by, at, typing, version = null } = given;
  const scale = scaleFor(scales, annotation.type);
  return {
    name: verdict ? 'set-verdict' : 'clear-verdict',
    edits: verdict
      ? [
          ...boundVerdict(annotation, verdict.rating === null ? null : version, { scale: scale.id, scaleVersion: scale.version, ...verdict, by, at, textHash: '' }),
          ...keepEdits(scales, scale),
        ]
      : [{ annotation: annotation.id, field: 'verdict', value: null }],
    ...(typing && { joinKey: `${annotation.id}/verdict` }),
  };
}

/** Decides a dispute: the value that shall stand. */
export function decideDispute(annotation: string, field: string, head: Head): Change {
  return { name: 'decide-dispute', edits: [{ annotation, field, value: head.value }] };
}

/** Sets what is known about the article. With `scales`, a scale that is chosen and does not ship is kept with it. */
export function setArticleFields(fields: { readonly [field in ArticleField]?: string }, scales?: Scales): Change {
  const edits: Edit[] = articleFields.filter(field => fields[field] !== undefined).map(field => ({ field, value: fields[field]! }));
  let keeping = scales;
  for (const id of [fields.scale, fields.quoteScale]) {
    const scale = keeping && id !== undefined ? scaleById(keeping, id) : undefined;
    const kept = keeping && scale ? keptWith(keeping, scale) : null;
    if (keeping && kept) keeping = { ...keeping, kept };
  }
  if (keeping && scales && keeping.kept !== scales.kept) edits.push(scalesEdit(keeping.kept));
  return { name: 'edit-details', edits };
}

/** What makes an article keep a scale; nothing when it needs not. */
function keepEdits(scales: Scales, scale: RatingScale): readonly Edit[] {
  const kept = keptWith(scales, scale);
  return kept ? [scalesEdit(kept)] : [];
}

function scalesEdit(kept: readonly RatingScale[]): Edit {
  // A scale is JSON by shape; its interface lacks the index signature that `Json` asks for.
  return { field: 'scales', value: kept as unknown as Json };
}

/** The first step of an article: its text and what is known about it. */
export function openArticle(version: ArticleVersion, fields: { readonly [field in ArticleField]?: string }): Change {
  return {
    name: 'open-article',
    edits: [{ field: 'version', value: version.id }, ...setArticleFields(fields).edits.filter(edit => edit.value !== '')],
    versions: [version],
  };
}

/** Takes the article off the list, or puts it back. */
export function setRemoved(removed: boolean): Change {
  return { name: removed ? 'remove-article' : 'restore-article', edits: [{ field: 'removed', value: removed }] };
}

/** A verdict is JSON by shape; its interface lacks the index signature that `Json` asks for. */
function asJson(value: Verdict): Json {
  return value as unknown as Json;
}
