// Random desks for laws: articles with versions, annotations of every type, evidence, sources, verdicts, and fields
// that this program does not know. Ids come from small pools, so that random changes meet on the same fields.
import fc from 'fast-check';
import type { Anchor, PlacementState } from '../../src/domain/anchor.ts';
import { annotationTypes, claimKinds, quoteForms } from '../../src/domain/annotation.ts';
import { articleFields } from '../../src/domain/article.ts';
import { hashText, type ArticleVersion } from '../../src/domain/article-version.ts';
import type { Change, Edit } from '../../src/domain/change.ts';
import type { Desk } from '../../src/domain/desk.ts';
import { evidenceField, sourceRoles, stances } from '../../src/domain/evidence.ts';
import type { Json } from '../../src/domain/json.ts';
import type { Step } from '../../src/domain/operation.ts';
import { ratingScales } from '../../src/domain/rating-scales.ts';
import { calculated } from '../../src/domain/calculation.ts';
import { confidentialities, sourceFields } from '../../src/domain/source.ts';
import { Store } from '../../src/store/store.ts';

// The same random desks in every run: a law that fails must fail again. Take another number to look further.
fc.configureGlobal({ seed: 20261124 });

const pool = (kind: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `urn:uuid:00000000-0000-4000-8000-${String(kind * 1000 + index).padStart(12, '0')}`);

/** Id of the article of every random desk, unless a test says otherwise. */
export const articleId = pool(1, 1)[0]!;
export const annotationIds = pool(2, 6);
export const sourceIds = pool(3, 3);
const evidenceIds = pool(4, 3);
const versionIds = pool(5, 2);

const blocks = [
  ['The chip market stands at about $50 billion.', '“It may reach $200 billion,” she said, “within five years.”', 'Nobody has confirmed it.'],
  ['The chip market stands at about $55 billion.', 'A new paragraph 🧪 with e\u0301 and \u05E9\u05DC\u05D5\u05DD.', '“It may reach $250 billion,” she said.'],
];

/** The versions that the anchors of random desks speak of. */
export const versionsOf = (article: string): readonly ArticleVersion[] =>
  blocks.map((paragraphs, index) => {
    const text = paragraphs.join('\n');
    const content = paragraphs.map(words => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }));
    const id = versionIds[index]!;
    return { id, article, document: { type: 'doc', content }, text, hash: hashText(text), at: timeAt(0), by: 'Ann', origin: index === 0 ? 'paste' : 'edit' };
  });

const timeAt = (second: number): string => new Date(Date.UTC(2026, 10, 24, 9) + second * 1000).toISOString();

/** A clock that moves on at every second look, so that equal times occur as well. */
export function clock(): () => string {
  let looks = 0;
  return () => timeAt(Math.floor(looks++ / 2));
}

/** Text as people and files bring it, now and then with every kind of code unit, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'Jensen Huang', 'about $200 billion', 'Zürich – 東京 🧪', 'a < b & "c"', 'שלום\u202B\u00A0x') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map(units => String.fromCharCode(...units)) },
);

/** Any JSON, without -0, which JSON cannot say. */
export const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map(value => JSON.parse(JSON.stringify(value)) as Json);

const placementStates = ['exact', 'moved', 'changed', 'ambiguous', 'lost'] as const satisfies readonly PlacementState[];

const anyAnchor: fc.Arbitrary<Anchor> = fc
  .record({
    version: fc.constantFrom(0, 1),
    from: fc.nat({ max: 60 }),
    length: fc.integer({ min: 1, max: 30 }),
    state: fc.constantFrom(...placementStates),
    current: fc.constantFrom(0, 1),
    confidence: fc.constantFrom(0.25, 0.5, 1),
  })
  .map(({ version, from, length, state, current, confidence }) => {
    const text = blocks[version]!.join('\n');
    const start = Math.min(from, text.length - 1);
    const end = Math.min(start + length, text.length);
    const words = state === 'changed' ? { exact: blocks[current]!.join('\n').slice(start, end) } : {};
    const place = state === 'lost' ? { start: 0, end: 0, confidence: 0 } : { start, end, confidence: state === 'exact' ? 1 : confidence };
    return {
      version: versionIds[version]!,
      start,
      end,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      placement: { version: versionIds[current]!, state, ...place, ...words },
    };
  });

