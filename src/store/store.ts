import { settingsId } from '../domain/desk-settings.ts';
import { addVersions, applyOperations, emptyDesk, recordOf, type Desk } from '../domain/desk.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Change, Edit } from '../domain/change.ts';
import { newId } from '../domain/id.ts';
import { sameJson, type Json } from '../domain/json.ts';
import type { Operation, Step } from '../domain/operation.ts';
import { headsOf, isDisputed } from '../domain/record.ts';
import { freshScreen, type Screen } from './screen.ts';
import { fieldKey, originals, undoable, type Undoable, type UndoableStep } from './undoable.ts';

/** What happened in a store. */
export type StoreEvent =
  /** A step was made here and has to be kept. When typing goes on, it comes again with the operations that are new. */
  | { readonly type: 'step'; readonly step: Step; readonly versions: readonly ArticleVersion[] }
  /** Steps came from another tab or a file that is already kept. */
  | { readonly type: 'received' }
  | { readonly type: 'screen' };

/** What undo or redo did. */
export interface TakenBack {
  /** The step that was undone or done again. */
  readonly step: Step;
  /** Number of fields left as they are, because somebody changed them since. */
  readonly kept: number;
}

/** What a store can be opened with; the shape of `OpenedArticle` in `src/storage`. */
export interface StoreContents {
  readonly desk: Desk;
  readonly steps: readonly Step[];
  readonly bases: readonly Operation[];
  readonly screen: Screen | null;
}

/**
 * The state of one open article and the one way to change it. Framework-free and silent about keeping: whoever keeps
 * it subscribes (`src/storage/autosave.ts`), and so does whoever shows it.
 */
export class Store {
  #desk: Desk;
  #steps: readonly Step[];
  #screen: Screen;
  #undoable: { readonly reviewer: string; readonly stacks: Undoable } | null = null;
  #joinKey: string | null = null;
  readonly #operations = new Map<string, Operation>();
  /** What stood before operations that are loaded, by the id of the operation that had set it. */
  readonly #replaced = new Map<string, Json>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();

  /** Name of whoever works here; goes into every operation. */
  reviewer = '';
  /** The clock, so that tests can hold it. Returns ISO 8601 with zone. */
  readonly now: () => string;

  constructor(contents: StoreContents | string, options: { reviewer?: string; now?: () => string } = {}) {
    const opened: StoreContents =
      typeof contents === 'string' ? { desk: emptyDesk(contents), steps: [], bases: [], screen: null } : contents;
    this.#desk = opened.desk;
    this.#steps = opened.steps;
    this.#screen = opened.screen ?? freshScreen;
    for (const operation of opened.bases) this.#operations.set(operation.id, operation);
    for (const step of opened.steps) this.#remember(step.operations);
    this.reviewer = options.reviewer ?? '';
    this.now = options.now ?? (() => new Date().toISOString());
  }

  get desk(): Desk {
    return this.#desk;
  }
  /** The steps that are loaded, oldest first. */
  get steps(): readonly Step[] {
    return this.#steps;
  }
  get screen(): Screen {
    return this.#screen;
  }
  /** What undo would take back; null when there is nothing. */
  get undoStep(): Step | null {
    return this.#stacks.undo.at(-1)?.step ?? null;
  }
  /** What redo would do again; null when there is nothing. */
  get redoStep(): Step | null {
    return this.#stacks.redo.at(-1)?.step ?? null;
  }

  /** Calls back after every change. Returns how to stop. */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An operation that is loaded here; undefined for one from before the steps that were loaded. */
  operation(id: string): Operation | undefined {
    return this.#operations.get(id);
  }

