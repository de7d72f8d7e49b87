import type { ArticleVersion } from './article-version.ts';
import { subjectOf, type Operation } from './operation.ts';
import { applyToRecord, type FieldRecord } from './record.ts';

/**
 * Everything that is known while one article is open: a fold of operations, and the versions of the text they speak
 * of. Immutable; parts that a change does not touch keep their identity, so `===` says what changed.
 */
export interface Desk {
  /** Id of the open article. */
  readonly id: string;
  /** Null before the article's first operation. */
  readonly article: FieldRecord | null;
  readonly annotations: ReadonlyMap<string, FieldRecord>;
  /** The sources of all articles, by id. */
  readonly sources: ReadonlyMap<string, FieldRecord>;
  readonly versions: ReadonlyMap<string, ArticleVersion>;
}

/** A desk on which nothing has happened yet. */
export function emptyDesk(id: string): Desk {
  return { id, article: null, annotations: new Map(), sources: new Map(), versions: new Map() };
}

/**
 * The desk after some operations, which must come in causal order. Operations of other articles are passed over.
 * Returns the same desk when nothing changed.
 */
export function applyOperations(desk: Desk, operations: Iterable<Operation>): Desk {
  let article = desk.article;
  let annotations: Map<string, FieldRecord> | null = null;
  let sources: Map<string, FieldRecord> | null = null;
  for (const operation of operations) {
    const id = subjectOf(operation);
    if (operation.source !== undefined) {
      const before = (sources ?? desk.sources).get(id);
      const after = applyToRecord(before, id, operation);
      if (after !== before) (sources ??= new Map(desk.sources)).set(id, after);
    } else if (operation.article !== desk.id) {
      continue;
    } else if (operation.annotation !== null) {
      const before = (annotations ?? desk.annotations).get(id);
      const after = applyToRecord(before, id, operation);
      if (after !== before) (annotations ??= new Map(desk.annotations)).set(id, after);
    } else {
      article = applyToRecord(article ?? undefined, id, operation);
    }
  }
  if (article === desk.article && !annotations && !sources) return desk;
  return { ...desk, article, annotations: annotations ?? desk.annotations, sources: sources ?? desk.sources };
}

/** The desk with some more versions of its article's text. Versions never change once made. */
export function addVersions(desk: Desk, versions: Iterable<ArticleVersion>): Desk {
  let all: Map<string, ArticleVersion> | null = null;
  for (const version of versions) {
    if (version.article === desk.id && !desk.versions.has(version.id)) (all ??= new Map(desk.versions)).set(version.id, version);
  }
  return all ? { ...desk, versions: all } : desk;
}

/** The record of an article, annotation or source on the desk; undefined when there is none. */
export function recordOf(desk: Desk, subject: { annotation?: string | null; source?: string }): FieldRecord | undefined {
  if (subject.source !== undefined) return desk.sources.get(subject.source);
  if (subject.annotation) return desk.annotations.get(subject.annotation);
  return desk.article ?? undefined;
}
