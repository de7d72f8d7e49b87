// Quotes against a 60,000-word transcript: time, against the naive way, and accuracy on known changes.
// The naive way: the best window by longest common subsequence of words, over all windows of the quote's length.
import assert from 'node:assert/strict';
import { checkQuote, checkQuotes } from '../../src/quotes/check-quote.ts';

const WORDS = 60_000;
const QUOTES = 50;

/** A small generator with a seed, so that every run measures the same. */
let state = 20240607;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const SUBJECTS = ['the council', 'my sister', 'our plant', 'the ferry', 'that teacher', 'every farmer', 'the old bridge', 'a neighbour', 'the company', 'this valley', 'the whole team', 'one driver', 'we', 'they', 'I', 'people'];
const VERBS = ['sold', 'repaired', 'opened', 'painted', 'measured', 'promised', 'forgot', 'rented', 'cleaned', 'counted', 'planted', 'carried', 'tested', 'talked about', 'looked at', 'paid for', 'fought over', 'wanted'];
const OBJECTS = ['the harbour', 'the boats', 'the school roof', 'a new pump', 'the northern field', 'the ticket office', 'all the windows', 'the water tower', 'a long fence', 'the archive', 'the tram line', 'the bakery', 'the money', 'the vote', 'a plan', 'the road'];
const ENDS = ['before winter', 'after the flood', 'in the morning', 'with borrowed money', 'for the children', 'during the strike', 'behind the station', 'against my advice', 'on a Sunday', 'near the border', 'for a long time', 'in this town', 'at the end of the day'];
const STARTS = ['', '', '', 'And ', 'So ', 'Look, ', 'In those days ', 'When it rained, ', 'As I told the paper, ', 'Honestly, '];
/** Made-up words give every sentence something of its own, as talk has. */
const syllables = ['ba', 'ren', 'dol', 'mi', 'ska', 'tor', 'vel', 'lun', 'fi', 'gram', 'pes', 'ko'];
const thing = () => `${pick(syllables)}${pick(syllables)}${pick(syllables)}`;

function sentence() {
  const object = random() < 0.4 ? `${pick(OBJECTS)} of ${thing()}` : pick(OBJECTS);
  const words = `${pick(STARTS)}${pick(SUBJECTS)} ${pick(VERBS)} ${object} ${pick(ENDS)}`;
  const more = random() < 0.5 ? `, because ${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(ENDS)}` : '';
  return `${words[0].toUpperCase()}${words.slice(1)}${more}.`;
}

function talk(words) {
  const sentences = [];
  for (let count = 0; count < words; count += sentences.at(-1).split(' ').length) sentences.push(sentence());
  return sentences;
}

const sentences = talk(WORDS);
/** What is done to a sentence: what was said, what is printed, and the class and outcome that must come out. */
const into = (words, at, ...put) => [...words.slice(0, at), ...put, ...words.slice(at)];
const CHANGES = {
  verbatim: (words) => [words, words, null, 'verbatim'],
  filler: (words, at) => [into(words, at, pick(['um,', 'uh,', 'you know,'])), words, 'filler', 'cleaned-up'],
  ellipsis: (words, at) => [into(words, at, 'right', 'beside', 'the', 'green', 'door'), into(words, at, '…'), 'ellipsis', 'marked-edits'],
  bracket: (words, at) => [words, into(words, at, '[the old one]'), 'bracket', 'marked-edits'],
  sic: (words, at) => [words, into(words, at, '[sic]'), 'sic', 'marked-edits'],
  omission: (words, at) => [into(words, at, 'very', 'slowly'), words, 'omission', 'altered'],
  insertion: (words, at) => [words, into(words, at, 'gladly'), 'insertion', 'altered'],
  replacement: (words, at) => [into(words, at, 'gladly'), into(words, at, 'angrily'), 'replacement', 'altered'],
  negation: (words, at) => [into(words, at, pick(['not', 'never'])), words, 'negation', 'altered'],
  'negation in an ellipsis': (words, at) => [into(words, at, 'not'), into(words, at, '…'), 'negation', 'altered'],
  number: (words, at) => [into(words, at, 'twenty-five'), into(words, at, '35'), 'number', 'altered'],
  name: (words, at) => [into(words, at, 'Halloran'), into(words, at, 'Lindqvist'), 'name', 'altered'],
  hedge: (words, at) => [into(words, at, pick(['maybe', 'probably', 'I think'])), words, 'hedge', 'altered'],
};

