import '../../../components/claim-annotator.ts';
import type { ClaimAnnotator } from '../../../components/claim-annotator.ts';
import type { AnnotationType } from '../../../src/domain/annotation.ts';
import { hashText, type ArticleVersion } from '../../../src/domain/article-version.ts';
import type { Edit } from '../../../src/domain/change.ts';
import type { Desk } from '../../../src/domain/desk.ts';
import type { Json } from '../../../src/domain/json.ts';
import { Store } from '../../../src/store/store.ts';
import { mark, openArticle, setVerdict } from '../../../src/store/changes.ts';
import { articleOf, versionOf } from '../../../src/store/queries.ts';
import { annotationsInOrder } from '../../../src/store/reading-order.ts';
import { openIndexedDb } from '../../../src/storage/indexed-db.ts';
import { readAnnotation } from '../../../src/domain/annotation.ts';
import { defaultScales } from '../../../src/domain/scales.ts';

/** Milliseconds of each action. */
export interface Figures {
  /** From having text and annotations to the first painted marks; for the annotator with its cards. */
  readonly load: number;
  /** The same, but read from IndexedDB; nothing like it in the baseline. */
  readonly open: number;
  readonly add: number;
  readonly select: number;
  readonly filter: number;
  readonly type: number;
}

const stage = document.querySelector<HTMLElement>('#stage')!;

/** Words as frequent and as long as in English prose; the same every time. */
function makeParagraphs(words: number): string[] {
  const pool = 'the market grew by a third in the year before and most of those who had doubted it said nothing while exports of processors fell again under rules that nobody could explain to their customers'.split(' ');
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const paragraphs: string[] = [];
  for (let written = 0; written < words; ) {
    const length = Math.min(words - written, 40 + Math.floor(random() * 60));
    paragraphs.push(Array.from({ length }, () => pool[Math.floor(random() * pool.length)]!).join(' '));
    written += length;
  }
  return paragraphs;
}

/** Stretches of three words, or of one where the marks would else overlap, which static HTML cannot; evenly spread. */
function makeRanges(paragraphs: readonly string[], count: number): { start: number; end: number }[] {
  const starts: { start: number; end: number }[] = [];
  const text = paragraphs.join('\n');
  const total = text.split(/\s+/).length;
  const stretch = total / count >= 6 ? /(?<=^|[ \n])\S+ \S+ \S+/g : /(?<=^|[ \n])\S+/g;
  for (const match of text.matchAll(stretch)) starts.push({ start: match.index, end: match.index + match[0].length });
  const step = starts.length / count;
  return Array.from({ length: Math.min(count, starts.length) }, (_, index) => starts[Math.floor(index * step)]!);
}

function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

async function timed(work: () => void | Promise<void>, done: () => boolean = () => true): Promise<number> {
  await painted();
  await new Promise(resolve => setTimeout(resolve, 100));
  const begin = performance.now();
  await work();
  do await painted();
  while (!done());
  return performance.now() - begin;
}

/** The middle of several figures. */
async function median(times: number, work: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let i = 0; i < times; i++) figures.push(await work());
  return figures.sort((a, b) => a - b)[times >> 1]!;
}

/** The baseline: the same text with the same marks as `<mark>` elements. */
async function measureStatic(paragraphs: readonly string[], ranges: readonly { start: number; end: number }[]): Promise<Figures> {
  let at = 0;
  let next = 0;
  const html = paragraphs
    .map(paragraph => {
      let out = '';
      let from = 0;
      while (next < ranges.length && ranges[next]!.start < at + paragraph.length) {
        const { start, end } = ranges[next++]!;
        out += `${paragraph.slice(from, start - at)}<mark>${paragraph.slice(start - at, end - at)}</mark>`;
        from = end - at;
      }
      out += paragraph.slice(from);
      at += paragraph.length + 1;
      return `<p>${out}</p>`;
    })
    .join('');
  const load = await timed(() => {
    stage.innerHTML = `<div class="static"><article>${html}</article></div>`;
  });
  const marks = [...stage.querySelectorAll('mark')];
  const add = await median(5, () =>
    timed(() => {
      const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
      let node = texts.nextNode() as Text;
      while (node.length < 3) node = texts.nextNode() as Text;
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, 2);
      range.surroundContents(document.createElement('mark'));
    }),
  );
  const select = await median(5, () =>
    timed(() => {
      for (const active of stage.querySelectorAll('.active')) active.classList.remove('active');
      marks[Math.floor(Math.random() * 20)]!.classList.add('active');
    }),
  );
  const filter = await timed(() => {
    marks.forEach((element, index) => element.classList.toggle('hidden', index % 2 === 0));
  });
  stage.replaceChildren();
  return { load, open: 0, add, select, filter, type: 0 };
}

