/** The first place at which a text stops being JSON. */
export interface Damage {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** True when the text was JSON so far and simply ends. */
  readonly cutOff: boolean;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const space = /[ \t\n\r]*/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const plain = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Finds what is wrong with a text that is not JSON. Engines word and count their own messages differently, or say
 * nothing of the place; and whether a file was cut off is the thing to know. No recursion, one pass.
 */
export function findDamage(text: string): Damage {
  const open: ('{' | '[')[] = [];
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const takeString = (): boolean => {
    if (text[at] !== '"') return false;
    at++;
    do take(plain);
    while (take(escape));
    if (text[at] !== '"') return false;
    at++;
    return true;
  };
  /** Reads one token and gives back what may follow it; null when it is none of those expected. */
  const takeToken = (expected: Expected): Expected | null => {
    const character = text[at];
    const inObject = open.at(-1) === '{';
    const mayEnd = expected === 'comma-or-end' || expected === (inObject ? 'key-or-end' : 'value-or-end');
    if (mayEnd && character === (inObject ? '}' : ']')) {
      at++;
      open.pop();
      return 'comma-or-end';
    }
    switch (expected) {
      case 'colon':
        return character === ':' && at++ >= 0 ? 'value' : null;
      case 'comma-or-end':
        return character === ',' && at++ >= 0 ? (inObject ? 'key' : 'value') : null;
      case 'key':
      case 'key-or-end':
        return takeString() ? 'colon' : null;
      case 'value':
      case 'value-or-end':
        if (character === '{' || character === '[') {
          at++;
          open.push(character);
          return character === '{' ? 'key-or-end' : 'value-or-end';
        }
        return takeString() || take(scalar) ? 'comma-or-end' : null;
    }
  };

  for (let expected: Expected | null = 'value'; expected !== null; expected = takeToken(expected)) {
    take(space);
    if (at >= text.length || (open.length === 0 && expected === 'comma-or-end')) break;
  }
  const before = text.slice(0, at);
  const rest = text.slice(at);
  // A word, number or escape that the end cuts off stops the scan before it, not at the end.
  const cutOff = /^(?:\\(?:u[\da-fA-F]{0,3})?|-?[\d.eE+-]*|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/.test(rest.slice(0, 400)) && rest.length < 400;
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), cutOff };
}
