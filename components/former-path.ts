import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets an element speak to its owners even when it has just been taken off the page: a field with text that is not
 * handed over yet when its card closes.
 *
 * In order: `hostConnected` notes the ancestors, across shadow roots. `dispatch` sends an event from the host, as
 * ever; where the way up is broken by then, it goes on from the first former ancestor beyond the break. So every
 * former ancestor hears it, and none twice.
 */
export class FormerPath implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #path: readonly Node[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const path: Node[] = [];
    for (let node: Node | null = this.#host; node; node = parentOf(node)) path.push(node);
    this.#path = path;
  }

  /** Sends the event that `make` makes. It is asked for a second one when the way up is broken. */
  dispatch(make: () => Event): void {
    const beyond = this.#path.find((_node, index) => index > 0 && parentOf(this.#path[index - 1]!) !== this.#path[index]);
    this.#host.dispatchEvent(make());
    beyond?.dispatchEvent(make());
  }
}

/** Where an event goes next: the slot a node is shown in, its parent, or the host of its shadow root. */
function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
