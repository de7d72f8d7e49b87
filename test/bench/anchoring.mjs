// How well and how fast annotations are found again in a newer version of their article, beside two other ways:
// the nearest place of the same words, and approx-string-match with the weights in common use.
//   node test/bench/anchoring.mjs          every third document
//   node test/bench/anchoring.mjs --all    all of them
// The figures are those of the data's own scorer; it has more of them, and can disturb the new texts with --noise.
// Reads the revisions in ../shared/data/anchoring; without them only the speed on a large article is measured.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import '../support/register-ts.mjs';

const { anchor, anchorAll } = await import('./anchoring-adapter.ts');
const { describe } = await import('../../src/anchoring/describe.ts');
const { relocate } = await import('../../src/anchoring/relocate.ts');
const { locate } = await import('../../src/anchoring/locate.ts');
const { candidatesFor } = await import('../../src/anchoring/candidates.ts');
const { compareVersions } = await import('../../src/anchoring/compare-versions.ts');
const search = await import('approx-string-match').then(({ default: main }) => main, () => null);

const folder = fileURLToPath(new URL('../../../shared/data/anchoring/', import.meta.url));
if (existsSync(`${folder}cases.jsonl`)) {
  measureRevisions();
  measureJoinedRevisions();
} else console.log('No revisions in ../shared/data/anchoring: accuracy is not measured.');
measureLargeArticle();

function measureRevisions() {
  const all = readLines('pairs.jsonl');
  const pairs = process.argv.includes('--all') ? all : all.filter((_, n) => n % 3 === 0);
  const cases = new Map(pairs.map(({ id }) => [id, []]));
  for (const one of readLines('cases.jsonl')) cases.get(one.pair)?.push(one);
  console.log(`${pairs.length} documents, ${[...cases.values()].flat().length} annotations`);
  console.log(`${'right, macro: average over kept, edited, moved, gone'.padEnd(54)}right  macro  wrong   orphans: prec  recall   replaced: slot  elsewhere   ms/document`);

  for (const [name, place] of Object.entries(ways())) console.log(name.padEnd(54) + measure(pairs, cases, place));
  console.log('candidates for what the quote alone does not find'.padEnd(54) + measureCandidates(pairs, cases));
}

function ways() {
  return {
    'with the old text': (text, selectors, oldText) => anchorAll(text, selectors, { oldText }),
    'the quote alone': (text, selectors) => anchorAll(text, selectors),
    'plain search, the nearest place': (text, selectors) => selectors.map((one) => searchPlainly(text, one)),
    ...(search && { 'approx-string-match (50, 20, 20, 2)': (text, selectors) => selectors.map((one) => searchApproximately(text, one)) }),
  };
}

/** How many of the quotes that are there and were not found a person finds among the candidates. */
function measureCandidates(pairs, cases) {
  let [all, first, any] = [0, 0, 0];
  for (const { id, newText } of pairs) {
    for (const one of cases.get(id).filter(({ gold }) => gold)) {
      if (anchor(newText, { ...one, oldText: undefined }) !== null) continue;
      const at = candidatesFor(newText, one).findIndex((place) => overlap(newText, place, one.gold) >= 0.5);
      all++;
      if (at === 0) first++;
      if (at >= 0) any++;
    }
  }
  return `${any} of ${all}, ${first} of them first`;
}

/** The time that all annotations of one long article take: revisions joined to 182,000 characters, 260 annotations. */
function measureJoinedRevisions() {
  const cases = readLines('cases.jsonl');
  let [oldText, newText] = ['', ''];
  const all = [];
  for (const pair of readLines('pairs.jsonl')) {
    if (pair.lang !== 'en' || newText.length > 182_000) continue;
    for (const { pair: id, exact, prefix, suffix, start, end } of cases) {
      if (id === pair.id) all.push({ exact, prefix, suffix, start: start + oldText.length, end: end + oldText.length });
    }
    oldText += `${pair.oldText}\n`;
    newText += `${pair.newText}\n`;
  }
  const selectors = Array.from({ length: 260 }, (_, n) => all[Math.floor((n * all.length) / 260)]);
  console.log(`\nRevisions joined to one article: ${newText.length} characters, ${selectors.length} annotations`);
  for (const [name, place] of Object.entries(ways())) time(name, () => place(newText, selectors, oldText));
  time('all word differences between the versions', () => compareVersions(oldText, newText));
}

