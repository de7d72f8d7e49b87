import * as v from 'valibot';
import type { Desk } from '../domain/desk.ts';
import { evidenceField, sourceRoles, stances, type Evidence } from '../domain/evidence.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { textOf } from '../domain/record.ts';
import { addressOf, doiAddress, readSource, sourceFields, type Source, type SourceField } from '../domain/source.ts';
import { idFrom, type Statement } from './account.ts';
import { isId, isTime } from './check.ts';
import { idIri, toIri } from './iri.ts';
import { evidenceShape, reservedNames, shapeOf, sourceShape } from './native-fields.ts';
import { ownValue } from './parse-json.ts';
import { asList, iriOf, jsonLiteral, literalObject, numberOfProperty, textOfProperty, typesOf } from './vocabulary.ts';
import { sortKeys } from './write-json.ts';

/** A piece of evidence as a body that links to its source; the excerpt is its selector, the archived copy its state. */
export function writeEvidenceBody(evidence: Evidence, source: Source | null): JsonObject {
  const { id, excerpt, locator, stance, role, note, group, method, searched, calculation, order, extra } = evidence;
  const iri = idIri(id);
  const cached = source ? toIri(source.archivedUrl || (source.copies[0]?.url ?? '')) : null;
  const hasDate = source !== null && isTime(source.accessed);
  return {
    id: iri,
    type: 'SpecificResource',
    purpose: 'linking',
    source: source ? writeSourceNode(source, { inState: hasDate, cached }) : evidence.source === null ? `${iri}#source` : idIri(evidence.source),
    ...(excerpt !== '' && { selector: { type: 'TextQuoteSelector', exact: excerpt } }),
    ...(hasDate && { state: { type: 'TimeState', sourceDate: source.accessed, ...(cached !== null && { cached }) } }),
    'fc:stance': stance,
    'fc:role': role,
    ...(locator !== '' && { 'fc:locator': locator }),
    ...(note !== '' && { 'fc:note': note }),
    ...(group !== '' && { 'fc:independenceGroup': group }),
    ...(method !== '' && { 'fc:method': method }),
    ...(searched !== '' && { 'fc:searched': searched }),
    ...(calculation && { 'fc:calculation': jsonLiteral(calculation as unknown as Json) }), // plain data
    'fc:order': order,
    ...(iri !== id && { 'fc:id': id }),
    ...(!source && evidence.source !== null && { 'fc:source': evidence.source }),
    ...(Object.keys(extra).length > 0 && { 'fc:extra': jsonLiteral(sortKeys(extra)) }),
  };
}

function writeSourceNode(source: Source, { inState, cached }: { inState: boolean; cached: string | null }): JsonObject {
  const iri = toIri(addressOf(source));
  const { type, title, publisher, author, url, doi, published, accessed, archivedUrl, copies, confidentiality, csl, extra } = source;
  const isSaid = inState && archivedUrl === cached && copies.every(copy => copy.url !== archivedUrl);
  return {
    id: iri ?? idIri(source.id),
    'fc:source': source.id,
    ...(type !== '' && { 'fc:sourceType': type }),
    ...(title !== '' && { 'dc:title': title }),
    ...(publisher !== '' && { 'dc:publisher': publisher }),
    ...(author !== '' && { 'dc:creator': author }),
    ...(published !== '' && { 'dc:date': published }),
    ...(doi !== '' && { 'fc:doi': doi }),
    // Only what the address and the state cannot say: no address, a bare date, an archived copy without a date.
    ...(url !== '' && url !== iri && { 'fc:url': url }),
    ...(accessed !== '' && !inState && { 'fc:accessed': accessed }),
    ...(archivedUrl !== '' && !isSaid && { 'fc:archivedUrl': archivedUrl }),
    ...(copies.length > 0 && { 'fc:copies': jsonLiteral(sortKeys({ list: copies as unknown as Json })) }), // plain data
    ...(confidentiality !== 'public' && { 'fc:confidentiality': confidentiality }),
    ...(Object.keys(csl).length > 0 && { 'fc:csl': jsonLiteral(sortKeys(csl)) }),
    ...(Object.keys(extra).length > 0 && { 'fc:extra': jsonLiteral(sortKeys(extra)) }),
  };
}

