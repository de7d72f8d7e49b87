import { css } from 'lit';

/**
 * Every colour, size and face of the interface, as custom properties that an embedder may set on the element. Light is
 * the ground; dark follows the page's `color-scheme` through `light-dark()`. Text on its ground keeps at least 4.5:1,
 * the lines of marks at least 3:1.
 */
export const tokens = css`
  :host {
    color-scheme: var(--claim-color-scheme, light dark);
    --_font-ui: var(--claim-font-ui, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif);
    --_font-text: var(--claim-font-text, 'Iowan Old Style', 'Source Serif 4', Charter, 'Noto Serif', Georgia, 'Liberation Serif', 'Times New Roman', serif);

    --_surface: var(--claim-surface, light-dark(#fdfcf9, #17181a));
    --_raised: var(--claim-raised, light-dark(#ffffff, #202225));
    --_sunken: var(--claim-sunken, light-dark(#f3f1eb, #111214));
    --_ink: var(--claim-ink, light-dark(#1d1d1b, #e7e5df));
    --_muted: var(--claim-muted, light-dark(#5d5b54, #a7a59d));
    --_line: var(--claim-line, light-dark(#dedad0, #36383c));
    --_control-line: var(--claim-control-line, light-dark(#8b877b, #7f7d76));
    --_accent: var(--claim-accent, light-dark(#1c5c8c, #86bfe9));
    --_accent-ink: var(--claim-accent-ink, light-dark(#ffffff, #0e1a24));
    --_accent-wash: var(--claim-accent-wash, light-dark(#e3eef6, #1d3040));
    --_danger: var(--claim-danger, light-dark(#a3262a, #f0938f));
    --_warning: var(--claim-warning, light-dark(#8a5300, #e9b860));
    --_success: var(--claim-success, light-dark(#1f6b3a, #7fcf98));

    --_green: var(--claim-mark-green, light-dark(#1f7a43, #6fcf8f));
    --_lime: var(--claim-mark-lime, light-dark(#5f7a12, #b5d05a));
    --_amber: var(--claim-mark-amber, light-dark(#a06a00, #edb94a));
    --_orange: var(--claim-mark-orange, light-dark(#b8520e, #f39a5d));
    --_red: var(--claim-mark-red, light-dark(#b3272d, #f28b85));
    --_purple: var(--claim-mark-purple, light-dark(#7a3fa0, #cf9df0));
    --_blue: var(--claim-mark-blue, light-dark(#1c5c8c, #86bfe9));
    --_grey: var(--claim-mark-grey, light-dark(#66645d, #aeaca4));

    --_text-size: var(--claim-text-size, 1.1875rem);
    --_size: 0.875rem;
    --_size-small: 0.8125rem;
    --_gap-1: 4px;
    --_gap-2: 8px;
    --_gap-3: 12px;
    --_gap-4: 16px;
    --_gap-5: 24px;
    --_gap-6: 40px;
    --_radius: 6px;
    --_shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 4px 14px rgb(0 0 0 / 10%);
    --_focus: 2px solid var(--_accent);
    --_quick: 120ms;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0ms;
    }
  }
`;
