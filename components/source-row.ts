import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addressOf, sourceName, type Source } from '../src/domain/source.ts';
import { removeSource } from '../src/store/source-changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { sourceTypes } from './csl-types.ts';
import { ChangeEvent } from './events.ts';
import { linkTarget } from './field-formats.ts';
import { icon } from './icons.ts';
import { confidentialityLabels } from './labels.ts';
import './source-form.ts';

/** Where a source is used: in an article, so many times. */
export interface SourceUse {
  /** Id of the article. */
  readonly article: string;
  readonly title: string;
  readonly count: number;
}

/** A source was ticked, or unticked, to be merged. */
export class SourceTickEvent extends Event {
  static readonly type = 'source-tick';
  readonly id: string;
  readonly checked: boolean;
  constructor(id: string, checked: boolean) {
    super(SourceTickEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.checked = checked;
  }
}

/** One source in the list of the desk's: what it is, where it is used, and what can be done with it. One in use cannot be deleted. */
@customElement('source-row')
export class SourceRow extends CompoundElement {
  @property({ attribute: false }) source!: Source;
  /** Null while they are being counted. */
  @property({ attribute: false }) uses: readonly SourceUse[] | null = null;
  @property({ type: Boolean }) checked = false;
  @property({ type: Boolean }) readonly = false;

  @state() private opened: 'uses' | 'form' | null = null;
  /** Somebody asked to delete it although it is used. */
  @state() private refused = false;

  protected override render(): TemplateResult {
    const { source, uses, opened } = this;
    const name = sourceName(source) || 'Source without a name';
    const target = linkTarget(addressOf(source));
    const about = [sourceTypes.get(source.type) ?? source.type, source.title && source.publisher, source.author, source.published].filter(Boolean);
    const count = uses?.reduce((sum, use) => sum + use.count, 0) ?? 0;
    return html`
      <div class="line">
        ${this.readonly ? nothing : html`<input type="checkbox" aria-label=${`Tick ${name}`} .checked=${this.checked} @change=${this.#tick} />`}
        <div class="about">
          ${target ? html`<a href=${target} target="_blank" rel="noopener noreferrer"><bdi>${name}</bdi></a>` : html`<span class="name"><bdi>${name}</bdi></span>`}
          <span class="small muted" dir="auto">${about.join(' · ')}${source.confidentiality === 'public' ? nothing : html` <span class="kept">${icon('person-off', 14)}${confidentialityLabels[source.confidentiality]}</span>`}</span>
        </div>
        <div class="actions">
          <button
            type="button" class="quiet uses" aria-expanded=${opened === 'uses'} aria-label=${`${usesInWords(uses)}: ${name}`} ?disabled=${count === 0}
            @click=${(): void => this.#open('uses')}
          >${usesInWords(uses)}</button>
          <button type="button" class="quiet" aria-expanded=${opened === 'form'} aria-label=${`${this.readonly ? 'Show' : 'Edit'} ${name}`} @click=${(): void => this.#open('form')}>${this.readonly ? 'Show' : opened === 'form' ? 'Done' : 'Edit'}</button>
          ${this.readonly ? nothing : html`<button type="button" class="quiet icon" aria-label=${`Delete ${name}`} @click=${this.#delete}>${icon('remove', 16)}</button>`}
        </div>
      </div>
      <div role="alert">${this.refused && count > 0 ? html`<p class="refused">${icon('problem', 16)}<span>It is in use and cannot be deleted. Take it off the evidence first, or merge it with another source.</span></p>` : nothing}</div>
      ${opened === 'uses' && count > 0 ? html`<ul class="small">${uses!.map(({ title, count }) => html`<li><bdi>${title || 'Article without a title'}</bdi> <span class="muted">${times(count)}</span></li>`)}</ul>` : nothing}
      ${opened === 'form' ? html`<source-form .source=${source} .readonly=${this.readonly}></source-form>` : nothing}
    `;
  }

  #open(what: 'uses' | 'form'): void {
    this.opened = this.opened === what ? null : what;
    this.refused = false;
  }

  #tick(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.dispatchEvent(new SourceTickEvent(this.source.id, event.target.checked));
  }

  #delete(): void {
    // While nobody knows where it is used, it stays.
    if (this.uses === null || this.uses.length > 0) {
      this.refused = true;
      this.opened = 'uses';
    } else {
      this.dispatchEvent(new ChangeEvent(removeSource(this.source.id)));
    }
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
        padding-block: var(--_gap-2);
        border-top: 1px solid var(--_line);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: 0 var(--_gap-2);
      }
      input[type='checkbox'] {
        margin-block: 8px;
      }
      .about {
        display: grid;
        flex: 1 1 220px;
        min-width: 0;
        padding-block: 4px;
        overflow-wrap: anywhere;
      }
      a,
      .name {
        font-weight: 500;
      }
      a {
        color: var(--_accent);
        text-decoration-thickness: 1px;
        text-underline-offset: 3px;
      }
      .kept {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--_warning);
        vertical-align: text-bottom;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
      }
      .actions button {
        padding-inline: 8px;
        color: var(--_accent);
      }
      .actions .uses:disabled {
        color: var(--_muted);
      }
      .actions button.icon {
        padding: 0;
        color: var(--_muted);
      }
      p,
      ul {
        margin: 0;
        padding: 4px 0 4px 24px;
      }
      .refused {
        display: flex;
        gap: 6px;
        color: var(--_danger);
      }
      source-form {
        --label-width: 104px;
        margin-block: var(--_gap-2);
        padding-inline-start: var(--_gap-3);
        border-inline-start: 2px solid var(--_line);
      }
    `,
  ];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Where a source is used, in a few words. */
function usesInWords(uses: readonly SourceUse[] | null): string {
  if (uses === null) return 'Counting …';
  const count = uses.reduce((sum, use) => sum + use.count, 0);
  if (count === 0) return 'Not used';
  return uses.length === 1 ? `Used ${times(count)}` : `Used ${times(count)} in ${uses.length} articles`;
}

declare global {
  interface HTMLElementEventMap {
    'source-tick': SourceTickEvent;
  }
  interface HTMLElementTagNameMap {
    'source-row': SourceRow;
  }
}
