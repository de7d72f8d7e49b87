import type { ArticleVersion } from '../domain/article-version.ts';
import { annotationTypes, type AnnotationType } from '../domain/annotation.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../domain/desk.ts';
import { parseEvidenceField } from '../domain/evidence.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import { operationsById, valuesBefore, type Operation, type Step } from '../domain/operation.ts';
import { placedBy } from './new-version.ts';
import { fieldKey } from './undoable.ts';

/** What a change can be about, to choose by. */
export const changeKinds = ['mark', 'details', 'evidence', 'quote-check', 'verdict', 'text', 'article'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One step as the history tells it. */
export interface HistoryEntry {
  readonly step: Step;
  /** Whether it did what its name says, took that back, or did it again. */
  readonly told: 'did' | 'undid' | 'redid';
  /** True when what it did was taken back later and not done again. */
  readonly isTakenBack: boolean;
  /** True when no person did it. */
  readonly isByProgram: boolean;
  /** Ids of the annotations that it changed. */
  readonly annotations: ReadonlySet<string>;
  /** Ids of the sources that it changed. */
  readonly sources: ReadonlySet<string>;
  readonly kinds: ReadonlySet<ChangeKind>;
}

/** What an annotation was called last; removed ones have a name as well. */
export interface AnnotationName {
  readonly type: AnnotationType | null;
  /** Its own words, else the marked ones; empty when it had neither. */
  readonly words: string;
}

/** The steps of an article, ready to be told. */
export interface History {
  /** Oldest first, as the steps came. */
  readonly entries: readonly HistoryEntry[];
  readonly operations: ReadonlyMap<string, Operation>;
  readonly names: ReadonlyMap<string, AnnotationName>;
  /** Id of the source that a piece of evidence had last, by the id of the evidence. */
  readonly citedBy: ReadonlyMap<string, string>;
}

/** What a step made of one field. */
export interface FieldChange {
  /** Null for a field of the article or of a source. */
  readonly annotation: string | null;
  /** Null for a field of the article or of an annotation. */
  readonly source: string | null;
  readonly field: string;
  /** None for a first value, several for a dispute that was decided; undefined in place of one that is not kept here. */
  readonly before: readonly (Json | undefined)[];
  readonly after: Json;
}

/** Reads the history off the steps of an article, oldest first. What a step changed is read when it is asked for: see `changesOf`. */
export function historyOf(steps: readonly Step[]): History {
  const chains = chainsOf(steps);
  const names = new Map<string, { type: AnnotationType | null; own: string; marked: string }>();
  const citedBy = new Map<string, string>();
  const entries = steps.map((step): HistoryEntry => {
    const annotations = new Set<string>();
    const sources = new Set<string>();
    const kinds = new Set<ChangeKind>();
    for (const operation of step.operations) {
      kinds.add(kindOf(operation));
      if (operation.source !== undefined) sources.add(operation.source);
      if (operation.annotation === null || operation.source !== undefined) continue;
      annotations.add(operation.annotation);
      rename(names, operation.annotation, operation);
      const evidence = parseEvidenceField(operation.field);
      if (evidence?.property === 'source' && typeof operation.value === 'string') citedBy.set(evidence.id, operation.value);
    }
    const { depth, root } = chains.of(step);
    return {
      step,
      told: depth === 0 ? 'did' : depth % 2 === 1 ? 'undid' : 'redid',
      isTakenBack: depth === 0 && chains.isTakenBack(root),
      isByProgram: step.by === placedBy,
      annotations,
      sources,
      kinds,
    };
  });
  return {
    entries,
    operations: operationsById(steps),
    names: new Map([...names].map(([id, { type, own, marked }]) => [id, { type, words: own || marked }])),
    citedBy,
  };
}

/** The entries that changed an annotation; all of them with null. Oldest first. */
export function entriesOf(history: History, annotation: string | null): readonly HistoryEntry[] {
  return annotation === null ? history.entries : history.entries.filter(({ annotations }) => annotations.has(annotation));
}

/**
 * What a step changed, field by field in the order in which it did; only in one annotation, when that is given. A field that the
 * step set again and again, as typing does, is one change from what stood before the step to what it left.
 */
export function changesOf(history: History, { operations }: Step, annotation: string | null = null): readonly FieldChange[] {
  const changes: (FieldChange & { readonly last: string })[] = [];
  const places = new Map<string, number>();
  for (const operation of operations) {
    if (annotation !== null && operation.annotation !== annotation) continue;
    const key = fieldKey(operation);
    const place = places.get(key);
    const earlier = place === undefined ? undefined : changes[place];
    if (earlier && operation.base.length === 1 && operation.base[0] === earlier.last) {
      changes[place!] = { ...earlier, after: operation.value, last: operation.id };
      continue;
    }
    places.set(key, changes.length);
    changes.push({
      annotation: operation.source === undefined ? operation.annotation : null,
      source: operation.source ?? null,
      field: operation.field,
      before: valuesBefore(operation, history.operations),
      after: operation.value,
      last: operation.id,
    });
  }
  return changes.map(({ last: _, ...change }) => change);
}

/**
 * The desk as it was right after a step. Of the desk's sources it has what the steps of this article did to them.
 *
 * @throws RangeError when none of the steps has this id
 */
export function deskAt(steps: readonly Step[], versions: Iterable<ArticleVersion>, stepId: string): Desk {
  const last = steps.findIndex(({ id }) => id === stepId);
  if (last < 0) throw new RangeError(`No step "${stepId}" in this history`);
  const article = steps.find(step => step.article !== null)?.article ?? '';
  const operations = steps.slice(0, last + 1).flatMap(step => step.operations);
  return addVersions(applyOperations(emptyDesk(article), operations), versions);
}

function kindOf({ annotation, source, field }: Operation): ChangeKind {
  if (source !== undefined) return 'evidence';
  if (annotation === null) return field === 'version' ? 'text' : field.startsWith('transcript/') ? 'quote-check' : 'article';
  if (field.startsWith('evidence/')) return 'evidence';
  switch (field) {
    case 'type':
    case 'anchors':
    case 'removed':
      return 'mark';
    case 'verdict':
      return 'verdict';
    case 'check':
      return 'quote-check';
    default:
      return 'details';
  }
}

/** What undo sets to null keeps its name: the history goes on to speak of it. */
function rename(names: Map<string, { type: AnnotationType | null; own: string; marked: string }>, id: string, { field, value }: Operation): void {
  let name = names.get(id);
  if (!name) names.set(id, (name = { type: null, own: '', marked: '' }));
  if (field === 'type') name.type = annotationTypes.find(type => type === value) ?? name.type;
  if (field === 'text' && typeof value === 'string') name.own = value;
  if (field === 'anchors' && Array.isArray(value)) {
    const pieces: readonly Json[] = value;
    name.marked = pieces.flatMap(piece => (isJsonObject(piece) && typeof piece['exact'] === 'string' ? piece['exact'] : [])).join(' … ');
  }
}

/** Undo takes a step back, redo takes the undo back, and so on: how far each step is from the one that it is about. */
function chainsOf(steps: readonly Step[]): { of(step: Step): { depth: number; root: string }; isTakenBack(root: string): boolean } {
  const links = new Map<string, { depth: number; root: string }>();
  const depths = new Map<string, number>();
  for (const { id, undoes } of steps) {
    // The step it takes back may be older than what is kept.
    const target = undoes === null ? undefined : (links.get(undoes) ?? { depth: 0, root: undoes });
    const link = target ? { depth: target.depth + 1, root: target.root } : { depth: 0, root: id };
    links.set(id, link);
    depths.set(link.root, link.depth);
  }
  return { of: ({ id }) => links.get(id)!, isTakenBack: root => depths.get(root)! % 2 === 1 };
}
