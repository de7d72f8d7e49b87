import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { judgedText, type Quote } from '../src/domain/annotation.ts';
import type { AttachedTranscript } from '../src/domain/attached-transcript.ts';
import type { QuoteResult } from '../src/domain/quote-result.ts';
import { attachTranscript, evidenceFromCheck, recordChecks, removeTranscript } from '../src/store/quote-checks.ts';
import { checkAside } from './check-aside.ts';
import type { Choice, ChooseEvent } from './choice-group.ts';
import './choice-group.ts';
import { controls } from './controls.ts';
import { ActivateEvent, ChangeEvent } from './events.ts';
import { icon } from './icons.ts';
import { printedWords } from './printed-words.ts';
import type { ComparedQuote } from './quote-check-task.ts';
import './quote-comparison.ts';
import { outcomeLabels } from './quote-labels.ts';
import { quoteResultOf, resultInWords } from './quote-result-of.ts';
import { tokens } from './tokens.ts';
import type { TranscriptForm, TranscriptGivenEvent } from './transcript-form.ts';
import './transcript-form.ts';

const yesNo: readonly Choice[] = [{ value: 'open', label: 'Not said' }, { value: 'no', label: 'No' }, { value: 'yes', label: 'Yes' }];

/**
 * The quotes of an article against a transcript. Told in the order it happens: a transcript is attached, or one that is there
 * is chosen; all quotes are looked for in it, aside from the page's own thread; each is shown beside what was said; the checker
 * says what it means for meaning and context, and makes evidence of it by one key. Nothing is kept until asked for.
 */
@customElement('quote-check-dialog')
export class QuoteCheckDialog extends LitElement {
  /** In reading order. */
  @property({ attribute: false }) quotes: readonly Quote[] = [];
  @property({ attribute: false }) transcripts: readonly AttachedTranscript[] = [];
  /** Language of the article, BCP 47; empty when not known. */
  @property() language = '';
  @property() reviewer = '';
  @property({ type: Boolean }) readonly = false;

  @state() private open = false;
  @state() private adding = false;
  /** Id of the transcript. */
  @state() private chosen = '';
  /** Id of the quote that is shown. */
  @state() private shown = '';
  @state() private busy = false;
  @state() private problem = '';
  @state() private compared: ReadonlyMap<string, ComparedQuote> = new Map();
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('transcript-form') private form!: TranscriptForm | null;

  /** What the comparisons that are shown were made of. */
  #made = '';

  /** Opens the dialog, on a quote when one is named. */
  show(quote: string | null = null): void {
    const start = this.quotes.find(({ id }) => id === quote) ?? this.quotes[0];
    this.shown = start?.id ?? '';
    const last = start?.check?.transcript;
    this.chosen = this.transcripts.find(({ id }) => id === last)?.id ?? this.transcripts.at(-1)?.id ?? '';
    this.adding = this.chosen === '';
    this.problem = '';
    this.open = true;
    if (!this.dialog.open) this.dialog.showModal();
    this.#focus();
  }

