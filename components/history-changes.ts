import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { parseEvidenceField } from '../src/domain/evidence.ts';
import { changesOf, type FieldChange, type History, type HistoryEntry } from '../src/store/history.ts';
import { nameOfSource, shownValue, type ShownValue, type ValueContext } from '../src/store/shown-value.ts';
import { controls } from './controls.ts';
import { differenceTemplate, sameShown, shownTemplate } from './history-values.ts';
import { annotationLabel, changeLabel } from './history-words.ts';
import { icon } from './icons.ts';

/** Changes that are shown before more are asked for: a new text touches every mark. */
const shownAtFirst = 30;

interface ShownChange {
  readonly change: FieldChange;
  /** Undefined in place of a value that is not kept here. */
  readonly before: readonly (ShownValue | undefined)[];
  readonly after: ShownValue;
}

/** Changes of one annotation, piece of evidence, source or the article. */
interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly ShownChange[];
}

/** What one step of the history changed: each field before and after, texts word by word. */
@customElement('history-changes')
export class HistoryChanges extends LitElement {
  @property({ attribute: false }) history!: History;
  @property({ attribute: false }) entry!: HistoryEntry;
  /** Id of the annotation that it is all about; null for the article. */
  @property({ attribute: false }) annotation: string | null = null;
  @property({ attribute: false }) context!: ValueContext;

  @state() private limit = shownAtFirst;

  protected override render(): TemplateResult {
    const changes = changesOf(this.history, this.entry.step, this.annotation).filter(({ field }) => parseEvidenceField(field)?.property !== 'order');
    const shown: ShownChange[] = [];
    let stayed = 0;
    for (const change of changes) {
      if (shown.length >= this.limit) break;
      const one = this.#shown(change);
      const isSame = one.before.length === 1 && one.before[0] !== undefined && sameShown(one.before[0], one.after);
      if (isSame && change.field === 'anchors') stayed++;
      else if (one.after.form !== 'nothing' || one.before.some(before => before?.form !== 'nothing')) shown.push(one);
    }
    const rest = changes.length - shown.length - stayed;
    const more = shown.length >= this.limit && rest > 0;
    return html`${this.#groups(shown).map(
        group => html`<section>
          ${group.title === '' ? nothing : html`<h4 dir="auto">${group.title}</h4>`}
          <dl>${group.changes.map(change => html`<div><dt>${changeLabel(change.change)}</dt><dd>${this.#renderChange(change)}</dd></div>`)}</dl>
        </section>`,
      )}
      ${stayed > 0 ? html`<p class="muted small">${stayed === 1 ? 'One mark stays on its words.' : `${stayed} marks stay on their words.`}</p>` : nothing}
      ${shown.length === 0 && stayed === 0 ? html`<p class="muted small">Nothing that can be shown was changed.</p>` : nothing}
      ${more ? html`<button type="button" class="quiet" @click=${this.#more}>${icon('down', 16)} Show more of what this step changed</button>` : nothing}`;
  }

  #shown(change: FieldChange): ShownChange {
    const { field, before, after } = change;
    const show = (value: typeof after): ShownValue => shownValue(field, value, this.context);
    return { change, before: before.map(value => (value === undefined ? undefined : show(value))), after: show(after) };
  }

  #groups(changes: readonly ShownChange[]): readonly ChangeGroup[] {
    const groups = new Map<string, { title: string; changes: ShownChange[] }>();
    for (const one of changes) {
      const title = this.#titleOf(one.change);
      const key = JSON.stringify([one.change.annotation, one.change.source, parseEvidenceField(one.change.field)?.id]);
      const group = groups.get(key);
      if (group) group.changes.push(one);
      else groups.set(key, { title, changes: [one] });
    }
    return [...groups.values()];
  }

  #titleOf({ annotation, source, field }: FieldChange): string {
    const { history, context } = this;
    if (source !== null) return `Source: ${nameOfSource(context.sources, source)}`;
    if (annotation === null) return '';
    const evidence = parseEvidenceField(field);
    const cited = evidence && history.citedBy.get(evidence.id);
    const about = evidence ? (cited ? `Evidence: ${nameOfSource(context.sources, cited)}` : 'Evidence') : '';
    // The line of the entry names its annotation when there is only one.
    const name = this.annotation === null && this.entry.annotations.size > 1 ? annotationLabel(history.names.get(annotation)) : '';
    return [name, about].filter(part => part !== '').join(' · ');
  }

  #renderChange({ change: { field }, before, after }: ShownChange): TemplateResult {
    const [first] = before;
    if (field === 'removed' || parseEvidenceField(field)?.property === 'removed') return html`${after.form === 'yes-no' && after.value ? 'Taken away' : 'Brought back'}`;
    if (before.length > 1) {
      return html`<div class="former">${before.map((value, index) => html`${index > 0 ? html`<span class="muted small">or</span>` : nothing}<s>${value ? shownTemplate(field, value) : notKept}</s>`)}</div><div>${became}${shownTemplate(field, after)}</div>`;
    }
    if (before.length === 1 && !first) return html`<div class="former muted">${notKept}</div><div>${became}${shownTemplate(field, after)}</div>`;
    if (!first || first.form === 'nothing') return html`<div>${shownTemplate(field, after)}</div>`;
    if (after.form === 'nothing') return html`<div class="former"><s>${shownTemplate(field, first)}</s></div><div class="muted small">Taken away</div>`;
    if (sameShown(first, after)) return html`<div>${shownTemplate(field, after)}</div><div class="muted small">${after.form === 'verdict' ? 'As before, for the words as they were then' : 'As before'}</div>`;
    return differenceTemplate(first, after) ?? html`<div class="former"><s>${shownTemplate(field, first)}</s></div><div>${became}${shownTemplate(field, after)}</div>`;
  }

  #more(): void {
    this.limit += 200;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-3);
        min-width: 0;
      }
      h4 {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        margin: 0 0 4px;
        font-size: var(--_size);
        overflow-wrap: anywhere;
      }
      p,
      dl,
      dd {
        margin: 0;
      }
      dl > div {
        display: grid;
        grid-template-columns: 9.5rem minmax(0, 1fr);
        gap: 2px var(--_gap-3);
        padding-block: 5px;
      }
      dl > div + div {
        border-block-start: 1px solid var(--_line);
      }
      dt {
        color: var(--_muted);
        font-size: var(--_size-small);
        padding-block-start: 2px;
      }
      dd {
        display: grid;
        justify-items: start;
        gap: 2px;
        min-width: 0;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      dd > * {
        max-width: 100%;
      }
      s {
        color: var(--_muted);
      }
      .former {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
      }
      details {
        min-width: 0;
      }
      summary {
        cursor: pointer;
      }
      summary span {
        color: var(--_accent);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      details[open] .beginning {
        display: none;
      }
      section > button,
      :host > button {
        justify-self: start;
      }
      @media (max-width: 559.98px) {
        dl > div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

const notKept = html`<span class="muted">What stood here before is not kept in this browser</span>`;
const became = html`<span class="muted" aria-hidden="true">→ </span><span class="visually-hidden">became </span>`;

declare global {
  interface HTMLElementTagNameMap {
    'history-changes': HistoryChanges;
  }
}
