import { html, type TemplateResult } from 'lit';
import type { Waiting } from '../src/store/re-check.ts';
import { icon } from './icons.ts';
import { nothingMarked } from './workspace-notes.ts';

/** What the cards on a narrow screen consist of, and what can be done with them. */
export interface CardSheet {
  /** `list`: all cards; `card`: the open one; `dock`: a button to the list. */
  readonly mode: 'list' | 'card' | 'dock';
  /** Number of annotations, and of those that the filter lets through. */
  readonly total: number;
  readonly shown: number;
  readonly waiting: Waiting;
  /** What stands above the list. */
  readonly head: TemplateResult;
  readonly cards: TemplateResult;
  setList(open: boolean): void;
  command(name: string): void;
  closeCard(): void;
  onScroll(event: Event): void;
}

const cardsInWords = (count: number): string => `${count} ${count === 1 ? 'card' : 'cards'}`;

/** The cards on a narrow screen: a sheet over the lower part of the text, or a button to it. */
export function cardSheet(sheet: CardSheet): TemplateResult {
  switch (sheet.mode) {
    case 'list':
      return html`<section class="sheet tall" aria-label="Annotations">
        <div class="grip">
          <strong>${cardsInWords(sheet.total)}</strong><span class="spread"></span>
          <button type="button" class="icon quiet" @click=${() => sheet.setList(false)}>${icon('down')}<span class="visually-hidden">Back to the text</span></button>
        </div>
        ${sheet.total === 0 ? nothingMarked() : html`<div class="filter">${sheet.head}</div><div class="stack" @scroll=${sheet.onScroll}>${sheet.cards}</div>`}
      </section>`;
    case 'card':
      return html`<section class="sheet" aria-label="Card">
        <div class="grip">
          <button type="button" class="quiet" @click=${() => sheet.setList(true)}>${icon('list', 16)} All cards</button><span class="spread"></span>
          <button type="button" class="icon quiet" @click=${() => sheet.command('previous-annotation')}>${icon('up')}<span class="visually-hidden">Previous mark</span></button>
          <button type="button" class="icon quiet" @click=${() => sheet.command('next-annotation')}>${icon('down')}<span class="visually-hidden">Next mark</span></button>
          <button type="button" class="icon quiet" @click=${sheet.closeCard}>${icon('close')}<span class="visually-hidden">Close the card</span></button>
        </div>
        <div class="stack">${sheet.cards}</div>
      </section>`;
    case 'dock': {
      const { undecided, rechecks, changed } = sheet.waiting;
      return html`<div class="dock">
        ${undecided + rechecks + changed > 0
          ? html`<button type="button" class="attention" @click=${() => sheet.command('next-to-decide')}>${icon('alert', 16)} ${undecided > 0 ? `${undecided} to decide` : rechecks > 0 ? `${rechecks} to re-check` : `${changed} changed`}</button>`
          : ''}
        <button type="button" @click=${() => sheet.setList(true)}>${icon('list', 16)} ${sheet.total === 0 ? 'Select words to mark them' : cardsInWords(sheet.shown)}</button>
      </div>`;
    }
  }
}