/** A body that links somewhere. */
export interface LinkBody {
  readonly url: string;
  /** The own fields and extras of the evidence. */
  readonly fields: { readonly [property: string]: Json };
  /** Id of the evidence; empty when it is not one of ours. */
  readonly id: string;
  /** Id of the source, where ours is named; null for ours without a source. */
  readonly sourceId: string | null;
  readonly source: { readonly [field in SourceField]?: string };
  /** Fields of the source that hold something else than text, and those that have no term. */
  readonly sourceExtra: JsonObject;
}

/** A body as a link to a source; null when it is something else. */
export function readLink(raw: Json): LinkBody | null {
  if (typeof raw === 'string') return webLink(raw);
  if (!isJsonObject(raw)) return null;
  const source = ownValue(raw, 'source');
  if (source === undefined) {
    const isPlain = typesOf(raw).every(type => type === 'Text' || type === 'Dataset');
    return isPlain && !Object.hasOwn(raw, 'items') ? webLink(iriOf(raw)) : null;
  }
  const iri = iriOf(source);
  if (iri === '') return null;
  const node = isJsonObject(source) ? source : {};
  const selectors = asList(ownValue(raw, 'selector')).filter(isJsonObject);
  const state = asList(ownValue(raw, 'state')).filter(isJsonObject)[0] ?? {};
  const id = textOfProperty(raw, 'fc:id') || (Object.hasOwn(raw, 'fc:stance') ? iriOf(raw) : '');
  const named = [textOfProperty(node, 'fc:source'), textOfProperty(raw, 'fc:source')].find(isId) ?? '';
  const isNone = id !== '' && named === '' && iri === `${iriOf(raw)}#source`;
  // Ours without an address stands under a name made from its id.
  const doi = textOfProperty(node, 'fc:doi');
  const isDoi = doi !== '' && iri === toIri(doiAddress(doi));
  const address = isNone || isDoi || (named !== '' && iri === idIri(named)) ? '' : iri;
  const copies = literalObject(ownValue(node, 'fc:copies'))['list'];
  const cached = safeUrl(iriOf(ownValue(state, 'cached')));
  const isCopy = Array.isArray(copies) && copies.some((copy: Json) => isJsonObject(copy) && toIri(textOfProperty(copy, 'url')) === cached);
  const confidentiality = textOfProperty(node, 'fc:confidentiality');
  const csl = literalObject(ownValue(node, 'fc:csl'));
  return {
    url: safeUrl(textOfProperty(node, 'fc:url') || address),
    id,
    sourceId: isNone ? null : named,
    source: {
      title: textOfProperty(node, 'dc:title') || textOfProperty(node, 'label'),
      publisher: textOfProperty(node, 'dc:publisher'),
      author: textOfProperty(node, 'dc:creator'),
      published: textOfProperty(node, 'dc:date'),
      accessed: textOfProperty(node, 'fc:accessed') || textOfProperty(state, 'sourceDate'),
      archivedUrl: textOfProperty(node, 'fc:archivedUrl') || (isCopy ? '' : cached),
      type: textOfProperty(node, 'fc:sourceType'),
      doi,
    },
    sourceExtra: {
      ...literalObject(ownValue(node, 'fc:extra')),
      ...(copies !== undefined && { copies }),
      ...(confidentiality !== '' && { confidentiality }),
      ...(Object.keys(csl).length > 0 && { csl }),
    },
    fields: {
      ...literalObject(ownValue(raw, 'fc:extra')),
      excerpt: selectors.map(selector => textOfProperty(selector, 'exact')).find(exact => exact !== '') ?? '',
      locator: textOfProperty(raw, 'fc:locator') || (selectors.map(selector => textOfProperty(selector, 'value')).find(value => value !== '') ?? ''),
      // Another's link says that there is something to see, not what it shows.
      stance: stances.find(stance => stance === ownValue(raw, 'fc:stance')) ?? 'context',
      role: sourceRoles.find(role => role === ownValue(raw, 'fc:role')) ?? 'secondary',
      note: textOfProperty(raw, 'fc:note'),
      group: textOfProperty(raw, 'fc:independenceGroup'),
      method: textOfProperty(raw, 'fc:method'),
      searched: textOfProperty(raw, 'fc:searched'),
      ...(Object.hasOwn(raw, 'fc:calculation') && { calculation: literalObject(ownValue(raw, 'fc:calculation')) }),
      order: numberOfProperty(raw, 'fc:order') ?? null,
    },
  };
}

