import * as v from 'valibot';
import type { AnnotationType } from '../domain/annotation.ts';
import { quoteForms } from '../domain/annotation.ts';
import { readArticle } from '../domain/article.ts';
import { hashText } from '../domain/article-version.ts';
import type { PlacementState } from '../domain/anchor.ts';
import type { Desk } from '../domain/desk.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { valueOf } from '../domain/record.ts';
import { makeScales } from '../domain/scales.ts';
import { scalesOf } from '../domain/scales-of-desk.ts';
import type { Account, Statement } from './account.ts';
import { idFrom } from './account.ts';
import { inUtc, isId, isTime } from './check.ts';
import { showPath, type Path } from './format-error.ts';
import { toIri } from './iri.ts';
import { annotationShape, reservedNames, shapeOf } from './native-fields.ts';
import type { Draft } from './native-records.ts';
import { ownValue, pathTo } from './parse-json.ts';
import { TargetPlacer, type TargetText } from './place-targets.ts';
import { isStandIn } from './redact.ts';
import { asList, creatorOf, iriOf, literalObject, textOfProperty, typesOf, typeTerms } from './vocabulary.ts';
import { fieldsOfTexts, purposeOf, readText, type TextBody } from './web-annotation-bodies.ts';
import { evidenceStatements, ImportedSources, readLink, type LinkBody } from './web-annotation-evidence.ts';
import { readTargets, type Target } from './web-annotation-targets.ts';

/** How many annotations came to stand how. */
export type PlacedCount = { readonly [state in PlacementState]: number };

/** From the surest to the least sure. */
const byDoubt: readonly PlacementState[] = ['exact', 'moved', 'changed', 'ambiguous', 'lost'];

/** The keys of an annotation that are read; others are kept. */
const readKeys = new Set([
  '@context', 'id', '@id', 'type', '@type', 'motivation', 'body', 'bodyValue', 'target', 'creator', 'created', 'modified', 'canonical',
  'fc:id', 'fc:comment', 'fc:claimant', 'fc:claimDate', 'fc:form', 'fc:speaker', 'fc:speakerRole', 'fc:place', 'fc:saidAt', 'fc:extra', 'fc:kept',
]);

/** Own terms by the fields they stand for. */
const termsOfFields = {
  comment: 'fc:comment', claimant: 'fc:claimant', claimDate: 'fc:claimDate', speaker: 'fc:speaker', role: 'fc:speakerRole', place: 'fc:place', saidAt: 'fc:saidAt',
} as const;

/** Reads the annotations of one file, one after the other, into what the file says about annotations and sources. */
export class AnnotationReader {
  readonly #target: TargetText;
  readonly #desk: Desk | undefined;
  readonly #now: { readonly at: string; readonly by: string };
  readonly #placer: TargetPlacer;
  readonly #sources: ImportedSources;
  readonly #accounts = new Map<string, Account>();
  readonly #counts: { [state in PlacementState]: number } = { exact: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0 };
  readonly #notUnderstood: { readonly path: Path; readonly why: string }[] = [];

  constructor(target: TargetText, desk: Desk | undefined, now: { readonly at: string; readonly by: string }) {
    this.#target = target;
    this.#desk = desk;
    this.#now = now;
    this.#placer = new TargetPlacer(target, desk);
    this.#sources = new ImportedSources(desk);
  }

