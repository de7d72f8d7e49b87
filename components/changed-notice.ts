import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChangeKind } from '../src/anchoring/placement.ts';
import { isChecked, type Annotation } from '../src/domain/annotation.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import { defaultScales, ratingOf, type Scales } from '../src/domain/scales.ts';
import { statusOf } from '../src/domain/status.ts';
import { acceptWords, keepVerdict } from '../src/store/decisions.ts';
import { changedWords, isGrave } from '../src/store/re-check.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { icon } from './icons.ts';
import { keyText } from './key-table.ts';
import './word-difference.ts';

const kindWords: { readonly [kind in ChangeKind]: string } = {
  figure: 'a figure', negation: 'a negation', unit: 'a unit', currency: 'a currency', name: 'a name', 'quotation-mark': 'a quotation mark', word: 'words',
};

/** What changed, the gravest only when it is grave: `A figure and a name changed`. Null when the words are the same. */
export function changeInWords(annotation: Annotation): { readonly words: string; readonly grave: boolean } | null {
  const changed = changedWords(annotation);
  if (!changed) return null;
  const grave = changed.kinds.filter(isGrave);
  const kinds = (grave.length > 0 ? grave : changed.kinds).map(kind => kindWords[kind]);
  const what = kinds.length === 0 ? 'the marked words' : new Intl.ListFormat('en').format(kinds);
  return { words: `${what.charAt(0).toUpperCase()}${what.slice(1)} changed`, grave: grave.length > 0 };
}

/**
 * Old words against new ones, when those of an annotation are not the ones that were marked or judged: with a verdict it asks
 * for a new look, the louder the graver the change is.
 */
@customElement('changed-notice')
export class ChangedNotice extends LitElement {
  @property({ attribute: false }) annotation!: Annotation;
  /** The current text. */
  @property({ attribute: false }) version: ArticleVersion | null = null;
  /** The scales of the article. */
  @property({ attribute: false }) scales: Scales = defaultScales;
  @property() reviewer = '';
  @property({ type: Boolean }) readonly = false;

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  /** Does what is proposed without thinking twice: takes the new words for the marked ones. False when a verdict hangs on them. */
  accept(): boolean {
    if (this.readonly || !this.version || this.#recheck || !changedWords(this.annotation)) return false;
    this.dispatchEvent(new ChangeEvent(acceptWords(this.annotation, this.version)));
    return true;
  }

  /** Says that the verdict stands. False when there is none to stand. */
  keep(): boolean {
    const { annotation, version } = this;
    if (this.readonly || !version || !this.#recheck || !isChecked(annotation) || !annotation.verdict) return false;
    const { verdict } = annotation;
    this.dispatchEvent(new ChangeEvent(keepVerdict({ ...annotation, verdict }, version, { by: this.reviewer, at: new Date().toISOString() })));
    return true;
  }

  get #recheck(): boolean {
    return statusOf(this.annotation) === 're-check';
  }

  protected override render(): TemplateResult | typeof nothing {
    const changed = changedWords(this.annotation);
    const said = changeInWords(this.annotation);
    if (!changed || !said) return nothing;
    const recheck = this.#recheck;
    return html`<div class="box ${recheck && said.grave ? 'loud' : ''}">
      <p class="state">${icon('alert', 16)}<strong>${recheck ? `Re-check: ${lower(said.words)}` : said.words}</strong></p>
      <word-difference .now=${changed.now} .changes=${changed.changes}></word-difference>
      ${recheck ? html`<p class="small muted">${this.#given()}</p>` : nothing}
      ${this.readonly
        ? nothing
        : recheck
          ? html`<p class="acts"><button type="button" class="small" @click=${this.keep}>${icon('check', 14)} The verdict still stands <kbd>${keyText('keep-verdict')}</kbd></button><span class="small muted">or rate it anew below</span></p>`
          : html`<p class="acts"><button type="button" class="small" @click=${this.accept}>${icon('check', 14)} Take the new words <kbd>${keyText('accept')}</kbd></button></p>`}
    </div>`;
  }

  #given(): string {
    const { annotation } = this;
    const verdict = isChecked(annotation) ? annotation.verdict : null;
    const label = verdict && ratingOf(this.scales, verdict)?.label;
    return label ? `The verdict “${label}” was given for the old words.` : 'The verdict was given for the old words.';
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .box {
        display: grid;
        gap: 6px;
        padding: var(--_gap-2) var(--_gap-3);
        border: 1px solid color-mix(in srgb, var(--_warning) 50%, transparent);
        border-radius: var(--_radius);
      }
      .box.loud {
        border: 2px solid var(--_danger);
        background: color-mix(in srgb, var(--_danger) 6%, transparent);
      }
      p {
        margin: 0;
      }
      .state {
        display: flex;
        align-items: flex-start;
        gap: 6px;
        color: var(--_warning);
      }
      .state svg {
        margin-block-start: 2px;
      }
      .loud .state {
        color: var(--_danger);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_gap-1) var(--_gap-2);
      }
    `,
  ];
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

declare global {
  interface HTMLElementTagNameMap {
    'changed-notice': ChangedNotice;
  }
}
