import { STARTERS } from './abbreviations.ts';
import type { ChangeKind } from './placement.ts';

/** What a change can touch, each with the pattern of words that show it. A kind is named when these words differ. */
const KINDS: readonly (readonly [ChangeKind, RegExp])[] = [
  [
    'figure',
    /(?<![\p{L}\p{N}])[-−–]?\p{N}+(?:[.,:]\p{N}+)*|\p{N}+|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|third|thirds|quarters?|first|second|double[ds]?|triple[ds]?|twice|thrice|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|million(?:en)?|milliarden?|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille|milliards?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|millones)\b|[一二三四五六七八九十百千万亿萬億]+/giu,
  ],
  [
    'unit',
    /%|‰|°[CF]?|\b(?:per ?cent|percent|percentage|points?|pct|km|kilomet(?:er|re)s?|met(?:er|re)s?|cm|mm|miles?|feet|foot|inch(?:es)?|yards?|kg|kilos?|kilograms?|grams?|mg|tons?|tonnes?|pounds?|lbs?|ounces?|oz|lit(?:er|re)s?|gallons?|barrels?|acres?|hectares?|ha|sq|square|mph|kph|[kmgt]?wh|[kmgt]w|[kmgt]?watts?|[kmgt]b|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|prozent|jahre?n?|tage?n?|monate?n?|wochen?|stunden?|degrees?|celsius|fahrenheit)\b/giu,
  ],
  [
    'currency',
    /\p{Sc}|\b(?:dollars?|cents?|euros?|pounds?|pence|yen|yuan|renminbi|rupees?|rubles?|roubles?|francs?|pesos?|reais|real|won|shekels?|kron(?:a|or|e|er)|usd|eur|gbp|jpy|cny|chf|inr|rub|cad|aud|bitcoins?)\b/giu,
  ],
  [
    'negation',
    /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|lacks?|den(?:y|ied|ies)|nicht|kein(?:e[mnrs]?)?|nie|niemals|ohne|weder|ne|pas|jamais|aucune?|sans|nunca|sin|não|nem|non|mai|senza|niet|geen|nooit)\b|n['’]t\b|[不没沒未无無]/giu,
  ],
  ['quotation-mark', /["“”„‟«»「」『』]|(?<![\p{L}\p{N}])['‘’‚]|['‘’‚](?![\p{L}\p{N}])/gu],
];

const DOUBLE_QUOTES = /[“”„‟«»「」『』]/g;

/** Words that begin with a capital, or are all capitals. */
const NAMES = /\p{Lu}[\p{L}\p{M}'’-]*/gu;

/**
 * What two wordings differ in.
 * @returns at least one kind; `word` alone when nothing special is touched
 */
export function changeKinds(old: string, fresh: string): ChangeKind[] {
  const kinds = KINDS.filter(([, pattern]) => differ(matches(old, pattern), matches(fresh, pattern))).map(([kind]) => kind);
  if (namesDiffer(old, fresh)) kinds.push('name');
  return kinds.length > 0 ? kinds : ['word'];
}

function matches(words: string, pattern: RegExp): string[] {
  return [...words.matchAll(pattern)].map(([match]) => match.toLowerCase().replace(/[‘’‚]/g, "'").replace(DOUBLE_QUOTES, '"').replace(/[−–]/g, '-')).sort();
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length !== other.length || one.some((word, at) => word !== other[at]);
}

const FIRST_WORD = /^\p{L}+/u;

/** A capital alone makes no name: "The" and "the" are one word, and so are "However" and "but". */
function namesDiffer(old: string, fresh: string): boolean {
  const names = (words: string): string[] => matches(words.replace(FIRST_WORD, (word) => (STARTERS.has(word) ? '' : word)), NAMES);
  const [oldNames, newNames] = [names(old), names(fresh)];
  const lower = (words: string): string => ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const missing = (wanted: readonly string[], words: string): boolean => wanted.some((name) => !words.includes(` ${name} `));
  return missing(oldNames, lower(fresh)) || missing(newNames, lower(old));
}
