import { css } from 'lit';

/** The page of an open article: text, cards and strip; below 760 px of width the cards are a sheet. */
export const workspaceStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    position: relative;
    background: var(--_surface);
  }
  .body {
    flex: 1;
    display: flex;
    min-height: 0;
  }
  .scroller {
    flex: 1;
    min-width: 0;
    overflow: auto;
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    scrollbar-gutter: stable;
    outline: none;
  }
  mark-strip {
    width: 14px;
    flex: none;
  }
  .page {
    padding: var(--_gap-6) var(--_gap-5) 40vh;
    min-width: 0;
    /* Here, not on the article itself: there they would depend on themselves. */
    --claim-mark-green: var(--_green);
    --claim-mark-lime: var(--_lime);
    --claim-mark-amber: var(--_amber);
    --claim-mark-orange: var(--_orange);
    --claim-mark-red: var(--_red);
    --claim-mark-purple: var(--_purple);
    --claim-mark-blue: var(--_blue);
    --claim-mark-grey: var(--_grey);
    --claim-ink: var(--_ink);
    --claim-muted: var(--_muted);
    --claim-line: var(--_line);
    --claim-surface: var(--_surface);
    --claim-accent: var(--_accent);
    --claim-font-text: var(--_font-text);
    --claim-font-ui: var(--_font-ui);
  }
  .page {
    position: relative;
  }
  coverage-margin {
    inset-inline-start: max(4px, calc(50% - 19rem - 14px));
  }
  claim-article {
    max-width: 38rem;
    margin-inline: auto;
  }
  .note {
    display: flex;
    align-items: center;
    gap: var(--_gap-3);
    max-width: 38rem;
    margin: calc(-1 * var(--_gap-3)) auto var(--_gap-5);
    padding: var(--_gap-2) var(--_gap-2) var(--_gap-2) var(--_gap-3);
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .note span {
    flex: 1;
  }
  .cards {
    min-width: 0;
    padding: 0 var(--_gap-4) 0 0;
  }
  .filter {
    position: sticky;
    top: 0;
    z-index: 5;
    padding-block: var(--_gap-3) var(--_gap-2);
    background: var(--_surface);
  }
  .cards.stacked {
    position: sticky;
    top: 0;
    display: flex;
    flex-direction: column;
  }
  .stack {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding-block-end: var(--_gap-4);
  }
  .empty {
    margin: var(--_gap-6) 0 0;
    padding: var(--_gap-4);
    border: 1px dashed var(--_line);
    border-radius: 10px;
    color: var(--_ink);
  }
  .empty p {
    margin: 0 0 var(--_gap-2);
  }
  .empty p:last-child {
    margin: 0;
  }
  @container annotator (min-width: 760px) {
    .scroller {
      grid-template-columns: minmax(0, 1fr) minmax(264px, 300px);
    }
    .page {
      padding-inline: var(--_gap-5) var(--_gap-4);
    }
  }
  @container annotator (min-width: 1080px) {
    .scroller {
      grid-template-columns: minmax(0, 1fr) minmax(340px, 400px);
      column-gap: var(--_gap-4);
    }
  }
  @container annotator (min-width: 1380px) {
    .scroller {
      grid-template-columns: minmax(0, 1fr) 42rem 420px minmax(0, 1fr);
      column-gap: var(--_gap-5);
    }
    .page {
      grid-column: 2;
    }
    .cards {
      grid-column: 3;
    }
  }
  @container annotator (max-width: 759.98px) {
    .page {
      padding: var(--_gap-5) var(--_gap-4) 45vh;
    }
    claim-article {
      max-width: 40rem;
    }
  }
  .sheet {
    position: absolute;
    inset: auto 0 0;
    z-index: 10;
    display: flex;
    flex-direction: column;
    max-height: 58%;
    border-top: 1px solid var(--_line);
    border-radius: 14px 14px 0 0;
    background: var(--_surface);
    box-shadow: 0 -4px 18px rgb(0 0 0 / 16%);
  }
  .sheet.tall {
    max-height: none;
    height: 88%;
  }
  .sheet .grip {
    display: flex;
    align-items: center;
    gap: var(--_gap-1);
    padding: 6px var(--_gap-3);
    border-bottom: 1px solid var(--_line);
  }
  .sheet .filter {
    position: static;
    padding: var(--_gap-2) var(--_gap-3);
  }
  .sheet .stack {
    padding: var(--_gap-2) var(--_gap-3) calc(var(--_gap-4) + env(safe-area-inset-bottom));
  }
  .sheet .empty {
    margin: var(--_gap-3);
  }
  .dock {
    position: absolute;
    inset: auto 0 calc(10px + env(safe-area-inset-bottom));
    z-index: 9;
    display: flex;
    justify-content: center;
    gap: var(--_gap-2);
    pointer-events: none;
  }
  .dock .attention {
    color: var(--_warning);
    border-color: currentColor;
  }
  .dock button {
    pointer-events: auto;
    border-radius: 22px;
    min-height: 44px;
    padding-inline: 18px;
    box-shadow: var(--_shadow);
  }
`;