function webLink(iri: string): LinkBody | null {
  if (iri === '') return null;
  return { url: safeUrl(iri), id: '', sourceId: '', source: {}, sourceExtra: {}, fields: { stance: 'context', role: 'secondary', order: null } };
}

/** Addresses that run a program when they are opened do not come in from other people's files. */
function safeUrl(url: string): string {
  return /^[\s\p{Cc}]*(?:javascript|vbscript|data)\s*:/iu.test(url) ? '' : url;
}

/** The sources that a file speaks of: one for each address, those of the desk used again. */
export class ImportedSources {
  readonly #desk: Desk | undefined;
  readonly #onDesk = new Map<string, string>();
  readonly #inFile = new Map<string, string>();
  readonly #said = new Map<string, Map<string, Json>>();

  constructor(desk: Desk | undefined) {
    this.#desk = desk;
    for (const record of desk?.sources.values() ?? []) {
      const source = readSource(record);
      const address = addressOf(source);
      if (address !== '' && !source.removed) this.#onDesk.set(normalAddress(address), record.id);
    }
  }

  /** The id of the source that a body links to; null when it names none. */
  idFor(link: LinkBody): string | null {
    const address = normalAddress(link.url || (link.source.doi ? doiAddress(link.source.doi) : ''));
    const id = this.#choose(link.sourceId, address);
    if (id === null) return null;
    if (address !== '' && !this.#inFile.has(address)) this.#inFile.set(address, id);
    this.#add(id, link);
    return id;
  }

  #choose(named: string | null, address: string): string | null {
    if (named === null) return null;
    const onDesk = this.#onDesk.get(address);
    if (named !== '') return this.#desk?.sources.has(named) || this.#said.has(named) ? named : (onDesk ?? named);
    return address === '' ? null : (onDesk ?? this.#inFile.get(address) ?? idFrom(['source', address]));
  }

  #add(id: string, link: LinkBody): void {
    const said = this.#said.get(id) ?? new Map<string, Json>();
    this.#said.set(id, said);
    const record = this.#desk?.sources.get(id);
    // Ours, by its id: what the file says. The same address only: what the desk does not know yet.
    const stays = (field: string): boolean => record !== undefined && id !== link.sourceId && textOf(record, field) !== '';
    for (const field of sourceFields) {
      const value = field === 'url' ? link.url : link.source[field];
      if (value && !said.has(field) && !stays(field)) said.set(field, value);
    }
    for (const [field, value] of Object.entries(link.sourceExtra)) if (!isTaken(field, value) && !stays(field)) said.set(field, value);
  }

  /** What the file says of each source. */
  get statements(): ReadonlyMap<string, readonly Statement[]> {
    return new Map([...this.#said].map(([id, said]) => [id, [...said].map(([field, value]) => ({ field, value }))]));
  }
}

function normalAddress(url: string): string {
  return toIri(url) ?? url;
}

/** Fields that no file of annotations may set as one without a term: they have their terms, or are the desk's own business. */
const known = new Set<string>([...sourceFields, 'mergedInto', 'removed']);

function isTaken(field: string, value: Json): boolean {
  const shape = shapeOf(sourceShape, field);
  return value === null || field === '' || known.has(field) || reservedNames.has(field) || (shape !== undefined && !v.is(shape.shape, value));
}

/** The fields of an annotation for a piece of evidence. `place` is its place among the links of the annotation, from 1. */
export function evidenceStatements(link: LinkBody, id: string, source: string | null, place: number): readonly Statement[] {
  const { order, ...rest } = link.fields;
  return Object.entries({ ...rest, source, order: order ?? place })
    .filter(([property, value]) => isFit(property, value))
    .map(([property, value]) => ({ field: evidenceField(id, property), value }));
}

function isFit(property: string, value: Json): boolean {
  const shape = shapeOf(evidenceShape, property);
  return value !== null && value !== '' && property !== '' && property !== 'id' && property !== 'removed' && (!shape || v.is(shape.shape, value));
}
