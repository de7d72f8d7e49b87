import { html, nothing, type TemplateResult } from 'lit';
import { compareQuote } from '../src/anchoring/compare-quote.ts';
import { sameJson } from '../src/domain/json.ts';
import type { ShownValue } from '../src/store/shown-value.ts';
import { choiceLabel, pieceLabels } from './history-words.ts';
import { outcomeLabels } from './quote-labels.ts';
import { timeLabel } from './time-label.ts';
import './word-difference.ts';

/** UTF-16 length up to which a text is shown whole. */
const foldedFrom = 400;

/** UTF-16 length up to which two texts are compared word by word. */
const comparable = 20_000;

/** True when two values read the same. */
export function sameShown(a: ShownValue, b: ShownValue): boolean {
  // Both are plain data.
  return sameJson(a as never, b as never);
}

/** A value in short, in the words of the interface. */
export function shownTemplate(field: string, shown: ShownValue): TemplateResult {
  switch (shown.form) {
    case 'nothing':
      return html`<span class="muted">Empty</span>`;
    case 'text':
      return folded(shown.text);
    case 'choice':
      return html`${choiceLabel(field, shown.value)}`;
    case 'yes-no':
      return html`${shown.value ? 'Yes' : 'No'}`;
    case 'list':
      return html`${shown.items.join(', ')}`;
    case 'pieces':
      return html`${shown.pieces.map(({ words, state }) => html`${folded(`“${words}”`)} <span class="muted small">${pieceLabels[state]}</span> `)}`;
    case 'verdict':
      return html`<strong>${shown.label || 'No rating'}</strong>${shown.explanation ? html` – ${folded(shown.explanation)}` : nothing}`;
    case 'check':
      return html`<strong>${outcomeLabel(shown.outcome)}</strong>${shown.differences > 0 ? `, ${shown.differences === 1 ? 'one difference' : `${shown.differences} differences`}` : nothing}${shown.said ? html` – ${folded(`“${shown.said}”`)}` : nothing}`;
    case 'transcript':
      return html`${shown.title || 'Without a title'} <span class="muted small">${shown.length.toLocaleString()} characters</span>`;
    case 'version':
      return shown.at ? html`Text of <time datetime=${shown.at}>${timeLabel(shown.at)}</time>: “${shown.words}…”` : html`A text that is not kept here`;
    case 'data':
      return folded(shown.json);
  }
}

function outcomeLabel(outcome: string): string {
  return Object.hasOwn(outcomeLabels, outcome) ? outcomeLabels[outcome as keyof typeof outcomeLabels].label : outcome;
}

/** A text; a long one is cut until it is asked for. */
function folded(text: string): TemplateResult {
  if (text.length <= foldedFrom) return html`<span dir="auto">${text}</span>`;
  return html`<details><summary><bdi class="beginning">${text.slice(0, foldedFrom / 2)}… </bdi><span>All ${text.length.toLocaleString()} characters</span></summary><div dir="auto">${text}</div></details>`;
}

/** Old against new words where both values are texts, or hold one; null for values that are not compared. */
export function differenceTemplate(before: ShownValue, after: ShownValue): TemplateResult | null {
  if (before.form === 'text' && after.form === 'text') return wordTemplate(before.text, after.text);
  if (before.form === 'pieces' && after.form === 'pieces') {
    const states = (pieces: typeof after.pieces): string => [...new Set(pieces.map(({ state }) => pieceLabels[state]))].join(', ');
    const [was, is] = [states(before.pieces), states(after.pieces)];
    const words = (pieces: typeof after.pieces): string => pieces.map(piece => piece.words).join(' … ');
    const [old, now] = [words(before.pieces), words(after.pieces)];
    const text = old === now ? html`<div>${folded(`“${now}”`)}</div>` : wordTemplate(old, now);
    return text && html`${text}<div class="muted small">${was === is ? is : html`<s>${was}</s> → ${is}`}</div>`;
  }
  if (before.form === 'verdict' && after.form === 'verdict' && before.explanation && after.explanation && before.explanation !== after.explanation) {
    const text = wordTemplate(before.explanation, after.explanation);
    const label = (shown: typeof after): string => shown.label || 'No rating';
    return text && html`<div>${before.label === after.label ? nothing : html`<s>${label(before)}</s> → `}<strong>${label(after)}</strong></div>${text}`;
  }
  return null;
}

function wordTemplate(before: string, after: string): TemplateResult | null {
  if (before.length > comparable || after.length > comparable) return null;
  const changes = compareQuote(before, after);
  if (changes.length === 0) return html`<div>${folded(after)}</div><div class="muted small">Only white space or typography differs.</div>`;
  const difference = html`<word-difference .now=${after} .changes=${changes}></word-difference>`;
  if (before.length + after.length <= foldedFrom * 3) return difference;
  return html`<details><summary><span>${changes.length === 1 ? 'One change' : `${changes.length} changes`} in a long text</span></summary>${difference}</details>`;
}
