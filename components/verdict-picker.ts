import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import type { Claim, Quote } from '../src/domain/annotation.ts';
import type { Change } from '../src/domain/change.ts';
import { givenRatings, isRetired, ratingInLanguage, type Rating, type RatingScale } from '../src/domain/rating-scale.ts';
import { defaultScales, ratingHeldOn, ratingOf, scaleById, scaleFor, scaleVersion, type Scales } from '../src/domain/scales.ts';
import { setField, setVerdict } from '../src/store/changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { icon } from './icons.ts';
import { ratingLook } from './rating-look.ts';
import { timeLabel } from './time-label.ts';
import type { TypedField } from './typed-field.ts';
import './typed-field.ts';

/**
 * The verdict on a claim or a quote: one of the ratings of the scale in force, and why. Arrow keys move through the
 * ratings without giving one, so that reading what each means changes nothing; Space, Enter, a click or its digit gives it.
 */
@customElement('verdict-picker')
export class VerdictPicker extends CompoundElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  /** The current text: a verdict is bound to the words as they stand in it. */
  @property({ attribute: false }) version: ArticleVersion | null = null;
  /** The scales of the article. */
  @property({ attribute: false }) scales: Scales = defaultScales;
  /** Who gives the verdict. */
  @property() reviewer = '';
  @property({ type: Boolean }) readonly = false;

  /** Id of the rating that has the focus. */
  @state() private focused: string | null = null;
  @query('typed-field') private explanation!: TypedField;

  /** Focuses the rating that was given, else the first; without ratings, the conclusion. */
  override focus(): void {
    const target = this.renderRoot.querySelector<HTMLElement>('[role="radio"][tabindex="0"]') ?? this.explanation;
    target.focus();
  }

  protected override render(): TemplateResult {
    const scale = this.#scale;
    const { verdict } = this.annotation;
    const ratings = this.#offered;
    const label = ratings.length === 0 ? 'Conclusion' : 'Explanation';
    return html`
      <div class="head">
        <span id="title" class="title">Verdict</span>
        ${verdict && verdict.rating !== null && !this.readonly
          ? html`<button type="button" class="quiet" @click=${this.#clear}>Clear<span class="visually-hidden"> rating</span></button>`
          : nothing}
      </div>
      ${this.#renderNotices(scale)} ${ratings.length === 0 ? nothing : this.#renderRatings(ratings)}
      <typed-field
        multiline label=${label} placeholder=${ratings.length === 0 ? 'What the check found' : 'Why, in words a reader understands'}
        .value=${verdict?.explanation ?? ''} .change=${this.#explain} .readonly=${this.readonly}
      ></typed-field>
      ${verdict
        ? html`<p class="small muted">By <bdi>${verdict.by || 'somebody'}</bdi>, <time datetime=${verdict.at}>${timeLabel(verdict.at)}</time></p>`
        : nothing}
    `;
  }

  #renderRatings(ratings: readonly Rating[]): TemplateResult {
    const chosen = this.#chosen;
    const stop = ratings.find(({ id }) => id === this.focused) ?? chosen ?? ratings[0];
    const explained = ratings.find(({ id }) => id === this.focused) ?? chosen;
    return html`
      <div
        class="ratings" role="radiogroup" aria-labelledby="title" aria-describedby="meaning" aria-readonly=${this.readonly}
        @keydown=${this.#key} @focusout=${this.#focusout}
      >
        ${ratings.map(
          (rating, index) => html`<button
            type="button" role="radio" class=${rating.colour} aria-checked=${rating.id === chosen?.id} tabindex=${rating === stop ? 0 : -1}
            title=${rating.meaning} aria-keyshortcuts=${index < 9 ? index + 1 : nothing} data-rating=${rating.id} aria-disabled=${this.readonly ? 'true' : nothing}
            @click=${(): void => this.#choose(rating)} @focus=${(): void => this.#focus(rating)}
          ><span class="chip">${icon(rating.icon, 16)}</span><span>${rating.label}</span></button>`,
        )}
      </div>
      <p id="meaning" class="small muted meaning">${explained?.meaning ?? nothing}</p>
    `;
  }

  #renderNotices(scale: RatingScale): TemplateResult | typeof nothing {
    const { verdict } = this.annotation;
    if (!verdict) return nothing;
    const elsewhere = verdict.rating !== null && !this.#chosen;
    if (!elsewhere) return nothing;
    const given = scaleVersion(this.scales, verdict.scale, verdict.scaleVersion) ?? scaleById(this.scales, verdict.scale);
    const label = ratingOf(this.scales, verdict)?.label ?? verdict.rating;
    const older = given?.id === scale.id && verdict.scaleVersion !== scale.version;
    const name = older ? `version ${verdict.scaleVersion} of ${given.name}` : (given?.name ?? `the scale “${verdict.scale}”`);
    const now = given?.id === scale.id ? scale.ratings.find(({ id }) => id === verdict.rating) : undefined;
    const retired = now !== undefined && isRetired(now) ? ' This label is no longer given.' : nothing;
    return html`<p class="notice small">${icon('alert', 16)}<span>Rated “${label}” on ${name}.${retired}${this.readonly || scale.ratings.length === 0 ? nothing : ' Choose a rating to rate it anew.'}</span></p>`;
  }

  get #scale(): RatingScale {
    return scaleFor(this.scales, this.annotation.type);
  }

  /** The labels that can be given, in the language of the article. */
  get #offered(): readonly Rating[] {
    return givenRatings(this.#scale).map(rating => ratingInLanguage(rating, this.scales.language));
  }

  /** The rating that holds on the scale in force. */
  get #chosen(): Rating | undefined {
    const { verdict } = this.annotation;
    const held = verdict ? ratingHeldOn(this.scales, this.#scale, verdict) : undefined;
    return held && ratingInLanguage(held, this.scales.language);
  }

  readonly #explain = (explanation: string): Change => {
    const { verdict } = this.annotation;
    if (verdict === null || verdict.rating === null) return this.#change(null, explanation, true);
    // Better words for a rating do not give it anew: it stays bound to its scale and to the words it was given for.
    const better = { ...verdict, explanation, by: this.reviewer, at: new Date().toISOString() };
    return setField(this.annotation, 'verdict', better, { typing: true });
  };

  #choose(rating: Rating): void {
    if (this.readonly) return;
    this.#focus(rating);
    this.dispatchEvent(new ChangeEvent(this.#change(rating.id, this.explanation.current)));
  }

  #clear(): void {
    this.dispatchEvent(new ChangeEvent(this.#change(null, this.explanation.current)));
    void this.updateComplete.then(() => this.focus());
  }

  /** A verdict without a rating and without a word is none. */
  #change(rating: string | null, explanation: string, typing = false): Change {
    const verdict = rating === null && explanation.trim() === '' ? null : { rating, explanation };
    const change = setVerdict(this.annotation, this.scales, verdict, { by: this.reviewer, at: new Date().toISOString(), typing, version: this.version });
    return rating === null && !typing ? { ...change, name: 'clear-verdict' } : change;
  }

  #focus(rating: Rating): void {
    this.focused = rating.id;
  }

  #focusout(event: FocusEvent): void {
    if (event.relatedTarget instanceof Element && event.relatedTarget.matches('[role="radio"]')) return;
    this.focused = null;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ratings = this.#offered;
    const at = ratings.findIndex(({ id }) => id === this.focused);
    const digit = /^[1-9]$/.test(event.key) ? ratings[Number(event.key) - 1] : undefined;
    const target = digit ?? this.#targetOf(event.key, ratings, at);
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    this.renderRoot.querySelector<HTMLElement>(`[data-rating="${CSS.escape(target.id)}"]`)?.focus();
    if (digit) this.#choose(digit);
  }

  #targetOf(key: string, ratings: readonly Rating[], at: number): Rating | undefined {
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    switch (key) {
      case 'ArrowDown':
      case 'ArrowRight':
      case 'ArrowUp':
      case 'ArrowLeft': {
        const step = key === 'ArrowDown' || key === forward ? 1 : -1;
        return ratings[(Math.max(at, 0) + step + ratings.length) % ratings.length];
      }
      case 'Home':
        return ratings[0];
      case 'End':
        return ratings.at(-1);
      default:
        return undefined;
    }
  }

  static override styles = [
    controls,
    ratingLook,
    css`
      :host {
        display: grid;
        gap: var(--_gap-2);
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 32px;
      }
      .title {
        font-weight: 600;
      }
      .head button {
        margin-inline-end: -8px;
        padding-inline: 8px;
        color: var(--_accent);
      }
      .ratings {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(128px, 1fr));
        gap: var(--_gap-1);
      }
      .ratings button {
        justify-content: flex-start;
        gap: 8px;
        min-height: 32px;
        padding: 2px 6px 2px 4px;
        border-color: transparent;
        background: transparent;
        text-align: start;
        white-space: normal;
        line-height: 1.2;
      }
      .ratings button:hover {
        background: var(--_sunken);
      }
      .ratings button[aria-disabled='true'] {
        color: inherit;
      }
      .ratings button[aria-checked='true'] {
        border-color: var(--colour);
        background: color-mix(in srgb, var(--colour) 10%, transparent);
        font-weight: 600;
      }
      [aria-checked='true'] .chip {
        background: var(--colour);
        color: var(--_surface);
      }
      p {
        margin: 0;
      }
      .meaning:empty {
        display: none;
      }
      .notice {
        display: flex;
        gap: 6px;
        color: var(--_warning);
      }
      .notice svg {
        margin-block-start: 2px;
      }
      @media (pointer: coarse) {
        .ratings button {
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        .ratings button[aria-checked='true'] {
          forced-color-adjust: none;
          border-color: Highlight;
          background: Highlight;
          color: HighlightText;
        }
        .ratings [aria-checked='true'] .chip {
          background: transparent;
          color: HighlightText;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-picker': VerdictPicker;
  }
}
