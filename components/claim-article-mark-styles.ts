import { css, type CSSResult } from 'lit';

/**
 * Each mark is a span; where marks overlap, spans are nested, the shortest innermost, and `--claim-depth` says in which row its underline
 * goes. The colour and the line pattern both say the rating, so that no one depends on colour.
 */
export const marks: CSSResult = css`
  .mark {
    --_mark: var(--claim-mark-grey, light-dark(#6d6d76, #a5a5ae));
    --_wash: var(--claim-wash-grey, color-mix(in srgb, var(--_mark) 10%, transparent));
    text-decoration: underline solid var(--_mark) 2px;
    text-decoration-skip-ink: none;
    text-underline-offset: calc(3px + var(--claim-depth, 0) * 4px);
    background-color: var(--_wash);
    cursor: pointer;
  }
  /* Only the innermost is washed: layers of wash would add up to another colour. A class, because :has() costs whenever the text changes. */
  .mark.outer {
    background-color: transparent;
  }
  .colour-green {
    --_mark: var(--claim-mark-green, light-dark(#1d7a3c, #5fcf85));
    --_wash: var(--claim-wash-green, color-mix(in srgb, var(--_mark) 12%, transparent));
  }
  .colour-lime {
    --_mark: var(--claim-mark-lime, light-dark(#5d7f00, #b3d94a));
    --_wash: var(--claim-wash-lime, color-mix(in srgb, var(--_mark) 13%, transparent));
  }
  .colour-amber {
    --_mark: var(--claim-mark-amber, light-dark(#a87400, #f0c04a));
    --_wash: var(--claim-wash-amber, color-mix(in srgb, var(--_mark) 14%, transparent));
  }
  .colour-orange {
    --_mark: var(--claim-mark-orange, light-dark(#c2570c, #ff9a52));
    --_wash: var(--claim-wash-orange, color-mix(in srgb, var(--_mark) 13%, transparent));
  }
  .colour-red {
    --_mark: var(--claim-mark-red, light-dark(#c0262d, #ff7b7b));
    --_wash: var(--claim-wash-red, color-mix(in srgb, var(--_mark) 12%, transparent));
  }
  .colour-purple {
    --_mark: var(--claim-mark-purple, light-dark(#7b3fb5, #c79bf2));
    --_wash: var(--claim-wash-purple, color-mix(in srgb, var(--_mark) 12%, transparent));
  }
  .colour-blue {
    --_mark: var(--claim-mark-blue, light-dark(#2262b8, #7fb4ff));
    --_wash: var(--claim-wash-blue, color-mix(in srgb, var(--_mark) 12%, transparent));
  }
  .line-solid {
    text-decoration-style: solid;
  }
  .line-double {
    text-decoration-style: double;
    text-decoration-thickness: 1px;
  }
  .line-dashed {
    text-decoration-style: dashed;
  }
  .line-dotted {
    text-decoration-style: dotted;
  }
  .line-wavy {
    text-decoration-style: wavy;
    text-decoration-thickness: 1.5px;
  }
  .line-none {
    text-decoration-line: none;
  }
  .unrated {
    --_mark: var(--_muted);
    --_wash: color-mix(in srgb, var(--_accent) 7%, transparent);
    text-decoration-thickness: 1px;
  }
  .type-note {
    text-decoration-style: dotted;
  }
  /* The words are not those that were marked or judged: no rating to be trusted. */
  .stale {
    --_mark: var(--claim-mark-stale, light-dark(#8a5300, #e9b860));
    --_wash: color-mix(in srgb, var(--_mark) 8%, transparent);
    text-decoration: underline wavy var(--_mark) 1.5px;
    background-image: repeating-linear-gradient(-45deg, color-mix(in srgb, var(--_mark) 22%, transparent) 0 2px, transparent 2px 7px);
  }
  /* A place that is proposed for a mark. */
  .preview {
    background-color: color-mix(in srgb, var(--_accent) 22%, transparent);
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
    border-radius: 2px;
  }
  .first {
    border-start-start-radius: 3px;
    border-end-start-radius: 3px;
  }
  .last {
    border-start-end-radius: 3px;
    border-end-end-radius: 3px;
  }
  .type-nothing-to-check {
    --_wash: transparent;
    text-decoration: none;
    color: var(--_muted);
  }
  .mark.active {
    background-color: color-mix(in srgb, var(--_mark) 26%, transparent);
    text-decoration-thickness: 3px;
  }
  .unrated.active {
    background-color: color-mix(in srgb, var(--_accent) 20%, transparent);
  }
`;

/** The handles at the ends of the active annotation's pieces. */
export const handles: CSSResult = css`
  .handles {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .handle {
    position: absolute;
    width: 0;
    pointer-events: auto;
    touch-action: none;
    cursor: ew-resize;
    --_hit: 24px;
  }
  /* The area that can be taken hold of: outside the mark, so that its own words can still be clicked. */
  .handle::before {
    content: '';
    position: absolute;
    width: var(--_hit);
    min-height: var(--_hit);
    inset-block: -4px -12px;
  }
  .handle.start::before {
    right: -4px;
  }
  .handle.end::before {
    left: -4px;
  }
  /* What is seen: a bar as high as the line, with a knob in the space below it. */
  .handle::after {
    content: '';
    position: absolute;
    left: -5px;
    width: 10px;
    inset-block: -1px -8px;
    background:
      radial-gradient(circle at 50% calc(100% - 4.5px), var(--_accent) 4px, transparent 4.5px),
      linear-gradient(var(--_accent), var(--_accent)) 50% 0 / 2px calc(100% - 5px) no-repeat;
  }
  .dragging .handle {
    cursor: grabbing;
  }
  @media (pointer: coarse) {
    .handle {
      --_hit: 44px;
    }
    .handle::before {
      inset-block: -8px -22px;
    }
  }
`;
