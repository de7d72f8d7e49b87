import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TextChange } from '../src/anchoring/compare-versions.ts';
import type { WordChange } from '../src/anchoring/placement.ts';
import { isGrave } from '../src/store/re-check.ts';
import { controls } from './controls.ts';

/** One text as it became another: what stayed, what went, what came. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** UTF-16 offset in the new text at which it stands or would stand. */
  readonly offset: number;
  /** True when the change makes another statement of it: a figure, a name, a negation. */
  readonly grave: boolean;
  /** True for words that stand elsewhere in the other text. */
  readonly moved: boolean;
}

/**
 * The parts of a text in reading order, what was removed before what came for it.
 *
 * @param before the old text, when what was removed shall keep its lines
 */
export function differenceParts(now: string, changes: readonly (WordChange | TextChange)[], before = ''): readonly DifferencePart[] {
  const parts: DifferencePart[] = [];
  const add = (kind: DifferencePart['kind'], text: string, offset: number, grave = false, moved = false): void => {
    if (text !== '') parts.push({ kind, text, offset, grave, moved });
  };
  let at = 0;
  for (const change of changes) {
    const moved = 'moved' in change && change.moved !== undefined;
    const grave = !moved && change.kinds.some(isGrave);
    const same = now.slice(at, change.newStart);
    add('same', same, at);
    // Words that went without any for them would otherwise stick to their neighbours.
    const ownLine = change.new === '' && before[change.oldStart - 1] === '\n' && !same.endsWith('\n');
    const gap = ownLine ? '\n' : change.new === '' && !/\s$/.test(same) && change.newStart > 0 ? ' ' : '';
    const apart = change.old === '' ? '' : change.new !== '' ? ' ' : before[change.oldEnd] === '\n' && now[change.newStart] !== '\n' ? '\n' : '';
    if (change.old !== '') add('removed', gap + change.old + apart, change.newStart, grave, moved);
    add('added', change.new, change.newStart, grave, moved);
    at = change.newEnd;
  }
  add('same', now.slice(at), at);
  return parts;
}

/** Words that have changed: the old ones struck out, the new ones beside them. Read aloud as "removed" and "added". */
@customElement('word-difference')
export class WordDifference extends LitElement {
  @property() now = '';
  @property({ attribute: false }) changes: readonly WordChange[] = [];

  protected override render(): TemplateResult {
    const hidden = (text: string): TemplateResult => html`<span class="visually-hidden">${text}</span>`;
    // No white space between the parts: it would be seen.
    return html`<p dir="auto">${differenceParts(this.now, this.changes).map(({ kind, text, grave }) => {
      if (kind === 'same') return text;
      const look = grave ? 'grave' : nothing;
      return kind === 'removed'
        ? html`<del class=${look}>${hidden(' [removed: ')}${text}${hidden('] ')}</del>`
        : html`<ins class=${look}>${hidden(' [added: ')}${text}${hidden('] ')}</ins>`;
    })}</p>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
        font: 1rem/1.6 var(--_font-text);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      del,
      ins {
        padding: 1px 2px;
        border-radius: 3px;
        box-decoration-break: clone;
      }
      del {
        color: var(--_muted);
        text-decoration: line-through;
      }
      ins {
        background: color-mix(in srgb, var(--_accent) 16%, transparent);
        text-decoration: underline;
        text-decoration-thickness: 2px;
        text-underline-offset: 3px;
      }
      ins.grave {
        background: color-mix(in srgb, var(--_danger) 16%, transparent);
        font-weight: 700;
      }
      del.grave {
        color: var(--_danger);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'word-difference': WordDifference;
  }
}