function readLines(name) {
  return readFileSync(folder + name, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** One line of figures. Replaced words have no right answer and are counted on their own. */
function measure(pairs, cases, place) {
  const counts = { KEPT: [0, 0], EDITED: [0, 0], MOVED: [0, 0], GONE: [0, 0] };
  const times = [];
  let [wrong, orphans, replaced, slots, elsewhere] = [0, 0, 0, 0, 0];
  // The first documents once beforehand, as the data's scorer does: the time of an engine that has been read already.
  for (const { id, oldText, newText } of pairs.slice(0, 2)) place(newText, cases.get(id), oldText);
  for (const { id, oldText, newText } of pairs) {
    const ones = cases.get(id);
    const selectors = ones.map(({ exact, prefix, suffix, start, end }) => ({ exact, prefix, suffix, start, end }));
    const start = performance.now();
    const places = place(newText, selectors, oldText);
    times.push(performance.now() - start);
    ones.forEach(({ label, gold, alt }, n) => {
      const likeness = places[n] === null ? 0 : Math.max(...[gold, alt].map((right) => overlap(newText, places[n], right)));
      if (label === 'REPLACED') {
        replaced++;
        if (likeness >= 0.8) slots++;
        else if (places[n] !== null && likeness === 0) elsewhere++;
        return;
      }
      if (places[n] === null) orphans++;
      else if (likeness === 0) wrong++;
      counts[label][0]++;
      if (label === 'GONE' ? places[n] === null : likeness >= 0.8) counts[label][1]++;
    });
  }
  const percent = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(5);
  const sums = Object.values(counts);
  const [n, right] = [0, 1].map((at) => sums.reduce((sum, count) => sum + count[at], 0));
  const macro = sums.reduce((sum, [whole, part]) => sum + part / Math.max(1, whole), 0) / sums.length;
  const median = times.sort((one, other) => one - other)[times.length >> 1];
  const [gone, found] = counts.GONE;
  return `${percent(right, n)}  ${percent(macro, 1)}  ${percent(wrong, n)}           ${percent(found, orphans)}   ${percent(found, gone)}          ${percent(slots, replaced)}      ${percent(elsewhere, replaced)}        ${median.toFixed(2)}`;
}

/** Shared length of two ranges by their whole length, white space at the edges aside. */
function overlap(text, one, other) {
  if (!other) return 0;
  const [a, b] = [one, other].map(({ start, end }) => {
    const words = text.slice(start, end);
    return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
  });
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}

function searchPlainly(text, { exact, start }) {
  let best = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best.start - start)) best = { start: at, end: at + exact.length };
  }
  return best;
}

/** Likeness of the quote counts 50, of prefix and suffix 20 each, nearness 2; up to half the quote may differ. */
function searchApproximately(text, { exact, prefix, suffix, start }) {
  const matches = search(text, exact, Math.min(256, exact.length / 2));
  let [best, bestScore] = [null, -1];
  for (const match of matches) {
    const quoteLikeness = 1 - match.errors / exact.length;
    const prefixLikeness = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const suffixLikeness = likeness(text.slice(match.end, match.end + suffix.length), suffix);
    const nearness = 1 - Math.abs(match.start - start) / text.length;
    const score = (50 * quoteLikeness + 20 * prefixLikeness + 20 * suffixLikeness + 2 * nearness) / 92;
    if (score > bestScore) [best, bestScore] = [{ start: match.start, end: match.end }, score];
  }
  return best;
}

function likeness(text, wanted) {
  if (wanted === '') return 1;
  if (text === '') return 0;
  return 1 - Math.min(...search(text, wanted, wanted.length).map(({ errors }) => errors)) / wanted.length;
}

/** A thousand annotations on an article of a hundred thousand words of which some are edited, dropped and moved. */
function measureLargeArticle() {
  const words = 100_000;
  const random = makeRandom(1);
  const syllables = 'ka lo mi ren tas vo del per sun ti gar no esh ul bri'.split(' ');
  const vocabulary = Array.from({ length: 12_000 }, () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
  // Squared, so that some words are common and most are rare, as in speech.
  const sentence = () => `${Array.from({ length: 8 + Math.floor(random() * 20) }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]).join(' ')}.`;
  const old = Array.from({ length: words / 18 }, sentence);
  const fresh = old.flatMap((one) => (random() < 0.03 ? [] : random() < 0.03 ? [sentence(), one] : [random() < 0.1 ? one.replace(/ \w+/, ' was') : one]));
  fresh.push(...fresh.splice(1000, 200));
  const join = (sentences) => sentences.map((one, n) => one + (n % 6 === 5 ? '\n' : ' ')).join('');
  const [oldText, newText] = [join(old), join(fresh)];
  const ranges = Array.from({ length: 1000 }, () => {
    const start = Math.floor(random() * (oldText.length - 400));
    return { start, end: start + 10 + Math.floor(random() * 200) };
  });

  console.log(`\nLarge article: ${oldText.length} characters`);
  time('relocate 1,000 annotations', () => relocate(oldText, newText, ranges));
  const selectors = time('describe 10,000 ranges', () => Array.from({ length: 10 }, () => ranges.map(({ start, end }) => describe(oldText, start, end))).flat());
  time('locate 1,000 quotes without the article', () => selectors.slice(0, 1000).map((one) => locate(newText, one)));
  time('the first quote alone, text not prepared', () => anchor(`${newText} `, selectors[500]));
}

function time(name, run) {
  const start = performance.now();
  const result = run();
  console.log(`${name.padEnd(54)}${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

/** Mulberry32: the same numbers every time. */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
