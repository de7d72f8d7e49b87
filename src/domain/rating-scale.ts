/** Colours of ratings; the interface has a light and a dark tone of each. */
export type RatingColour = 'green' | 'lime' | 'amber' | 'orange' | 'red' | 'purple' | 'blue' | 'grey';

/** The second cue beside the colour: the line under the words. */
export type RatingLine = 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy';

/** The second cue in cards and lists: the name of an icon in `components/icons.ts`. */
export type RatingIcon =
  | 'check' | 'check-half' | 'half' | 'cross-half' | 'cross' | 'question' | 'pencil' | 'alert' | 'scissors' | 'person-off' | 'dash';

/** One label of a scale. */
export interface Rating {
  readonly id: string;
  readonly label: string;
  /** What the label says, for whoever has to choose. */
  readonly meaning: string;
  /** Place in the order from best (highest) to worst; null for labels outside the order. */
  readonly order: number | null;
  readonly colour: RatingColour;
  readonly line: RatingLine;
  readonly icon: RatingIcon;
}

/** A versioned set of labels. Data, not code: see `rating-scales.ts`. */
export interface RatingScale {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly appliesTo: readonly ('claim' | 'quote')[];
  /** Best first. Empty for the scale without ratings, where the explanation is the verdict. */
  readonly ratings: readonly Rating[];
}
