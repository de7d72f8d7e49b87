import fc from 'fast-check';

/** Everyday clauses to make talk of; each word order is its own, so that pieces are told apart. */
const SUBJECTS = ['the council', 'my sister', 'our plant', 'the ferry', 'that teacher', 'every farmer', 'the old bridge', 'a neighbour', 'the company', 'this valley', 'the whole team', 'one driver'];
const VERBS = ['sold', 'repaired', 'opened', 'painted', 'measured', 'promised', 'forgot', 'rented', 'cleaned', 'counted', 'refused', 'planted', 'carried', 'tested'];
const OBJECTS = ['the harbour', 'our boats', 'the school roof', 'a new pump', 'the northern field', 'the ticket office', 'all the windows', 'the water tower', 'a long fence', 'the archive', 'the tram line', 'the bakery'];
const ENDS = ['before winter', 'after the flood', 'in the morning', 'with borrowed money', 'for the children', 'during the strike', 'behind the station', 'against my advice', 'on a Sunday', 'near the border'];

/** One sentence of talk, with no filler, negation, number, name or hedge in it beyond those of the lists. */
export const sentence: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...VERBS), fc.constantFrom(...OBJECTS), fc.constantFrom(...ENDS))
  .map(([subject, verb, object, end]) => `${subject[0]!.toUpperCase()}${subject.slice(1)} ${verb} ${object} ${end}.`);

/** A talk of 10 sentences that have no word in common but articles: passages of it cannot be taken for each other. */
export const variedTalk: fc.Arbitrary<readonly string[]> = fc
  .tuple(...[SUBJECTS, VERBS, OBJECTS, ENDS].map((list) => fc.shuffledSubarray(list, { minLength: ENDS.length, maxLength: ENDS.length })))
  .map(([subjects, verbs, objects, ends]) => subjects!.map((subject, n) => `${subject[0]!.toUpperCase()}${subject.slice(1)} ${verbs![n]!} ${objects![n]!} ${ends![n]!}.`));

/** A talk of 12 to 40 sentences, of which no two begin with the same three words: a sentence with another ending would be a better find than two pieces. */
export const talk: fc.Arbitrary<readonly string[]> = fc.uniqueArray(sentence, { minLength: 12, maxLength: 40, selector: (words) => words.split(' ').slice(0, 3).join(' ') });
