/** What a language's words mean to the quote check. Words are in lower case, with straight apostrophes, contractions written out. */
export interface Language {
  /** The decimal mark; the other of the two groups thousands. */
  readonly decimal: '.' | ',';
  /** Sounds that say nothing, wherever they stand. One word each. */
  readonly hesitations: ReadonlySet<string>;
  /** Words cleaned away wherever they stand: like, halt. */
  readonly particles: ReadonlySet<string>;
  /** Phrases that are usually cleaned away; single words only when set off, at the beginning of a sentence or beside a mark. */
  readonly markers: Phrases;
  /** Words of no meaning of their own that speech leaves out and print puts back: the French ne. */
  readonly restored: ReadonlySet<string>;
  readonly negations: Phrases;
  /** What makes a statement less sure or less exact. */
  readonly hedges: Phrases;
  /** Hedges only in front of a number ("about 20", "more than half"). */
  readonly hedgesBeforeNumbers: Phrases;
  /** Hedges only behind a number ("20 or so"). */
  readonly hedgesAfterNumbers: Phrases;
  /** How many of them: most for all makes a statement broader, though neither is a hedge by itself. */
  readonly quantifiers: ReadonlySet<string>;
  /** Amounts that are no figures: dozens, half, twice. */
  readonly amounts: ReadonlySet<string>;
  readonly numbers: NumberWords;
  /** Written words that stand for other words: don't, gonna, zum. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** Two words for one: no one is nobody. */
  readonly compounds: ReadonlyMap<string, string>;
  /** Could for will: one in the place of another changes how sure something is, and seldom what is spoken of. */
  readonly modals: ReadonlySet<string>;
  /** Endings cut off and written out, the first that fits: 'll, n't. */
  readonly endings: readonly (readonly [ending: string, words: readonly string[]])[];
  /** What stands in front of a person's name. */
  readonly titles: ReadonlySet<string>;
  /** Names that capitals do not tell: all names in scripts without capitals, places where every noun has one. */
  readonly names: ReadonlySet<string>;
  /** How a name is told in running text. */
  readonly nameStyle: 'capital' | 'listed';
}

/** Words with a number's value, and how they are put together. */
export interface NumberWords {
  /** Values below 1000 that are one word. */
  readonly small: ReadonlyMap<string, number>;
  /** Words that multiply by 100. */
  readonly hundreds: ReadonlySet<string>;
  /** Words that multiply by 1000 and more. */
  readonly scales: ReadonlyMap<string, number>;
  /** Words allowed inside a number: and, und, et, y. */
  readonly joiners: ReadonlySet<string>;
  /** An article that means one in front of a hundred or a scale. */
  readonly articles: ReadonlySet<string>;
  /** Whether units come before tens: خمسة وعشرون. */
  readonly unitsFirst: boolean;
  /** Ordinals and their values. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** The spoken decimal mark: point, Komma, virgule. */
  readonly points: ReadonlySet<string>;
  /** Half, in "half a million" and "two and a half". */
  readonly halves: ReadonlySet<string>;
  /** Short forms behind a figure: 5bn, 3 Mio. */
  readonly suffixes: ReadonlyMap<string, number>;
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Phrases from a list with a comma or a line break between them. */
export function phrases(list: string): Phrases {
  const table = new Map<string, string[][]>();
  for (const phrase of list.split(/[,\n]/)) {
    const parts = phrase.trim().split(/\s+/);
    if (parts[0] === '') continue;
    table.set(parts[0]!, [...(table.get(parts[0]!) ?? []), parts]);
  }
  for (const known of table.values()) known.sort((a, b) => b.length - a.length);
  return table;
}

/** Pairs from a list such as `one 1 two 2`. */
export function values(list: string): ReadonlyMap<string, number> {
  const parts = list.trim().split(/\s+/);
  const table = new Map<string, number>();
  for (let n = 0; n + 1 < parts.length; n += 2) table.set(parts[n]!, Number(parts[n + 1]));
  return table;
}

/** Written-out forms from lines such as `gonna: going to`. */
export function spelledOut(list: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    list
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line): [string, readonly string[]] => {
        const [written, full] = line.split(':');
        return [written!.trim(), full!.trim().split(/\s+/)];
      }),
  );
}

/** A language without any tables: figures and marks are still compared, names by their capitals. */
export const UNKNOWN_LANGUAGE: Language = {
  decimal: '.',
  hesitations: new Set(),
  particles: new Set(),
  markers: new Map(),
  restored: new Set(),
  negations: new Map(),
  hedges: new Map(),
  hedgesBeforeNumbers: new Map(),
  hedgesAfterNumbers: new Map(),
  quantifiers: new Set(),
  amounts: new Set(),
  numbers: {
    small: new Map(),
    hundreds: new Set(),
    scales: new Map(),
    joiners: new Set(),
    articles: new Set(),
    unitsFirst: false,
    ordinals: new Map(),
    points: new Set(),
    halves: new Set(),
    suffixes: new Map(),
  },
  contractions: new Map(),
  compounds: new Map(),
  modals: new Set(),
  endings: [],
  titles: new Set(),
  names: new Set(),
  nameStyle: 'capital',
};
