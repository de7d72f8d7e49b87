import { css } from 'lit';

/** The pattern of a rating's line, as in the text, along the card's edge; the colour is the second half of the sign. */
const edge = css`
  .edge {
    position: absolute;
    inset-block: -1px;
    inset-inline-start: -1px;
    width: 5px;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
    background: var(--colour, var(--_control-line));
  }
  .edge.unrated {
    background: linear-gradient(var(--_line) 0 0) no-repeat 0 / 3px 100%;
  }
  .edge.double {
    mask: linear-gradient(90deg, #000 0 2px, transparent 2px 3px, #000 3px);
  }
  .edge.dashed {
    mask: repeating-linear-gradient(#000 0 6px, transparent 6px 9px);
  }
  .edge.dotted {
    mask: radial-gradient(circle at 2px 2px, #000 2px, transparent 2.4px) 0 1px / 4px 5px;
  }
  .edge.wavy {
    mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='5' height='10'%3E%3Cpath d='M1.2 0 Q5.4 2.5 2.5 5 T1.2 10' fill='none' stroke='%23000' stroke-width='2.2'/%3E%3C/svg%3E")
      0 0 / 5px 10px;
  }
  .green { --colour: var(--_green); }
  .lime { --colour: var(--_lime); }
  .amber { --colour: var(--_amber); }
  .orange { --colour: var(--_orange); }
  .red { --colour: var(--_red); }
  .purple { --colour: var(--_purple); }
  .blue { --colour: var(--_blue); }
  .grey { --colour: var(--_grey); }
  @media (forced-colors: active) {
    .edge {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;

const head = css`
  .head {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .line {
    flex: 1;
    gap: var(--_gap-2);
    min-width: 0;
    min-height: 34px;
    padding: 0 10px 0 12px;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: transparent;
    text-align: start;
  }
  .line:hover {
    background: transparent;
  }
  :host(:not([open])) .line:hover {
    background: var(--_sunken);
  }
  .line:focus-visible {
    outline-offset: -2px;
  }
  .line > svg {
    color: var(--_muted);
  }
  .line > svg:first-child {
    color: var(--colour, var(--_muted));
  }
  .headline {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .word {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
    max-width: 46%;
    overflow: hidden;
    color: var(--_muted);
    font-size: var(--_size-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .word > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .word.rated {
    color: var(--_ink);
    font-weight: 600;
  }
  .word svg {
    color: var(--colour, currentColor);
  }
  .drafted {
    display: flex;
    gap: 6px;
    margin: 0;
    color: var(--_warning);
  }
  .word.alarm {
    color: var(--_danger);
    font-weight: 600;
  }
  .word.attention {
    color: var(--_warning);
  }
  :host([open]) .line {
    justify-content: flex-end;
    padding-inline: 4px;
  }
  :host([open]) .number {
    flex: 1;
  }
  :host([open]) .word {
    max-width: none;
  }
  .type {
    position: relative;
    display: inline-flex;
    align-items: center;
    margin-inline-start: 12px;
    border-radius: var(--_radius);
  }
  .type svg {
    position: absolute;
    color: var(--_muted);
    pointer-events: none;
  }
  .type svg:last-child {
    inset-inline-end: 4px;
  }
  .type select {
    width: auto;
    max-width: 160px;
    padding-block: 2px;
    padding-inline: 26px 22px;
    border-color: transparent;
    background: transparent;
    font-weight: 600;
    appearance: none;
    field-sizing: content;
    cursor: pointer;
  }
  .type select:hover:not(:disabled) {
    background: var(--_sunken);
  }
  .type option {
    background: var(--_raised);
    color: var(--_ink);
  }
  .tick {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 5px;
    z-index: 1;
    display: grid;
    place-items: center;
    width: 32px;
    height: 34px;
    border-radius: var(--_radius);
    background: var(--_raised);
    opacity: 0;
    cursor: pointer;
  }
  .tick input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  .tick:hover,
  .tick:focus-within,
  .tick:has(:checked),
  .head:hover .tick {
    opacity: 1;
  }
  card-menu {
    margin-inline-end: 2px;
  }
  @media (pointer: coarse) {
    .line,
    .tick {
      min-height: 42px;
    }
    .tick {
      position: static;
      width: 42px;
      margin-inline-start: 5px;
      opacity: 1;
    }
    .line {
      padding-inline-start: 2px;
    }
    .type {
      margin-inline-start: 0;
    }
    @container (max-width: 319px) {
      :host([open]) .tick {
        display: none;
      }
      :host([open]) .type {
        margin-inline-start: 8px;
      }
    }
  }
`;

/** How a card looks, closed and open. */
export const annotationCardStyles = css`
  :host {
    position: relative;
    display: block;
    container-type: inline-size;
    min-width: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  :host([open]) {
    border-color: var(--_control-line);
    box-shadow: var(--_shadow);
  }
  ${edge} ${head}
  .body {
    display: grid;
    gap: var(--_gap-4);
    padding: var(--_gap-1) var(--_gap-4) var(--_gap-3);
  }
  .section {
    display: grid;
    gap: var(--_gap-2);
    min-width: 0;
    padding-block-start: var(--_gap-2);
    border-block-start: 1px solid var(--_line);
  }
  .asks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap-2);
    margin-inline-start: -8px;
  }
  .asks button {
    padding-inline: 8px;
    color: var(--_accent);
  }
  .who {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @container (max-width: 319px) {
    .body {
      --label-width: 68px;
      padding-inline: var(--_gap-3);
    }
    .long {
      display: none;
    }
  }
`;
