import { readAnnotation } from '../domain/annotation.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Edit } from '../domain/change.ts';
import { applyOperations, emptyDesk, type Desk } from '../domain/desk.ts';
import { readEvidence } from '../domain/evidence.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Step } from '../domain/operation.ts';
import { valueOf, type FieldRecord } from '../domain/record.ts';
import { editsOf, stepOf, type Account } from './account.ts';
import { fault, wrong } from './check.ts';
import { FormatError, showValue } from './format-error.ts';
import { checkAnchors, tellTruth } from './anchors.ts';
import { annotationShape, articleShape, sourceShape } from './native-fields.ts';
import { readSteps, readVersions, writeStep, writeVersion } from './native-history.ts';
import { writeAnnotation, writeArticle, writeSource } from './native-records.ts';
import { ownValue, parseJsonObject } from './parse-json.ts';
import { compareText, inReadingOrder } from './reading-order.ts';
import { publicDesk } from './redact.ts';
import { readSaid, statementsOf, type Look, type Said } from './said.ts';
import { writeJson } from './write-json.ts';

/** What the files call themselves. */
export const nativeFormat = 'claim-annotator';
/** The version of the file format that is written, and the newest that is read. */
export const nativeVersion = 1;

const topLevel = new Set(['format', 'version', 'article', 'annotations', 'sources', 'versions', 'steps']);

/** What a file holds besides the desk's state. */
export interface NativeSource {
  readonly desk: Desk;
  /** The article's steps, oldest first. Those given say which sources belong to the article besides the cited ones. */
  readonly steps: readonly Step[];
}

/** How a native file is written. */
export interface NativeOptions {
  /** Whether the steps go in, so that undo, history and disputes live on elsewhere. Default true. */
  readonly history?: boolean;
  /** Whether it may leave the desk: without what `publicDesk` hides. Default false: a backup holds everything. */
  readonly public?: boolean;
  /** Blanks by which each level is indented; 0 gives one line. Default 2: files are compared and read by people. */
  readonly indent?: number;
}

/** What a native file says. */
export interface NativeContents {
  /** The article's id. */
  readonly article: string;
  readonly steps: readonly Step[];
  readonly versions: readonly ArticleVersion[];
  /**
   * What the readable part of the file says and a fold of `steps` does not: all of it when the file has no history.
   * The fold with these edits made is the state that the file shows. They are made by whoever reads the file.
   */
  readonly edits: readonly Edit[];
  /**
   * Gives the same as `edits`, as one step that keeps the file's times, names and disputes; null when there is nothing
   * to do. For an article that is not here yet: taken in after `steps`, it keeps the authors who are named in the file.
   * The same file always gives the same operations.
   */
  readonly authored: () => Step | null;
}

/**
 * The native JSON file, which loses nothing that a desk knows of its article. The same state gives the same bytes:
 * annotations in reading order, sources and versions by age, keys in a fixed order.
 */
export function writeNative(source: NativeSource, { history = true, public: isPublic = false, indent = 2 }: NativeOptions = {}): string {
  const { desk, steps } = isPublic ? publicDesk(source.desk, source.steps) : source;
  const article = Object.entries(writeArticle(desk.id, desk.article));
  const isTopLevel = ([key]: [string, Json]): boolean => key.startsWith('/') && !topLevel.has(key.slice(1));
  const file: JsonObject = {
    format: nativeFormat,
    version: nativeVersion,
    ...(isPublic && { public: true }),
    article: Object.fromEntries(article.filter(entry => !isTopLevel(entry))),
    annotations: inReadingOrder(desk).flatMap(record => writeAnnotation(record) ?? []),
    sources: sourcesOf(desk, steps).flatMap(record => writeSource(record) ?? []),
    versions: [...desk.versions.values()].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id)).map(writeVersion),
    ...(history && { steps: steps.map(writeStep) }),
    ...Object.fromEntries(article.filter(isTopLevel).map(([key, value]) => [key.slice(1), value])),
  };
  return writeJson(file, indent);
}

/** The sources that the article's evidence cites and those that its steps speak of, oldest first. */
function sourcesOf(desk: Desk, steps: readonly Step[]): readonly FieldRecord[] {
  const ids = new Set<string>();
  for (const step of steps) for (const { source } of step.operations) if (source !== undefined) ids.add(source);
  for (const record of desk.annotations.values()) {
    for (const { source } of readEvidence(record)) if (source !== null) ids.add(source);
  }
  // Those that others were merged into are cited through them. The set grows while it is gone through.
  for (const id of ids) {
    const into = valueOf(desk.sources.get(id), 'mergedInto');
    if (typeof into === 'string' && into !== '') ids.add(into);
  }
  const sources = [...ids].flatMap(id => desk.sources.get(id) ?? []);
  return sources.sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id));
}

/**
 * Reads a native file. Every part is checked before anything comes back: a file is read as a whole or not at all.
 *
 * @param now who is reading, and when: for what the file itself does not date or sign
 * @throws FormatError with the path of the first wrong part, and what to do
 */
