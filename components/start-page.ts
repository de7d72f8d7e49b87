import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ArticleSummary } from '../src/storage/storage.ts';
import { ArticleNewEvent, SampleOpenEvent, type Offered } from './article-events.ts';
import './article-list.ts';
import type { ArticleList } from './article-list.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { tokens } from './tokens.ts';

/**
 * What is seen when no article is open: the articles of this browser, and the ways to open another. Anything dropped on
 * it, or pasted while no field has the focus, is offered as a new article.
 */
@customElement('start-page')
export class StartPage extends LitElement {
  /** The articles in any order; null while they are being read. */
  @property({ attribute: false }) articles: readonly ArticleSummary[] | null = null;
  /** Whether there is a sample to try. */
  @property({ attribute: false }) sample = true;
  /** What went wrong, in words; empty when nothing did. */
  @property() problem = '';

  /** True while something is dragged over the page that could be dropped. */
  @state() private dragged = false;
  @query('article-list') private list!: ArticleList | null;
  @query('button.primary') private newButton!: HTMLButtonElement;

  private listHadFocus = false;

  constructor() {
    super();
    this.addEventListener('dragenter', this.onDrag);
    this.addEventListener('dragover', this.onDrag);
    this.addEventListener('dragleave', this.onDragLeave);
    this.addEventListener('drop', this.onDrop);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('paste', this.onPaste);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('paste', this.onPaste);
    super.disconnectedCallback();
  }

  /** Puts the focus into the search field, or on "Open an article" while there is nothing to search. */
  focusSearch(): void {
    (this.list ?? this.newButton).focus();
  }

  protected override willUpdate(): void {
    this.listHadFocus = this.list !== null && this.shadowRoot?.activeElement === this.list;
  }

  protected override updated(): void {
    // The list goes with its last article, and would take the focus with it.
    if (this.listHadFocus && !this.list) this.newButton.focus();
  }

  protected override render(): TemplateResult {
    const { articles } = this;
    return html`
      <div class="page">
        <div class="head">
          <h1>Check an article, line by line</h1>
          <div class="row">
            <button class="primary" type="button" @click=${() => this.offer({})}>${icon('open')} Open an article</button>
            ${this.sample ? html`<button type="button" @click=${() => this.dispatchEvent(new SampleOpenEvent())}>${icon('article')} Try the sample</button>` : nothing}
          </div>
          <p class="muted hint">Or drop a file or text anywhere here, or paste it.</p>
        </div>
        ${this.problem ? html`<p class="problem" role="alert">${icon('problem')}<span>${this.problem}</span></p>` : nothing}
        ${articles === null
          ? html`<p class="muted loading" role="status">Looking for your articles …</p>`
          : articles.length === 0
            ? this.renderEmpty()
            : html`<article-list .articles=${articles}></article-list>`}
      </div>
      <div class="drop" ?hidden=${!this.dragged}><p>${icon('upload', 28)} Drop it to open it as an article</p></div>
    `;
  }

  private renderEmpty(): TemplateResult {
    return html`
      <ol class="steps">
        <li>${icon('claim', 22)}<span><strong>Mark</strong> every claim and every quote that can be checked.</span></li>
        <li>${icon('file', 22)}<span><strong>Attach evidence:</strong> which source shows what, and where in it.</span></li>
        <li>${icon('check', 22)}<span><strong>Give a verdict</strong> on each, until the whole article is settled.</span></li>
      </ol>
      <p class="muted hint">Everything stays in this browser until you export it.</p>
    `;
  }

  private offer(offered: Offered): void {
    this.dispatchEvent(new ArticleNewEvent(offered));
  }

  private readonly onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.some(type => type === 'Files' || type === 'text/html' || type === 'text/plain')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.dragged = true;
  };

  private readonly onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget instanceof Node && this.contains(event.relatedTarget)) return;
    this.dragged = false;
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.dragged = false;
    const offered = offeredBy(event.dataTransfer);
    if (!offered) return;
    event.preventDefault();
    this.offer(offered);
  };

  /** A paste belongs to this page when it happens in it, or nowhere: with no element focused it happens on the body. */
  private readonly onPaste = (event: ClipboardEvent): void => {
    const target = event.composedPath()[0];
    const nowhere = target === document.body || target === document.documentElement;
    if (event.defaultPrevented || !(nowhere || event.composedPath().includes(this)) || !this.checkVisibility()) return;
    if (target instanceof Element && target.matches('input, textarea, [contenteditable]')) return;
    const offered = offeredBy(event.clipboardData);
    if (!offered) return;
    event.preventDefault();
    this.offer(offered);
  };

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        position: relative;
        min-height: 100%;
        background: var(--_surface);
        container-type: inline-size;
      }
      .page {
        max-width: 880px;
        margin: 0 auto;
        padding: clamp(24px, 6cqi, 64px) var(--_gap-5) var(--_gap-6);
      }
      h1 {
        margin: 0 0 var(--_gap-4);
        font-size: clamp(1.375rem, 4cqi, 1.75rem);
        font-weight: 650;
        line-height: 1.25;
        letter-spacing: -0.01em;
      }
      .hint {
        margin: var(--_gap-3) 0 0;
      }
      .problem {
        display: flex;
        gap: var(--_gap-2);
        margin: var(--_gap-5) 0 0;
        padding: var(--_gap-3);
        border: 1px solid var(--_danger);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      .problem svg {
        color: var(--_danger);
      }
      .loading {
        margin: var(--_gap-6) 0;
        animation: late 600ms step-end;
      }
      @keyframes late {
        from {
          visibility: hidden;
        }
      }
      .steps {
        display: grid;
        gap: var(--_gap-4);
        margin: var(--_gap-6) 0 var(--_gap-5);
        padding: var(--_gap-5) 0 0;
        border-top: 1px solid var(--_line);
        list-style: none;
        font-size: 1rem;
      }
      .steps li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--_gap-3);
      }
      .steps svg {
        color: var(--_accent);
      }
      @container (max-width: 640px) {
        .page {
          padding-inline: var(--_gap-4);
        }
      }
      article-list {
        margin-top: var(--_gap-6);
      }
      .drop {
        position: absolute;
        inset: 0;
        z-index: 5;
        display: grid;
        padding: var(--_gap-3);
        background: color-mix(in srgb, var(--_surface) 88%, transparent);
        pointer-events: none;
      }
      .drop p {
        position: sticky;
        top: var(--_gap-3);
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--_gap-3);
        max-height: calc(100vh - 24px);
        margin: 0;
        border: 2px dashed var(--_accent);
        border-radius: 10px;
        font-size: 1.125rem;
        font-weight: 600;
        color: var(--_accent);
      }
    `,
  ];
}

/** What is in a clipboard or a drag; null when it is nothing that could be an article. */
function offeredBy(data: DataTransfer | null): Offered | null {
  if (!data) return null;
  if (data.files.length > 0) return { files: [...data.files] };
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  return html || text.trim() ? { html, text } : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'start-page': StartPage;
  }
}