const anyVerdict: fc.Arbitrary<Json> = fc
  .record({ scale: fc.constantFrom(...ratingScales), pick: fc.nat(), explanation: anyText, by: fc.constantFrom('Ann', 'Ben'), second: fc.nat({ max: 999 }), words: anyText })
  .map(({ scale, pick, explanation, by, second, words }) => ({
    scale: scale.id,
    scaleVersion: scale.version,
    rating: scale.ratings.length === 0 ? null : [...scale.ratings.map(rating => rating.id), null][pick % (scale.ratings.length + 1)]!,
    explanation,
    by,
    at: timeAt(second),
    textHash: hashText(words),
  }));

/** A calculation, which may not work out. */
export const anyCalculation: fc.Arbitrary<Json> = fc
  .record({
    inputs: fc.array(fc.record({ name: fc.constantFrom('start', 'end', ''), value: fc.constantFrom('50', '1,200.5', 'much'), unit: fc.constantFrom('', '$') }), { maxLength: 2 }),
    formula: fc.constantFrom('', '(end / start) ^ (1 / 5) - 1', 'start * 2', '1 / 0'),
    unit: fc.constantFrom('', '%', 'a year'),
  })
  .map(parts => calculated(parts) as unknown as Json); // plain data

/** Archived copies of a source. */
export const anyCopies: fc.Arbitrary<Json> = fc.array(
  fc.record({
    url: fc.constantFrom('', 'https://archive.example/1', 'https://archive.example/2'), date: fc.constantFrom('', '2026-01-02'),
    sha256: fc.constantFrom('', hashText('file')), fileName: fc.constantFrom('', 'report.pdf'),
  }),
  { maxLength: 2 },
);

/** What CSL knows of a source and has no field of its own. */
export const anyCsl: fc.Arbitrary<Json> = fc.record({ volume: fc.constantFrom('3', '4'), 'container-title': fc.constantFrom('Nature', 'Zürich – 東京') }, { requiredKeys: [] });

const extraNames = ['x-desk', 'deskCode', '__proto__', 'constructor', 'naïve field/with slash'];
const anyExtra = fc.tuple(fc.constantFrom(...extraNames), anyJson);

const field = (name: string, value: fc.Arbitrary<Json>): fc.Arbitrary<[string, Json]> => value.map(content => [name, content]);

const anyAnnotationField: fc.Arbitrary<[string, Json]> = fc.oneof(
  // Anchors are plain data.
  field('anchors', fc.array(anyAnchor, { minLength: 1, maxLength: 3 }) as unknown as fc.Arbitrary<Json>),
  field('type', fc.constantFrom(...annotationTypes)),
  field('verdict', fc.option(anyVerdict)),
  ...['text', 'claimant', 'speaker', 'role', 'place', 'comment'].map(name => field(name, anyText)),
  ...['claimDate', 'saidAt'].map(name => field(name, fc.constantFrom('', '2025-06-03', '2026-01'))),
  field('kind', fc.constantFrom(...claimKinds, '')),
  field('form', fc.constantFrom(...quoteForms)),
  field('tags', fc.uniqueArray(fc.constantFrom('chips', 'export rules', 'naïve'), { maxLength: 3 })),
  field('removed', fc.boolean()),
  anyExtra,
  fc
    .tuple(
      fc.constantFrom(...evidenceIds),
      fc.oneof(
        field('source', fc.constantFrom(...sourceIds, null)),
        ...['excerpt', 'locator', 'note', 'group', 'method', 'searched'].map(name => field(name, anyText)),
        field('calculation', fc.option(anyCalculation)),
        field('stance', fc.constantFrom(...stances)),
        field('role', fc.constantFrom(...sourceRoles)),
        field('order', fc.nat({ max: 5 })),
        field('removed', fc.boolean()),
        anyExtra.filter(([name]) => !name.includes('/')),
      ),
    )
    .map(([id, [property, value]]): [string, Json] => [evidenceField(id, property), value]),
);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...annotationIds), anyAnnotationField).map(([annotation, [name, value]]) => ({ annotation, field: name, value })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...sourceIds), fc.oneof(
        ...sourceFields.map(name => field(name, anyText)),
        field('removed', fc.boolean()),
        field('confidentiality', fc.constantFrom(...confidentialities)),
        field('copies', anyCopies),
        field('csl', anyCsl),
        field('mergedInto', fc.constantFrom(...sourceIds, '')),
        anyExtra,
      ))
      .map(([source, [name, value]]) => ({ source, field: name, value })),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(
        ...articleFields.filter(name => name !== 'scale').map(name => field(name, anyText)),
        field('scale', fc.constantFrom(...ratingScales.map(scale => scale.id))),
        field('version', fc.constantFrom(...versionIds)),
        anyExtra,
      )
      .map(([name, value]) => ({ field: name, value })),
  },
);

