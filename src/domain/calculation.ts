import { isJsonObject, type Json } from './json.ts';

/** A number that a calculation starts from. */
export interface CalculationInput {
  /** Name in the formula: a letter first, then letters, digits and low lines. */
  readonly name: string;
  /** As it was written: `1,234.5`. */
  readonly value: string;
  readonly unit: string;
}

/** A small calculation that shows what numbers of a source mean. */
export interface Calculation {
  readonly inputs: readonly CalculationInput[];
  /** Such as `(end / start) ^ (1 / years) - 1`. */
  readonly formula: string;
  /** Unit of the result; with `%` the result is shown in hundredths. */
  readonly unit: string;
  /** As it came out when the calculation was changed last, for programs that do not calculate; null when it does not work out. */
  readonly result: number | null;
}

/** What comes out of a calculation, or why nothing does, in words. */
export type Outcome = { readonly value: number } | { readonly problem: string };

/** A calculation as JSON says it; null for anything else. */
export function readCalculation(value: Json | undefined): Calculation | null {
  if (!isJsonObject(value) || !Array.isArray(value['inputs'])) return null;
  const inputs: readonly Json[] = value['inputs'];
  const text = (from: Json | undefined): string => (typeof from === 'string' ? from : '');
  return {
    inputs: inputs.filter(isJsonObject).map(({ name, value: amount, unit }) => ({ name: text(name), value: text(amount), unit: text(unit) })),
    formula: text(value['formula']),
    unit: text(value['unit']),
    result: typeof value['result'] === 'number' ? value['result'] : null,
  };
}

/** The calculation with its result as it comes out now. */
export function calculated(calculation: Omit<Calculation, 'result'>): Calculation {
  const outcome = calculate(calculation);
  return { ...calculation, result: 'value' in outcome ? outcome.value : null };
}

/** Works a calculation out. An empty formula is a problem like any other. */
export function calculate({ inputs, formula }: Omit<Calculation, 'result'>): Outcome {
  const values = new Map<string, number>();
  for (const { name, value } of inputs) {
    if (name === '' && value.trim() === '') continue;
    if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) return { problem: name === '' ? 'Give each number a name.' : `“${name}” cannot be a name: take letters, digits and _, a letter first.` };
    if (functions.has(name)) return { problem: `“${name}” is a function; give the number another name.` };
    if (values.has(name)) return { problem: `Two numbers are called “${name}”.` };
    const number = readAmount(value);
    if (number === null) return { problem: value.trim() === '' ? `“${name}” has no value yet.` : `“${value}” is not a number. Write 1,234.5 or 1234.5.` };
    values.set(name, number);
  }
  if (formula.trim() === '') return { problem: 'Write the formula, such as end / start - 1.' };
  try {
    const value = new FormulaReader(formula, values).read();
    if (!Number.isFinite(value)) return { problem: 'This does not come out: it divides by zero, or has no real result.' };
    return { value };
  } catch (error) {
    if (error instanceof FormulaError) return { problem: error.message };
    throw error;
  }
}

