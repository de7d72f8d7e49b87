import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { readArticle, type Article } from '../src/domain/article.ts';
import type { ArticleSummary } from '../src/storage/storage.ts';
import { ArticleDeleteEvent, ArticleOpenEvent } from './article-events.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import './progress-bar.ts';
import { timeLabel } from './time-label.ts';

/** The articles of this browser: the one changed last comes first; searched by title, byline and publisher. */
@customElement('article-list')
export class ArticleList extends LitElement {
  /** In any order. */
  @property({ attribute: false }) articles: readonly ArticleSummary[] = [];

  @state() private search = '';
  @query('#search') private searchField!: HTMLInputElement;

  /** Place in the list of an article that the person deleted: where the focus goes on when it has gone. */
  private deleted: { readonly id: string; readonly index: number } | null = null;
  private hadFocus = false;

  /** Puts the focus into the search field. */
  override focus(options?: FocusOptions): void {
    this.searchField.focus(options);
  }

  protected override willUpdate(): void {
    this.hadFocus = Boolean(this.shadowRoot?.activeElement);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { deleted } = this;
    if (!changed.has('articles') || !deleted || this.articles.some(({ record }) => record.id === deleted.id)) return;
    this.deleted = null;
    // Only where the line took the focus with it, not where the person has gone on to something else.
    if (!this.hadFocus || this.shadowRoot?.activeElement) return;
    const titles = this.titles();
    (titles[Math.min(deleted.index, titles.length - 1)] ?? this.searchField).focus();
  }

  protected override render(): TemplateResult {
    const { articles } = this;
    const found = findArticles(articles, this.search);
    const now = Date.now();
    return html`
      <div class="above">
        <h2>Your articles <span class="muted" role="status">${this.search.trim() ? `${found.length} of ${articles.length}` : articles.length}</span></h2>
        <div class="search">
          <label class="visually-hidden" for="search">Search the articles</label>
          ${icon('search', 16)}
          <input
            id="search" type="search" placeholder="Title, author or publisher" autocomplete="off" spellcheck="false"
            .value=${this.search} @input=${this.onSearch} @keydown=${this.onSearchKey}
          />
        </div>
      </div>
      ${found.length === 0
        ? html`<p class="muted none">
            No article matches “${this.search.trim()}”.
            <button class="quiet" type="button" @click=${this.clearSearch}>Show all</button>
          </p>`
        : html`<ul @keydown=${this.onListKey}>
            ${repeat(found, ({ record }) => record.id, summary => renderArticle(summary, now, this.onOpen, this.onDelete))}
          </ul>`}
    `;
  }

  private readonly onOpen = (id: string): void => {
    this.dispatchEvent(new ArticleOpenEvent(id));
  };

  private readonly onDelete = (id: string): void => {
    const index = findArticles(this.articles, this.search).findIndex(({ record }) => record.id === id);
    this.deleted = { id, index };
    this.dispatchEvent(new ArticleDeleteEvent(id));
  };

  private onSearch(event: Event & { readonly currentTarget: HTMLInputElement }): void {
    this.search = event.currentTarget.value;
  }

  private clearSearch(): void {
    this.search = '';
    this.searchField.focus();
  }

