import { css, type CSSResult } from 'lit';

/** The colours of ratings by class name, as `--colour`, and the round chip with a rating's icon. */
export const ratingLook: CSSResult = css`
  .green { --colour: var(--_green); }
  .lime { --colour: var(--_lime); }
  .amber { --colour: var(--_amber); }
  .orange { --colour: var(--_orange); }
  .red { --colour: var(--_red); }
  .purple { --colour: var(--_purple); }
  .blue { --colour: var(--_blue); }
  .grey { --colour: var(--_grey); }
  .chip {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--colour) 16%, transparent);
    color: var(--colour);
  }
`;