/** A number as people write it: blanks, commas or apostrophes between thousands, a point before decimals. Null for none. */
export function readAmount(written: string): number | null {
  const text = written.trim().replace(/−/g, '-');
  const grouped = /^[+-]?\d{1,3}(?:([,'’ \u00a0\u202f])\d{3}(?:\1\d{3})*)?(?:\.\d+)?$/.test(text);
  const plain = grouped ? text.replace(/[,'’ \u00a0\u202f]/g, '') : text;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
}

/** A result for people: with its unit, to six figures, fewer where the rest is nothing but rounding. */
export function showResult(value: number, unit: string): string {
  const shown = unit === '%' ? value * 100 : value;
  const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 }).format(shown);
  return unit === '' ? number : unit === '%' ? `${number} %` : `${number} ${unit}`;
}

const functions: ReadonlyMap<string, (...values: number[]) => number> = new Map<string, (...values: number[]) => number>([
  ['sqrt', Math.sqrt], ['abs', Math.abs], ['ln', Math.log], ['log', Math.log10], ['exp', Math.exp], ['round', Math.round],
  ['min', Math.min], ['max', Math.max], ['sum', (...values) => values.reduce((a, b) => a + b, 0)],
  ['mean', (...values) => values.reduce((a, b) => a + b, 0) / values.length],
]);

/** Functions that take any number of values; the others take one. */
const listFunctions: ReadonlySet<string> = new Set(['min', 'max', 'sum', 'mean']);

/** A formula that cannot be read, in words. */
class FormulaError extends Error {}

/** Deepest nesting of brackets and signs. Nobody writes more, and a hostile file must not end in a full stack. */
const deepest = 50;

/**
 * Reads a formula and works it out as it goes: sums of products of signs and powers, from the left; powers from the right.
 * A percent sign behind a value means hundredths. Knows nothing but numbers, the given names and a few functions.
 */
class FormulaReader {
  readonly #tokens: readonly string[];
  readonly #values: ReadonlyMap<string, number>;
  #at = 0;
  #depth = 0;

  constructor(formula: string, values: ReadonlyMap<string, number>) {
    if (formula.length > 1000) throw new FormulaError('The formula is too long.');
    const plain = formula.replace(/[×·]/g, '*').replace(/[÷:]/g, '/').replace(/[−–]/g, '-').replace(/\*\*/g, '^').replace(/^\s*=/, '');
    this.#tokens = plain.match(/(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|\p{L}[\p{L}\p{N}_]*|\S/giu) ?? [];
    this.#values = values;
  }

  read(): number {
    const value = this.#sum();
    const rest = this.#tokens[this.#at];
    if (rest === ',') throw new FormulaError('A comma stands between the values of a function only; write decimals with a point.');
    if (rest !== undefined) throw new FormulaError(rest === ')' ? 'There is a closing bracket too many.' : `“${rest}” cannot stand where it is; is a sign missing before it?`);
    return value;
  }

  #sum(): number {
    if (++this.#depth > deepest) throw new FormulaError('The formula has too many brackets in each other.');
    let value = this.#product();
    for (;;) {
      if (this.#take('+')) value += this.#product();
      else if (this.#take('-')) value -= this.#product();
      else break;
    }
    this.#depth--;
    return value;
  }

  #product(): number {
    let value = this.#signed();
    for (;;) {
      if (this.#take('*')) value *= this.#signed();
      else if (this.#take('/')) value /= this.#signed();
      else return value;
    }
  }

  #signed(): number {
    let sign = 1;
    for (;;) {
      if (this.#take('-')) sign = -sign;
      else if (!this.#take('+')) return sign * this.#power();
    }
  }

  #power(): number {
    const base = this.#percent();
    if (!this.#take('^')) return base;
    if (++this.#depth > deepest) throw new FormulaError('The formula has too many powers in each other.');
    const power = base ** this.#signed();
    this.#depth--;
    return power;
  }

  #percent(): number {
    let value = this.#value();
    while (this.#take('%')) value /= 100;
    return value;
  }

  #value(): number {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new FormulaError('The formula ends too early.');
    if (token === '(') {
      const value = this.#sum();
      this.#close();
      return value;
    }
    if (/^[\d.]/.test(token) && token !== '.') return Number(token);
    const known = this.#values.get(token);
    if (known !== undefined) return known;
    const apply = functions.get(token);
    if (apply) return this.#applied(token, apply);
    if (/^\p{L}/u.test(token)) {
      const names = [...this.#values.keys()];
      throw new FormulaError(`There is no number called “${token}”${names.length > 0 ? `; there is ${names.join(', ')}` : ''}.`);
    }
    throw new FormulaError(`“${token}” cannot stand where it is.`);
  }

  #applied(name: string, apply: (...values: number[]) => number): number {
    if (!this.#take('(')) throw new FormulaError(`Write what “${name}” is of in brackets: ${name}(…).`);
    const values = [this.#sum()];
    while (this.#take(',')) values.push(this.#sum());
    this.#close();
    if (values.length > 1 && !listFunctions.has(name)) throw new FormulaError(`“${name}” takes one value.`);
    return apply(...values);
  }

  #close(): void {
    if (!this.#take(')')) throw new FormulaError('A closing bracket is missing.');
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}
