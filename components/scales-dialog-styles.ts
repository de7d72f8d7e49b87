import { css, type CSSResult } from 'lit';

/** The layout of the dialog of the rating scales: a list beside what is chosen from it, one above the other on narrow screens. */
export const scalesDialogStyles: CSSResult = css`
  dialog {
    width: min(1160px, calc(100vw - 24px));
  }
  dialog > .panel {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-3);
  }
  p,
  h3,
  h4 {
    margin: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(170px, 220px) minmax(0, 1fr);
    gap: var(--_gap-5);
    height: min(74vh, 820px);
    min-height: 0;
  }
  nav {
    display: grid;
    align-content: start;
    gap: var(--_gap-1);
    min-width: 0;
    padding: 3px;
    overflow: auto;
  }
  nav h3,
  h4 {
    margin-block: var(--_gap-2) 0;
    font-size: var(--_size-small);
    font-weight: 600;
    color: var(--_muted);
  }
  .make button {
    flex: 1;
  }
  ul {
    display: grid;
    gap: 1px;
    min-width: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entry {
    display: grid;
    justify-content: stretch;
    justify-items: start;
    gap: 0;
    width: 100%;
    min-width: 0;
    padding: 4px 8px;
    border-color: transparent;
    background: transparent;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .entry[aria-current] {
    border-color: var(--_accent);
    background: var(--_accent-wash);
    font-weight: 600;
  }
  .entry .muted {
    font-weight: 400;
  }
  .detail {
    display: flex;
    flex-direction: column;
    gap: var(--_gap-3);
    min-width: 0;
    padding: 3px;
    overflow: auto;
  }
  .name {
    font: 600 1.125rem/1.3 var(--_font-text);
    overflow-wrap: anywhere;
  }
  .detail > p {
    overflow-wrap: anywhere;
  }
  a {
    color: var(--_accent);
  }
  a svg {
    display: inline-block;
    vertical-align: -2px;
  }
  .editor {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(200px, 260px);
    align-items: start;
    gap: var(--_gap-5);
  }
  aside {
    position: sticky;
    top: 0;
    display: grid;
    gap: var(--_gap-3);
    min-width: 0;
  }
  aside h4 {
    margin: 0;
  }
  .detail > footer {
    position: sticky;
    bottom: -3px;
    align-items: center;
    margin-block-start: auto;
    padding-block: var(--_gap-2);
    border-top: 1px solid var(--_line);
    background: var(--_surface);
  }
  .done {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_gap-2);
    min-width: min(240px, 100%);
    min-height: 32px;
    overflow-wrap: anywhere;
  }
  .done.error {
    color: var(--_danger);
  }
  .done button {
    color: var(--_accent);
    font-weight: 600;
  }
  @media (max-width: 1023.98px) {
    .editor {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
      grid-row: 1;
    }
  }
  @media (max-width: 759.98px) {
    dialog > .panel {
      padding: var(--_gap-3);
    }
    /* The heading and what closes the dialog stay beside each other; what was done comes below them. */
    h2 {
      flex: 1;
    }
    .done {
      order: 1;
      flex-basis: 100%;
    }
    .done.nothing {
      display: none;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 26vh) minmax(0, 1fr);
      gap: var(--_gap-3);
      height: 78vh;
    }
    nav {
      border-bottom: 1px solid var(--_line);
    }
  }
`;
