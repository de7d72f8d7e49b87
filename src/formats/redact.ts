import { isTranscriptField, readTranscripts } from '../domain/attached-transcript.ts';
import { emptyDesk, type Desk } from '../domain/desk.ts';
import { evidenceField, parseEvidenceField, readEvidence } from '../domain/evidence.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import type { Operation, Step } from '../domain/operation.ts';
import { headsOf, type FieldRecord, type Head } from '../domain/record.ts';
import { readSource, type Confidentiality } from '../domain/source.ts';
import { idFrom } from './account.ts';

/** What stands for a confidential source outside the desk. */
export const knownToTheDesk = 'A source known to the desk';

/** Ids of what stands for confidential sources. They say nothing: an id may be made from an address. */
const standInPrefix = 'urn:claim-annotator:known-to-the-desk:';

/** True for the id of what stands for a confidential source in a public file. */
export function isStandIn(source: string): boolean {
  return source.startsWith(standInPrefix);
}

/** A desk and its history as the public may see them. */
export interface PublicDesk {
  readonly desk: Desk;
  readonly steps: readonly Step[];
  /** Number of confidential sources that are used and were left out. */
  readonly confidential: number;
  /** Number of internal sources that are used and of which only the name was left. */
  readonly internal: number;
}

/** What may be said of an internal source: what it is called, but nothing that leads to it. */
const namesOfInternal = new Set(['type', 'title', 'publisher', 'author', 'published', 'confidentiality', 'mergedInto', 'removed']);

/** What may be said of evidence from an internal source: how it bears on the claim, but not its words. */
const namesOfInternalUse = new Set(['source', 'stance', 'role', 'locator', 'order', 'removed']);

/**
 * The desk as the public may see it. Every public format is written from this and from nothing else.
 *
 * - No contact of any source.
 * - Of an internal source its name and type; of evidence from it the stance, role and place.
 * - Of a confidential source that there is one, and of evidence from it the stance and role: under ids that say nothing, so
 *   that not even the hash of an address is left. Nothing of either in the history.
 * - No transcript, whatever its source: it holds what was said and not printed. The result of a quote checked against it stays
 *   where its source is public.
 * - A source is as confidential as the strictest of those it was merged with, and as the strictest value in dispute.
 *
 * What people wrote elsewhere, in an explanation or a comment, is theirs. The same desk comes back when there is nothing to hide.
 */
export function publicDesk(desk: Desk, steps: readonly Step[]): PublicDesk {
  const levels = levelsOf(desk.sources);
  const speaksOf = (step: Step): boolean => step.operations.some(({ annotation, source, field }) => annotation === null && source === undefined && isTranscriptField(field));
  const hasTranscripts = Object.keys(desk.article?.fields ?? {}).some(isTranscriptField) || steps.some(speaksOf);
  const isOpen = !hasTranscripts && [...desk.sources.values()].every(record => levels.get(record.id) === 'public' && headsOf(record, 'contact').length === 0);
  if (isOpen) return { desk, steps, confidential: 0, internal: 0 };

  const uses = new UsesOfHidden(levels);
  for (const record of desk.annotations.values()) uses.addRecord(record);
  for (const step of steps) for (const operation of step.operations) uses.addOperation(operation);

  const standIns = standInsFor(desk, levels);
  const sources = new Map<string, FieldRecord>();
  for (const [id, record] of desk.sources) {
    const level = levels.get(id)!;
    if (level === 'confidential') {
      const standIn = standIns.get(id);
      if (standIn) sources.set(standIn.id, standIn);
    } else sources.set(id, keepFields(record, field => field !== 'contact' && (level === 'public' || namesOfInternal.has(field))));
  }
  const transcripts = new Set(readTranscripts(desk.article).filter(({ source }) => source !== null && levels.get(source) === 'public').map(({ id }) => id));
  const annotations = new Map([...desk.annotations].map(([id, record]) => [id, withoutChecks(publicAnnotation(record, levels, standIns), transcripts)]));
  return {
    desk: { ...desk, article: desk.article && keepFields(desk.article, field => !isTranscriptField(field)), sources, annotations },
    steps: publicSteps(steps, levels, uses, transcripts),
    confidential: uses.count('confidential'),
    internal: uses.count('internal'),
  };
}