/** Marks an annotation, whole, as the editor does. */
const anyMark: fc.Arbitrary<readonly Edit[]> = fc
  .tuple(fc.constantFrom(...annotationIds), fc.constantFrom(...annotationTypes), fc.array(anyAnchor, { minLength: 1, maxLength: 2 }))
  .map(([annotation, type, anchors]) => [
    { annotation, field: 'type', value: type },
    { annotation, field: 'anchors', value: anchors as unknown as Json },
  ]);

/** One thing that a person does. */
export type Action = { readonly do: 'change'; readonly change: Change } | { readonly do: 'undo' | 'redo' };

/** A change of the article, its annotations or the sources. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: anyMark.map(edits => ({ name: 'mark', edits })) },
  { weight: 3, arbitrary: fc.array(anyEdit, { minLength: 1, maxLength: 4 }).map(edits => ({ name: 'edit', edits })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...annotationIds), anyText).map(([annotation, value]) => ({ name: 'type', joinKey: annotation, edits: [{ annotation, field: 'text', value }] })) },
);

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: anyChange.map((change): Action => ({ do: 'change', change })) },
  { weight: 1, arbitrary: fc.constantFrom<Action>({ do: 'undo' }, { do: 'redo' }) },
);

/** What somebody does in one sitting. */
export const anyActions: fc.Arbitrary<readonly Action[]> = fc.array(anyAction, { maxLength: 20 });

/** Does it. */
export function perform(store: Store, action: Action): void {
  if (action.do === 'change') store.change(action.change);
  else store[action.do]();
}

/** The change that every random desk begins with: its article, with both versions. */
export function beginArticle(article = articleId): Change {
  const versions = versionsOf(article);
  return { name: 'open-article', edits: [{ field: 'title', value: 'Chips' }, { field: 'version', value: versions[0]!.id }], versions };
}

/** A store in which an article was begun and some things were done, and what it told those who keep it. */
export interface Played {
  readonly store: Store;
  /** The steps as they were told: a joined one comes in parts with the same id. */
  readonly told: readonly Step[];
  readonly versions: readonly ArticleVersion[];
}

/** Plays actions in a fresh store. */
export function play(actions: readonly Action[], options: { article?: string; reviewer?: string } = {}): Played {
  const article = options.article ?? articleId;
  const store = new Store(article, { reviewer: options.reviewer ?? 'Ann', now: clock() });
  const told: Step[] = [];
  store.subscribe(event => {
    if (event.type === 'step') told.push(event.step);
  });
  store.change(beginArticle(article));
  for (const action of actions) perform(store, action);
  return { store, told, versions: versionsOf(article) };
}

/** A random desk, with the steps that made it. */
export const anyPlayed: fc.Arbitrary<Played> = anyActions.map(actions => play(actions));

/** A random desk. */
export const anyDesk: fc.Arbitrary<Desk> = anyPlayed.map(({ store }) => store.desk);

/** A desk as plain arrays in a fixed order: two are `toEqual` exactly when the desks say the same. */
export function plain(desk: Desk): unknown {
  const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
  const record = (of: Desk['article']): unknown => of && { ...of, fields: Object.entries(of.fields).sort(byKey) };
  const records = (of: Desk['annotations']): unknown => [...of].sort(byKey).map(([id, one]) => [id, record(one)]);
  return {
    id: desk.id,
    article: record(desk.article),
    annotations: records(desk.annotations),
    sources: records(desk.sources),
    versions: [...desk.versions].sort(byKey),
  };
}