  private onSearchKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    event.preventDefault();
    this.titles()[0]?.focus();
  }

  private onListKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const titles = this.titles();
    const row = (event.target as Element).closest('li'); // events of this list come from its elements
    const at = titles.findIndex(title => row?.contains(title));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: titles.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) this.searchField.focus();
    else titles[to]?.focus();
  }

  private titles(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button.title')];
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      h2 {
        margin: 0;
        font-size: 1rem;
      }
      h2 .muted {
        margin-left: 4px;
        font-size: var(--_size-small);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .above {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_gap-2) var(--_gap-4);
        padding-bottom: var(--_gap-3);
      }
      .search {
        position: relative;
        flex: 1 1 180px;
        max-width: 320px;
        margin-left: auto;
      }
      .search svg {
        position: absolute;
        inset: 0 auto 0 9px;
        margin: auto 0;
        color: var(--_muted);
        pointer-events: none;
      }
      .search input:not([type='checkbox']) {
        padding-left: 32px;
      }
      .none {
        padding: var(--_gap-4) 0;
        border-top: 1px solid var(--_line);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li.article {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) 168px 32px;
        align-items: center;
        gap: var(--_gap-1) var(--_gap-5);
        padding: var(--_gap-3) 0;
        border-top: 1px solid var(--_line);
        content-visibility: auto;
        contain-intrinsic-height: auto 75px;
      }
      li.article:last-child {
        border-bottom: 1px solid var(--_line);
      }
      li.article:hover {
        background: color-mix(in srgb, var(--_accent-wash) 50%, transparent);
      }
      button.title {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        width: 100%;
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        font: 600 1.125rem/1.35 var(--_font-text);
        text-align: left;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      /* The whole line opens the article. */
      button.title::after {
        content: '';
        position: absolute;
        inset: 0;
      }
      button.title:focus-visible {
        outline: none;
      }
      button.title:focus-visible::after {
        outline: var(--_focus);
        outline-offset: -2px;
        border-radius: var(--_radius);
      }
      button.untitled {
        color: var(--_muted);
        font-style: italic;
      }
      time,
      .published {
        white-space: nowrap;
      }
      .facts {
        display: block;
        margin-top: 2px;
        font-size: var(--_size-small);
        color: var(--_muted);
        overflow-wrap: anywhere;
      }
      button.delete {
        position: relative;
        color: var(--_muted);
      }
      button.delete:hover {
        color: var(--_danger);
      }
      @container (max-width: 640px) {
        .search {
          flex-basis: 100%;
          max-width: none;
        }
        li.article {
          grid-template-columns: minmax(0, 1fr) 32px;
          gap: var(--_gap-2) var(--_gap-3);
          contain-intrinsic-height: auto 112px;
        }
        li.article progress-bar {
          grid-area: 2 / 1;
        }
        button.delete {
          grid-area: 1 / 2;
          align-self: start;
        }
      }
    `,
  ];
}

function renderArticle(summary: ArticleSummary, now: number, open: (id: string) => void, remove: (id: string) => void): TemplateResult {
  const article = readArticle(summary.record);
  const title = article.title.trim() || 'Untitled article';
  const facts = [article.byline, article.publisher].map(fact => fact.trim()).filter(Boolean);
  const published = dateLabel(article.published);
  const { settled, total } = summary.progress;
  return html`
    <li class="article">
      <div>
        <button class="title ${article.title.trim() ? '' : 'untitled'}" type="button" lang=${article.language || nothing} @click=${() => open(article.id)}>
          <bdi>${title}</bdi>
        </button>
        <span class="facts">
          ${facts.map(fact => html`<bdi>${fact}</bdi> · `)}${published ? html`<span class="published">${published}</span> · ` : nothing}
          <time datetime=${summary.modifiedAt} title=${timeLabel(summary.modifiedAt)}>changed ${relativeTime(summary.modifiedAt, now)}</time>
        </span>
      </div>
      <progress-bar .settled=${settled} .total=${total}></progress-bar>
      <button class="quiet icon delete" type="button" aria-label="Delete “${title}”" title="Delete" @click=${() => remove(article.id)}>
        ${icon('remove')}
      </button>
    </li>
  `;
}

const searched = new WeakMap<Article, string>();

/** The articles that hold every word of a search in title, byline or publisher; the one changed last comes first. */
export function findArticles(articles: readonly ArticleSummary[], search: string): readonly ArticleSummary[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = articles.filter(({ record }) => {
    const article = readArticle(record);
    let text = searched.get(article);
    if (text === undefined) searched.set(article, (text = fold(`${article.title}\n${article.byline}\n${article.publisher}`)));
    return words.every(word => text.includes(word));
  });
  return found.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : 0));
}

/** A text without what a search should not ask for: capitals and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60],
];

/** How long ago a point in time (ISO 8601) was, seen from `now` in milliseconds. A clock that is behind says "just now". */
export function relativeTime(iso: string, now: number): string {
  const ago = (now - Date.parse(iso)) / 1000;
  if (Number.isNaN(ago)) return 'at an unknown time';
  for (const [unit, seconds] of steps) if (ago >= seconds) return relative.format(-Math.floor(ago / seconds), unit);
  return 'just now';
}

/** A date (ISO 8601, as exact as it is) in words: `14 Mar 2026`, `Mar 2026`, `2026`. As it came when it is no date. */
export function dateLabel(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(iso) ?? [];
  if (!year || !month) return iso;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', ...(day && { day: 'numeric' }), timeZone: 'UTC' }).format(date);
}

declare global {
  interface HTMLElementTagNameMap {
    'article-list': ArticleList;
  }
}
