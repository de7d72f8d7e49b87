import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { newId } from '../src/domain/id.ts';
import { scaleSubjects, type RatingScale } from '../src/domain/rating-scale.ts';
import { addLabel, furtherLanguages, moveLabel, scaleOf, setSubject, type ScaleDraft } from '../src/domain/scale-draft.ts';
import { findScaleProblems, isRatingScale, mostLabels, type ScaleProblem } from '../src/domain/scale-problems.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { DraftEvent, type ScaleLabelForm } from './scale-label-form.ts';
import './scale-label-form.ts';
import { subjectLabels } from './scale-labels.ts';

/**
 * A scale of the desk's own while it is written. Says what is wrong at the field once it was asked to check. Asks its owner for
 * every change of the draft.
 */
@customElement('scale-form')
export class ScaleForm extends LitElement {
  @property({ attribute: false }) draft!: ScaleDraft;
  /** The version that it would be saved as. */
  @property({ type: Number }) version = 1;

  /** The language whose words are written; empty: the scale's own. */
  @state() private language = '';
  @state() private adding = '';
  @state() private languageProblem = '';
  @state() private checked = false;
  /** The label that is dragged, and the place before which it would come. */
  @state() private dragged: string | null = null;
  @state() private dropAt = -1;
  @state() private told = '';