  /** Into the form while a transcript is added, else onto the quote that is shown: where the keys are. */
  #focus(): void {
    void this.updateComplete.then(() => {
      const { renderRoot } = this;
      const quote = renderRoot.querySelector<HTMLElement>('.entry[aria-current="true"]') ?? renderRoot.querySelector('select');
      (this.adding ? this.form : quote)?.focus();
    });
  }

  get #transcript(): AttachedTranscript | null {
    return this.transcripts.find(({ id }) => id === this.chosen) ?? null;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.open || this.adding) return;
    if (changed.has('open') || changed.has('chosen') || changed.has('quotes') || changed.has('transcripts') || changed.has('adding')) void this.#compare();
  }

  async #compare(): Promise<void> {
    const transcript = this.#transcript;
    if (!transcript) return;
    const { quotes } = this;
    // Other fields of a quote may change without its words.
    const made = JSON.stringify([transcript.id, transcript.hash, quotes.map(quote => [quote.id, printedWords(quote)])]);
    if (made === this.#made) return;
    this.#made = made;
    this.busy = true;
    this.problem = '';
    try {
      const compared = await checkAside({ quotes: quotes.map(printedWords), content: transcript.content, fileName: transcript.fileName, language: this.language });
      if (made !== this.#made) return;
      this.compared = new Map(quotes.map((quote, index) => [quote.id, compared[index]!]));
    } catch (error) {
      if (made !== this.#made) return;
      this.compared = new Map();
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose}>
      <div class="panel" @keydown=${this.#onKey}>
        <div class="row">
          <h2 id="heading" class="spread">${this.adding ? 'Add a transcript' : 'Quotes against a transcript'}</h2>
          <button class="icon quiet" type="button" aria-label="Close" @click=${() => this.dialog.close()}>${icon('close')}</button>
        </div>
        ${!this.open ? nothing : this.adding ? this.#renderForm() : this.#renderCheck()}
      </div>
    </dialog>`;
  }

  #renderForm(): TemplateResult {
    if (this.readonly) return html`<p>No transcript is attached to this article.</p>`;
    return html`<transcript-form ?cancellable=${this.transcripts.length > 0} @transcript-given=${this.#attach} @transcript-cancel=${this.#stopAdding}></transcript-form>`;
  }

  #renderCheck(): TemplateResult {
    const quote = this.quotes.find(({ id }) => id === this.shown) ?? this.quotes[0];
    return html`
      <div class="row bar">
        <label class="pick">Transcript
          <select @change=${this.#choose}>
            ${this.transcripts.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.chosen}>${title || 'Transcript'}</option>`)}
          </select>
        </label>
        ${this.readonly
          ? nothing
          : html`<button type="button" @click=${this.#startAdding}>${icon('add', 16)} Add</button>
              <button type="button" class="quiet" @click=${this.#remove}>${icon('remove', 16)} Take off</button>`}
        <span class="spread muted small" role="status">${this.busy ? 'Checking …' : ''}</span>
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${icon('problem')}<span>${this.problem}</span></p>` : nothing}
      ${this.quotes.length === 0
        ? html`<p>No quote is marked in this article yet. Select its words and press <kbd>Q</kbd>; it is then looked for in here.</p>`
        : html`<div class="columns">
            <nav aria-label="Quotes">${this.quotes.map((each, index) => this.#renderEntry(each, index, each === quote))}</nav>
            <div class="detail">${quote ? this.#renderQuote(quote) : nothing}</div>
          </div>`}
      ${this.readonly || this.quotes.length < 2
        ? nothing
        : html`<footer>
            <span class="spread small muted"><kbd>J</kbd> <kbd>K</kbd> next and previous quote, <kbd>E</kbd> make evidence of it</span>
            <button type="button" ?disabled=${this.compared.size === 0} @click=${this.#keepAll}>Keep all results</button>
          </footer>`}
    `;
  }

  #renderEntry(quote: Quote, index: number, current: boolean): TemplateResult {
    const compared = this.compared.get(quote.id);
    const outcome = compared && outcomeLabels[compared.check.outcome];
    const wrong = compared?.check.speaker.agrees === false;
    return html`<button type="button" class="entry" aria-current=${current ? 'true' : 'false'} @click=${() => (this.shown = quote.id)}>
      <span class="words" dir="auto">${judgedText(quote)}</span>
      <span class="small ${wrong ? 'bad' : (outcome?.look ?? '')}">${outcome ? html`${icon(wrong ? 'person-off' : outcome.icon, 14)}${wrong ? 'Another speaker' : outcome.label}` : this.busy ? '…' : ''}</span>
      <span class="visually-hidden">Quote ${index + 1}</span>
    </button>`;
  }

  #renderQuote(quote: Quote): TemplateResult | typeof nothing {
    const compared = this.compared.get(quote.id);
    if (!compared) return nothing;
    const result = this.#resultOf(quote, compared);
    const found = compared.check.outcome !== 'not-found';
    return html`
      ${quote.form === 'indirect' ? html`<p class="small muted">Reported speech: its words need not agree, its sense has to.</p>` : nothing}
      <quote-comparison .compared=${compared}></quote-comparison>
      ${this.readonly
        ? nothing
        : html`<div class="answers">
              ${found ? this.#renderAnswer('Do the differences change the meaning?', 'meaningChanged', result) : nothing}
              ${found ? this.#renderAnswer('Is it fair to its context?', 'contextFair', result) : nothing}
            </div>
            <div class="row acts">
              <button type="button" class="primary" @click=${() => this.#makeEvidence(quote)}>${icon('add', 16)} ${found ? 'Use as evidence' : 'Note that it was not found'} <kbd>E</kbd></button>
              <button type="button" @click=${() => this.#goTo(quote)}>Show its card</button>
            </div>`}
    `;
  }

  #renderAnswer(label: string, field: 'meaningChanged' | 'contextFair', result: QuoteResult): TemplateResult {
    const value = result[field] === null ? 'open' : result[field] ? 'yes' : 'no';
    return html`<choice-group label=${label} .choices=${yesNo} .value=${value} @choose=${(event: ChooseEvent) => this.#answer(field, event.value)}></choice-group>`;
  }

  #resultOf(quote: Quote, compared: ComparedQuote): QuoteResult {
    return quoteResultOf(compared, quote, this.#transcript!, { by: this.reviewer, at: new Date().toISOString() });
  }

  get #current(): { quote: Quote; compared: ComparedQuote } | null {
    const quote = this.quotes.find(({ id }) => id === this.shown) ?? this.quotes[0];
    const compared = quote && this.compared.get(quote.id);
    return quote && compared && this.#transcript ? { quote, compared } : null;
  }

  #answer(field: 'meaningChanged' | 'contextFair', value: string): void {
    const current = this.#current;
    if (!current) return;
    const result = { ...this.#resultOf(current.quote, current.compared), [field]: value === 'open' ? null : value === 'yes' };
    this.dispatchEvent(new ChangeEvent(recordChecks([{ quote: current.quote.id, result }])));
  }

  #makeEvidence(quote: Quote): void {
    const compared = this.compared.get(quote.id);
    const transcript = this.#transcript;
    if (!compared || !transcript || this.readonly) return;
    const result = this.#resultOf(quote, compared);
    const { change } = evidenceFromCheck(quote, result, transcript, resultInWords(result));
    this.dispatchEvent(new ChangeEvent(change));
    this.#goTo(quote);
  }

  #goTo(quote: Quote): void {
    this.dialog.close();
    this.dispatchEvent(new ActivateEvent(quote.id, { reveal: true }));
  }

  readonly #keepAll = (): void => {
    const results = this.quotes.flatMap(quote => {
      const compared = this.compared.get(quote.id);
      return compared ? [{ quote: quote.id, result: this.#resultOf(quote, compared) }] : [];
    });
    this.dispatchEvent(new ChangeEvent(recordChecks(results)));
    this.dialog.close();
  };

  readonly #attach = (event: TranscriptGivenEvent): void => {
    const { id, change } = attachTranscript({ title: event.title, content: event.content, fileName: event.fileName }, { by: this.reviewer, at: new Date().toISOString() });
    this.dispatchEvent(new ChangeEvent(change));
    this.chosen = id;
    this.adding = false;
    this.#focus();
  };

  readonly #remove = (): void => {
    this.dispatchEvent(new ChangeEvent(removeTranscript(this.chosen)));
    this.chosen = this.transcripts.findLast(({ id }) => id !== this.chosen)?.id ?? '';
    this.compared = new Map();
    this.#made = '';
    this.adding = this.chosen === '';
    this.#focus();
  };

  #startAdding(): void {
    this.adding = true;
    this.#focus();
  }

  #stopAdding(): void {
    this.adding = false;
    this.#focus();
  }

  #choose(event: Event): void {
    this.chosen = (event.target as HTMLSelectElement).value;
  }

  #onClose(): void {
    this.open = false;
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    const typing = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (typing || this.adding || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Math.max(0, this.quotes.findIndex(({ id }) => id === this.shown));
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') {
      this.shown = this.quotes[(at + (key === 'j' ? 1 : -1) + this.quotes.length) % this.quotes.length]?.id ?? '';
      this.#focus();
    } else if (key === 'e' && this.#current) this.#makeEvidence(this.#current.quote);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(1120px, calc(100vw - 24px));
      }
      .panel {
        grid-template-columns: minmax(0, 1fr);
      }
      p {
        margin: 0;
      }
      .bar {
        flex-wrap: wrap;
      }
      .pick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      .pick select {
        max-width: 100%;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(180px, 260px) minmax(0, 1fr);
        gap: var(--_gap-4);
        height: min(62vh, 720px);
      }
      nav {
        display: flex;
        flex-direction: column;
        gap: 6px;
        overflow: auto;
        padding: 4px;
      }
      .entry {
        display: grid;
        justify-items: start;
        gap: 2px;
        flex: none;
        padding: 6px 10px;
        border-color: transparent;
        background: transparent;
        text-align: start;
        white-space: normal;
      }
      .entry[aria-current='true'] {
        border-color: var(--_accent);
        background: var(--_accent-wash);
      }
      .entry .words {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        font: 0.9375rem/1.4 var(--_font-text);
        overflow-wrap: anywhere;
      }
      .entry .small {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--_muted);
      }
      .entry .good {
        color: var(--_success);
      }
      .entry .bad {
        color: var(--_danger);
      }
      .detail {
        display: flex;
        flex-direction: column;
        gap: var(--_gap-3);
        overflow: auto;
        padding: 2px;
      }
      .detail > * {
        flex: none;
      }
      .answers {
        display: grid;
        gap: 4px;
      }
      .acts {
        flex-wrap: wrap;
      }
      .acts kbd {
        color: var(--_ink);
      }
      .problem {
        display: flex;
        gap: 8px;
        color: var(--_danger);
      }
      footer {
        align-items: center;
      }
      @media (max-width: 759.98px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
          height: 54vh;
        }
        nav {
          flex-direction: row;
        }
        .entry {
          max-width: 220px;
          border-color: var(--_line);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'quote-check-dialog': QuoteCheckDialog;
  }
}
