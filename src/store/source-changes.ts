import { isChecked, type Annotation } from '../domain/annotation.ts';
import type { Change, Edit } from '../domain/change.ts';
import { evidenceField } from '../domain/evidence.ts';
import { newId } from '../domain/id.ts';
import type { Json } from '../domain/json.ts';
import type { FieldRecord } from '../domain/record.ts';
import { confidentialities, copiesOf, resolveSourceId, sourceFields, type ArchivedCopy, type Confidentiality, type Source } from '../domain/source.ts';

/** Says who may learn of a source. */
export function setConfidentiality(source: Source, confidentiality: Confidentiality): Change {
  return { name: 'edit-source', edits: [{ source: source.id, field: 'confidentiality', value: confidentiality }] };
}

/** Sets the archived copies of a source, the one that older files name by its address included. */
export function setCopies(source: Source, copies: readonly ArchivedCopy[]): Change {
  const edits: Edit[] = [{ source: source.id, field: 'copies', value: copies as unknown as Json }]; // plain data
  if (source.archivedUrl !== '') edits.push({ source: source.id, field: 'archivedUrl', value: '' });
  return { name: 'edit-source', edits };
}

/** Takes a source off the list. Whoever asks for it has seen to it that nothing uses it. */
export function removeSource(source: string): Change {
  return { name: 'remove-source', edits: [{ source, field: 'removed', value: true }] };
}

/**
 * Makes one source of several. The first stays and takes over what it lacks; the others name it as the one they were merged into,
 * so that evidence of every article leads to it. The evidence of the open article names it at once. The strictest confidentiality
 * holds for the whole.
 */
export function mergeSources(kept: Source, others: readonly Source[], annotations: readonly Annotation[], sources: ReadonlyMap<string, FieldRecord>): Change {
  const edits: Edit[] = [];
  const filled = new Set<string>();
  const fill = (field: string, value: Json): void => {
    if (filled.has(field)) return;
    filled.add(field);
    edits.push({ source: kept.id, field, value });
  };
  for (const other of others) {
    for (const field of sourceFields) {
      if (field !== 'archivedUrl' && kept[field] === '' && other[field] !== '') fill(field, other[field]);
    }
  }
  const copies = [kept, ...others].flatMap(copiesOf);
  const distinct = copies.filter((copy, at) => copies.findIndex(({ url, sha256 }) => url === copy.url && sha256 === copy.sha256) === at);
  if (distinct.length > copiesOf(kept).length) edits.push(...setCopies(kept, distinct).edits);
  const csl = Object.assign({}, ...others.toReversed().map(other => other.csl), kept.csl) as Source['csl'];
  if (Object.keys(csl).length > Object.keys(kept.csl).length) edits.push({ source: kept.id, field: 'csl', value: csl });
  const strictest = confidentialities.findLast(level => [kept, ...others].some(({ confidentiality }) => confidentiality === level))!;
  if (strictest !== kept.confidentiality) edits.push({ source: kept.id, field: 'confidentiality', value: strictest });
  const gone = new Set(others.map(({ id }) => id));
  for (const annotation of annotations) {
    if (!isChecked(annotation)) continue;
    for (const { id, source } of annotation.evidence) {
      if (source !== null && gone.has(resolveSourceId(sources, source))) edits.push({ annotation: annotation.id, field: evidenceField(id, 'source'), value: kept.id });
    }
  }
  for (const { id } of others) edits.push({ source: id, field: 'mergedInto', value: kept.id });
  return { name: 'merge-sources', edits };
}

/** What a bibliography says of one source. */
export interface SourceDraft {
  readonly fields: { readonly [field: string]: Json };
}

/** Enters several sources in one step. */
export function addSources(drafts: readonly SourceDraft[]): Change {
  const edits = drafts.flatMap(({ fields }): Edit[] => {
    const source = newId();
    return Object.entries(fields).map(([field, value]) => ({ source, field, value }));
  });
  return { name: 'import-sources', edits };
}