const places = Object.keys(CHANGES).flatMap((name) => Array.from({ length: 40 }, () => name));
const used = new Set();
const made = places.map((name) => {
  let n;
  do n = Math.floor(random() * (sentences.length - 1));
  while (used.has(n) || used.has(n + 1) || used.has(n - 1));
  used.add(n);
  const words = sentences[n].split(' ');
  const [said, printed, editClass, outcome] = CHANGES[name](words, 2 + Math.floor(random() * (words.length - 3)));
  sentences[n] = said.join(' ');
  return { name, n, printed: printed.join(' '), editClass, outcome };
});
const turns = [];
const cues = [];
const starts = [];
let text = '';
for (const [n, words] of sentences.entries()) {
  starts.push(text.length);
  if (n % 5 === 0) turns.push({ start: text.length, end: text.length, speaker: ['ANA RUIZ', 'BEN OKAFOR', 'HOST'][(n / 5) % 3] });
  cues.push({ start: text.length, end: text.length + words.length, from: n * 6, to: n * 6 + 6 });
  text += `${words}${n % 5 === 4 ? '\n' : ' '}`;
  turns.at(-1).end = text.length - 1;
}
const spliced = Array.from({ length: 40 }, () => {
  const [one, two] = [Math.floor(random() * (sentences.length / 2)), Math.floor(sentences.length / 2 + random() * (sentences.length / 2 - 1))];
  const backwards = random() < 0.5;
  const order = backwards ? [two, one] : [one, two];
  return { name: 'reorder', n: order[0], printed: order.map((n) => sentences[n]).join(' '), editClass: 'reorder', outcome: 'spliced' };
});
const absent = Array.from({ length: 200 }, () => ({ name: 'said by nobody', printed: `${pick(['Nobody', 'Each of us', 'Your brother'])} ${pick(['should', 'would'])} ${thing()} ${pick(OBJECTS)} ${pick(['unless', 'while'])} ${thing()} ${pick(['stays', 'sleeps', 'sings'])} ${pick(ENDS)}.`, outcome: 'not-found' }));

const fresh = () => ({ text, turns, cues });
const timed = (run) => {
  const start = performance.now();
  const value = run();
  return [performance.now() - start, value];
};
const quotes = Array.from({ length: QUOTES }, (_, n) => made[n * 10].printed);
const words = text.split(/\s+/).length;

const [oneTime] = timed(() => checkQuote(quotes[1], fresh()));
const [warmTime] = timed(() => checkQuote(quotes[2], fresh()));
const [manyTime] = timed(() => checkQuotes(quotes, fresh()));
const [naiveTime] = timed(() => naive(quotes[1], text));
console.log(`${words} words, one quote, cold: ${oneTime.toFixed(0)} ms; again with a new index: ${warmTime.toFixed(0)} ms`);
console.log(`${QUOTES} quotes at once: ${manyTime.toFixed(0)} ms, ${(manyTime / QUOTES).toFixed(1)} ms each with the index`);
console.log(`baseline, longest common subsequence over all windows, one quote: ${naiveTime.toFixed(0)} ms; ${((naiveTime * QUOTES) / manyTime).toFixed(0)} times as long for ${QUOTES}`);

const transcript = fresh();
const all = [...made, ...spliced, ...absent];
const [allTime, checks] = timed(() => checkQuotes(all.map((each) => each.printed), transcript));
const rows = new Map();
for (const [k, { name, n, editClass, outcome }] of all.entries()) {
  const check = checks[k];
  const row = rows.get(name) ?? { count: 0, outcome: 0, class: 0, place: 0 };
  rows.set(name, row);
  row.count++;
  if (check.outcome === outcome) row.outcome++;
  if (editClass === null || editClass === undefined || check.edits.some((edit) => edit.class === editClass)) row.class++;
  const end = n === undefined ? 0 : starts[n] + sentences[n].length;
  if (n === undefined ? check.segments.length === 0 : check.segments.some((segment) => segment.start >= starts[n] - 1 && segment.start < end)) row.place++;
}
console.log(`${all.length} quotes with known changes in ${allTime.toFixed(0)} ms; right in %:  outcome  class  place`);
for (const [name, row] of rows) console.log(`  ${name.padEnd(26)}${['outcome', 'class', 'place'].map((what) => ((100 * row[what]) / row.count).toFixed(0).padStart(8)).join('')}`);
const share = (what) => [...rows.values()].reduce((sum, row) => sum + row[what], 0) / all.length;
console.log(`  ${'all'.padEnd(26)}${['outcome', 'class', 'place'].map((what) => (100 * share(what)).toFixed(1).padStart(8)).join('')}`);

assert.ok(share('outcome') > 0.97 && share('class') > 0.97 && share('place') > 0.97, 'known changes are found and classed');
assert.ok(warmTime < 1000, 'one quote within a second');
assert.ok(manyTime < 5000, 'fifty within a few seconds');

/** The best window's share of the quote's words in order. */
function naive(quote, said) {
  const key = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}']/gu, '');
  const [a, b] = [quote.split(/\s+/).map(key), said.split(/\s+/).map(key)];
  const size = Math.ceil(a.length * 1.5);
  let best = 0;
  for (let from = 0; from + size <= b.length; from++) {
    let above = new Uint16Array(size + 1);
    for (const word of a) {
      const row = new Uint16Array(size + 1);
      for (let n = 1; n <= size; n++) row[n] = word === b[from + n - 1] ? above[n - 1] + 1 : Math.max(above[n], row[n - 1]);
      above = row;
    }
    best = Math.max(best, above[size]);
  }
  return best / a.length;
}
