import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { annotationTypes, headline, isChecked, type Annotation, type Note } from '../src/domain/annotation.ts';
import { isGone, isUndecided } from '../src/domain/anchor.ts';
import type { Article } from '../src/domain/article.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import type { Rating } from '../src/domain/rating-scale.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { defaultScales, ratingOf, type Scales } from '../src/domain/scales.ts';
import { statusOf, type Status } from '../src/domain/status.ts';
import { removeAnnotations, removePiece, setField, setType } from '../src/store/changes.ts';
import { changedWords, isChangedOnly } from '../src/store/re-check.ts';
import { annotationCardStyles } from './annotation-card-styles.ts';
import type { MenuEntry } from './card-menu.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ActivateEvent, ChangeEvent, CommandEvent } from './events.ts';
import { icon, type IconName } from './icons.ts';
import { statusLabels, typeIcons, typeLabels } from './labels.ts';
import { timeLabel } from './time-label.ts';
import './card-menu.ts';
import './changed-notice.ts';
import { changeInWords } from './changed-notice.ts';
import './claim-fields.ts';
import './dispute-box.ts';
import './evidence-list.ts';
import './lint-notes.ts';
import './marked-words.ts';
import './place-decision.ts';
import './quote-check-line.ts';
import './quote-fields.ts';
import './tag-input.ts';
import './typed-field.ts';
import './verdict-picker.ts';

/** A card was ticked, or unticked, for work on several at once. */
export class CardTickEvent extends Event {
  static readonly type = 'card-tick';
  readonly id: string;
  readonly checked: boolean;
  constructor(id: string, checked: boolean) {
    super(CardTickEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.checked = checked;
  }
}

/**
 * An annotation beside the text. Closed it is one line that says what it is about and how it stands; open it holds
 * everything that is known of it. It asks its owner for every change, and to be opened or closed.
 */
@customElement('annotation-card')
export class AnnotationCard extends CompoundElement {
  @property({ attribute: false }) annotation!: Annotation;
  /** The sources of the desk, by id. */
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** How often each source is used on the desk, by id. */
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();
  /** What is known about the article; null for none. */
  @property({ attribute: false }) article: Article | null = null;
  /** The current text of the article. */
  @property({ attribute: false }) version: ArticleVersion | null = null;
  /** Tags that are in use in the article. */
  @property({ attribute: false }) tagSuggestions: readonly string[] = [];
  /** The scales of the article. */
  @property({ attribute: false }) scales: Scales = defaultScales;
  /** Who works here. */
  @property() reviewer = '';
  @property({ type: Boolean, reflect: true }) open = false;
  /** Its number in the article; 0 for none. */
  @property({ type: Number }) number = 0;
  /** Ticked for work on several at once. */
  @property({ type: Boolean }) checked = false;
  @property({ type: Boolean }) readonly = false;
  /** Whether its words are others in the text that is being edited. */
  @property({ type: Boolean }) drafted = false;

  /** Empty tags and an empty comment show when they were asked for, until the card closes. */
  @state() private tagging = false;
  @state() private commenting = false;
  /** Index of the piece whose question had the focus last. */
  #asked = -1;

  /** Focuses the first field of the open card. Like all of these: false when the card is closed or has no such thing. */
  async focusFirst(): Promise<boolean> {
    switch (this.annotation.type) {
      case 'claim':
      case 'note':
        return this.focusField('text');
      case 'quote':
        return this.focusField('speaker');
      case 'nothing-to-check':
        return this.#focus('.asks button, typed-field, tag-input');
    }
  }

  /** Adds a piece of evidence and focuses its source. */
  async addEvidence(): Promise<boolean> {
    await this.updateComplete;
    return (await this.renderRoot.querySelector('evidence-list')?.add()) ?? false;
  }

  /** Focuses the ratings; the conclusion where the scale has none. */
  focusVerdict(): Promise<boolean> {
    return this.#focus('verdict-picker');
  }

