import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ArticleField } from '../src/domain/article.ts';
import { controls } from './controls.ts';
import { readField, type Reading } from './field-formats.ts';

/** What can be said about an article in a text field. */
const names = ['title', 'byline', 'publisher', 'published', 'language', 'url'] as const satisfies readonly ArticleField[];
type Name = (typeof names)[number];

/** What is known about an article, apart from its rating scale. */
export type ArticleFieldValues = { readonly [name in Name]: string };

/** Nothing known yet. */
export const noFields: ArticleFieldValues = { title: '', byline: '', publisher: '', published: '', language: '', url: '' };

/** Languages to choose from without knowing their codes; any other can be written. */
const languages = [
  'en', 'en-GB', 'en-US', 'de', 'fr', 'es', 'es-MX', 'pt', 'pt-BR', 'it', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'hu', 'ro', 'el', 'tr', 'uk', 'ru',
  'ar', 'he', 'fa', 'hi', 'bn', 'ta', 'th', 'vi', 'id', 'ms', 'sw', 'zh-Hans', 'zh-Hant', 'ja', 'ko',
];

/** The fields of an article's details, as part of a dialog that saves them: `read` gives them back. */
@customElement('article-fields')
export class ArticleFields extends LitElement {
  /** What the fields show at first. Set again, it replaces what was written. */
  @property({ attribute: false }) values: ArticleFieldValues = noFields;

  @state() private written: ArticleFieldValues = noFields;
  @state() private problems: { readonly [name in Name]?: string } = {};

  /** Puts the focus into the title. */
  override focus(options?: FocusOptions): void {
    this.input('title')?.focus(options);
  }

  /** The fields as they shall be kept; null when one cannot be kept so: then it says why, and has the focus. */
  read(): ArticleFieldValues | null {
    const readings = names.map(name => [name, readName(name, this.written[name])] as const);
    const wrong = readings.flatMap(([name, reading]) => ('problem' in reading ? [[name, reading.problem] as const] : []));
    this.problems = Object.fromEntries(wrong);
    if (wrong[0]) {
      this.input(wrong[0][0])?.focus();
      return null;
    }
    const values = { ...noFields, ...Object.fromEntries(readings.map(([name, reading]) => [name, 'text' in reading ? reading.text : ''])) };
    this.written = values;
    return values;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('values')) return;
    this.written = this.values;
    this.problems = {};
  }

  protected override render(): TemplateResult {
    return html`
      ${this.renderField('title', 'Title')}
      <div class="pair">${this.renderField('byline', 'Byline')} ${this.renderField('publisher', 'Publisher')}</div>
      <div class="pair">${this.renderField('published', 'Published', '2026-03-14, 2026-03 or 2026')} ${this.renderField('language', 'Language', 'en, de, zh-Hans …')}</div>
      ${this.renderField('url', 'Address (URL)', 'https://')}
      <datalist id="languages">${languages.map(tag => html`<option value=${tag}>${languageName(tag)}</option>`)}</datalist>
    `;
  }

  private renderField(name: Name, label: string, placeholder = ''): TemplateResult {
    const problem = this.problems[name];
    const named = name === 'language' && !problem ? languageName(this.written.language) : '';
    const described = [problem && `${name}-problem`, named && `${name}-name`].filter(Boolean).join(' ');
    return html`
      <div class="field">
        <label for=${name}>${label}${named ? html` <span id="${name}-name">(${named})</span>` : nothing}</label>
        <input
          id=${name} class=${name} dir=${name === 'url' ? 'ltr' : 'auto'} autocomplete="off" placeholder=${placeholder || nothing}
          inputmode=${name === 'url' ? 'url' : nothing} list=${name === 'language' ? 'languages' : nothing}
          spellcheck=${name === 'title' ? 'true' : 'false'} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${described || nothing}
          .value=${this.written[name]} @input=${(event: InputEvent) => this.onInput(name, event)} @keydown=${this.onKeyDown}
        />
        ${problem ? html`<p id="${name}-problem" class="error">${problem}</p>` : nothing}
      </div>
    `;
  }

  private onInput(name: Name, event: InputEvent): void {
    this.written = { ...this.written, [name]: (event.target as HTMLInputElement).value }; // it listens on that input
    if (this.problems[name]) this.problems = { ...this.problems, [name]: undefined };
  }

  /** A form does not see fields in a shadow root: Enter asks the owner to save. */
  private onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.closest('form')?.requestSubmit();
  }

  private input(name: Name): HTMLInputElement | null {
    return this.renderRoot.querySelector(`#${name}`);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-3);
        min-width: 0;
      }
      .pair {
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: var(--_gap-3);
      }
      input.title:not([type='checkbox']) {
        font: 600 1.0625rem/1.35 var(--_font-text);
      }
      [aria-invalid] {
        border-color: var(--_danger);
      }
      p {
        margin: 2px 0 0;
        font-size: var(--_size-small);
      }
    `,
  ];
}

function readName(name: Name, written: string): Reading {
  switch (name) {
    case 'published':
      return readField('date', written);
    case 'url':
      return readField('url', written);
    case 'language':
      return readLanguage(written.trim());
    case 'title':
    case 'byline':
    case 'publisher':
      return { text: written.trim().replace(/\s+/g, ' ') };
  }
}

function readLanguage(written: string): Reading {
  if (written === '') return { text: '' };
  try {
    return { text: Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0] ?? '' };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problem: 'Not saved: choose a language from the list, or write its code, such as en or pt-BR.' };
  }
}

const displayNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The English name of a language by its BCP 47 code; empty when it has none. */
function languageName(tag: string): string {
  try {
    return (tag && displayNames.of(tag)) || '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-fields': ArticleFields;
  }
}
