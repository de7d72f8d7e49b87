import { annotationTypes, isChecked, markedWords, placesOf, readAnnotation, type Annotation, type Quote } from '../domain/annotation.ts';
import { readArticle, type Article } from '../domain/article.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import { settingsId } from '../domain/desk-settings.ts';
import type { Desk } from '../domain/desk.ts';
import type { FieldRecord } from '../domain/record.ts';
import { ratingOf, type Scales } from '../domain/scales.ts';
import { addressOf, readSource, resolveSourceId, sourceAt, sourceName, type Source } from '../domain/source.ts';
import { statuses, statusOf } from '../domain/status.ts';
import type { Filter, Sorting } from './screen.ts';

/** The article of a desk; null before it was opened. */
export function articleOf(desk: Desk): Article | null {
  return desk.article && readArticle(desk.article);
}

/** The current version of the article's text; null before there is one. */
export function versionOf(desk: Desk): ArticleVersion | null {
  const article = articleOf(desk);
  return (article && desk.versions.get(article.version)) ?? null;
}

/** The annotation with an id as it stands; null when there is none. */
export function annotationById(desk: Desk, id: string | null): Annotation | null {
  const record = id === null ? undefined : desk.annotations.get(id);
  return record ? readAnnotation(record) : null;
}

/** The sources that were not removed, by name. */
export function sourcesOf(sources: ReadonlyMap<string, FieldRecord>): readonly Source[] {
  const found: Source[] = [];
  for (const record of sources.values()) {
    if (record.id === settingsId) continue;
    const source = readSource(record);
    if (!source.removed && source.mergedInto === '' && sourceName(source)) found.push(source);
  }
  return found.sort((a, b) => (a.title || a.url).localeCompare(b.title || b.url));
}

/** Folds case and accents away, so that a search for "resume" finds "Résumé". */
function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const searchTexts = new WeakMap<Scales, WeakMap<Annotation, string>>();

function searchText(annotation: Annotation, sources: ReadonlyMap<string, FieldRecord>, scales: Scales): string {
  let texts = searchTexts.get(scales);
  if (!texts) searchTexts.set(scales, (texts = new WeakMap()));
  let text = texts.get(annotation);
  if (text === undefined) {
    const parts = [markedWords(annotation), annotation.comment, ...annotation.tags];
    if (annotation.type === 'claim') parts.push(annotation.text, annotation.claimant, annotation.kind);
    if (annotation.type === 'quote') parts.push(annotation.speaker, annotation.role, annotation.place);
    if (annotation.type === 'note') parts.push(annotation.text);
    if (isChecked(annotation)) {
      for (const piece of annotation.evidence) parts.push(piece.excerpt, piece.locator, piece.note);
      if (annotation.verdict) {
        parts.push(annotation.verdict.explanation, ratingOf(scales, annotation.verdict)?.label ?? '');
      }
    }
    texts.set(annotation, (text = foldForSearch(parts.join('\n'))));
  }
  if (!isChecked(annotation) || annotation.evidence.length === 0) return text;
  // Sources are records of their own and may change without the annotation.
  const named = annotation.evidence.map(piece => {
    const source = sourceAt(sources, piece.source);
    return source ? `${source.title}\n${source.publisher}\n${source.author}\n${addressOf(source)}` : '';
  });
  return text + '\n' + foldForSearch(named.join('\n'));
}

/** True when a filter lets everything through. */
export function isOpenFilter(filter: Filter): boolean {
  return (
    filter.search.trim() === '' &&
    [filter.types, filter.statuses, filter.ratings, filter.tags, filter.reviewers].every(list => list.length === 0)
  );
}

/** The annotations that a filter lets through, in the given order. Every word of the search must occur. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  filter: Filter,
  sources: ReadonlyMap<string, FieldRecord>,
  scales: Scales,
): readonly Annotation[] {
  if (isOpenFilter(filter)) return annotations;
  const words = foldForSearch(filter.search).split(/\s+/).filter(word => word !== '');
  const admits = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  return annotations.filter(annotation => {
    if (!admits(filter.types, annotation.type)) return false;
    if (filter.statuses.length > 0 && !filter.statuses.includes(statusOf(annotation))) return false;
    if (filter.ratings.length > 0 && !(isChecked(annotation) && annotation.verdict?.rating && filter.ratings.includes(annotation.verdict.rating))) return false;
    if (filter.tags.length > 0 && !filter.tags.some(tag => annotation.tags.includes(tag))) return false;
    if (filter.reviewers.length > 0 && !filter.reviewers.some(name => reviewersOf(annotation).includes(name))) return false;
    if (words.length === 0) return true;
    const text = searchText(annotation, sources, scales);
    return words.every(word => text.includes(word));
  });
}

/** Who worked on an annotation, as far as its record says. */
export function reviewersOf(annotation: Annotation): readonly string[] {
  const names = [annotation.createdBy, annotation.modifiedBy];
  if (isChecked(annotation) && annotation.verdict) names.push(annotation.verdict.by);
  return [...new Set(names)];
}

