import { html, type TemplateResult } from 'lit';

/** What stands in place of the cards while nothing is marked: how to begin. */
export function nothingMarked(): TemplateResult {
  return html`<div class="empty">
    <p><strong>Nothing is marked yet.</strong></p>
    <p>Select words in the text, then press <kbd>C</kbd> for a claim, <kbd>Q</kbd> for a quote, <kbd>N</kbd> for a note, or <kbd>X</kbd> where there is nothing to check.</p>
    <p class="muted">Every mark gets a card here, for its evidence and its verdict. <kbd>?</kbd> shows all keys.</p>
  </div>`;
}

/** Above the sample: what it is, and the one click to a clean text. */
export function sampleNote(startClean: () => void): TemplateResult {
  return html`<div class="note">
    <span>A sample to try: choose a mark to see its card, or select words to mark more. Undo takes everything back.</span>
    <button type="button" @click=${startClean}>Start clean</button>
  </div>`;
}
