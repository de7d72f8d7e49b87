import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Change } from '../src/domain/change.ts';
import { parseEvidenceField } from '../src/domain/evidence.ts';
import { isJsonObject, sameJson, type Json } from '../src/domain/json.ts';
import type { Dispute, FieldRecord, Head } from '../src/domain/record.ts';
import { defaultScales, ratingOf, type Scales } from '../src/domain/scales.ts';
import { sourceAt, sourceFields, sourceName } from '../src/domain/source.ts';
import { decideDispute } from '../src/store/changes.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { icon } from './icons.ts';
import { fieldLabel, formLabels, kindLabels, roleLabels, sourceFieldLabels, stanceLabels, typeLabels } from './labels.ts';
import { timeLabel } from './time-label.ts';

/** The record whose field is in dispute. */
export type DisputeSubject = { readonly annotation: string } | { readonly source: string };

/** A field that two people set without having seen each other's value: both values, and the choice between them. */
@customElement('dispute-box')
export class DisputeBox extends LitElement {
  @property({ attribute: false }) dispute!: Dispute;
  @property({ attribute: false }) subject!: DisputeSubject;
  /** To name the source when that is what is in dispute. */
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** The scales of the article. */
  @property({ attribute: false }) scales: Scales = defaultScales;
  @property({ type: Boolean }) readonly = false;

  protected override render(): TemplateResult {
    const name = disputeLabel(this.dispute.field, this.subject);
    return html`
      <div class="box" role="group" aria-labelledby="title">
        <p id="title">${icon('alert', 16)}<span>${name}: set differently by people who had not seen each other’s value</span></p>
        <ul>
          ${distinct(this.dispute.values).map(heads => this.#renderValue(heads, name))}
        </ul>
      </div>
    `;
  }

  #renderValue(heads: readonly Head[], name: string): TemplateResult {
    const head = heads[0]!;
    const words = valueInWords(this.dispute.field, head.value, this.sources, this.scales);
    return html`<li>
      <div class="value">
        <span class="words" dir="auto">${words}</span>
        <span class="small muted">${heads.map(({ by, at }) => html`<bdi>${by || 'Somebody'}</bdi>, <time datetime=${at}>${timeLabel(at)}</time><br />`)}</span>
      </div>
      ${this.readonly
        ? nothing
        : html`<button type="button" aria-label=${`Keep this for ${name}: ${words}`} @click=${(): void => this.#keep(head)}>Keep this</button>`}
    </li>`;
  }

  #keep(head: Head): void {
    const { subject, dispute } = this;
    const change: Change =
      'annotation' in subject
        ? decideDispute(subject.annotation, dispute.field, head)
        : { name: 'decide-dispute', edits: [{ source: subject.source, field: dispute.field, value: head.value }] };
    this.dispatchEvent(new ChangeEvent(change));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .box {
        padding-inline-start: var(--_gap-3);
        border-inline-start: 2px solid var(--_warning);
      }
      p {
        display: flex;
        gap: 6px;
        margin: 0;
        font-size: var(--_size-small);
        color: var(--_warning);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_gap-2);
        padding-block: var(--_gap-2);
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      .value {
        display: grid;
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .words {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 6;
        overflow: hidden;
      }
    `,
  ];
}

/** The heads by their value, in their order. */
function distinct(heads: readonly Head[]): readonly (readonly Head[])[] {
  const groups: Head[][] = [];
  for (const head of heads) {
    const same = groups.find(group => sameJson(group[0]!.value, head.value));
    if (same) same.push(head);
    else groups.push([head]);
  }
  return groups;
}

/** What the properties of a piece of evidence are called within a sentence. */
export const evidenceLabels: { readonly [property: string]: string } = {
  source: 'source', excerpt: 'excerpt', locator: 'place in the source', stance: 'stance', role: 'primary or secondary', note: 'what it shows',
  group: 'same origin', method: 'how it was looked for', searched: 'day of looking', calculation: 'calculation',
  order: 'order', removed: 'removal',
};

function disputeLabel(field: string, subject: DisputeSubject): string {
  const evidence = parseEvidenceField(field);
  if (evidence) return `Evidence, ${evidenceLabels[evidence.property] ?? evidence.property}`;
  const sourceField = 'source' in subject ? sourceFields.find(name => name === field) : undefined;
  return sourceField ? sourceFieldLabels[sourceField] : fieldLabel(field);
}

const closedSets: { readonly [field: string]: { readonly [value: string]: string } } = {
  type: typeLabels, kind: kindLabels, form: formLabels, stance: stanceLabels, role: roleLabels,
};

/** A field's value as the interface would show it. */
export function valueInWords(field: string, value: Json, sources: ReadonlyMap<string, FieldRecord>, scales: Scales): string {
  const evidence = parseEvidenceField(field);
  const name = evidence?.property ?? field;
  if (name === 'removed') return value === true ? 'Removed' : 'Kept';
  if (value === null || value === '') return '(empty)';
  if (name === 'anchors') return anchorsInWords(value);
  if (name === 'verdict') return verdictInWords(value, scales);
  if (Array.isArray(value)) return value.length === 0 ? '(empty)' : value.map(String).join(', ');
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (evidence && name === 'source') {
    const source = sourceAt(sources, value);
    return (source && sourceName(source)) || 'A source without a name';
  }
  // A quote's role is free text, that of evidence is not.
  const labels = name === 'role' && !evidence ? undefined : closedSets[name];
  return labels && Object.hasOwn(labels, value) ? labels[value]! : value;
}

function anchorsInWords(value: Json): string {
  const anchors: readonly Json[] = Array.isArray(value) ? value : [];
  return anchors.map(anchor => (isJsonObject(anchor) && typeof anchor['exact'] === 'string' ? `“${anchor['exact']}”` : '')).join(' … ');
}

function verdictInWords(value: Json, scales: Scales): string {
  if (!isJsonObject(value)) return String(value);
  const { scale, scaleVersion, rating, explanation } = value;
  const label = typeof scale === 'string' && typeof rating === 'string' ? (ratingOf(scales, { scale, scaleVersion: Number(scaleVersion), rating })?.label ?? rating) : '';
  const parts = [label, typeof explanation === 'string' ? explanation : ''].filter(part => part !== '');
  return parts.join(': ') || '(empty)';
}

declare global {
  interface HTMLElementTagNameMap {
    'dispute-box': DisputeBox;
  }
}
