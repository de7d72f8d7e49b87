import { readAnnotation, type Annotation } from '../domain/annotation.ts';
import { readArticle } from '../domain/article.ts';
import type { Edit } from '../domain/change.ts';
import type { Desk } from '../domain/desk.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { Step } from '../domain/operation.ts';
import { scalesOf } from '../domain/scales-of-desk.ts';
import { sourceAt } from '../domain/source.ts';
import { editsOf, idFrom, stepOf, type Account } from './account.ts';
import { isTime } from './check.ts';
import { FormatError, type Path } from './format-error.ts';
import { AnnotationReader, type PlacedCount } from './read-web-annotation.ts';
import { idIri, toIri } from './iri.ts';
import { ownValue, parseJson, pathTo } from './parse-json.ts';
import type { TargetText } from './place-targets.ts';
import { inReadingOrder } from './reading-order.ts';
import { publicDesk } from './redact.ts';
import { asList, jsonLiteral, ownContext, standardContext, typeTerms, typesOf } from './vocabulary.ts';
import { isLanguage, saysSomething, writeTexts } from './web-annotation-bodies.ts';
import { writeEvidenceBody } from './web-annotation-evidence.ts';
import { VersionPoints, writeTarget } from './web-annotation-targets.ts';
import { sortKeys, writeJson } from './write-json.ts';

/** What the offsets count in; without it they would mean nothing to others. */
const textProjection =
  'The plain text of the article: its text blocks (headings, paragraphs, list items, captions, table cells) in document order, joined by one line feed (U+000A); ' +
  'a hard line break is a line feed, an image is nothing. Offsets count code points from 0. fc:textHash is the SHA-256 of that text in UTF-8.';

/**
 * The annotations of a desk as W3C Web Annotations: an AnnotationCollection with its one page inside. Everything that
 * the standard can say is said in its terms, the rest in our own under the inline context; history and disputes are
 * not in it, nor what `publicDesk` hides. The same state gives the same bytes.
 */
export function writeWebAnnotations(source: { readonly desk: Desk }, { indent = 2 }: { readonly indent?: number } = {}): string {
  const { desk } = publicDesk(source.desk, []);
  const article = desk.article && readArticle(desk.article);
  const points = new VersionPoints();
  const page = writeArticleNode(desk.id, article?.url ?? '', article?.language ?? '');
  const annotations = inReadingOrder(desk).flatMap(record => readAnnotation(record) ?? []).filter(({ anchors }) => anchors.length > 0);
  const items = annotations.map(annotation => writeAnnotation(annotation, page, article?.language ?? '', desk, points));
  const id = idFrom(['collection', desk.id]);
  const modified = [article?.modifiedAt ?? '', ...annotations.map(({ modifiedAt }) => modifiedAt)].filter(isTime).sort().at(-1);
  const collection: JsonObject = {
    '@context': [standardContext, ownContext],
    id,
    type: 'AnnotationCollection',
    label: article?.title ? `Fact check: ${article.title}` : 'Fact check',
    generator: { type: 'Software', name: 'claim-annotator' },
    ...(modified !== undefined && { modified }),
    'fc:article': desk.id,
    'fc:textProjection': textProjection,
    total: items.length,
    ...(items.length > 0 && { first: { id: idFrom(['page', desk.id]), type: 'AnnotationPage', partOf: { id, type: 'AnnotationCollection' }, startIndex: 0, items } }),
  };
  return writeJson(collection, indent);
}

function writeArticleNode(id: string, url: string, language: string): JsonObject {
  const iri = toIri(url);
  return { id: iri ?? idIri(id), type: 'Text', ...(iri && /^https?:/i.test(iri) && { format: 'text/html' }), ...(isLanguage(language) && { language }) };
}

