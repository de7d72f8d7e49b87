import { css } from 'lit';

/** The root element: as high as the page gives it, 80 % of the window where it gives nothing. */
export const annotatorStyles = css`
  :host {
    display: block;
    block-size: var(--claim-height, 80dvh);
    min-block-size: 320px;
    background: var(--_surface);
    container: annotator / inline-size;
    text-align: start;
  }
  .root {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-height: 0;
    position: relative;
    overflow: hidden;
  }
  article-workspace,
  start-page {
    flex: 1;
    min-height: 0;
  }
  start-page {
    overflow: auto;
  }
  /* Its own messages stay in it when there are several on a page. */
  notice-area {
    position: absolute;
  }
  .loading {
    margin: auto;
    color: var(--_muted);
  }
  .problem {
    margin: 0;
    padding: var(--_gap-3) var(--_gap-4);
    border-bottom: 1px solid var(--_danger);
    color: var(--_danger);
    background: var(--_raised);
  }
`;
