import type { RatingColour, RatingIcon, RatingLine, ScaleSubject } from '../src/domain/rating-scale.ts';

/** What the interface calls the parts of a rating's look. */
export const colourLabels: { readonly [colour in RatingColour]: string } = {
  green: 'Green', lime: 'Lime', amber: 'Amber', orange: 'Orange', red: 'Red', purple: 'Purple', blue: 'Blue', grey: 'Grey',
};

export const lineLabels: { readonly [line in RatingLine]: string } = {
  solid: 'Solid', double: 'Double', dashed: 'Dashed', dotted: 'Dotted', wavy: 'Wavy',
};

export const iconLabels: { readonly [icon in RatingIcon]: string } = {
  check: 'Tick', 'check-half': 'Two ticks', half: 'Half filled', 'cross-half': 'Struck circle', cross: 'Cross', question: 'Question mark', pencil: 'Pencil',
  alert: 'Warning sign', scissors: 'Scissors', 'person-off': 'Crossed-out person', dash: 'Dash',
};

export const subjectLabels: { readonly [subject in ScaleSubject]: string } = { claim: 'Claims', quote: 'Quotes' };
