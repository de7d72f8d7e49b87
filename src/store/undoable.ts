import type { Step } from '../domain/operation.ts';

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
