/** What can be taken out of a text, in words: for one, and for several. */
const WORDS = {
  script: ['a script', 'scripts'],
  handler: ['an event handler', 'event handlers'],
  style: ['a style sheet', 'style sheets'],
  embed: ['an embedded page or player', 'embedded pages or players'],
  drawing: ['a vector drawing', 'vector drawings'],
  formula: ['a formula', 'formulas'],
  form: ['a form', 'forms'],
  field: ['a form field or button', 'form fields or buttons'],
  navigation: ['a navigation', 'navigations'],
  aside: ['a side note', 'side notes'],
  footer: ['a footer', 'footers'],
  header: ['a page header', 'page headers'],
  hidden: ['a hidden part', 'hidden parts'],
  pixel: ['a tracking pixel', 'tracking pixels'],
  link: ['an unsafe link', 'unsafe links'],
  image: ['an unsafe picture address', 'unsafe picture addresses'],
  outside: ['what stood around the article', 'parts around the article'],
} as const satisfies { readonly [part: string]: readonly [string, string] };

export type RemovedPart = keyof typeof WORDS;

/** Counts what is taken out of a text. */
export class RemovedParts {
  readonly #counts = new Map<RemovedPart, number>();

  /** One more of that kind is gone. */
  add(part: RemovedPart): void {
    this.#counts.set(part, (this.#counts.get(part) ?? 0) + 1);
  }

  /** In words, one entry for each kind, in the order in which they were first met. */
  inWords(): string[] {
    return [...this.#counts].map(([part, count]) => (count === 1 ? WORDS[part][0] : `${count} ${WORDS[part][1]}`));
  }
}
