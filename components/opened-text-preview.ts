import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OpenedText } from '../src/editor/open-text.ts';
import { controls } from './controls.ts';

/** UTF-16 length of the part of a text whose words are counted; longer ones are estimated from it. */
const counted = 200_000;

/** UTF-16 length of the first lines that are shown. */
const shown = 600;

/** What was read from a text: how long it is, what was taken out, and its first lines. */
@customElement('opened-text-preview')
export class OpenedTextPreview extends LitElement {
  @property({ attribute: false }) opened: OpenedText | null = null;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.opened) return nothing;
    const { text, language, removed } = this.opened;
    const removedWords = new Intl.ListFormat('en').format(removed);
    return html`
      <p><strong>${wordCount(text, language)}</strong>${removedWords ? html`<span class="muted"> · taken out: ${removedWords}</span>` : nothing}</p>
      <blockquote dir="auto" lang=${language || nothing} aria-label="First lines">${text.slice(0, shown)}</blockquote>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-2);
        min-width: 0;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      blockquote {
        max-height: 8.5em;
        margin: 0;
        padding: var(--_gap-3) var(--_gap-4) 0;
        border: 1px solid var(--_line);
        border-bottom: 0;
        border-radius: var(--_radius) var(--_radius) 0 0;
        background: var(--_raised);
        font: 1rem/1.5 var(--_font-text);
        white-space: pre-line;
        overflow: hidden;
        overflow-wrap: anywhere;
        mask-image: linear-gradient(#000 55%, transparent);
      }
      @media (forced-colors: active) {
        blockquote {
          mask-image: none;
        }
      }
    `,
  ];
}

/** The number of words in a text: `1 word`, `842 words`, and `about 120,000 words` where counting all would take long. */
export function wordCount(text: string, language: string): string {
  const part = text.slice(0, counted);
  let count = 0;
  for (const { isWordLike } of segmenter(language).segment(part)) if (isWordLike) count++;
  const number = (value: number): string => value.toLocaleString('en');
  if (text.length > counted) return `about ${number(Number((count * (text.length / counted)).toPrecision(2)))} words`;
  return count === 1 ? '1 word' : `${number(count)} words`;
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' });
  } catch (error) {
    // A file may name a language that is none.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' });
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opened-text-preview': OpenedTextPreview;
  }
}
