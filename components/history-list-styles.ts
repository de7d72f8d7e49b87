import { css } from 'lit';

/** The looks of a list of changes. */
export const historyListStyles = css`
  :host {
    display: block;
    min-height: 0;
    min-width: 0;
  }
  .scroller {
    height: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    /* Room for the ring around the entry with the focus. */
    padding-inline: 4px;
    /* Entries get their measured heights one after another; the list itself keeps what is read in its place. */
    overflow-anchor: none;
  }
  .all {
    position: relative;
  }
  .item {
    position: absolute;
    inset-inline: 0;
    padding-block-end: 4px;
    scroll-margin-block: 6px;
  }
  h3 {
    margin: 0;
    padding: 12px 0 6px;
    font-size: var(--_size-small);
    font-weight: 600;
    color: var(--_muted);
  }
  .entry {
    border: 1px solid transparent;
    border-radius: var(--_radius);
  }
  .entry.open {
    border-color: var(--_line);
    background: var(--_raised);
  }
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    justify-content: stretch;
    gap: var(--_gap-3);
    width: 100%;
    min-height: 46px;
    padding: 4px 8px;
    border: 0;
    background: transparent;
    text-align: start;
  }
  .head:focus-visible {
    outline-offset: 0;
  }
  .icon {
    color: var(--_accent);
  }
  .icon.program {
    color: var(--_muted);
  }
  .words {
    display: grid;
    min-width: 0;
  }
  .what,
  .about {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .what strong {
    font-weight: 600;
  }
  .about:empty {
    display: none;
  }
  .tag {
    display: inline-block;
    white-space: nowrap;
    padding: 0 6px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .who {
    display: grid;
    justify-items: end;
    max-width: 12rem;
  }
  .who bdi {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .fold {
    color: var(--_muted);
  }
  .body {
    display: grid;
    gap: var(--_gap-3);
    justify-items: start;
    padding: 4px 12px 12px 38px;
  }
  history-changes {
    justify-self: stretch;
  }
  @media (max-width: 559.98px) {
    .what {
      white-space: normal;
    }
    .who {
      max-width: 6.5rem;
    }
    .body {
      padding-inline-start: 12px;
    }
  }
`;
