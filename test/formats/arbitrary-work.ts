import fc from 'fast-check';
import { readAnnotation, isChecked, annotationTypes, claimKinds, quoteForms } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { hashText, type ArticleVersion } from '../../src/domain/article-version.ts';
import type { Desk } from '../../src/domain/desk.ts';
import { sourceRoles, stances } from '../../src/domain/evidence.ts';
import type { Json } from '../../src/domain/json.ts';
import type { Step } from '../../src/domain/operation.ts';
import { ratingScales } from '../../src/domain/rating-scales.ts';
import {
  addEvidence, addPiece, addSource, mark, openArticle, removeAnnotations, removeEvidence, setArticleFields, setEvidence, setField, setSource, setType, setVerdict,
} from '../../src/store/changes.ts';
import { anyCalculation, anyCopies, anyCsl } from '../support/arbitrary-desk.ts';
import { newVersion } from '../../src/store/new-version.ts';
import { prepareRelocation, relocate } from '../../src/store/relocation.ts';
import { Store } from '../../src/store/store.ts';
import { makeScales } from '../../src/domain/scales.ts';

/** What two people made of one article, and how. */
export interface Work {
  readonly desk: Desk;
  readonly steps: readonly Step[];
}

const words = fc.constantFrom(
  'The market ', 'could reach ', '$200 billion ', 'in five years', ', she said. ', '“Never,” ', 'he added ', '\n', '\u{1f9d1}\u200d\u{1f52c} ', '\u{1d54f}',
  'עברית ', 'العربية ', '市场', 'e\u0301te\u0301 ', '10\u00a0% ', '<b>&', "it's ", '\\u0041 ',
);
const passage = fc.array(words, { minLength: 6, maxLength: 40 }).map(parts => parts.join('').trim() || 'Text.');
const short = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('Ada Lovelace', '</script>', 'a\nb', ' ', '0'));
const date = fc.constantFrom('', '2025', '2025-11-03', '2025-11-03T10:00:00Z', '2025-11-03T10:00:00+02:00', 'last spring');
const url = fc.constantFrom(
  '', 'https://example.org/report', 'https://example.org/ünï?q=a b', 'http://[::1]:80/x#y', 'https://例え.jp/路径|{}', 'www.example.org', 'page 12 of the book', 'doi:10.1000/182', 'https://example.org/100%',
);
const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map(value => (value === null ? 'kept' : (JSON.parse(JSON.stringify(value)) as Json))); // -0 is no JSON
const extraField = fc.constantFrom('x-priority', 'constructor', 'toString', 'schéma', 'priority 1', '7');