/** The sources of a desk that a public list may hold: without confidential ones, of internal ones the names. */
export function publicSources(sources: ReadonlyMap<string, FieldRecord>): ReadonlyMap<string, FieldRecord> {
  const { desk } = publicDesk({ ...emptyDesk(''), sources }, []);
  return new Map([...desk.sources].filter(([id]) => !isStandIn(id)));
}

const strictness: readonly Confidentiality[] = ['public', 'internal', 'confidential'];

const strictest = (a: Confidentiality, b: Confidentiality): Confidentiality => (strictness.indexOf(a) >= strictness.indexOf(b) ? a : b);

/** How confidential each source is, merges counted in both directions: they are the same thing. */
function levelsOf(sources: ReadonlyMap<string, FieldRecord>): ReadonlyMap<string, Confidentiality> {
  const levels = new Map<string, Confidentiality>();
  const neighbours = new Map<string, string[]>();
  for (const [id, record] of sources) {
    levels.set(id, readSource(record).confidentiality);
    // Every value in dispute names a source that this one may be the same as.
    for (const { value } of headsOf(record, 'mergedInto')) {
      if (typeof value !== 'string' || !sources.has(value)) continue;
      neighbours.set(id, [...(neighbours.get(id) ?? []), value]);
      neighbours.set(value, [...(neighbours.get(value) ?? []), id]);
    }
  }
  for (const level of ['internal', 'confidential'] as const) {
    const queue = [...levels].filter(([, own]) => own === level).map(([id]) => id);
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const other of neighbours.get(id) ?? []) {
        if (strictest(levels.get(other)!, level) === levels.get(other)) continue;
        levels.set(other, level);
        queue.push(other);
      }
    }
  }
  return levels;
}

/** The evidence that comes from hidden sources, now or at any time that the history tells of. */
class UsesOfHidden {
  readonly #levels: ReadonlyMap<string, Confidentiality>;
  readonly #sources = new Set<string>();
  readonly #evidence = new Map<string, Confidentiality>();

  constructor(levels: ReadonlyMap<string, Confidentiality>) {
    this.#levels = levels;
  }

