import type { Operation, Step } from '../domain/operation.ts';

/** One entry of a stack. */
export interface UndoableStep {
  /** What the person did, which gives the entry its name. */
  readonly step: Step;
  /** The step whose operations have to be taken back: `step` itself, or the undo or redo that came after it. */
  readonly latest: Step;
}

/** What can be undone and redone, the next one last. */
export interface Undoable {
  readonly undo: readonly UndoableStep[];
  readonly redo: readonly UndoableStep[];
}

/**
 * Reads the undo and redo stacks off the steps, so that they are the same after a reload. Only a reviewer's own steps
 * count: nobody takes back a colleague's work by pressing a key.
 */
export function undoable(steps: readonly Step[], reviewer: string): Undoable {
  const undo: UndoableStep[] = [];
  const redo: UndoableStep[] = [];
  for (const step of steps) {
    if (step.by !== reviewer) continue;
    if (step.undoes === null) {
      undo.push({ step, latest: step });
      redo.length = 0;
    } else if (undo.at(-1)?.latest.id === step.undoes) {
      redo.push({ step: undo.pop()!.step, latest: step });
    } else if (redo.at(-1)?.latest.id === step.undoes) {
      undo.push({ step: redo.pop()!.step, latest: step });
    }
  }
  return { undo, redo };
}

/** The same for all operations on one field of one thing. */
export function fieldKey({ annotation, source, field }: Operation): string {
  return JSON.stringify([annotation, source, field]);
}

/**
 * Sees through undo and redo: an operation that put back a value stands for the one that had set it, any other for
 * itself. So a step can be taken back although the value it left was replaced and restored in the meantime.
 */
export function originals(steps: readonly Step[]): (operation: string) => string {
  const byId = new Map(steps.map(step => [step.id, step]));
  const standsFor = new Map<string, string>();
  for (const { undoes, operations } of steps) {
    const undone = undoes === null ? undefined : byId.get(undoes);
    if (!undone) continue;
    const bases = new Map<string, string | undefined>();
    for (const operation of undone.operations) {
      const key = fieldKey(operation);
      if (!bases.has(key)) bases.set(key, operation.base[0]);
    }
    for (const operation of operations) {
      const base = bases.get(fieldKey(operation));
      if (base !== undefined) standsFor.set(operation.id, standsFor.get(base) ?? base);
    }
  }
  return operation => standsFor.get(operation) ?? operation;
}
