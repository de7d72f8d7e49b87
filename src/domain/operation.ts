import type { Json } from './json.ts';

/**
 * One change of one field, as data. The whole state is a fold of these (see `desk.ts`).
 *
 * What it is about: `source` set: a source of the desk, shared by all articles; else `annotation` set: that
 * annotation; else the article itself.
 */
export interface Operation {
  /** `urn:uuid:` id. */
  readonly id: string;
  /** The article's id; null for a source, which belongs to the whole desk. */
  readonly article: string | null;
  /** The annotation's id; null for a field of the article or of a source. */
  readonly annotation: string | null;
  /** The source's id; absent for a field of an article or an annotation. */
  readonly source?: string;
  /** Name of the field, e.g. `claimant`; fields of one piece of evidence are `evidence/<id>/<name>`. */
  readonly field: string;
  readonly value: Json;
  /**
   * Ids of the operations whose values the author saw: none for a first value, one as a rule, several when this
   * operation decides between disputed values.
   */
  readonly base: readonly string[];
  /** ISO 8601 with zone. */
  readonly at: string;
  /** Name of the reviewer. */
  readonly by: string;
}

/** What a person did in one go and can undo in one go: one or more operations under a name. */
export interface Step {
  readonly id: string;
  /** The article it happened in; null for work on the source list alone. */
  readonly article: string | null;
  /** A key for what was done, e.g. `mark-claim`; the interface translates it. */
  readonly name: string;
  readonly at: string;
  readonly by: string;
  /** The step that this one takes back; null for an ordinary step. Undoing an undo is a redo. */
  readonly undoes: string | null;
  readonly operations: readonly Operation[];
}

/** Id of the record that the operation changes. */
export function subjectOf(operation: Operation): string {
  const id = operation.source ?? operation.annotation ?? operation.article;
  if (id === null) throw new TypeError(`Operation ${operation.id} names neither an article, an annotation nor a source`);
  return id;
}

/** The operations of some steps by id. */
export function operationsById(steps: readonly Step[]): ReadonlyMap<string, Operation> {
  const all = new Map<string, Operation>();
  for (const { operations } of steps) for (const operation of operations) all.set(operation.id, operation);
  return all;
}

/**
 * The values that stood in the field when the author of an operation changed it, in the order of its `base`: none for a first
 * value, several where they were in dispute. Undefined in place of one whose operation is not among those known.
 */
export function valuesBefore({ base }: Operation, known: ReadonlyMap<string, Operation>): readonly (Json | undefined)[] {
  return base.map(id => known.get(id)?.value);
}