  /**
   * Does something in one go. Edits that say what already stands are left out; returns null, and tells nobody, when
   * nothing is left.
   */
  change(change: Change): Step | null {
    const at = this.now();
    const by = change.by ?? this.reviewer;
    const operations = this.#operationsFor(change.edits, at, by);
    const versions = change.versions ?? [];
    if (operations.length === 0 && versions.length === 0) return null;
    const last = this.#steps.at(-1);
    const joins = change.joinKey !== undefined && change.joinKey === this.#joinKey && last !== undefined && last.by === by;
    const fresh: Step = joins
      ? { ...last, operations }
      : { id: newId(), article: this.#desk.id, name: change.name, at, by, undoes: null, operations };
    this.#joinKey = change.joinKey ?? null;
    this.#take(joins ? [...this.#steps.slice(0, -1), { ...last, operations: [...last.operations, ...operations] }] : [...this.#steps, fresh], operations, versions);
    this.#tell({ type: 'step', step: fresh, versions });
    return fresh;
  }

  /**
   * Makes a step that was prepared elsewhere: an import whose operations keep the names and times of a file. Operations known
   * here are passed over. Null when nothing is left.
   */
  adopt(step: Step, versions: readonly ArticleVersion[] = []): Step | null {
    const operations = step.operations.filter(operation => !this.#operations.has(operation.id));
    if (operations.length === 0 || this.#steps.some(({ id }) => id === step.id)) return null;
    const own: Step = { ...step, operations };
    this.#joinKey = null;
    this.#take([...this.#steps, own], operations, versions);
    this.#tell({ type: 'step', step: own, versions });
    return own;
  }

  /**
   * Settles something for the whole desk; null takes it back. Not a step of the article: undo passes it over, and the article's
   * file does not hold it. Does nothing when it stands so already.
   */
  setSetting(field: string, value: Json): void {
    const at = this.now();
    const operations = this.#operationsFor([{ source: settingsId, field, value }], at, this.reviewer);
    if (operations.length === 0) return;
    this.#take(this.#steps, operations, []);
    this.#tell({ type: 'step', step: { id: newId(), article: null, name: 'settings', at, by: this.reviewer, undoes: null, operations }, versions: [] });
  }

  /** Ends the joining of changes with the same key: the next one is a step of its own. */
  endJoin(): void {
    this.#joinKey = null;
  }

  /** Takes back the last step of this reviewer. Null when there is none. */
  undo(): TakenBack | null {
    return this.#takeBack(this.#stacks.undo.at(-1));
  }

  /** Does again what was undone last. Null when there is none. */
  redo(): TakenBack | null {
    return this.#takeBack(this.#stacks.redo.at(-1));
  }

  /** Takes in steps that are kept already: from another tab. Those known here are passed over. */
  receive(steps: readonly Step[], versions: readonly ArticleVersion[] = []): void {
    const known = new Map(this.#steps.map(step => [step.id, step]));
    let all = this.#steps;
    const news: Operation[] = [];
    for (const step of steps) {
      const operations = step.operations.filter(operation => !this.#operations.has(operation.id));
      news.push(...operations);
      const before = known.get(step.id);
      if (before && operations.length > 0) {
        const longer = { ...before, operations: [...before.operations, ...operations] };
        all = all.map(other => (other.id === step.id ? longer : other));
        known.set(step.id, longer);
      } else if (!before && step.article === this.#desk.id) {
        all = [...all, step];
        known.set(step.id, step);
      }
    }
    if (all === this.#steps && news.length === 0 && versions.every(version => this.#desk.versions.has(version.id))) return;
    this.#joinKey = null;
    this.#take(all, news, versions);
    this.#tell({ type: 'received' });
  }

  /** Changes how the screen looks; not a step, cannot be undone. */
  setScreen(part: Partial<Screen>): void {
    const keys = Object.keys(part) as (keyof Screen)[];
    if (keys.every(key => part[key] === this.#screen[key])) return;
    this.#screen = { ...this.#screen, ...part };
    this.#tell({ type: 'screen' });
  }

  get #stacks(): Undoable {
    if (this.#undoable?.reviewer !== this.reviewer) this.#undoable = { reviewer: this.reviewer, stacks: undoable(this.#steps, this.reviewer) };
    return this.#undoable.stacks;
  }

  #operationsFor(edits: readonly Edit[], at: string, by: string): Operation[] {
    const operations: Operation[] = [];
    // Two edits of one field in one change: the later one builds on the earlier.
    const pending = new Map<string, Operation>();
    for (const { annotation, source, field, value } of edits) {
      const key = JSON.stringify([annotation, source, field]);
      const heads = headsOf(recordOf(this.#desk, { ...(annotation !== undefined && { annotation }), ...(source !== undefined && { source }) }), field);
      const before = pending.get(key);
      if (before ? sameJson(before.value, value) : heads.length > 0 && !isDisputed(heads) && sameJson(heads[0]!.value, value)) continue;
      const operation: Operation = {
        id: newId(),
        article: source === undefined ? this.#desk.id : null,
        annotation: source === undefined ? (annotation ?? null) : null,
        ...(source !== undefined && { source }),
        field,
        value,
        base: before ? [before.id] : heads.map(head => head.operation),
        at,
        by,
      };
      pending.set(key, operation);
      operations.push(operation);
    }
    return operations;
  }

  #takeBack(entry: UndoableStep | undefined): TakenBack | null {
    if (!entry) return null;
    const at = this.now();
    // The first operation on a field tells what stood before the step, the last one what the step left.
    const fields = new Map<string, { first: Operation; last: Operation }>();
    for (const operation of entry.latest.operations) {
      const key = fieldKey(operation);
      fields.set(key, { first: fields.get(key)?.first ?? operation, last: operation });
    }
    const original = originals(this.#steps);
    const operations: Operation[] = [];
    for (const { first, last } of fields.values()) {
      const heads = headsOf(recordOf(this.#desk, first), first.field);
      // Somebody changed it since: their value stays.
      if (heads.length !== 1 || original(heads[0]!.operation) !== original(last.id)) continue;
      const before = first.base.map(id => this.#valueOf(id)).find(value => value !== undefined);
      // A field that had no value before gets null, which every reader of a record takes for "not set".
      operations.push({ ...first, id: newId(), value: before ?? null, base: [heads[0]!.operation], at, by: this.reviewer });
    }
    const step: Step = {
      id: newId(), article: this.#desk.id, name: entry.step.name, at, by: this.reviewer, undoes: entry.latest.id, operations,
    };
    this.#joinKey = null;
    this.#take([...this.#steps, step], operations, []);
    this.#tell({ type: 'step', step, versions: [] });
    return { step: entry.step, kept: fields.size - operations.length };
  }

  #valueOf(operation: string): Json | undefined {
    const known = this.#operations.get(operation);
    return known ? known.value : this.#replaced.get(operation);
  }

  #take(steps: readonly Step[], operations: readonly Operation[], versions: readonly ArticleVersion[]): void {
    // Fields may hold values from before the steps that are loaded; undo has to put them back.
    for (const operation of operations) {
      for (const head of headsOf(recordOf(this.#desk, operation), operation.field)) {
        if (!this.#operations.has(head.operation)) this.#replaced.set(head.operation, head.value);
      }
    }
    this.#remember(operations);
    this.#steps = steps;
    this.#undoable = null;
    this.#desk = addVersions(applyOperations(this.#desk, operations), versions);
  }

  #remember(operations: readonly Operation[]): void {
    for (const operation of operations) this.#operations.set(operation.id, operation);
  }

  #tell(event: StoreEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
