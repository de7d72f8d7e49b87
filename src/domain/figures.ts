/** A number in a text, with what it counts. */
export interface Figure {
  /** What it may mean: several values where a point or a comma can be read in two ways. */
  readonly values: readonly number[];
  /** `%`, `pp` for percentage points, `year`, the sign of a currency, or empty. */
  readonly unit: string;
  /** As it stands in the text. */
  readonly shown: string;
}

const scales: ReadonlyMap<string, number> = new Map([
  ...['thousand', 'k', 'tsd', 'tausend', 'mille', 'mil'].map((word): [string, number] => [word, 1e3]),
  ...['million', 'millions', 'mn', 'mln', 'm', 'mio', 'millionen', 'millón', 'millones'].map((word): [string, number] => [word, 1e6]),
  ...['billion', 'billions', 'bn', 'b', 'mrd', 'milliarde', 'milliarden', 'milliard', 'milliards'].map((word): [string, number] => [word, 1e9]),
  ...['trillion', 'trillions', 'tn', 'trn'].map((word): [string, number] => [word, 1e12]),
]);

const units: ReadonlyMap<string, string> = new Map([
  ...['%', 'percent', 'per cent', 'pct', 'prozent', 'pour cent', 'por ciento'].map((word): [string, string] => [word, '%']),
  ...['percentage point', 'percentage points', 'prozentpunkt', 'prozentpunkte', 'prozentpunkten'].map((word): [string, string] => [word, 'pp']),
  ...['$', 'us$', 'usd', 'dollar', 'dollars'].map((word): [string, string] => [word, '$']),
  ...['€', 'eur', 'euro', 'euros'].map((word): [string, string] => [word, '€']),
  ...['£', 'gbp', 'pound', 'pounds', 'pounds sterling'].map((word): [string, string] => [word, '£']),
  ...['¥', 'jpy', 'yen'].map((word): [string, string] => [word, '¥']),
]);

const words: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const either = (from: ReadonlyMap<string, unknown>): string => [...from.keys()].sort((a, b) => b.length - a.length).map(word => word.replace(/[$]/g, '\\$&')).join('|');

/** A currency before; digits, or a small number in words; a scale; a unit behind. */
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(us\$|[$€£¥]|(?:usd|eur|gbp|jpy)(?=\s?\d))?\s?` +
    String.raw`(\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|${words.join('|')})` +
    String.raw`(?:[\s\u00a0-]?(${either(scales)})(?![\p{L}\p{N}]))?` +
    String.raw`(?:[\s\u00a0]?(${either(units)})(?![\p{L}]))?(?![\p{L}\p{N}])`,
  'giu',
);

/**
 * The figures of a text, so that they can be compared whatever they look like: 1,000 is 1000, 25 percent is 25 %, $50bn is
 * 50 billion dollars. Small numbers in words count where a scale or a unit stands behind them.
 */
export function figuresIn(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const [shown, currency, digits, scale, behind] of text.matchAll(pattern)) {
    const isWord = words.includes(digits!.toLowerCase());
    if (isWord && !scale && !behind) continue;
    const factor = scale ? scales.get(scale.toLowerCase())! : 1;
    const unit = units.get((behind ?? currency ?? '').toLowerCase()) ?? '';
    const isYear = unit === '' && !scale && /^(?:1[5-9]|20)\d\d$/.test(digits!);
    const values = isWord ? [words.indexOf(digits!.toLowerCase())] : readings(digits!);
    figures.push({ values: values.map(value => Number((value * factor).toPrecision(12))), unit: isYear ? 'year' : unit, shown: shown.trim() });
  }
  return figures;
}

/** What digits with points, commas and blanks may mean. */
function readings(digits: string): readonly number[] {
  const text = digits.replace(/[ \u00a0\u202f’']/g, '');
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point < 0 && comma < 0) return [Number(text)];
  if (point >= 0 && comma >= 0) {
    const decimal = point > comma ? '.' : ',';
    return [Number(text.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.'))];
  }
  const sign = point >= 0 ? '.' : ',';
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(text);
  const grouped = Number(text.replaceAll(sign, ''));
  if (text.split(sign).length > 2) return isGrouped ? [grouped] : [];
  const decimal = Number(text.replace(sign, '.'));
  // 1.234 is either in a language with decimal commas; with a comma it is thousands in nearly every text.
  if (isGrouped) return sign === ',' ? [grouped] : [decimal, grouped];
  return [decimal];
}

/** True when two figures can mean the same. A figure without a unit may be one with. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  return (a.unit === b.unit || a.unit === '' || b.unit === '') && a.values.some(value => b.values.includes(value));
}
