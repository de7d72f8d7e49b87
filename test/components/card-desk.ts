// A desk for tests of cards and what is in them: a store, the owner's way of answering, and what was asked for.
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, css, type TemplateResult } from 'lit';
import { tokens } from '../../components/tokens.ts';
import { ActivateEvent, ChangeEvent, CommandEvent, EndTypingEvent } from '../../components/events.ts';
import type { Annotation, AnnotationType, Claim, Quote } from '../../src/domain/annotation.ts';
import { hashText, type ArticleVersion } from '../../src/domain/article-version.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { mark } from '../../src/store/changes.ts';
import { annotationById } from '../../src/store/queries.ts';
import { Store } from '../../src/store/store.ts';
import { fixture, until } from '../support/helpers.ts';

// The first key of a page waits until the page is connected with its runner: on a busy machine longer than one test may
// take, and now and then so long that the runner gives up (20 s), after which it is quick.
before(async function () {
  this.timeout(60_000);
  const press = (): Promise<void> => sendKeys({ press: 'Shift' });
  await press().catch(press);
});

/** Shows what `view` makes of the desk, and makes every change that is asked for, unless it is `deaf`. */
export class CardDesk extends LitElement {
  readonly store = new Store('article', { reviewer: 'Ada' });
  readonly changes: Change[] = [];
  readonly commands: string[] = [];
  /** Ids that were to be opened; null for closing. */
  readonly activations: (string | null)[] = [];
  endedTyping = 0;
  deaf = false;
  view: (desk: CardDesk) => unknown = () => '';

  constructor() {
    super();
    this.store.subscribe(() => this.requestUpdate());
    this.addEventListener(ChangeEvent.type, event => {
      event.stopPropagation();
      this.changes.push(event.change);
      if (!this.deaf) this.store.change(event.change);
    });
    this.addEventListener(CommandEvent.type, event => void this.commands.push(event.command));
    this.addEventListener(ActivateEvent.type, event => void this.activations.push(event.id));
    this.addEventListener(EndTypingEvent.type, () => {
      this.endedTyping++;
      this.store.endJoin();
    });
  }

  /** The annotation as it stands. Throws when there is none. */
  annotation(id: string): Annotation {
    const annotation = annotationById(this.store.desk, id);
    if (!annotation) throw new RangeError(`There is no annotation ${id}`);
    return annotation;
  }

  claim(id: string): Claim {
    const annotation = this.annotation(id);
    if (annotation.type !== 'claim') throw new RangeError(`${id} is a ${annotation.type}`);
    return annotation;
  }

  quote(id: string): Quote {
    const annotation = this.annotation(id);
    if (annotation.type !== 'quote') throw new RangeError(`${id} is a ${annotation.type}`);
    return annotation;
  }

  /** The only piece of evidence of a claim. */
  evidence(id: string): Evidence {
    const [piece, other] = this.claim(id).evidence;
    if (!piece || other) throw new RangeError(`${id} has not one piece of evidence`);
    return piece;
  }

  protected override render(): unknown {
    return this.view(this);
  }

  /** Another tab sets a field, having seen what stands here; or nothing, with `unseen`. */
  receive(annotation: string, field: string, value: string, { unseen = false } = {}): void {
    const heads = this.store.desk.annotations.get(annotation)?.fields[field] ?? [];
    const at = new Date(Date.now() + 1000).toISOString();
    const id = `from-ben-${field}-${value}`;
    const base = unseen ? [] : heads.map(head => head.operation);
    this.store.receive([
      { id: `step-${id}`, article: 'article', name: 'edit', at, by: 'Ben', undoes: null, operations: [{ id, article: 'article', annotation, field, value, base, at, by: 'Ben' }] },
    ]);
  }

  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        background: var(--_surface);
        color: var(--_ink);
      }
    `,
  ];
}
customElements.define('card-desk', CardDesk);

const text = 'The market could grow to $200 billion. "We move," she said, "and fast." Nothing here.';

export const version: ArticleVersion = {
  id: 'version', article: 'article', document: {}, text, hash: hashText(text), at: '2026-03-01T10:00:00Z', by: 'Ada', origin: 'sample',
};

/** A desk with one annotation on some words of the article; `view` shows it. */
export async function deskWith(
  type: AnnotationType,
  view: (desk: CardDesk, id: string) => TemplateResult,
  options: { words?: readonly string[]; width?: string; prepare?: (desk: CardDesk, id: string) => void } = {},
): Promise<{ desk: CardDesk; id: string }> {
  const desk = await fixture<CardDesk>('<card-desk></card-desk>', { width: options.width ?? '360px' });
  const words = options.words ?? ['The market could grow to $200 billion.'];
  const { id, change } = mark(type, version, words.map(exact => ({ start: text.indexOf(exact), end: text.indexOf(exact) + exact.length })));
  desk.store.change({ name: 'open-article', edits: [{ field: 'version', value: version.id }], versions: [version] });
  desk.store.change(change);
  options.prepare?.(desk, id);
  desk.view = () => view(desk, id);
  desk.requestUpdate();
  await settle(desk);
  return { desk, id };
}

/** Waits until the desk and everything on it has rendered. */
export async function settle(desk: CardDesk): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await desk.updateComplete;
    for (const element of desk.renderRoot.children) if (element instanceof LitElement) await element.updateComplete;
  }
}

/** The first element that matches, in any open shadow root below. Throws when there is none. */
export function find<T extends Element = HTMLElement>(root: ParentNode | LitElement, selector: string): T {
  const [found] = findAll<T>(root, selector);
  if (!found) throw new RangeError(`There is no ${selector}`);
  return found;
}

/** All elements that match, in any open shadow root below, in the order of the document. */
export function findAll<T extends Element = HTMLElement>(root: ParentNode | LitElement, selector: string): T[] {
  const inside: ParentNode = root instanceof LitElement ? root.renderRoot : root;
  const found: T[] = [];
  for (const element of inside.querySelectorAll('*')) {
    // The caller knows what it asks for.
    if (element.matches(selector)) found.push(element as T);
    if (element.shadowRoot) found.push(...findAll<T>(element.shadowRoot, selector));
  }
  return found;
}

/** The button with a text or an accessible name. Throws when there is none. */
export function button(root: ParentNode | LitElement, name: string | RegExp): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(root, 'button').find(element => {
    const words = (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
    return typeof name === 'string' ? words === name : name.test(words);
  });
  if (!found) throw new RangeError(`There is no button ${name}`);
  return found;
}

/** The element that has the focus, however deep. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The field that a label names, once it is there. */
export async function field(root: ParentNode | LitElement, label: string): Promise<HTMLInputElement | HTMLTextAreaElement> {
  const host = await until(() => findAll<HTMLElement & { label: string }>(root, 'typed-field').find(element => element.label === label), `a field ${label}`);
  return until(() => host.shadowRoot?.querySelector<HTMLInputElement | HTMLTextAreaElement>('#input'));
}

/** Puts a text into a field as typing would, without leaving it. */
export function write(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