function writeAnnotation(annotation: Annotation, source: JsonObject, language: string, desk: Desk, points: VersionPoints): JsonObject {
  const { id, type, anchors, createdAt, createdBy, modifiedAt } = annotation;
  const iri = idIri(id);
  const kept = annotation.extra['w3c'];
  const bodies: Json[] = [...writeTexts(annotation, language, scalesOf(desk))];
  if (annotation.type === 'claim' || annotation.type === 'quote') {
    for (const evidence of annotation.evidence) {
      bodies.push(writeEvidenceBody(evidence, sourceAt(desk.sources, evidence.source)));
    }
  }
  const targets = anchors.map(anchor => writeTarget(anchor, source, desk, points));
  const extra = Object.fromEntries(Object.entries(annotation.extra).filter(([field]) => field !== 'w3c'));
  return {
    id: iri,
    type: ['Annotation', typeTerms[type]],
    motivation: motivationOf(annotation),
    ...(bodies.length > 0 && { body: bodies.length === 1 ? bodies[0]! : bodies }),
    target: targets.length === 1 ? targets[0]! : targets,
    ...(createdBy !== '' && { creator: { type: 'Person', name: createdBy } }),
    ...(isTime(createdAt) && { created: createdAt }),
    ...(isTime(modifiedAt) && { modified: modifiedAt }),
    canonical: iri,
    ...(iri !== id && { 'fc:id': id }),
    ...ownTerms(annotation),
    ...(Object.keys(extra).length > 0 && { 'fc:extra': jsonLiteral(sortKeys(extra)) }),
    ...(isJsonObject(kept) && { 'fc:kept': jsonLiteral(sortKeys(kept)) }),
  };
}

function motivationOf(annotation: Annotation): string {
  switch (annotation.type) {
    case 'claim':
    case 'quote':
      return saysSomething(annotation.verdict) ? 'assessing' : 'highlighting';
    case 'note':
      return 'commenting';
    case 'nothing-to-check':
      return 'classifying';
  }
}

/** What the standard has no words for. */
function ownTerms(annotation: Annotation): JsonObject {
  const terms: [string, string][] = [['fc:comment', annotation.comment]];
  if (annotation.type === 'claim') terms.push(['fc:claimant', annotation.claimant], ['fc:claimDate', annotation.claimDate]);
  if (annotation.type === 'quote') {
    const { form, speaker, role, place, saidAt } = annotation;
    terms.push(['fc:form', form], ['fc:speaker', speaker], ['fc:speakerRole', role], ['fc:place', place], ['fc:saidAt', saidAt]);
  }
  return Object.fromEntries(terms.filter(([, value]) => value !== ''));
}

/** What came of reading a file of annotations. */
export interface ImportReport extends PlacedCount {
  /** Annotations in the file. */
  readonly total: number;
  /** Annotations that were left out, and parts that are kept but cannot be shown, with where they stand in the file. */
  readonly notUnderstood: readonly { readonly path: string; readonly why: string }[];
}

/** The annotations of a file, as edits of the article they were read into. */
export interface ImportedAnnotations {
  readonly edits: readonly Edit[];
  /** Gives the same as one step that keeps the file's authors and times; null when there is nothing to do. See `NativeContents`. */
  readonly authored: () => Step | null;
  /** Each annotation counts once, under the least sure of its pieces. */
  readonly report: ImportReport;
}

/** Most annotations that are read at a time: more than anybody makes on one article, and few enough to take seconds. */
export const mostAnnotations = 20_000;

/** How annotations are read. */
export interface ReadWebAnnotationsOptions {
  /**
   * The desk they are read into. With it sources that are there are used again, annotations that were removed come
   * back, places in older versions are known, and what belongs to another page is left out.
   */
  readonly desk?: Desk;
  /** Who reads, and when: for what the file does not sign or date. */
  readonly now?: { readonly at?: string; readonly by?: string };
}