/** Annotations in another order; equal ones stay in reading order. */
export function sortAnnotations(annotations: readonly Annotation[], sorting: Sorting): readonly Annotation[] {
  switch (sorting) {
    case 'position':
      return annotations;
    case 'status':
      return sortedBy(annotations, annotation => statuses.indexOf(statusOf(annotation)));
    case 'type':
      return sortedBy(annotations, annotation => annotationTypes.indexOf(annotation.type));
    case 'modified':
      return [...annotations].sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : 0));
  }
}

function sortedBy(annotations: readonly Annotation[], key: (annotation: Annotation) => number): readonly Annotation[] {
  return annotations.map(annotation => ({ annotation, rank: key(annotation) })).sort((a, b) => a.rank - b.rank).map(({ annotation }) => annotation);
}

/** All annotations that touch an offset of the version, shortest first: the innermost is what a person points at. */
export function annotationsAt(annotations: readonly Annotation[], version: string, offset: number): readonly Annotation[] {
  const found: { annotation: Annotation; length: number }[] = [];
  for (const annotation of annotations) {
    const place = placesOf(annotation, version).find(({ start, end }) => start <= offset && offset < end);
    if (place) found.push({ annotation, length: place.end - place.start });
  }
  return found.sort((a, b) => a.length - b.length).map(({ annotation }) => annotation);
}

/** What there is to choose from in a filter, each with how often it occurs. */
export interface Facets {
  readonly types: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
  readonly ratings: ReadonlyMap<string, { readonly label: string; readonly count: number }>;
  readonly tags: ReadonlyMap<string, number>;
  readonly reviewers: ReadonlyMap<string, number>;
}

const facetsOf = new WeakMap<readonly Annotation[], { readonly scales: Scales; readonly facets: Facets }>();

/** Counts of every value that a filter can ask for. */
export function facets(annotations: readonly Annotation[], scales: Scales): Facets {
  const known = facetsOf.get(annotations);
  let found = known?.scales === scales ? known.facets : undefined;
  if (!found) {
    const types = new Map<string, number>();
    const byStatus = new Map<string, number>();
    const ratings = new Map<string, { label: string; count: number }>();
    const tags = new Map<string, number>();
    const reviewers = new Map<string, number>();
    const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
    for (const annotation of annotations) {
      count(types, annotation.type);
      count(byStatus, statusOf(annotation));
      for (const tag of annotation.tags) count(tags, tag);
      for (const name of reviewersOf(annotation)) count(reviewers, name);
      if (!isChecked(annotation)) continue;
      const rating = annotation.verdict && ratingOf(scales, annotation.verdict);
      if (rating) ratings.set(rating.id, { label: rating.label, count: (ratings.get(rating.id)?.count ?? 0) + 1 });
    }
    found = { types, statuses: byStatus, ratings, tags, reviewers };
    facetsOf.set(annotations, { scales, facets: found });
  }
  return found;
}

const uses = new WeakMap<readonly Annotation[], { readonly sources: ReadonlyMap<string, FieldRecord>; readonly counts: ReadonlyMap<string, number> }>();

/** How often each source is used by some annotations, by its id. What was merged counts for the source it was merged into. */
export function sourceUses(annotations: readonly Annotation[], sources: ReadonlyMap<string, FieldRecord>): ReadonlyMap<string, number> {
  const known = uses.get(annotations);
  if (known?.sources === sources) return known.counts;
  const counts = new Map<string, number>();
  for (const annotation of annotations) {
    if (!isChecked(annotation)) continue;
    for (const { source } of annotation.evidence) {
      if (source === null) continue;
      const id = resolveSourceId(sources, source);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  uses.set(annotations, { sources, counts });
  return counts;
}

const tagLists = new WeakMap<readonly Annotation[], readonly string[]>();

/** The tags of some annotations, in the order of the alphabet. */
export function tagsOf(annotations: readonly Annotation[]): readonly string[] {
  let tags = tagLists.get(annotations);
  if (!tags) {
    const found = new Set<string>();
    for (const annotation of annotations) for (const tag of annotation.tags) found.add(tag);
    tagLists.set(annotations, (tags = [...found].sort()));
  }
  return tags;
}

const quoteLists = new WeakMap<readonly Annotation[], readonly Quote[]>();

/** The quotes among some annotations, in their order; the same list for the same annotations. */
export function quotesOf(annotations: readonly Annotation[]): readonly Quote[] {
  let quotes = quoteLists.get(annotations);
  if (!quotes) quoteLists.set(annotations, (quotes = annotations.filter(annotation => annotation.type === 'quote')));
  return quotes;
}
