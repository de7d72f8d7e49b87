import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { tokens } from './tokens.ts';

/** A short message about something that has happened. */
export interface Notice {
  readonly text: string;
  /** What can be done about it; the notice goes when it is done. */
  readonly actions?: readonly NoticeAction[];
  /** Errors stay until they are closed. */
  readonly kind: 'info' | 'success' | 'error';
}

/** Something that can be done about a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** How many notices are seen at once. */
const most = 3;

/** Reading time on top of the shortest stay, in milliseconds per character past the first hundred. */
const perCharacter = 60;

interface Shown extends Notice {
  readonly key: number;
}

/**
 * Tells what happened, in a corner and to screen readers. Notices wait while the pointer or the focus is on them. When
 * there are too many, old ones go, but errors only step back until there is room.
 */
@customElement('notice-area')
export class NoticeArea extends LitElement {
  /** Shortest stay of a notice that is no error, in milliseconds. */
  @property({ attribute: false }) shortest = 8000;

  @state() private notices: readonly Shown[] = [];

  private timers = new Map<number, ReturnType<typeof setTimeout>>();
  private lastKey = 0;
  private pointed = false;
  private focused = false;
  private cameFrom: HTMLElement | null = null;

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        position: fixed;
        z-index: 10;
        inset: auto var(--_gap-4) var(--_gap-4);
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .list {
        display: grid;
        justify-items: center;
        width: 100%;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        align-items: center;
        gap: 0 var(--_gap-2);
        max-width: min(600px, 100%);
        margin-top: var(--_gap-2);
        padding: 6px 6px 6px var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
        pointer-events: auto;
        animation: arrive var(--_quick) ease-out;
      }
      .notice > svg {
        color: var(--_muted);
      }
      .success > svg {
        color: var(--_success);
      }
      .error {
        border-color: var(--_danger);
        color: inherit;
      }
      .error > svg {
        color: var(--_danger);
      }
      .text {
        flex: 1 1 180px;
        min-width: 0;
        padding: 4px var(--_gap-2) 4px 0;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
      }
      .action {
        color: var(--_accent);
        font-weight: 600;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener('pointerenter', () => {
      this.pointed = true;
      this.hold();
    });
    this.addEventListener('pointerleave', () => {
      this.pointed = false;
      this.release();
    });
    this.addEventListener('focusin', event => {
      if (event.relatedTarget instanceof HTMLElement) this.cameFrom = event.relatedTarget;
      this.focused = true;
      this.hold();
    });
    this.addEventListener('focusout', () => {
      this.cameFrom = null;
      this.focused = false;
      this.release();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.release();
  }

  /** Shows a notice. The same words again replace those that are there. */
  add(notice: Notice): void {
    const shown: Shown = { ...notice, key: ++this.lastKey };
    for (const same of this.notices) if (same.kind === notice.kind && same.text === notice.text) this.dismiss(same.key);
    const notices = [...this.notices, shown];
    while (notices.length > most) {
      const oldest = notices.findIndex(({ kind, key }) => kind !== 'error' && key !== shown.key);
      if (oldest < 0) break;
      this.stop(notices[oldest]!.key);
      notices.splice(oldest, 1);
    }
    this.notices = notices;
    this.start(shown);
  }

  override render() {
    const visible = this.notices.slice(-most);
    const list = (errors: boolean) =>
      repeat(visible.filter(({ kind }) => (kind === 'error') === errors), ({ key }) => key, notice => this.renderNotice(notice));
    return html`
      <div class="list" role="alert">${list(true)}</div>
      <div class="list" role="status">${list(false)}</div>
    `;
  }

  private renderNotice(notice: Shown) {
    const { key, kind, text, actions = [] } = notice;
    return html`
      <div class="notice ${kind}" @keydown=${(event: KeyboardEvent) => this.onKeyDown(event, key)}>
        ${kind === 'info' ? nothing : icon(kind === 'error' ? 'problem' : 'check')}
        <span class="text">${text}</span>
        <span class="actions">
          ${actions.map(action => html`<button class="quiet action" type="button" @click=${() => this.act(notice, action)}>${action.label}</button>`)}
          <button class="quiet icon" type="button" aria-label="Close message" @click=${() => this.dismiss(key)}>${icon('close', 16)}</button>
        </span>
      </div>
    `;
  }

  private onKeyDown(event: KeyboardEvent, key: number): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.dismiss(key);
  }

  private act(notice: Shown, action: NoticeAction): void {
    this.dismiss(notice.key);
    action.run();
  }

  private dismiss(key: number): void {
    this.stop(key);
    // A button that goes with the focus on it would leave the focus nowhere.
    if (this.shadowRoot?.activeElement) this.cameFrom?.focus();
    this.notices = this.notices.filter(notice => notice.key !== key);
    // What is taken away under the pointer or the focus does not tell that they have left.
    if (this.notices.length === 0) this.pointed = this.focused = false;
  }

  private start(notice: Shown): void {
    if (notice.kind === 'error' || this.pointed || this.focused || !this.isConnected) return;
    const stay = this.shortest + Math.max(0, notice.text.length - 100) * perCharacter;
    this.timers.set(notice.key, setTimeout(() => this.dismiss(notice.key), stay));
  }

  private stop(key: number): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }

  private hold(): void {
    for (const key of [...this.timers.keys()]) this.stop(key);
  }

  private release(): void {
    if (this.pointed || this.focused) return;
    for (const notice of this.notices) if (!this.timers.has(notice.key)) this.start(notice);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-area': NoticeArea;
  }
}
