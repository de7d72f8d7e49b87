import { css, type CSSResultGroup } from 'lit';
import { handles, marks } from './claim-article-mark-styles.ts';

const host = css`
  :host {
    display: block;
    position: relative;
    --_ink: var(--claim-ink, light-dark(#1b1b1f, #e6e4df));
    --_muted: var(--claim-muted, light-dark(#62626a, #a3a19b));
    --_line: var(--claim-line, light-dark(#d9d6cf, #45444a));
    --_surface: var(--claim-surface, light-dark(#fffefb, #1b1b1f));
    --_accent: var(--claim-accent, light-dark(#2454c4, #8fb0ff));
    color: var(--_ink);
    font-family: var(--claim-font-text, Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', 'Noto Serif', Georgia, Cambria, 'Noto Serif CJK SC', 'Songti SC', serif);
    font-size: 1.125rem;
    line-height: 1.62;
  }
  :host([hidden]) {
    display: none;
  }
  .page {
    position: relative;
    /* About 66 characters of a serif. */
    max-width: 34em;
    margin-inline: auto;
  }
  .failure {
    font: 0.95rem/1.5 system-ui, sans-serif;
    padding: 0.8em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--claim-mark-red, #c62828);
    border-radius: 4px;
  }
`;

const text = css`
  .text {
    position: relative;
    outline: none;
    /* prosemirror-view asks for these two. */
    white-space: pre-wrap;
    word-wrap: break-word;
    overflow-wrap: anywhere;
    font-variant-ligatures: none;
    font-kerning: normal;
    hanging-punctuation: first allow-end last;
    line-break: auto;
    caret-color: var(--_accent);
    cursor: text;
    min-height: 1.62em;
  }
  .text:focus-visible {
    outline: 2px solid color-mix(in srgb, var(--_accent) 55%, transparent);
    outline-offset: 12px;
    border-radius: 2px;
  }
  .text ::selection,
  .text::selection {
    background: color-mix(in srgb, var(--_accent) 26%, transparent);
  }
  .text > * {
    /* What was never in view has no layout yet; the browser remembers the height once it had one. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 7.5em;
    /* Lists' numbers, deep underlines and focus rings reach out of their block. */
    overflow-clip-margin: 1.6em;
  }
  p,
  ul,
  ol,
  blockquote,
  figure,
  pre,
  .table-scroll {
    margin-block: 0 1em;
    margin-inline: 0;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    line-height: 1.22;
    font-weight: 700;
    letter-spacing: -0.011em;
    text-wrap: balance;
    margin-block: 1.7em 0.5em;
  }
  h1 {
    font-size: 2em;
    line-height: 1.12;
    letter-spacing: -0.018em;
    margin-block: 0 0.7em;
  }
  h2 {
    font-size: 1.36em;
  }
  h3 {
    font-size: 1.14em;
  }
  h4,
  h5,
  h6 {
    font-size: 1em;
  }
  .text > :first-child {
    margin-block-start: 0;
  }
  ul,
  ol {
    padding-inline-start: 1.5em;
  }
  li > * {
    margin-block-end: 0.35em;
  }
  blockquote {
    padding-inline-start: 1.1em;
    border-inline-start: 3px solid var(--_line);
    font-style: italic;
  }
  blockquote em {
    font-style: normal;
  }
  blockquote > :last-child,
  td > :last-child,
  th > :last-child {
    margin-block-end: 0;
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin-block: 2em;
    margin-inline: 30%;
  }
  pre {
    padding: 0.8em 1em;
    background: color-mix(in srgb, var(--_ink) 5%, transparent);
    border-radius: 4px;
    white-space: pre-wrap;
  }
  code {
    font: 0.86em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
  }
  sub,
  sup {
    font-size: 0.72em;
    line-height: 0;
  }
  a {
    color: inherit;
    text-decoration: none;
    box-shadow: inset 0 -1px 0 color-mix(in srgb, var(--_ink) 35%, transparent);
  }
`;

const figures = css`
  figure {
    margin-block: 1.6em;
  }
  figcaption,
  caption {
    font: 0.82rem/1.5 system-ui, sans-serif;
    color: var(--_muted);
  }
  figcaption {
    padding-block-start: 0.5em;
  }
  caption {
    text-align: start;
    padding-block-end: 0.5em;
  }
  img {
    max-width: 100%;
    height: auto;
  }
  figure > img {
    display: block;
    margin-inline: auto;
  }
  .image-box {
    display: inline-grid;
    vertical-align: middle;
    gap: 0.2em;
    padding: 0.5em 0.8em;
    border: 1px dashed var(--_line);
    border-radius: 4px;
    font: 0.82rem/1.45 system-ui, sans-serif;
    color: var(--_muted);
    user-select: none;
    cursor: default;
  }
  figure > .image-box {
    display: grid;
    align-content: center;
    min-height: 6em;
    padding: 1em;
    text-align: center;
    background: color-mix(in srgb, var(--_ink) 3%, transparent);
  }
  .image-box::before {
    content: attr(data-what);
    color: var(--_ink);
  }
  .image-box::after {
    content: attr(data-where);
  }
  .table-scroll {
    overflow-x: auto;
    /* Clipping above, too: a box cannot scroll one way and overflow the other. */
    padding-block: 2px 6px;
  }
  table {
    border-collapse: collapse;
    min-width: 60%;
    font: 0.88rem/1.5 system-ui, sans-serif;
    font-variant-numeric: tabular-nums;
  }
  td,
  th {
    padding: 0.45em 0.9em 0.45em 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    min-width: 4em;
    overflow-wrap: break-word;
  }
  td:dir(rtl),
  th:dir(rtl) {
    padding-inline: 0 0.9em;
  }
  th {
    font-weight: 650;
  }
`;

const preferences = css`
  @media (prefers-reduced-motion: no-preference) {
    .mark {
      transition: background-color 120ms ease-out;
    }
  }
  @media (forced-colors: active) {
    a {
      text-decoration: underline;
    }
    .mark {
      text-decoration-color: currentColor;
      background-color: transparent;
    }
    .mark.active {
      background-color: Mark;
      color: MarkText;
      forced-color-adjust: none;
    }
    .handle::after {
      forced-color-adjust: none;
      --_accent: Highlight;
    }
  }
  @media print {
    .handles {
      display: none;
    }
    .text > * {
      content-visibility: visible;
    }
  }
`;

/** Everything that is drawn in `claim-article`: the page, the text, figures and tables, marks and their handles. */
export const claimArticleStyles: CSSResultGroup = [host, text, figures, marks, handles, preferences];
