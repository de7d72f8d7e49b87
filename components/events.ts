import type { Change } from '../src/domain/change.ts';

/** A component wants something done. The root element does it in its store and lets the event go no further. */
export class ChangeEvent extends Event {
  static readonly type = 'claim-change-request';
  readonly change: Change;
  constructor(change: Change) {
    super(ChangeEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

/** A component shows or hides an annotation as the active one. The root element lets the event go no further. */
export class ActivateEvent extends Event {
  static readonly type = 'claim-activate-request';
  readonly id: string | null;
  /** Whether the text should scroll to the mark. */
  readonly reveal: boolean;
  constructor(id: string | null, options: { reveal?: boolean } = {}) {
    super(ActivateEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.reveal = options.reveal ?? false;
  }
}

/** A component asks for one of the commands of `commands.ts` by name. The root element lets the event go no further. */
export class CommandEvent extends Event {
  static readonly type = 'claim-command-request';
  readonly command: string;
  constructor(command: string) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

/** The person ends typing in a field: what comes next is a step of its own. */
export class EndTypingEvent extends Event {
  static readonly type = 'claim-end-typing';
  constructor() {
    super(EndTypingEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'claim-change-request': ChangeEvent;
    'claim-activate-request': ActivateEvent;
    'claim-command-request': CommandEvent;
    'claim-end-typing': EndTypingEvent;
  }
}