  /** What the file says, sources first. */
  get accounts(): readonly Account[] {
    const sources = [...this.#sources.statements].filter(([, statements]) => statements.length > 0);
    const annotations = [...this.#accounts.values()];
    const unsigned = { createdAt: null, createdBy: null, modifiedAt: null, modifiedBy: null };
    return [
      ...sources.map(([source, statements]): Account => ({ source, statements, record: this.#desk?.sources.get(source), authorship: unsigned })),
      ...annotations,
    ];
  }

  get placed(): PlacedCount {
    return this.#counts;
  }

  /** What was left out, and what is kept without being shown, with its path in the file. */
  report(): readonly { readonly path: string; readonly why: string }[] {
    const { unsearched } = this.#placer;
    const found = this.#notUnderstood.map(({ path, why }) => ({ path: showPath(path), why }));
    const why = `${unsearched} quotes that do not stand in the text word for word were too long or too many to be searched for; they count as lost.`;
    return unsearched > 0 ? [...found, { path: 'annotations', why }] : found;
  }

  /** Reads one annotation. */
  read(raw: Json, path: Path): void {
    const leaveOut = (why: string, at: Path = path): void => void this.#notUnderstood.push({ path: at, why });
    if (!isJsonObject(raw)) return leaveOut(typeof raw === 'string' ? 'It is only named by its address, and nothing is fetched.' : 'It is no annotation.');
    const targets = readTargets(ownValue(raw, 'target'));
    if (typeof targets === 'string') return leaveOut(targets, pathTo(path, 'target'));
    const id = this.#idOf(raw);
    if (this.#accounts.has(id)) return leaveOut('Another annotation in the file has the same id.', pathTo(path, 'id'));
    const anchors = targets.map(target => this.#placer.place(target));
    const state = anchors.map(({ placement }) => placement.state).reduce((a, b) => (byDoubt.indexOf(a) >= byDoubt.indexOf(b) ? a : b));
    const other = this.#otherPage(targets, state);
    if (other !== null) return leaveOut(`It is about another page: ${other}`, pathTo(path, 'target'));

    const words = anchors.map(anchor => anchor.exact).join('\n');
    const fields = this.#fieldsOf(raw, words, path);
    fields.set('anchors', anchors as unknown as Json); // JSON by shape
    this.#accounts.set(id, {
      annotation: id,
      record: this.#desk?.annotations.get(id),
      authorship: authorshipOf(raw),
      statements: [...fields].map(([field, value]): Statement => ({ field, value })),
    });
    this.#counts[state]++;
  }

  #idOf(raw: JsonObject): string {
    const own = textOfProperty(raw, 'fc:id');
    if (isId(own)) return own;
    const names = [iriOf(ownValue(raw, 'canonical')), iriOf(raw)].filter(name => name !== '');
    const uuid = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
    // Made from what names it, so that reading it again finds it again.
    return names.find(name => uuid.test(name)) ?? idFrom(['annotation', this.#target.article, names[0] ?? raw]);
  }

  /** The page that all targets are on, when it is another than the article's and nothing says that the text is the same. */
  #otherPage(targets: readonly Target[], state: PlacementState): string | null {
    const url = this.#desk?.article ? readArticle(this.#desk.article).url : '';
    const isOther = (source: string): boolean => /^https?:/i.test(source) && pageOf(source) !== pageOf(url);
    const inContext = targets.every(({ selected: { words } }) => words !== null && words.prefix + words.suffix !== '');
    const isCopy = state === 'exact' && inContext;
    return /^https?:/i.test(url) && !isCopy && targets.every(({ source }) => isOther(source)) ? targets[0]!.source : null;
  }

  #fieldsOf(raw: JsonObject, words: string, path: Path): Map<string, Json> {
    const { texts, links, kept } = this.#bodiesOf(raw, path);
    const { type, own } = typeOf(raw, texts, links);
    const draft: Draft = { type, ...fieldsOfTexts(texts, {
      type, own, scales: this.#desk ? scalesOf(this.#desk) : makeScales(), by: creatorOf(raw) || this.#now.by, at: momentOf(raw, 'modified') ?? momentOf(raw, 'created') ?? this.#now.at, textHash: hashText(words),
    }) };
    for (const [field, term] of Object.entries(termsOfFields)) {
      const value = textOfProperty(raw, term);
      if (value !== '') draft[field] = value;
    }
    const form = quoteForms.find(name => name === ownValue(raw, 'fc:form'));
    if (form) draft['form'] = form;
    if (Object.keys(kept).length > 0) draft['w3c'] = kept;

    const fields = new Map(Object.entries(draft).filter(([field, value]) => value !== '' && hasShape(field, value)));
    for (const [field, value] of Object.entries(literalObject(ownValue(raw, 'fc:extra')))) {
      const isName = field !== '' && !reservedNames.has(field) && !field.startsWith('evidence/');
      if (isName && value !== null && !fields.has(field) && hasShape(field, value)) fields.set(field, value);
    }
    this.#addLinks(links, type, fields, this.#idOf(raw));
    const record = this.#desk?.annotations.get(this.#idOf(raw));
    if (record && valueOf(record, 'removed') === true) fields.set('removed', false);
    return fields;
  }

  #addLinks(links: readonly LinkBody[], type: AnnotationType, fields: Map<string, Json>, annotation: string): void {
    if (type !== 'claim' && type !== 'quote') {
      // Notes have no evidence; their links stand in their words.
      const addresses = links.map(({ url }) => url).filter(url => url !== '');
      const field = type === 'note' ? 'text' : 'comment';
      if (addresses.length > 0) fields.set(field, [fields.get(field) ?? '', ...addresses].filter(part => part !== '').join('\n'));
      return;
    }
    // What stands for a confidential source is news only where the annotation itself is.
    const isKnown = this.#desk?.annotations.has(annotation) === true;
    links.forEach((link, index) => {
      if (isKnown && isStandIn(link.sourceId ?? '')) return;
      const id = isId(link.id) && !link.id.includes('/') ? link.id : idFrom(['evidence', idFrom([annotation]), index]);
      for (const { field, value } of evidenceStatements(link, id, this.#sources.idFor(link), index + 1)) fields.set(field, value);
    });
  }

  /** The bodies by what can be made of them; with the keys that are not read, what is kept as it came. */
  #bodiesOf(raw: JsonObject, path: Path): { texts: readonly TextBody[]; links: readonly LinkBody[]; kept: JsonObject } {
    const texts: TextBody[] = [];
    const links: LinkBody[] = [];
    const strange: Json[] = [];
    const bodyValue = textOfProperty(raw, 'bodyValue');
    if (bodyValue !== '') texts.push({ value: bodyValue, purpose: '', raw: {} });
    asList(ownValue(raw, 'body')).forEach((body, index) => {
      const text = readText(body);
      const link = text ? null : readLink(body);
      if (text) texts.push(text);
      else if (link) links.push(link);
      else if (!isEmptyText(body)) {
        strange.push(body);
        this.#notUnderstood.push({ path: pathTo(path, 'body', index), why: 'A body of this kind is kept for the next export, but cannot be shown.' });
      }
    });
    const before = literalObject(ownValue(raw, 'fc:kept'));
    const rest = Object.entries(raw).filter(([key]) => !readKeys.has(key));
    return { texts, links, kept: { ...before, ...Object.fromEntries(rest), ...(strange.length > 0 && { body: strange }) } };
  }
}

function isEmptyText(body: Json): boolean {
  return isJsonObject(body) && typesOf(body).includes('TextualBody');
}

function hasShape(field: string, value: Json): boolean {
  const shape = shapeOf(annotationShape, field);
  return !shape || v.is(shape.shape, value);
}

/** What an annotation is to us: ours says so; another's is a claim when it judges or shows evidence, else a note. */
function typeOf(raw: JsonObject, texts: readonly TextBody[], links: readonly LinkBody[]): { type: AnnotationType; own: boolean } {
  const types = typesOf(raw);
  for (const [type, term] of Object.entries(typeTerms)) {
    if (types.includes(term)) return { type: type as AnnotationType, own: true }; // the table's keys are the types
  }
  const motivations = [...asList(ownValue(raw, 'motivation')).map(word => purposeOf({ purpose: word })), ...texts.map(({ purpose }) => purpose)];
  const judges = motivations.includes('assessing') || links.some(({ fields }) => fields['excerpt'] !== undefined && fields['excerpt'] !== '');
  return { type: judges ? 'claim' : 'note', own: false };
}

function momentOf(raw: JsonObject, key: string): string | null {
  const value = textOfProperty(raw, key);
  return isTime(value) ? inUtc(value) : null;
}

function authorshipOf(raw: JsonObject): Account['authorship'] {
  const by = creatorOf(raw) || null;
  const createdAt = momentOf(raw, 'created');
  return { createdAt, createdBy: by, modifiedAt: momentOf(raw, 'modified') ?? createdAt, modifiedBy: by };
}

/** An address without what does not tell pages apart. */
function pageOf(address: string): string {
  return (toIri(address) ?? address).replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[#?].*$/s, '').replace(/\/$/, '').toLowerCase();
}