export function readNative(text: string, now: { readonly at?: string; readonly by?: string } = {}): NativeContents {
  const file = parseJsonObject(text, 'a fact check');
  checkHeader(file);
  const rawArticle = ownValue(file, 'article');
  const saidArticle = readSaid(rawArticle, articleShape, ['article']);
  const article = saidArticle.id;
  const versions = readVersions(ownValue(file, 'versions') ?? [], article, ['versions']);
  const texts = new Map(versions.map(version => [version.id, version.text]));
  const steps = readSteps(ownValue(file, 'steps'), article, texts, ['steps']);

  const version = saidArticle.fields.get('version') ?? '';
  if (version !== '' && !texts.has(String(version))) throw wrong(['article', 'version'], 'must be the id of a version in this file', version);

  const look: Look = (field, value, path) => {
    if (field !== 'anchors') return value;
    checkAnchors(value, texts, path);
    return tellTruth(value, texts);
  };
  const annotations = readList(file, 'annotations', annotationShape, look);
  const sources = readList(file, 'sources', sourceShape);

  const fold = applyOperations(emptyDesk(article), steps.flatMap(step => step.operations));
  const accounts = [
    ...sources.map((said): Account => accountOf(said, fold.sources.get(said.id), { source: said.id })),
    articleAccount(withTopLevel(saidArticle, file), fold.article ?? undefined),
    ...annotations.map((said): Account => accountOf(said, fold.annotations.get(said.id), { annotation: said.id })),
    ...takenOut(fold, annotations, sources),
  ];
  const moment = { at: now.at ?? new Date().toISOString(), by: now.by ?? '' };
  return { article, steps, versions, edits: editsOf(accounts), authored: () => stepOf(article, accounts, moment) };
}

function checkHeader(file: JsonObject): void {
  const format = ownValue(file, 'format');
  if (format !== nativeFormat) {
    const hint = Object.hasOwn(file, '@context') ? 'It looks like JSON-LD: import it as W3C Web Annotations.' : 'Choose the file that was exported as a fact check.';
    throw new FormatError('foreign', `This is JSON of another kind, not a fact check of ${nativeFormat}. ${hint}`);
  }
  const version = ownValue(file, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw wrong(['version'], 'must be the whole number 1', version);
  if (version > nativeVersion) {
    throw new FormatError('newer-version', `The file has version ${showValue(version)} of the format; this program reads up to ${nativeVersion}. Update ${nativeFormat} and open it again.`);
  }
}

function readList(file: JsonObject, key: 'annotations' | 'sources', shapes: typeof annotationShape, look?: Look): readonly Said[] {
  const raw: Json = ownValue(file, key) ?? [];
  if (!Array.isArray(raw)) throw wrong([key], 'must be a list', raw);
  const ids = new Set<string>();
  return raw.map((item: Json, index) => {
    const said = readSaid(item, shapes, [key, index], look);
    if (ids.has(said.id)) throw fault([key, index, 'id'], `is used twice: ${showValue(said.id)}`);
    ids.add(said.id);
    return said;
  });
}

/** The article with the keys beside it in the file that this program does not know, as fields whose names begin with "/". */
function withTopLevel(said: Said, file: JsonObject): Said {
  const unknown = Object.keys(file).filter(key => !topLevel.has(key) && file[key] !== null);
  if (unknown.length === 0) return said;
  return { ...said, fields: new Map([...said.fields, ...unknown.map((key): [string, Json] => [`/${key}`, file[key]!])]) };
}

function accountOf(said: Said, record: FieldRecord | undefined, subject: { annotation?: string; source?: string }): Account {
  return { ...subject, record, authorship: said.authorship, statements: statementsOf(said, record) };
}

/** An article about which nothing is known, not even a text, is there all the same when somebody made it. */
function articleAccount(said: Said, record: FieldRecord | undefined): Account {
  const account = accountOf(said, record, {});
  const isBare = !record && account.statements.length === 0 && said.authorship.createdAt !== null;
  return isBare ? { ...account, statements: [{ field: 'removed', value: false }] } : account;
}

/** Annotations and sources that stand in the history but were taken out of the readable part. */
function takenOut(fold: Desk, annotations: readonly Said[], sources: readonly Said[]): readonly Account[] {
  const authorship = { createdAt: null, createdBy: null, modifiedAt: null, modifiedBy: null };
  const statements = [{ field: 'removed', value: true }];
  const listed = new Set([...annotations, ...sources].map(said => said.id));
  const gone: Account[] = [];
  for (const record of fold.annotations.values()) {
    if (!listed.has(record.id) && readAnnotation(record)) gone.push({ annotation: record.id, record, authorship, statements });
  }
  for (const record of fold.sources.values()) {
    const stands = valueOf(record, 'removed') !== true && writeSource(record) !== null;
    if (!listed.has(record.id) && stands) gone.push({ source: record.id, record, authorship, statements });
  }
  return gone;
}
