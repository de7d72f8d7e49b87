import { css } from 'lit';

/** A native select that looks like a `<typed-field>`, and stacks of fields. */
export const fieldRow = css`
  :host {
    display: block;
    min-width: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-1);
  }
  .select {
    display: grid;
    grid-template-columns: var(--label-width, 88px) minmax(0, 1fr);
    align-items: baseline;
    gap: 0 var(--_gap-2);
  }
  .select select {
    padding-inline: 4px;
    border-color: transparent;
    border-bottom-color: var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: transparent;
  }
  .select select:hover {
    border-bottom-color: var(--_control-line);
  }
  .select select:focus-visible {
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .select option {
    background: var(--_raised);
    color: var(--_ink);
  }
  .select select.empty {
    color: var(--_muted);
  }
`;
