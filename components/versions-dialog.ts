import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Annotation } from '../src/domain/annotation.ts';
import type { ArticleVersion, VersionOrigin } from '../src/domain/article-version.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { timeLabel } from './time-label.ts';
import { tokens } from './tokens.ts';
import './version-comparison.ts';

const originLabels: { readonly [origin in VersionOrigin]: string } = {
  paste: 'Pasted', file: 'From a file', import: 'Imported', page: 'From the page', sample: 'Sample', edit: 'Edited here',
};

/** A version that is kept shall be the current one again. */
export class VersionRestoreEvent extends Event {
  static readonly type = 'version-restore';
  readonly id: string;
  constructor(id: string) {
    super(VersionRestoreEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** The versions of an article's text: which there are, how two of them differ, and the way back to one. */
@customElement('versions-dialog')
export class VersionsDialog extends LitElement {
  @property({ attribute: false }) versions: readonly ArticleVersion[] = [];
  /** Id of the current version. */
  @property() current = '';
  /** In reading order. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  @property({ type: Boolean }) readonly = false;

  /** Id of the version that is compared with the current one. */
  @state() private chosen = '';
  @state() private open = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the dialog on the last change of the text. */
  show(): void {
    this.chosen = this.#others[0]?.id ?? '';
    this.open = true;
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** Number of a version, the oldest being 1. */
  #numberOf(version: ArticleVersion): number {
    return 1 + this.versions.filter(({ at, id }) => at < version.at || (at === version.at && id < version.id)).length;
  }

  /** The versions besides the current one, the newest first. */
  get #others(): readonly ArticleVersion[] {
    return this.versions.filter(({ id }) => id !== this.current).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose}><div class="panel">
      <div class="row">
        <h2 id="heading" class="spread">Versions of the text</h2>
        <button class="icon quiet" type="button" aria-label="Close" @click=${() => this.dialog.close()}>${icon('close')}</button>
      </div>
      ${this.open ? this.#renderVersions() : nothing}
    </div></dialog>`;
  }

  #renderVersions(): TemplateResult {
    const others = this.#others;
    const current = this.versions.find(({ id }) => id === this.current);
    if (!current || others.length === 0) {
      return html`<p>There is one version of this text so far. A new text of the article, or editing it, makes the next one; the old ones are kept here.</p>
        ${this.readonly ? nothing : html`<footer><button type="button" @click=${() => this.#leave('new-text')}>${icon('replace', 16)} New text</button><button type="button" @click=${() => this.#leave('edit-text')}>${icon('pencil', 16)} Edit the text</button></footer>`}`;
    }
    const chosen = others.find(({ id }) => id === this.chosen) ?? others[0]!;
    return html`<div class="columns">
      <fieldset>
        <legend>Compare the current text with</legend>
        ${others.map(
          version => html`<label class="version">
            <input type="radio" name="version" .checked=${version === chosen} value=${version.id} @change=${this.#onChoose} />
            <span><span><strong>${this.#numberOf(version)}</strong> · <time datetime=${version.at}>${timeLabel(version.at)}</time></span><span class="small muted">${originLabels[version.origin]}${version.by ? html` · <bdi>${version.by}</bdi>` : nothing}</span></span>
          </label>`,
        )}
        <p class="small muted now">Current: ${this.#numberOf(current)} · <time datetime=${current.at}>${timeLabel(current.at)}</time>, ${originLabels[current.origin].toLowerCase()}</p>
      </fieldset>
      <version-comparison .older=${chosen} .newer=${current} .annotations=${this.annotations}></version-comparison>
    </div>
    ${this.readonly
      ? nothing
      : html`<footer>
          <span class="spread small muted">Going back is a step like any other: the marks find their words again, and undo takes it back.</span>
          <button type="button" @click=${() => this.#restore(chosen)}>${icon('undo', 16)} Go back to version ${this.#numberOf(chosen)}</button>
        </footer>`}`;
  }

  #onClose(): void {
    this.open = false;
  }

  #onChoose(event: Event): void {
    this.chosen = (event.target as HTMLInputElement).value;
  }

  #leave(command: string): void {
    this.dialog.close();
    this.dispatchEvent(new CommandEvent(command));
  }

  #restore({ id }: ArticleVersion): void {
    this.dialog.close();
    this.dispatchEvent(new VersionRestoreEvent(id));
  }

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(1040px, calc(100vw - 24px));
      }
      .panel {
        grid-template-columns: minmax(0, 1fr);
      }
      p {
        margin: 0;
      }
      footer button {
        white-space: normal;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(180px, 240px) minmax(0, 1fr);
        gap: var(--_gap-4);
        height: min(64vh, 720px);
      }
      fieldset {
        display: flex;
        flex-direction: column;
        gap: 2px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: auto;
      }
      legend {
        padding: 0;
        margin-block-end: var(--_gap-1);
        color: var(--_muted);
        font-size: var(--_size-small);
      }
      .version {
        display: flex;
        align-items: flex-start;
        gap: 8px;
        padding: 6px 8px;
        border-radius: var(--_radius);
        color: var(--_ink);
        cursor: pointer;
      }
      .version:hover {
        background: var(--_accent-wash);
      }
      .version > span {
        display: grid;
      }
      .now {
        padding: 8px;
      }
      footer {
        align-items: center;
      }
      @media (max-width: 759.98px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
          height: 70vh;
        }
        fieldset {
          max-height: 22vh;
        }
        footer {
          flex-wrap: wrap;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    'version-restore': VersionRestoreEvent;
  }
  interface HTMLElementTagNameMap {
    'versions-dialog': VersionsDialog;
  }
}