/** Puts the article into a database of its own, so that opening can be measured as a person meets it. */
async function prepare(database: string, paragraphs: readonly string[], ranges: readonly { start: number; end: number }[]): Promise<string> {
  const text = paragraphs.join('\n');
  const id = `urn:bench:${paragraphs.length}:${ranges.length}`;
  const version: ArticleVersion = {
    id: `${id}:1`, article: id, text, hash: hashText(text), at: '2026-01-01T00:00:00Z', by: 'bench', origin: 'paste',
    document: { type: 'doc', content: paragraphs.map(paragraph => ({ type: 'paragraph', content: [{ type: 'text', text: paragraph }] })) },
  };
  const store = new Store(id, { reviewer: 'bench' });
  store.change(openArticle(version, { title: 'Bench' }));
  const types: AnnotationType[] = ['claim', 'quote', 'note', 'claim'];
  const edits: Edit[] = ranges.flatMap((range, index) => mark(types[index % 4]!, version, [range]).change.edits);
  store.change({ name: 'import', edits });
  const verdicts: Edit[] = [];
  let index = 0;
  for (const record of store.desk.annotations.values()) {
    const annotation = readAnnotation(record);
    if (annotation && (annotation.type === 'claim' || annotation.type === 'quote') && index++ % 3 === 0) {
      const rating = annotation.type === 'claim' ? 'half-true' : 'altered';
      verdicts.push({ annotation: annotation.id, field: 'verdict', value: setVerdict(annotation, defaultScales, { rating, explanation: '' }, { by: 'bench', at: version.at }).edits[0]!.value as Json });
    }
  }
  store.change({ name: 'import', edits: verdicts });
  const storage = await openIndexedDb(database);
  await storage.append(store.steps, [version]);
  storage.close();
  return id;
}

async function measureAnnotator(database: string, id: string): Promise<Figures> {
  const annotator = document.createElement('claim-annotator');
  annotator.database = database;
  annotator.articleId = id;
  const deep = (): ShadowRoot | null | undefined =>
    annotator.shadowRoot?.querySelector('article-workspace')?.shadowRoot?.querySelector('claim-article')?.shadowRoot;
  const open = await timed(
    () => stage.replaceChildren(annotator),
    () => deep()?.querySelector('.mark') != null && annotator.workspace?.shadowRoot?.querySelector('card-column')?.shadowRoot?.querySelector('annotation-card') != null,
  );
  await new Promise(resolve => setTimeout(resolve, 500));
  const store = annotator.store!;
  const version = [...store.desk.versions.values()][0]!;
  let place = 0;
  const add = await median(5, () =>
    timed(() => {
      const { change } = mark('claim', version, [{ start: place, end: (place += 11) }]);
      store.change(change);
    }),
  );
  const near = annotator.annotations.slice(0, 20);
  const select = await median(5, () => timed(() => annotator.select(near[Math.floor(Math.random() * near.length)]!.id)));
  const type = await median(5, () => timed(() => typeInto(annotator, near.find(annotation => annotation.type === 'claim')!.id)));
  const filter = await median(3, () =>
    timed(() => {
      const types: AnnotationType[] = store.screen.filter.types.length > 0 ? [] : ['claim'];
      store.setScreen({ filter: { ...store.screen.filter, types } });
    }),
  );
  const { desk } = store;
  stage.replaceChildren();
  await new Promise(resolve => setTimeout(resolve, 50));
  return { load: await measureShowing(desk), open, add, select, filter, type };
}

/** The workspace alone, given what the storage would give: the counterpart of putting static HTML into the page. */
async function measureShowing(desk: Desk): Promise<number> {
  const host = document.createElement('claim-annotator');
  host.storage = 'none';
  stage.replaceChildren(host);
  await host.whenReady();
  const workspace = document.createElement('article-workspace');
  workspace.style.blockSize = '100vh';
  const load = await timed(
    () => {
      const annotations = annotationsInOrder({ ...desk, annotations: new Map(desk.annotations) });
      Object.assign(workspace, { article: articleOf(desk), version: versionOf(desk), annotations, shown: annotations, sources: desk.sources });
      host.shadowRoot!.querySelector('.root')!.replaceChildren(workspace);
    },
    () => workspace.shadowRoot?.querySelector('claim-article')?.shadowRoot?.querySelector('.mark') != null,
  );
  stage.replaceChildren();
  return load;
}

function typeInto(annotator: ClaimAnnotator, id: string): void {
  annotator.store!.change({ name: 'set-text', edits: [{ annotation: id, field: 'text', value: `Typed at ${performance.now()}` }], joinKey: 'typing' });
}

/** Everything for one size of article, static first. */
export async function measure(words: number, count: number): Promise<{ baseline: Figures; annotator: Figures }> {
  const paragraphs = makeParagraphs(words);
  const ranges = makeRanges(paragraphs, count);
  const baseline = await measureStatic(paragraphs, ranges);
  const database = `bench ${words} ${count}`;
  const id = await prepare(database, paragraphs, ranges);
  const annotator = await measureAnnotator(database, id);
  indexedDB.deleteDatabase(database);
  return { baseline, annotator };
}

Object.assign(window, { measure, measureAnnotator, prepare, makeParagraphs, makeRanges });
