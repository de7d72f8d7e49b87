import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { compareVersions, type TextChange } from '../src/anchoring/compare-versions.ts';
import { headline, type Annotation } from '../src/domain/annotation.ts';
import { placeOf, type TextRange } from '../src/domain/anchor.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import { controls } from './controls.ts';
import { typeLabels } from './labels.ts';
import { differenceParts, type DifferencePart } from './word-difference.ts';

/** Unchanged paragraphs that stay in sight beside a changed one. */
const around = 1;

/** A stretch of the newer text that an annotation is on. */
interface Mark extends TextRange {
  readonly label: string;
}

type Line = readonly DifferencePart[];

/** Two versions of a text as one: what went struck out, what came underlined, with the marks that stand on the newer one. */
@customElement('version-comparison')
export class VersionComparison extends LitElement {
  @property({ attribute: false }) older: ArticleVersion | null = null;
  @property({ attribute: false }) newer: ArticleVersion | null = null;
  /** In reading order. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];

  /** Whether unchanged paragraphs are shown as well. */
  @state() private whole = false;

  #changes: readonly TextChange[] = [];
  #lines: readonly Line[] = [];
  #marks: readonly Mark[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { older, newer } = this;
    if (!older || !newer) return;
    if (changed.has('older') || changed.has('newer')) {
      this.#changes = compareVersions(older.text, newer.text);
      this.#lines = linesOf(differenceParts(newer.text, this.#changes, older.text));
    }
    if (changed.has('newer') || changed.has('annotations')) this.#marks = marksOn(this.annotations, newer.id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { older, newer } = this;
    if (!older || !newer) return nothing;
    if (this.#changes.length === 0) {
      return html`<p class="muted" role="status">${older.text === newer.text ? 'The words are the same in both versions.' : 'Only white space or typography differs.'}</p>`;
    }
    return html`<div class="row top">
        <p class="spread" role="status">${summary(this.#changes)}</p>
        <label class="check"><input type="checkbox" .checked=${this.whole} @change=${this.#toggle} /> Whole text</label>
      </div>
      <div class="text" tabindex="0" role="group" aria-label="Differences">${this.#paragraphs()}</div>`;
  }

  #paragraphs(): TemplateResult[] {
    const shown: TemplateResult[] = [];
    const near = nearChanges(this.#lines);
    let hidden = 0;
    const fold = (): void => {
      if (hidden > 0) shown.push(html`<p class="fold muted">${hidden === 1 ? 'One paragraph' : `${hidden} paragraphs`} unchanged</p>`);
      hidden = 0;
    };
    this.#lines.forEach((line, index) => {
      if (!this.whole && !near[index]) {
        hidden++;
        return;
      }
      fold();
      shown.push(html`<p dir="auto">${line.map(part => this.#part(part))}</p>`);
    });
    fold();
    return shown;
  }

  #part(part: DifferencePart): TemplateResult {
    const said = (words: string): TemplateResult => html`<span class="visually-hidden"> [${words}: </span>`;
    const end = html`<span class="visually-hidden">] </span>`;
    if (part.kind === 'removed') return html`<del class=${part.moved ? 'moved' : ''} title=${part.moved ? 'Moved from here' : 'Removed'}>${said(part.moved ? 'moved from here' : 'removed')}${part.text}${end}</del>`;
    const text = this.#marked(part);
    if (part.kind === 'same') return html`${text}`;
    return html`<ins class=${part.moved ? 'moved' : part.grave ? 'grave' : ''} title=${part.moved ? 'Moved to here' : 'Added'}>${said(part.moved ? 'moved to here' : 'added')}${text}${end}</ins>`;
  }

  /** The text of a part, with the marks on it. */
  #marked({ text, offset }: DifferencePart): (string | TemplateResult)[] {
    const pieces: (string | TemplateResult)[] = [];
    let at = offset;
    const end = offset + text.length;
    for (const mark of this.#marks) {
      if (mark.end <= at) continue;
      if (mark.start >= end) break;
      const from = Math.max(mark.start, at);
      const to = Math.min(mark.end, end);
      if (from > at) pieces.push(text.slice(at - offset, from - offset));
      pieces.push(html`<mark title=${mark.label}>${text.slice(from - offset, to - offset)}</mark>`);
      at = to;
    }
    if (at < end) pieces.push(text.slice(at - offset));
    return pieces;
  }

  #toggle(event: Event): void {
    this.whole = (event.target as HTMLInputElement).checked;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--_gap-2);
        min-height: 0;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_gap-2);
      }
      .top p {
        flex: 1;
        margin: 0;
      }
      .check {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        color: var(--_ink);
      }
      .text {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: var(--_gap-3) var(--_gap-4);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
      }
      .text p {
        max-width: 38rem;
        margin: 0 auto 0.8em;
        /* Of a long text only what is in view is laid out. */
        content-visibility: auto;
        contain-intrinsic-block-size: auto 5em;
        font: 1.0625rem/1.6 var(--_font-text);
        overflow-wrap: anywhere;
      }
      .text .fold {
        font: var(--_size-small) / 1.4 var(--_font-ui);
        text-align: center;
        border-block: 1px dashed var(--_line);
        padding-block: 4px;
      }
      del {
        color: var(--_danger);
        text-decoration: line-through;
      }
      ins {
        background: color-mix(in srgb, var(--_success) 16%, transparent);
        text-decoration: underline;
        text-decoration-thickness: 2px;
        text-underline-offset: 3px;
      }
      ins.grave {
        background: color-mix(in srgb, var(--_danger) 16%, transparent);
        font-weight: 700;
      }
      .moved {
        color: inherit;
        background: color-mix(in srgb, var(--_accent) 14%, transparent);
        text-decoration-style: dashed;
      }
      mark {
        background: transparent;
        color: inherit;
        border-block-end: 2px dotted var(--_accent);
      }
    `,
  ];
}

/** Cuts parts into the lines of the text; a line that was removed is one of its own. */
function linesOf(parts: readonly DifferencePart[]): readonly Line[] {
  const lines: DifferencePart[][] = [[]];
  for (const part of parts) {
    let { offset } = part;
    part.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...part, text, offset });
      if (part.kind !== 'removed') offset += text.length + 1;
    });
  }
  return lines.filter(line => line.length > 0);
}

function nearChanges(lines: readonly Line[]): readonly boolean[] {
  const near = lines.map(() => false);
  lines.forEach((line, index) => {
    if (line.every(({ kind, text }) => kind === 'same' || text.trim() === '')) return;
    for (let at = Math.max(0, index - around); at <= index + around && at < near.length; at++) near[at] = true;
  });
  return near;
}

function marksOn(annotations: readonly Annotation[], version: string): readonly Mark[] {
  const marks: Mark[] = [];
  annotations.forEach((annotation, index) => {
    const label = `${typeLabels[annotation.type]} ${index + 1}: ${headline(annotation)}`;
    for (const anchor of annotation.anchors) {
      const place = placeOf(anchor, version) ?? (anchor.version === version ? anchor : null);
      if (place) marks.push({ start: place.start, end: place.end, label });
    }
  });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** How much differs, in words. */
function summary(changes: readonly TextChange[]): string {
  const words = (text: string): number => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
  let [added, removed, moved] = [0, 0, 0];
  for (const change of changes) {
    if (change.moved) moved += words(change.new);
    else {
      added += words(change.new);
      removed += words(change.old);
    }
  }
  const say = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${count === 1 ? 'word' : 'words'} ${what}`]);
  const parts = [...say(removed, 'removed'), ...say(added, 'added'), ...say(moved, 'moved')];
  return parts.length === 0 ? 'Only punctuation differs.' : `${parts.join(', ')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'version-comparison': VersionComparison;
  }
}
