import { css } from 'lit';

/** Buttons, fields, lists of choices and dialogs, the same in every component. */
export const controls = css`
  :host {
    font: var(--_size) / 1.45 var(--_font-ui);
    color: var(--_ink);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  svg {
    display: block;
    flex: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_raised);
    cursor: pointer;
    white-space: nowrap;
    transition: background var(--_quick), border-color var(--_quick);
  }
  button:hover {
    background: var(--_accent-wash);
  }
  button[aria-disabled='true'],
  button:disabled,
  button.primary:disabled {
    color: var(--_muted);
    border-color: var(--_line);
    background: transparent;
    cursor: default;
  }
  button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-ink);
    font-weight: 600;
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover {
    background: var(--_accent-wash);
  }
  button.icon {
    width: 32px;
    padding: 0;
  }
  button.danger {
    color: var(--_danger);
  }
  button[aria-pressed='true'],
  button[aria-expanded='true'].quiet {
    background: var(--_accent-wash);
    border-color: var(--_accent);
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  label,
  .label {
    display: block;
    font-size: var(--_size-small);
    color: var(--_muted);
  }
  .field {
    display: grid;
    gap: 3px;
    min-width: 0;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    width: 100%;
    min-height: 32px;
    padding: 5px 8px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  textarea {
    display: block;
    resize: vertical;
    field-sizing: content;
    min-height: 3.6em;
    max-height: 24em;
    line-height: 1.45;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
    border-color: var(--_accent);
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-2);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    gap: var(--_gap-2) var(--_gap-3);
  }
  .spread {
    flex: 1;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: var(--_size-small);
  }
  .error {
    color: var(--_danger);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  kbd {
    display: inline-block;
    min-width: 1.6em;
    padding: 0 5px;
    border: 1px solid var(--_line);
    border-bottom-width: 2px;
    border-radius: 4px;
    background: var(--_raised);
    font: 600 0.8125em/1.5 var(--_font-ui);
    text-align: center;
  }
  dialog {
    width: min(640px, calc(100vw - 24px));
    max-height: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  dialog > form,
  dialog > .panel {
    display: grid;
    gap: var(--_gap-4);
    padding: var(--_gap-5);
  }
  dialog h2 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.3;
  }
  dialog footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_gap-2);
  }
  @media (pointer: coarse) {
    button,
    .button,
    input:not([type='checkbox'], [type='radio']),
    select {
      min-height: 44px;
    }
    button.icon {
      width: 44px;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