  /** Index of the piece that is asked about: the one whose question had the focus last, else the first; null for none. */
  get askedPiece(): number | null {
    const { anchors } = this.annotation;
    const last = anchors[this.#asked];
    if (last && isUndecided(last)) return this.#asked;
    const first = anchors.findIndex(isUndecided);
    return first < 0 ? null : first;
  }

  /** Focuses what is to decide: the places, or the words that have changed. */
  async focusDecision(): Promise<boolean> {
    return (await this.#focus('place-decision')) || this.#focus('changed-notice');
  }

  /** Does what the card proposes: the best place, or the new words. */
  async accept(): Promise<boolean> {
    await this.updateComplete;
    return this.renderRoot.querySelector('place-decision')?.accept() ?? this.renderRoot.querySelector('changed-notice')?.accept() ?? false;
  }

  /** Says that the verdict stands although the words have changed. */
  async keepVerdict(): Promise<boolean> {
    await this.updateComplete;
    return this.renderRoot.querySelector('changed-notice')?.keep() ?? false;
  }

  /** Focuses a field by its name in the annotation; empty tags and comments come out for it. */
  async focusField(name: string): Promise<boolean> {
    switch (name) {
      case 'verdict':
        return this.focusVerdict();
      case 'type':
        return this.#focus('.type select');
      case 'tags':
        this.tagging = true;
        return this.#focus('tag-input');
      case 'comment':
        this.commenting = true;
        return this.#focus('[data-field="comment"]');
      default: {
        await this.updateComplete;
        const fields = this.renderRoot.querySelector('claim-fields') ?? this.renderRoot.querySelector('quote-fields');
        return fields ? fields.focusField(name) : this.#focus(`[data-field="${CSS.escape(name)}"]`);
      }
    }
  }

  async #focus(selector: string): Promise<boolean> {
    await this.updateComplete;
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    element?.focus();
    return element !== null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const another = changed.has('annotation') && changed.get('annotation')?.id !== this.annotation.id;
    if (another) this.#asked = -1;
    if (changed.has('open') || another) this.tagging = this.commenting = false;
    if (!this.open) return;
    // Once they are there they stay: a comment that is emptied must not vanish under the fingers.
    this.tagging ||= this.annotation.tags.length > 0;
    this.commenting ||= this.annotation.comment !== '';
  }

  protected override render(): TemplateResult {
    const { annotation } = this;
    const rating = ratingIn(annotation, this.scales);
    return html`
      <span class="edge ${rating ? `${rating.colour} ${rating.line}` : 'unrated'}"></span>
      <div class="head">
        ${this.#renderTick()} ${this.open ? this.#renderType() : nothing} ${this.#renderLine(rating)}
        ${this.open ? html`<card-menu label="More" .entries=${this.#entries()}></card-menu>` : nothing}
      </div>
      ${this.open ? keyed(annotation.id, this.#renderBody()) : nothing}
    `;
  }

  #renderTick(): TemplateResult {
    return html`<label class="tick">
      <span class="visually-hidden">Tick ${this.#name}</span>
      <input type="checkbox" .checked=${live(this.checked)} @change=${this.#tick} />
    </label>`;
  }

  #renderType(): TemplateResult {
    const { type } = this.annotation;
    return html`<span class="type">
      ${icon(typeIcons[type], 18)}
      <select aria-label="Type" ?disabled=${this.readonly} @change=${this.#changeType}>
        ${annotationTypes.map(name => html`<option value=${name} .selected=${live(name === type)}>${typeLabels[name]}</option>`)}
      </select>
      ${this.readonly ? nothing : icon('down', 14)}
    </span>`;
  }

  /** The same button closed and open, so that the focus stays on it, and the same name, though other parts of it are seen. */
  #renderLine(rating: Rating | undefined): TemplateResult {
    const { annotation, open, number } = this;
    const word: StatusWord = this.drafted ? { short: 'Edited', rest: '', icon: 'pencil', look: 'attention' } : statusWord(annotation, rating);
    const hidden = (text: string): TemplateResult => html`<span class="visually-hidden">${text}</span>`;
    return html`<button type="button" class="line ${rating?.colour ?? ''}" aria-expanded=${open} @click=${this.#activate}>
      ${open
        ? html`<span class="number muted small">${hidden(typeLabels[annotation.type])} ${number > 0 ? number : nothing}</span>${hidden(`: ${headline(annotation)}.`)}`
        : html`${icon(rating?.icon ?? typeIcons[annotation.type], 18)}${hidden(`${this.#name}: `)}<bdi class="headline">${headline(annotation)}</bdi>${hidden('.')}`}
      <span class="word ${word.look}" ?hidden=${open && word.short === typeLabels[annotation.type]}>
        ${open ? icon(word.look === 'rated' ? (rating?.icon ?? word.icon) : word.icon, 16) : nothing}<span>${word.short}${word.rest ? html`<span class="long">${word.rest}</span>` : nothing}</span>
      </span>
      ${open ? icon('up', 16) : nothing}
    </button>`;
  }

  #renderBody(): TemplateResult {
    const { annotation } = this;
    // The notice of a change shows old and new words.
    const toldAnyway = changedWords(annotation) !== null && !annotation.anchors.some(anchor => isUndecided(anchor) || isGone(anchor));
    return html`<div class="body" role="group" aria-label=${this.#name}>
      ${this.drafted ? html`<p class="drafted small">${icon('pencil', 14)} Its words are others in the text that is being edited. What becomes of it is told when the editing ends.</p>` : nothing}
      ${toldAnyway ? nothing : html`<marked-words .anchors=${annotation.anchors}></marked-words>`}
      ${annotation.anchors.map((anchor, index) =>
        isUndecided(anchor)
          ? html`<place-decision @focusin=${() => (this.#asked = index)} .annotation=${annotation} .piece=${index} .version=${this.version} .readonly=${this.readonly}></place-decision>`
          : nothing,
      )}
      <changed-notice .annotation=${annotation} .version=${this.version} .scales=${this.scales} .reviewer=${this.reviewer} .readonly=${this.readonly}></changed-notice>
      ${annotation.disputes.map(
        dispute => html`<dispute-box
          .dispute=${dispute} .subject=${{ annotation: annotation.id }} .sources=${this.sources} .scales=${this.scales} .readonly=${this.readonly}
        ></dispute-box>`,
      )}
      ${this.#renderFields()} ${this.#renderExtras()}
      <p class="who small muted">${this.#who()}</p>
    </div>`;
  }

  #renderFields(): TemplateResult | typeof nothing {
    const { annotation, readonly } = this;
    switch (annotation.type) {
      case 'claim':
        return html`<claim-fields .claim=${annotation} .readonly=${readonly}></claim-fields>${this.#renderCheck(annotation)}`;
      case 'quote':
        return html`<quote-fields .quote=${annotation} .readonly=${readonly}></quote-fields>
          <quote-check-line .quote=${annotation} .readonly=${readonly}></quote-check-line>${this.#renderCheck(annotation)}`;
      case 'note':
        return this.#renderNote(annotation);
      case 'nothing-to-check':
        return nothing;
    }
  }

  #renderNote(note: Note): TemplateResult {
    return html`<typed-field
      data-field="text" multiline label="Note" placeholder="What is to be said about these words" .value=${note.text}
      .change=${(value: string) => setField(note, 'text', value, { typing: true })} .readonly=${this.readonly}
    ></typed-field>`;
  }

  #renderCheck(annotation: Annotation): TemplateResult {
    return html`
      <div class="section">
        <evidence-list .annotation=${annotation} .sources=${this.sources} .uses=${this.uses} .readonly=${this.readonly}></evidence-list>
        <lint-notes .annotation=${annotation} .sources=${this.sources} .article=${this.article}></lint-notes>
      </div>
      <div class="section">
        <verdict-picker .annotation=${annotation} .version=${this.version} .scales=${this.scales} .reviewer=${this.reviewer} .readonly=${this.readonly}></verdict-picker>
      </div>
    `;
  }

  #renderExtras(): TemplateResult | typeof nothing {
    const { annotation, readonly } = this;
    // With nothing to check, tags are a second thought: they come with the comment.
    const alone = annotation.type === 'nothing-to-check';
    const tagging = this.tagging || (alone && this.commenting);
    const asks = readonly ? [] : [...(tagging || alone ? [] : ['tags']), ...(this.commenting ? [] : ['comment'])];
    if (asks.length === 0 && !tagging && !this.commenting) return nothing;
    return html`<div class="section">
      ${this.commenting
        ? html`<typed-field
            data-field="comment" multiline label="Comment" placeholder="For colleagues" .value=${annotation.comment}
            .change=${(value: string) => setField(annotation, 'comment', value, { typing: true })} .readonly=${readonly}
          ></typed-field>`
        : nothing}
      ${tagging ? html`<tag-input .annotation=${annotation} .suggestions=${this.tagSuggestions} .readonly=${readonly}></tag-input>` : nothing}
      ${asks.length === 0
        ? nothing
        : html`<div class="asks">
            ${asks.map(
              name => html`<button type="button" class="quiet" @click=${(): void => void this.focusField(name)}>
                ${icon(name === 'tags' ? 'tag' : 'add', 16)}Add ${name}
              </button>`,
            )}
          </div>`}
    </div>`;
  }

  #who(): TemplateResult {
    const { createdBy, createdAt, modifiedBy, modifiedAt } = this.annotation;
    const [made, changed] = [timeLabel(createdAt), timeLabel(modifiedAt)];
    const somebodyElse = modifiedBy !== createdBy;
    return html`Marked by <bdi>${createdBy || 'somebody'}</bdi>, <time datetime=${createdAt}>${made}</time>${somebodyElse || made !== changed
        ? html`; changed${somebodyElse ? html` by <bdi>${modifiedBy || 'somebody'}</bdi>,` : nothing} <time datetime=${modifiedAt}>${changed}</time>`
        : nothing}`;
  }

  get #name(): string {
    const type = typeLabels[this.annotation.type];
    return this.number > 0 ? `${type} ${this.number}` : type;
  }

  #entries(): readonly MenuEntry[] {
    const { annotation } = this;
    const command = (name: string) => (): void => void this.dispatchEvent(new CommandEvent(name));
    const history: MenuEntry = { label: 'History of this annotation', icon: 'history', run: command('annotation-history') };
    if (this.readonly) return [history];
    const pieces = annotation.anchors.length > 1 ? annotation.anchors : [];
    return [
      { label: 'Add selected words as a piece', icon: 'add-piece', run: command('add-piece') },
      { label: 'Put the mark on the selected words', icon: 'edit', run: command('adjust-mark') },
      ...pieces.map(({ exact }, index): MenuEntry => ({
        label: `Remove piece ${index + 1}: ${shorten(exact)}`,
        icon: 'close',
        run: () => void this.dispatchEvent(new ChangeEvent(removePiece(annotation, index))),
      })),
      { label: 'Merge the ticked cards into this one', icon: 'merge', run: command('merge') },
      history,
      { label: 'Remove', icon: 'remove', danger: true, run: () => void this.dispatchEvent(new ChangeEvent(removeAnnotations([annotation]))) },
    ];
  }

  #activate(): void {
    this.dispatchEvent(this.open ? new ActivateEvent(null) : new ActivateEvent(this.annotation.id, { reveal: true }));
  }

  #tick(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.dispatchEvent(new CardTickEvent(this.annotation.id, event.target.checked));
  }

  #changeType(event: Event): void {
    const type = annotationTypes.find(name => event.target instanceof HTMLSelectElement && name === event.target.value);
    if (type) this.dispatchEvent(new ChangeEvent(setType(this.annotation, type)));
  }

  static override styles = [controls, annotationCardStyles];
}

/** While it stands so, a verdict is not to be believed. */
const doubtful: ReadonlySet<Status> = new Set<Status>(['to-decide', 're-check', 'gone']);

/** The rating that was given, on whatever scale; none while the words are not those it was given for. */
function ratingIn(annotation: Annotation, scales: Scales): Rating | undefined {
  return isChecked(annotation) && annotation.verdict && !doubtful.has(statusOf(annotation)) ? ratingOf(scales, annotation.verdict) : undefined;
}

/** How an annotation stands, in a word or two. `rest` is left out where there is little room. */
interface StatusWord {
  readonly short: string;
  readonly rest: string;
  readonly icon: IconName;
  readonly look: 'rated' | 'attention' | 'alarm' | '';
}

function statusWord(annotation: Annotation, rating: Rating | undefined): StatusWord {
  const say = (name: IconName, look: StatusWord['look'], short: string, rest = ''): StatusWord => ({ short, rest, icon: name, look });
  const status = statusOf(annotation);
  if (isChangedOnly(annotation)) return say('alert', changeInWords(annotation)?.grave === true ? 'alarm' : 'attention', 'Changed');
  switch (status) {
    case 'to-decide':
    case 'disputed':
      return say('alert', 'attention', statusLabels[status]);
    case 're-check':
      return say('alert', changeInWords(annotation)?.grave === true ? 'alarm' : 'attention', statusLabels[status]);
    case 'gone':
      return say('cross', '', 'Gone', ' from the text');
    case 'settled':
      return rating ? say(rating.icon, 'rated', rating.label) : say('check', 'rated', statusLabels.settled);
    case 'in-progress': {
      const count = isChecked(annotation) ? annotation.evidence.length : 0;
      return count === 0 ? say('edit', '', statusLabels[status]) : say('file', '', count === 1 ? '1 piece' : `${count} pieces`, ' of evidence');
    }
    case 'open':
      return say('open-status', '', statusLabels.open);
    case 'no-verdict-needed':
      return say(typeIcons[annotation.type], '', typeLabels[annotation.type]);
  }
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : text;
}

declare global {
  interface HTMLElementEventMap {
    'card-tick': CardTickEvent;
  }
  interface HTMLElementTagNameMap {
    'annotation-card': AnnotationCard;
  }
}