/**
 * Reads W3C Web Annotations, ours and others': one, a list, a page, or a collection with its pages inside. Each is
 * looked for in the text; those whose words are ambiguous or lost come in as such.
 *
 * An annotation keeps its id when that is a `urn:uuid:`, else it gets one made from its address. So a file that is
 * read again, or one of this very article, changes the annotations that are there: what it says about them is set,
 * what it does not mention stays.
 *
 * @throws FormatError when there are no annotations in it at all
 */
export function readWebAnnotations(text: string, target: TargetText, options: ReadWebAnnotationsOptions = {}): ImportedAnnotations {
  const items = findAnnotations(parseJson(text), []);
  if (!items) {
    throw new FormatError('foreign', 'This is JSON, but there are no W3C Web Annotations in it. Choose a file that holds an Annotation, an AnnotationPage or an AnnotationCollection.');
  }
  if (items.length > mostAnnotations) {
    throw new FormatError('too-large', `The file holds ${items.length} annotations; at most ${mostAnnotations} are read at a time. Split it.`);
  }
  const now = { at: options.now?.at ?? new Date().toISOString(), by: options.now?.by ?? '' };
  const reader = new AnnotationReader(target, options.desk, now);
  for (const { raw, path } of items) reader.read(raw, path);
  const accounts: readonly Account[] = reader.accounts;
  return {
    edits: editsOf(accounts),
    authored: () => stepOf(target.article, accounts, now),
    report: { total: items.length, ...reader.placed, notUnderstood: reader.report() },
  };
}

interface Item {
  readonly raw: Json;
  readonly path: Path;
}

/** The annotations in a file, wherever it may hold them; null when it is something else. */
function findAnnotations(raw: Json, path: Path): readonly Item[] | null {
  if (Array.isArray(raw)) {
    const list: readonly Json[] = raw;
    const found = list.map((item, index) => findAnnotations(item, pathTo(path, index)));
    if (list.length > 0 && found.every(items => items === null)) return null;
    return list.flatMap((item, index) => found[index] ?? [{ raw: item, path: pathTo(path, index) }]);
  }
  if (!isJsonObject(raw)) return null;
  const types = typesOf(raw);
  if (types.includes('AnnotationCollection')) return findInCollection(raw, path);
  if (types.includes('AnnotationPage')) return findInPage(raw, path);
  if (types.includes('Annotation') || (types.length === 0 && Object.hasOwn(raw, 'target'))) return [{ raw, path }];
  const graph = ownValue(raw, '@graph');
  return graph === undefined ? null : findAnnotations([...asList(graph)], pathTo(path, '@graph'));
}

function findInCollection(raw: JsonObject, path: Path): readonly Item[] {
  const first = ownValue(raw, 'first');
  if (isJsonObject(first)) return findInPage(first, pathTo(path, 'first'));
  const items = ownValue(raw, 'items');
  if (items !== undefined) return findInPage(raw, path);
  if (first === undefined && !(Number(ownValue(raw, 'total') ?? 0) > 0)) return [];
  throw new FormatError('invalid', 'only names its pages by their addresses, and nothing is fetched. Save the collection with its pages inside, or save the pages and import those.', pathTo(path, 'first'));
}

/** The items of a page and of the pages that are inside it as the next ones. */
function findInPage(raw: JsonObject, path: Path): readonly Item[] {
  const found: Item[] = [];
  let page: Json | undefined = raw;
  let at = path;
  while (isJsonObject(page)) {
    const items: Json | undefined = ownValue(page, 'items');
    const list = asList(isJsonObject(items) && Object.hasOwn(items, '@list') ? items['@list'] : items);
    const isBare = isJsonObject(items) && !Object.hasOwn(items, '@list');
    const itemsPath = pathTo(at, 'items');
    list.forEach((item, index) => found.push({ raw: item, path: isBare ? itemsPath : pathTo(itemsPath, index) }));
    page = ownValue(page, 'next');
    at = pathTo(at, 'next');
  }
  return found;
}