  /** Puts the focus into the name. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
  }

  /** The draft as a scale; null when something is wrong with it: then that stands at the fields, and the first has the focus. */
  async read(): Promise<RatingScale | null> {
    const scale = scaleOf(this.draft, this.version);
    if (isRatingScale(scale)) return scale;
    this.checked = true;
    // What is wrong with a translation is seen in its language only.
    const [problem] = findScaleProblems(scale);
    this.language = problem?.path[2] === 'translations' ? String(problem.path[3]) : '';
    await this.updateComplete;
    const forms = [...this.renderRoot.querySelectorAll<ScaleLabelForm>('scale-label-form')];
    for (const form of forms) await form.updateComplete;
    const own = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (own) own.focus();
    else if (!forms.some(form => form.focusProblem())) this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
    return null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('draft');
    if (changed.has('draft') && before?.id !== this.draft.id) {
      this.checked = false;
      this.language = this.adding = this.told = '';
    }
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    const problems = this.checked ? findScaleProblems(scaleOf(draft, this.version)) : [];
    const of = (field: string): string => sentence(problems.find(({ path }) => path[0] === field && path.length === 1));
    return html`
      ${this.#field('name', 'Name', draft.name, of('name'))} ${this.#field('description', 'Description', draft.description, of('description'))}
      <div class="row">
        <fieldset class="subjects">
          <legend class="label">For</legend>
          ${scaleSubjects.map(
            subject => html`<label class="check"><input type="checkbox" .checked=${live(draft.appliesTo.includes(subject))} aria-describedby=${of('appliesTo') ? 'appliesTo-problem' : nothing}
              @change=${(event: Event) => this.#tell(setSubject(draft, subject, (event.currentTarget as HTMLInputElement).checked))} /> ${subjectLabels[subject]}</label>`,
          )}
        </fieldset>
        ${this.#field('language', 'Language of the labels', draft.language, of('language'), 'en, de, pt-BR …')}
      </div>
      ${this.#problem('appliesTo', of('appliesTo'))} ${this.#renderLanguages()}
      <div class="labels">
        <h4>Labels, best first</h4>
        ${this.#problem('ratings', of('ratings'))}
        <ol @dragover=${this.#dragOver} @drop=${this.#drop} @dragend=${this.#dragEnd}>
          ${repeat(
            draft.labels,
            ({ id }) => id,
            (label, place) => html`<li
              class=${this.dropAt === place ? 'before' : this.dropAt === place + 1 && place === draft.labels.length - 1 ? 'after' : ''}
              @dragstart=${(event: DragEvent) => this.#dragStart(event, label.id)}
            >
              <scale-label-form .draft=${draft} .label=${label} .place=${place} .language=${this.language || draft.language} .problems=${labelProblems(problems, place, this.language)}></scale-label-form>
            </li>`,
          )}
        </ol>
        <button type="button" class="add" ?disabled=${draft.labels.length >= mostLabels} @click=${this.#addLabel}>${icon('add', 16)} Add a label</button>
      </div>
      <p class="visually-hidden" role="status">${this.told}</p>
    `;
  }

  #field(field: 'name' | 'description' | 'language', title: string, value: string, problem: string, placeholder = ''): TemplateResult {
    return html`<div class="field ${field}">
      <label for=${field}>${title}</label>
      <input id=${field} dir=${field === 'language' ? 'ltr' : 'auto'} autocomplete="off" placeholder=${placeholder || nothing} .value=${live(value)}
        @input=${(event: Event) => this.#tell({ ...this.draft, [field]: (event.currentTarget as HTMLInputElement).value })}
        aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? `${field}-problem` : nothing} />
      ${this.#problem(field, problem)}
    </div>`;
  }

  #problem(field: string, problem: string): TemplateResult | typeof nothing {
    return problem ? html`<p id="${field}-problem" class="error small">${problem}</p>` : nothing;
  }

  /** Which language's words are written below, and the way to a further one. */
  #renderLanguages(): TemplateResult {
    const further = [...new Set([...furtherLanguages(this.draft), ...(this.language ? [this.language] : [])])];
    return html`<div class="row languages">
      ${further.length === 0
        ? nothing
        : html`<div class="field">
            <label for="words-in">Words in</label>
            <select id="words-in" @change=${(event: Event) => (this.language = (event.currentTarget as HTMLSelectElement).value)}>
              <option value="" .selected=${live(this.language === '')}>${nameOfLanguage(this.draft.language)}</option>
              ${further.map(tag => html`<option value=${tag} .selected=${live(this.language === tag)}>${nameOfLanguage(tag)}</option>`)}
            </select>
          </div>`}
      <div class="field">
        <label for="further">A further language</label>
        <span class="with-button">
          <input id="further" dir="ltr" autocomplete="off" placeholder="de, fr, ar …" .value=${live(this.adding)} @input=${(event: Event) => (this.adding = (event.currentTarget as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.#addLanguage(event)}
            aria-invalid=${this.languageProblem ? 'true' : nothing} aria-describedby=${this.languageProblem ? 'further-problem' : nothing} />
          <button type="button" @click=${this.#addLanguage}>Add</button>
        </span>
        ${this.#problem('further', this.languageProblem)}
      </div>
    </div>`;
  }

  #addLanguage(event: Event): void {
    event.preventDefault();
    try {
      const [tag] = Intl.getCanonicalLocales(this.adding.trim().replaceAll('_', '-'));
      if (tag === undefined) throw new RangeError('No language');
      this.languageProblem = '';
      this.adding = '';
      this.language = tag === this.draft.language ? '' : tag;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.languageProblem = 'Write the code of a language, such as de or pt-BR.';
    }
  }

  #addLabel(): void {
    const id = newId();
    this.language = '';
    this.#tell(addLabel(this.draft, id));
    void this.updateComplete.then(async () => {
      const form = [...this.renderRoot.querySelectorAll<ScaleLabelForm>('scale-label-form')].at(-1);
      await form?.updateComplete;
      form?.focus();
    });
  }

  #dragStart(event: DragEvent, id: string): void {
    this.dragged = id;
    event.dataTransfer?.setData('text/plain', '');
    if (event.currentTarget instanceof HTMLElement) event.dataTransfer?.setDragImage(event.currentTarget, 12, 12);
  }

  #dragOver(event: DragEvent): void {
    if (this.dragged === null) return;
    event.preventDefault();
    const items = [...this.renderRoot.querySelectorAll('li')];
    const below = items.findIndex(item => event.clientY < item.getBoundingClientRect().top + item.offsetHeight / 2);
    this.dropAt = below < 0 ? items.length : below;
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    if (this.dragged !== null) {
      const from = this.draft.labels.findIndex(({ id }) => id === this.dragged);
      this.#tell(moveLabel(this.draft, this.dragged, this.dropAt > from ? this.dropAt - 1 : this.dropAt));
    }
    this.#dragEnd();
  }

  #dragEnd(): void {
    this.dragged = null;
    this.dropAt = -1;
  }

  #tell(draft: ScaleDraft): void {
    this.dispatchEvent(new DraftEvent(draft));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(DraftEvent.type, this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(DraftEvent.type, this.#hear);
  }

  readonly #hear = (event: DraftEvent): void => {
    this.told = event.told;
    const place = this.draft.labels.findIndex(label => !event.draft.labels.some(({ id }) => id === label.id));
    if (place < 0) return;
    // The label that had the focus goes: what comes in its place takes it.
    void this.updateComplete.then(() => {
      const forms = this.renderRoot.querySelectorAll<ScaleLabelForm>('scale-label-form');
      (forms[Math.min(place, forms.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
    });
  };

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-3);
        min-width: 0;
      }
      .row {
        align-items: start;
        gap: var(--_gap-2) var(--_gap-5);
      }
      .subjects {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--_gap-3);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        font-size: inherit;
        color: var(--_ink);
        cursor: pointer;
      }
      .check input {
        margin: 0;
        accent-color: var(--_accent);
      }
      .with-button {
        display: flex;
        gap: var(--_gap-1);
      }
      .with-button input {
        width: 120px;
      }
      .labels {
        display: grid;
        gap: var(--_gap-2);
        min-width: 0;
      }
      h4 {
        margin: var(--_gap-2) 0 0;
        font-size: inherit;
      }
      ol {
        display: grid;
        gap: var(--_gap-2);
        min-width: 0;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        min-width: 0;
      }
      .before {
        box-shadow: 0 -3px 0 -1px var(--_accent);
      }
      .after {
        box-shadow: 0 3px 0 -1px var(--_accent);
      }
      .add {
        justify-self: start;
      }
      [aria-invalid] {
        border-color: var(--_danger) !important;
      }
      p {
        margin: 0;
      }
    `,
  ];
}

/** What is wrong with one label, by field, as far as it is seen with the words of a language. */
function labelProblems(problems: readonly ScaleProblem[], place: number, language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const problem of problems) {
    const [list, index, field, tag, inside] = problem.path;
    if (list !== 'ratings' || index !== place) continue;
    const name = field === 'translations' ? (tag === language ? String(inside ?? 'label') : '') : language !== '' && (field === 'label' || field === 'meaning') ? '' : String(field);
    if (name !== '' && !found.has(name)) found.set(name, sentence(problem));
  }
  return found;
}

function sentence(problem: ScaleProblem | undefined): string {
  return problem ? `${problem.message.charAt(0).toUpperCase()}${problem.message.slice(1)}.` : '';
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function nameOfLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag || 'No language yet';
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scale-form': ScaleForm;
  }
}