  addRecord(record: FieldRecord): void {
    for (const { id, source } of readEvidence(record)) {
      this.#add(record.id, id, headsOf(record, evidenceField(id, 'source')).map(head => head.value));
      if (source !== null && this.#levels.has(source)) this.#sources.add(source);
    }
  }

  addOperation({ annotation, field, value }: Operation): void {
    const piece = annotation === null ? null : parseEvidenceField(field);
    if (annotation !== null && piece?.property === 'source') this.#add(annotation, piece.id, [value]);
  }

  #add(annotation: string, evidence: string, sources: readonly Json[]): void {
    const key = JSON.stringify([annotation, evidence]);
    for (const source of sources) {
      const level = typeof source === 'string' ? (this.#levels.get(source) ?? 'public') : 'public';
      this.#evidence.set(key, strictest(this.#evidence.get(key) ?? 'public', level));
    }
  }

  /** The strictest source that the evidence ever had. */
  levelOf(annotation: string, evidence: string): Confidentiality {
    return this.#evidence.get(JSON.stringify([annotation, evidence])) ?? 'public';
  }

  count(level: Confidentiality): number {
    return [...this.#sources].filter(id => this.#levels.get(id) === level).length;
  }
}

/** What stands for each confidential source, numbered by age. */
function standInsFor(desk: Desk, levels: ReadonlyMap<string, Confidentiality>): ReadonlyMap<string, FieldRecord> {
  const byAge = (a: FieldRecord, b: FieldRecord): number => (a.createdAt !== b.createdAt ? (a.createdAt < b.createdAt ? -1 : 1) : a.id < b.id ? -1 : 1);
  const hidden = [...desk.sources.values()].filter(({ id }) => levels.get(id) === 'confidential').sort(byAge);
  // Those of two articles are not the same one.
  const article = idFrom(['known-to-the-desk', desk.id]).replace('urn:uuid:', '');
  return new Map(
    hidden.map((record, index): [string, FieldRecord] => {
      const { createdAt, createdBy, modifiedAt, modifiedBy } = record;
      const id = `${standInPrefix}${article}:${index + 1}`;
      const said = (field: string, value: Json): readonly Head[] => [{ operation: `${id}/${field}`, value, at: createdAt, by: createdBy }];
      const fields = { title: said('title', knownToTheDesk), confidentiality: said('confidentiality', 'confidential') };
      return [record.id, { id, article: null, fields, createdAt, createdBy, modifiedAt, modifiedBy }];
    }),
  );
}

function keepFields(record: FieldRecord, isKept: (field: string) => boolean): FieldRecord {
  const fields = Object.entries(record.fields);
  const kept = fields.filter(([field]) => isKept(field));
  return kept.length === fields.length ? record : { ...record, fields: Object.fromEntries(kept) };
}

function publicAnnotation(record: FieldRecord, levels: ReadonlyMap<string, Confidentiality>, standIns: ReadonlyMap<string, FieldRecord>): FieldRecord {
  const pieces = new Map<string, { readonly level: Confidentiality; readonly source: string | null }>();
  for (const field in record.fields) {
    const piece = parseEvidenceField(field);
    if (piece?.property !== 'source') continue;
    for (const { value } of record.fields[field]!) {
      const level = typeof value === 'string' ? (levels.get(value) ?? 'public') : 'public';
      const before = pieces.get(piece.id);
      if (!before || strictest(before.level, level) !== before.level) pieces.set(piece.id, { level, source: typeof value === 'string' ? value : null });
    }
  }
  if ([...pieces.values()].every(({ level }) => level === 'public')) return record;

  const fields: { [field: string]: readonly Head[] } = Object.create(null) as { [field: string]: readonly Head[] };
  const names = [...pieces].filter(([, { level }]) => level === 'confidential').map(([id]) => id).sort();
  for (const field in record.fields) {
    const heads = record.fields[field]!;
    const piece = parseEvidenceField(field);
    const hidden = piece && pieces.get(piece.id);
    if (!piece || !hidden || hidden.level === 'public') {
      fields[field] = heads;
    } else if (hidden.level === 'internal') {
      if (namesOfInternalUse.has(piece.property)) fields[field] = heads;
    } else {
      const name = `known-to-the-desk-${names.indexOf(piece.id) + 1}`;
      const standIn = hidden.source === null ? undefined : standIns.get(hidden.source);
      const said = piece.property === 'source' ? (standIn?.id ?? null) : heads[0]!.value;
      if (['source', 'stance', 'role', 'order', 'removed'].includes(piece.property)) fields[evidenceField(name, piece.property)] = [{ ...heads[0]!, operation: `${record.id}/${name}/${piece.property}`, value: said }];
    }
  }
  return { ...record, fields };
}

/** Without results that tell what was said in a transcript that is not open. */
function withoutChecks(record: FieldRecord, open: ReadonlySet<string>): FieldRecord {
  return headsOf(record, 'check').every(({ value }) => isOpenCheck(value, open)) ? record : keepFields(record, field => field !== 'check');
}

function isOpenCheck(value: Json, open: ReadonlySet<string>): boolean {
  return value === null || (isJsonObject(value) && typeof value['transcript'] === 'string' && open.has(value['transcript']));
}

/** The history without what is hidden. Steps of which nothing is left are left out. */
function publicSteps(steps: readonly Step[], levels: ReadonlyMap<string, Confidentiality>, uses: UsesOfHidden, transcripts: ReadonlySet<string>): readonly Step[] {
  const isPublic = ({ annotation, source, field, value }: Operation): boolean => {
    if (source !== undefined) {
      if (field === 'mergedInto' && typeof value === 'string' && levels.get(value) === 'confidential') return false;
      const level = levels.get(source) ?? 'public';
      return field !== 'contact' && level !== 'confidential' && (level === 'public' || namesOfInternal.has(field));
    }
    if (annotation === null) return !isTranscriptField(field);
    const piece = parseEvidenceField(field);
    if (!piece) return field !== 'check' || isOpenCheck(value, transcripts);
    const level = uses.levelOf(annotation, piece.id);
    return level === 'public' || (level === 'internal' && namesOfInternalUse.has(piece.property));
  };
  return steps.flatMap(step => {
    const operations = step.operations.filter(isPublic);
    return operations.length === step.operations.length ? [step] : operations.length === 0 ? [] : [{ ...step, operations }];
  });
}
