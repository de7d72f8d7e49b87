/** How sure the place of a piece is, see `src/anchoring/placement.ts`. */
export type PlacementState = 'exact' | 'moved' | 'changed' | 'ambiguous' | 'lost';

/**
 * One contiguous piece of an annotation. `exact`, `prefix` and `suffix` are a W3C TextQuoteSelector, `start` and
 * `end` a TextPositionSelector; both speak of `version`, the text that the piece was marked on. Where it stands in
 * the current text, and how sure that is, says `placement`.
 */
export interface Anchor {
  readonly version: string;
  /** UTF-16 offset in the plain text of `version`. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly placement: AnchorPlacement;
  /** True when a person has looked and confirmed that the words are gone. Of no account once they are found again. */
  readonly gone?: boolean;
}

/** Where a piece stands in one version. `start` and `end` mean nothing when the state is `lost`. */
export interface AnchorPlacement {
  readonly version: string;
  readonly state: PlacementState;
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** With `changed`: the words that stand there now. */
  readonly exact?: string;
}

/** True for a piece of which nobody knows yet where it is: lost without anybody having confirmed it, or in several places. */
export function isUndecided({ placement: { state }, gone }: Anchor): boolean {
  return state === 'ambiguous' || (state === 'lost' && gone !== true);
}

/** True for a piece whose words are gone, as a person has confirmed. */
export function isGone({ placement: { state }, gone }: Anchor): boolean {
  return state === 'lost' && gone === true;
}

/** A stretch of a version's plain text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The stretch of the current text that a piece is drawn on; null when it is lost or ambiguous, or of another version. */
export function placeOf(anchor: Anchor, version: string): TextRange | null {
  const { placement } = anchor;
  if (placement.version !== version || placement.state === 'lost' || placement.state === 'ambiguous') return null;
  return placement.end > placement.start ? { start: placement.start, end: placement.end } : null;
}