type Act = (store: Store, pick: (count: number) => number) => void;

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom(...annotationTypes), from: fc.nat(), length: fc.nat(60) }).map(({ type, from, length }): Act => store => {
    const version = currentVersion(store);
    if (version) store.change(mark(type, version, [range(version.text, from, length)]).change);
  }) },
  on((annotation, store, value: { from: number; length: number }) => {
    const version = currentVersion(store);
    return version && addPiece(annotation, version, range(version.text, value.from, value.length));
  }, fc.record({ from: fc.nat(), length: fc.nat(40) })),
  on((annotation, _, [field, value]: [string, Json]) => setField(annotation, field, value), fc.oneof(
    fc.tuple(fc.constantFrom('text', 'claimant', 'speaker', 'role', 'place', 'comment'), short),
    fc.tuple(fc.constantFrom('claimDate', 'saidAt'), date),
    fc.tuple(fc.constant('kind'), fc.constantFrom('', ...claimKinds)),
    fc.tuple(fc.constant('form'), fc.constantFrom(...quoteForms)),
    fc.tuple(fc.constant('tags'), fc.array(short, { maxLength: 3 })),
    fc.tuple(extraField, json),
  ) as fc.Arbitrary<[string, Json]>),
  on((annotation, _, type: (typeof annotationTypes)[number]) => setType(annotation, type), fc.constantFrom(...annotationTypes)),
  on((annotation, store, value: { rating: number; explanation: string; scale: string } | null) => {
    if (!isChecked(annotation)) return null;
    const ratings = ratingScales.find(scale => scale.id === value?.scale)?.ratings ?? [];
    const rating = ratings.length > 0 ? ratings[value!.rating % ratings.length]!.id : null;
    return setVerdict(annotation, makeScales({ scale: value?.scale ?? '' }), value && { rating, explanation: value.explanation }, { by: store.reviewer, at: store.now() });
  }, fc.option(fc.record({ rating: fc.nat(), explanation: short, scale: fc.constantFrom(...ratingScales.map(({ id }) => id)) }), { freq: 5 })),
  on((annotation, store, value: { source: number; excerpt: string; locator: string; note: string; stance: (typeof stances)[number]; role: (typeof sourceRoles)[number] }) => {
    if (!isChecked(annotation)) return null;
    const sources = [...store.desk.sources.keys()];
    const { source, ...rest } = value;
    return addEvidence(annotation, { ...rest, ...(sources.length > 0 && source % 4 > 0 && { source: sources[source % sources.length]! }) }).change;
  }, fc.record({ source: fc.nat(), excerpt: short, locator: short, note: short, stance: fc.constantFrom(...stances), role: fc.constantFrom(...sourceRoles) })),
  on((annotation, _, [which, property, value]: [number, string, Json]) => {
    if (!isChecked(annotation) || annotation.evidence.length === 0) return null;
    const { id } = annotation.evidence[which % annotation.evidence.length]!;
    return property === 'removed' ? removeEvidence(annotation, id) : setEvidence(annotation, id, property, value);
  }, fc.oneof(
    fc.tuple(fc.nat(), fc.constantFrom('excerpt', 'locator', 'note', 'group', 'method', 'searched', 'removed'), short),
    fc.tuple(fc.nat(), fc.constant('calculation'), anyCalculation),
    fc.tuple(fc.nat(), extraField, json),
  ) as fc.Arbitrary<[number, string, Json]>),
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('', 'report', 'webpage'), title: short, publisher: short, author: short, url, doi: fc.constantFrom('', '10.1000/182', '10.1000/a<b>'), published: date, accessed: date, archivedUrl: url }).map((fields): Act => store => void store.change(addSource(fields).change)) },
  fc.tuple(fc.nat(), fc.oneof(fc.tuple(fc.constantFrom('title', 'author'), short), fc.tuple(fc.constant('url'), url)) as fc.Arbitrary<['title' | 'url', string]>).map(([which, [field, value]]): Act => store => {
    const ids = [...store.desk.sources.keys()];
    if (ids.length > 0) store.change(setSource(ids[which % ids.length]!, field, value));
  }),
  fc.tuple(fc.nat(), fc.oneof(
    fc.tuple(fc.constant('copies'), anyCopies), fc.tuple(fc.constant('csl'), anyCsl), fc.tuple(fc.constant('mergedInto'), fc.nat()),
  ) as fc.Arbitrary<[string, Json]>).map(([which, [field, value]]): Act => store => {
    const ids = [...store.desk.sources.keys()];
    const source = ids[which % ids.length];
    if (source === undefined) return;
    const other = typeof value === 'number' ? ids[value % ids.length]! : '';
    store.change({ name: 'edit-source', edits: [{ source, field, value: typeof value === 'number' ? (other === source ? '' : other) : value }] });
  }),
  fc.tuple(fc.constantFrom('title', 'byline', 'publisher', 'language'), short).map(([field, value]): Act => store => void store.change(setArticleFields({ [field]: value }))),
  fc.tuple(fc.oneof(extraField, fc.constantFrom('/history-of', '/@context')), json).map(([field, value]): Act => store => void store.change({ name: 'extra', edits: [{ field, value }] })),
  fc.record({ url, published: date, scale: fc.constantFrom('accuracy', 'no-ratings', 'line-by-line') }).map((fields): Act => store => void store.change(setArticleFields(fields))),
  on(annotation => removeAnnotations([annotation]), fc.constant(null)),
  passage.map((text): Act => store => {
    const version = makeVersion(store, text);
    const annotations = [...store.desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []);
    store.change(newVersion(annotations, relocate(prepareRelocation(annotations, store.desk.versions, version)), version).change);
  }),
  fc.constant<Act>(store => void store.undo()),
  fc.constant<Act>(store => void store.redo()),
);

function on<Value>(change: (annotation: NonNullable<ReturnType<typeof readAnnotation>>, store: Store, value: Value) => Parameters<Store['change']>[0] | null, values: fc.Arbitrary<Value>) {
  return {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(), values).map(([which, value]): Act => store => {
      const all = [...store.desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []);
      const made = all.length > 0 ? change(all[which % all.length]!, store, value) : null;
      if (made) store.change(made);
    }),
  };
}

function range(text: string, from: number, length: number): { start: number; end: number } {
  let start = from % text.length;
  let end = Math.min(text.length, start + 1 + length);
  const inPair = (at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  if (inPair(start)) start--;
  if (inPair(end)) end++;
  return { start, end };
}

function currentVersion(store: Store): ArticleVersion | null {
  return store.desk.versions.get(readArticle(store.desk.article!).version) ?? null;
}

function makeVersion(store: Store, text: string): ArticleVersion {
  const document = { type: 'doc', content: text.split('\n').map(line => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] })) };
  return { id: `urn:uuid:${crypto.randomUUID()}`, article: store.desk.id, document, text, hash: hashText(text), at: store.now(), by: store.reviewer, origin: 'paste' };
}

/** Random work of two people on one article, who now and then see each other's. */
export const arbitraryWork: fc.Arbitrary<Work> = fc
  .record({ id: fc.constantFrom('chips-2025', 'urn:uuid:00000000-0000-4000-8000-000000000001', 'cms/42?ä'), text: passage, acts: fc.array(fc.tuple(fc.nat(7), act), { maxLength: 40 }) })
  .map(({ id, text, acts }) => {
    let seconds = 0;
    const now = (): string => new Date(Date.UTC(2025, 10, 3) + 500 * Math.floor(seconds++ / 2)).toISOString();
    const [ada, ben] = [new Store(id, { reviewer: 'Ada', now }), new Store(id, { reviewer: 'Ben', now })];
    const meet = (): void => {
      const versions = [...ada.desk.versions.values(), ...ben.desk.versions.values()];
      const [fromAda, fromBen] = [ada.steps, ben.steps];
      ada.receive(fromBen, versions);
      ben.receive(fromAda, versions);
    };
    ada.change(openArticle(makeVersion(ada, text), { title: 'Chips' }));
    meet();
    for (const [who, doIt] of acts) {
      doIt(who % 2 === 0 ? ada : ben, count => who % count);
      if (who === 0) meet();
    }
    meet();
    return { desk: ada.desk, steps: ada.steps };
  });
