import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Change } from '../src/domain/change.ts';
import { controls } from './controls.ts';
import { ChangeEvent, EndTypingEvent } from './events.ts';
import { readField, type FieldFormat } from './field-formats.ts';
import { FormerPath } from './former-path.ts';
import { icon } from './icons.ts';

/** Pause in typing, in milliseconds, after which the text is handed over. Short enough that a crash costs a word. */
const PAUSE = 400;

/** Texts that could not be kept as they are written, by the join key of their change; they wait until the field is shown again. */
const drafts = new Map<string, string>();

/**
 * A text field whose text is never lost and never taken from under the fingers.
 *
 * - What is typed stays here first and is handed over, as a change, when typing pauses; at once when the person leaves
 *   the field, presses Enter, hides the page, or the field goes away.
 * - A value from above replaces the text unless the person typed here since coming to the field. Then theirs stays, and a
 *   line below shows the other and takes it over on demand.
 * - A text that its format cannot keep is not handed over: a message says what to do.
 */
@customElement('typed-field')
export class TypedField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** Name of the field, shown beside or above it. */
  @property() label = '';
  /** The value that stands. */
  @property() value = '';
  /** Makes the change that sets the value. */
  @property({ attribute: false }) change!: (value: string) => Change;
  @property() placeholder = '';
  @property() format: FieldFormat = 'text';
  /** Several lines, with the label above. */
  @property({ type: Boolean, reflect: true }) multiline = false;
  /** The label is heard and not seen: for a field in a column that has a heading. */
  @property({ type: Boolean, reflect: true }) bare = false;
  /** Shows the text without letting it be edited, and nothing where there is none. */
  @property({ type: Boolean }) readonly = false;

  @state() private text = '';
  @state() private problem = '';
  /** The value that arrived while the person was typing. */
  @state() private theirs: string | null = null;
  @query('#input') private input!: HTMLInputElement | HTMLTextAreaElement;

  readonly #path = new FormerPath(this);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True from the first keystroke until the person leaves the field. */
  #typed = false;
  /** Handed over and not come back yet; earlier ones of `#sent` may come back before it. */
  #awaited: string | null = null;
  readonly #sent = new Set<string>();
  readonly #handOver = (): void => this.#finish();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#handOver);
    document.addEventListener('visibilitychange', this.#handOver);
  }

  override disconnectedCallback(): void {
    this.#finish();
    window.removeEventListener('pagehide', this.#handOver);
    document.removeEventListener('visibilitychange', this.#handOver);
    super.disconnectedCallback();
  }

  /** What is in the field now, handed over or not. */
  get current(): string {
    return this.text;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#receive();
    if (!this.hasUpdated && this.format !== 'text') this.#takeUpDraft();
  }

  protected override updated(): void {
    // What cannot be written and says nothing takes no room.
    this.toggleAttribute('vacant', this.readonly && this.text === '');
    if (!this.multiline || CSS.supports('field-sizing', 'content')) return;
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  protected override render(): TemplateResult {
    const described = [this.problem && 'problem', this.theirs !== null && 'theirs'].filter(Boolean).join(' ') || nothing;
    const invalid = this.problem ? 'true' : nothing;
    return html`
      <div class="field" @focusin=${this.#focused} @focusout=${this.#left}>
        <label for="input" class=${this.bare ? 'visually-hidden' : ''}>${this.label}</label>
        ${this.multiline
          ? html`<textarea
              id="input" rows="2" dir="auto" placeholder=${this.placeholder} ?readonly=${this.readonly}
              aria-describedby=${described} aria-invalid=${invalid} .value=${live(this.text)} @input=${this.#typing} @keydown=${this.#key}
            ></textarea>`
          : html`<input
              id="input" dir="auto" autocomplete="off" placeholder=${this.placeholder || nothing} ?readonly=${this.readonly}
              inputmode=${this.format === 'url' ? 'url' : nothing} spellcheck=${this.format === 'text' ? 'true' : 'false'}
              aria-describedby=${described} aria-invalid=${invalid} .value=${live(this.text)} @input=${this.#typing} @keydown=${this.#key}
            />`}
        <p id="problem" class="below error" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
        ${this.theirs === null
          ? nothing
          : html`<p id="theirs" class="below theirs">
              ${icon('alert', 14)}<span>Changed elsewhere to: <bdi>${this.theirs || '(empty)'}</bdi></span>
              <button type="button" class="quiet" @click=${this.#takeTheirs}>Take theirs</button>
              <button type="button" class="quiet" @click=${this.#keepMine}>Keep mine</button>
            </p>`}
      </div>
    `;
  }

  #receive(): void {
    if (this.#awaited !== null) {
      if (this.value === this.#awaited) {
        this.#awaited = null;
        this.#sent.clear();
        if (!this.#typed) this.text = this.value;
        return;
      }
      if (this.#sent.has(this.value)) return;
      this.#awaited = null;
    }
    if (this.#typed && this.value !== this.text) {
      this.theirs = this.value;
    } else if (!this.problem) {
      this.text = this.value;
      this.theirs = null;
    }
  }

  #takeUpDraft(): void {
    const draft = drafts.get(this.#draftKey);
    if (draft === undefined) return;
    const reading = readField(this.format, draft);
    if ('text' in reading) return;
    this.text = draft;
    this.problem = reading.problem;
  }

  get #draftKey(): string {
    return this.change('').joinKey ?? '';
  }

  #typing(): void {
    this.#typed = true;
    this.text = this.input.value;
    if (this.problem && 'text' in readField(this.format, this.text)) this.problem = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), PAUSE);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || (this.multiline && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    this.#finish();
  }

  #focused(event: FocusEvent): void {
    if (event.target !== this.input || this.#stays(event)) return;
    this.theirs = null;
    this.#awaited = null;
    this.#sent.clear();
  }

  #left(event: FocusEvent): void {
    if (this.#stays(event)) return;
    this.#finish();
    this.#typed = false;
  }

  /** True when the focus moves within the field: to the buttons of the line below and back. */
  #stays(event: FocusEvent): boolean {
    return event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
  }

  /** Hands over what is left and ends the step. */
  #finish(): void {
    if (!this.#typed) return;
    this.#send();
    const reading = readField(this.format, this.text);
    if ('text' in reading) {
      this.text = reading.text;
      this.problem = '';
      if (this.format !== 'text') drafts.delete(this.#draftKey);
    } else {
      this.problem = reading.problem;
      drafts.set(this.#draftKey, this.text);
    }
    this.#path.dispatch(() => new EndTypingEvent());
  }

  #send(): void {
    clearTimeout(this.#timer);
    const reading = readField(this.format, this.text);
    if (this.readonly || !('text' in reading) || reading.text === (this.#awaited ?? this.value)) return;
    this.#awaited = reading.text;
    this.#sent.add(reading.text);
    const change = this.change(reading.text);
    this.#path.dispatch(() => new ChangeEvent(change));
  }

  #takeTheirs(): void {
    this.text = this.theirs ?? this.text;
    this.theirs = null;
    // Also where the person has left the field since: the choice is to be handed over as if it were typed.
    this.#typed = true;
    this.#finish();
    this.#typed = false;
    this.input.focus();
  }

  #keepMine(): void {
    this.theirs = null;
    this.#finish();
    this.input.focus();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      :host([vacant]) {
        display: none;
      }
      .field {
        grid-template-columns: var(--label-width, 88px) minmax(0, 1fr);
        align-items: baseline;
        gap: 0 var(--_gap-2);
      }
      :host([multiline]) .field {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_gap-1);
      }
      :host([bare]) .field {
        position: relative;
        grid-template-columns: minmax(0, 1fr);
      }
      label {
        overflow-wrap: anywhere;
      }
      input:not([type='checkbox'], [type='radio'], [type='file']) {
        border-color: transparent;
        border-bottom-color: var(--_line);
        border-radius: var(--_radius) var(--_radius) 0 0;
        background: transparent;
        text-overflow: ellipsis;
      }
      input:not([type='checkbox'], [type='radio'], [type='file']):hover:not([readonly]) {
        border-bottom-color: var(--_control-line);
      }
      input:not([type='checkbox'], [type='radio'], [type='file']):focus {
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      @supports (field-sizing: content) {
        textarea {
          min-height: 32px;
          resize: none;
        }
        /* A placeholder as long as the marked words says enough in two lines. */
        textarea:placeholder-shown {
          max-height: calc(2lh + 12px);
          overflow: hidden;
        }
      }
      [readonly] {
        border-color: transparent;
        background: transparent;
        resize: none;
      }
      [aria-invalid] {
        border-color: var(--_danger);
      }
      .below {
        grid-column: 1 / -1;
        margin: 4px 0 0;
        font-size: var(--_size-small);
      }
      .theirs {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 6px;
        color: var(--_warning);
      }
      .theirs span {
        flex: 1 1 60%;
        overflow-wrap: anywhere;
      }
      .theirs button {
        min-height: 28px;
        padding: 2px 8px;
        color: var(--_accent);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'typed-field': TypedField;
  }
}
