import { hashText } from '../../src/domain/article-version.ts';
import type { FormatProblem } from '../../src/formats/format-error.ts';

// A small native file, and what people, disks and programs do to it, with the message that each gets.

const text = 'Chips may reach $200 billion.\nNobody has confirmed it.';
const time = '2025-11-24T09:00:00.000Z';

/** Loose, as it is there to be broken. */
export type LooseFile = ReturnType<typeof JSON.parse>;

/** A sound file, made anew each time so that it can be broken. */
export function soundFile(): LooseFile {
  return {
    format: 'claim-annotator',
    version: 1,
    article: { id: 'a1', title: 'Chips', version: 'v1' },
    annotations: [
      {
        id: 'n1',
        type: 'claim',
        anchors: [{ version: 'v1', start: 0, end: 5, exact: 'Chips', prefix: '', suffix: ' may', placement: { version: 'v1', state: 'exact', start: 0, end: 5, confidence: 1 } }],
        evidence: [{ id: 'e1', source: 's1', excerpt: 'x' }],
        verdict: { scale: 'accuracy', scaleVersion: 1, rating: 'true', explanation: '', by: 'Ada', at: time, textHash: '' },
      },
      { id: 'n2', type: 'note', anchors: [], text: 'Ask.' },
    ],
    sources: [{ id: 's1', title: 'Report' }],
    versions: [{ id: 'v1', document: { type: 'doc' }, text, hash: hashText(text), at: time, by: 'Ada', origin: 'paste' }],
    steps: [
      {
        id: 't1', name: 'open', at: time, by: 'Ada', undoes: null,
        operations: [
          { id: 'o1', field: 'title', value: 'Chips', base: [], at: time, by: 'Ada' },
          { id: 'o2', annotation: 'n2', field: 'text', value: 'Ask.', base: ['o0'], at: time, by: 'Ada' },
        ],
      },
    ],
  };
}

/** A file that cannot be read. */
export interface BrokenFile {
  readonly name: string;
  readonly file: string;
  readonly problem: FormatProblem;
  readonly message: string;
  /** Whether the published schema refuses it as well. */
  readonly inSchema: boolean;
}

const advice = 'Correct it in the file, or take this part out.';
const idRule = 'must be an id: text without blanks, 1 to 300 characters, such as "urn:uuid:..."';
const timeRule = 'must be a date and time with zone, such as "2025-11-24T09:30:00Z"';
const sound = JSON.stringify(soundFile());

const raw = (name: string, file: string, problem: FormatProblem, message: string): BrokenFile => ({ name, file, problem, message, inSchema: false });

function part(name: string, breakIt: (file: LooseFile) => void, message: string, problem: FormatProblem = 'invalid', inSchema = true): BrokenFile {
  const file = soundFile();
  breakIt(file);
  return { name, file: JSON.stringify(file), problem, message, inSchema };
}

/** What a schema cannot see. */
const unseen = (name: string, breakIt: (file: LooseFile) => void, message: string): BrokenFile => part(name, breakIt, message, 'invalid', false);

export const brokenFiles: readonly BrokenFile[] = [
  raw('nothing in it', '', 'empty', 'The file is empty. Choose the file that was exported, or export it again.'),
  raw('blanks and a byte order mark only', '\ufeff \n\t', 'empty', 'The file is empty. Choose the file that was exported, or export it again.'),
  raw('a web page', '<!doctype html><p>Hello', 'foreign', 'This is a web page or XML, not JSON. Open it as an article, or choose the exported JSON file.'),
  raw('plain text', 'Chips may reach $200 billion.', 'foreign', 'This is plain text, not JSON. Open it as an article, or choose the exported JSON file.'),
  raw('its end cut off', sound.slice(0, 700), 'damaged', 'The file is cut off: it ends in the middle, in line 1. It was not saved or sent completely; get it again.'),
  raw('its end cut off in a string', '{"format": "claim-anno', 'damaged', 'The file is cut off: it ends in the middle, in line 1. It was not saved or sent completely; get it again.'),
  raw('a comma too many', '{\n  "format": "claim-annotator",\n}', 'damaged', 'This is not valid JSON: the fault is in line 3, column 1. Correct that place, or get the file again.'),
  raw('a comma missing', '{\n  "format": "claim-annotator"\n  "version": 1\n}', 'damaged', 'This is not valid JSON: the fault is in line 3, column 3. Correct that place, or get the file again.'),
  raw('something behind its end', `${sound}}`, 'damaged', `This is not valid JSON: the fault is in line 1, column ${sound.length + 1}. Correct that place, or get the file again.`),
  raw('single quotes', "{'format': 'claim-annotator'}", 'damaged', 'This is not valid JSON: the fault is in line 1, column 2. Correct that place, or get the file again.'),
  raw('a line break in a string', '{"format": "claim-\nannotator"}', 'damaged', 'This is not valid JSON: the fault is in line 1, column 19. Correct that place, or get the file again.'),
  raw('a list for an object', '[]', 'foreign', 'This is JSON, but not a fact check. Choose another file.'),
  raw('JSON of another kind', '{"rows": [], "total": 0}', 'foreign', 'This is JSON of another kind, not a fact check of claim-annotator. Choose the file that was exported as a fact check.'),
  raw('JSON-LD', '{"@context": "http://www.w3.org/ns/anno.jsonld"}', 'foreign', 'This is JSON of another kind, not a fact check of claim-annotator. It looks like JSON-LD: import it as W3C Web Annotations.'),
  raw('lists nested too deep', `{"format": "claim-annotator", "version": 1, "x": ${'['.repeat(2000)}${']'.repeat(2000)}}`, 'invalid',
    'Lists and objects are nested more than 500 deep. Nothing that people write is; get the file again from where it came from.'),
  raw('a number beyond all numbers', '{"format": "claim-annotator", "version": 1, "x": [1e999]}', 'invalid', 'x[0]: is a number too large to be read. Correct it, or write it as text.'),
  part('a newer version', file => (file.version = 2), 'The file has version 2 of the format; this program reads up to 1. Update claim-annotator and open it again.', 'newer-version'),
  part('no version', file => delete file.version, `version: is missing; it must be the whole number 1. ${advice}`),
  part('a version in quotation marks', file => (file.version = '1'), `version: must be the whole number 1, but is "1". ${advice}`),
  part('no article', file => delete file.article, `article: is missing; it must be an object. ${advice}`),
  part('an article without an id', file => delete file.article.id, `article.id: is missing; it ${idRule}. ${advice}`),
  part('a blank in an id', file => (file.article.id = 'my article'), `article.id: ${idRule}, but is "my article". ${advice}`),
  part('a number for a text', file => (file.article.title = 7), `article.title: must be text, but is 7. ${advice}`),
  unseen('a current version that is not there', file => (file.article.version = 'v9'), `article.version: must be the id of a version in this file, but is "v9". ${advice}`),
  unseen('evidence on the article', file => (file.article.evidence = []), `article.evidence: cannot stand here; only annotations have evidence. ${advice}`),
  part('an object for the annotations', file => (file.annotations = {}), `annotations: must be a list, but is an object. ${advice}`),
  part('an annotation that is a text', file => (file.annotations[0] = 'n1'), `annotations[0]: must be an object, but is "n1". ${advice}`),
  part('an annotation of an unknown type', file => (file.annotations[0].type = 'opinion'), `annotations[0].type: must be one of "claim", "quote", "note", "nothing-to-check", but is "opinion". ${advice}`),
  part('an annotation without a type', file => delete file.annotations[1].type, `annotations[1].type: is missing; it must be one of "claim", "quote", "note", "nothing-to-check". ${advice}`),
  unseen('an annotation twice', file => (file.annotations[1].id = 'n1'), `annotations[1].id: is used twice: "n1". ${advice}`),
  part('an unknown kind', file => (file.annotations[0].kind = 'rumour'),
    `annotations[0].kind: must be one of "number", "money", "statistic", "projection", "date", "name", "title", "place", "comparison", "superlative", "cause", "event", "definition", "law", "poll", "calculation", "description", "other", "", but is "rumour". ${advice}`),
  part('a text for the tags', file => (file.annotations[0].tags = 'chips'), `annotations[0].tags: must be a list of texts, but is "chips". ${advice}`),
  part('a tag that is a number', file => (file.annotations[0].tags = ['chips', 1]), `annotations[0].tags[1]: must be text, but is 1. ${advice}`),
  part('a creation without a zone', file => (file.annotations[0].createdAt = '2025-11-24T09:00'), `annotations[0].createdAt: ${timeRule}, but is "2025-11-24T09:00". ${advice}`),
  part('a creation on a bare date', file => (file.annotations[0].createdAt = '2025-11-24'), `annotations[0].createdAt: ${timeRule}, but is "2025-11-24". ${advice}`),
  unseen('a creation on a day that is none', file => (file.annotations[0].createdAt = '2025-11-44T09:00:00Z'), `annotations[0].createdAt: ${timeRule}, but is "2025-11-44T09:00:00Z". ${advice}`),
  part('an anchor without its words', file => delete file.annotations[0].anchors[0].exact, `annotations[0].anchors[0].exact: is missing; it must be text. ${advice}`),
  part('an offset before the text', file => (file.annotations[0].anchors[0].start = -1), `annotations[0].anchors[0].start: must be a whole number from 0, but is -1. ${advice}`),
  part('an offset between two characters', file => (file.annotations[0].anchors[0].end = 4.5), `annotations[0].anchors[0].end: must be a whole number from 0, but is 4.5. ${advice}`),
  unseen('an offset behind the text', file => (file.annotations[0].anchors[0].end = 9999), `annotations[0].anchors[0].end: must be at most 54, the length of the version's text, but is 9999. ${advice}`),
  unseen('ends the wrong way round', file => Object.assign(file.annotations[0].anchors[0], { start: 5, end: 3 }), `annotations[0].anchors[0].end: must not be before "start" (5), but is 3. ${advice}`),
  unseen('an anchor on a version that is not there', file => (file.annotations[0].anchors[0].version = 'v0'), `annotations[0].anchors[0].version: must be the id of a version in this file, but is "v0". ${advice}`),
  unseen('a placement behind the text', file => (file.annotations[0].anchors[0].placement.end = 55), `annotations[0].anchors[0].placement.end: must be at most 54, the length of the version's text, but is 55. ${advice}`),
  part('an unknown placement', file => (file.annotations[0].anchors[0].placement.state = 'sure'), `annotations[0].anchors[0].placement.state: must be one of "exact", "moved", "changed", "ambiguous", "lost", but is "sure". ${advice}`),
  part('a confidence in per cent', file => (file.annotations[0].anchors[0].placement.confidence = 90), `annotations[0].anchors[0].placement.confidence: must be a number from 0 to 1, but is 90. ${advice}`),
  part('a rating that is a number', file => (file.annotations[0].verdict.rating = 3), `annotations[0].verdict.rating: must be text, but is 3. ${advice}`),
  part('a verdict without a scale', file => delete file.annotations[0].verdict.scale, `annotations[0].verdict.scale: is missing; it ${idRule}. ${advice}`),
  part('a verdict that is a text', file => (file.annotations[0].verdict = 'true'), `annotations[0].verdict: must be an object, but is "true". ${advice}`),
  part('a verdict on a note', file => (file.annotations[1].verdict = { rating: 'true' }), `annotations[1].verdict.scale: is missing; it ${idRule}. ${advice}`),
  part('evidence without an id', file => delete file.annotations[0].evidence[0].id, `annotations[0].evidence[0].id: is missing; it ${idRule}. ${advice}`),
  part('a slash in the id of evidence', file => (file.annotations[0].evidence[0].id = 'e/1'), `annotations[0].evidence[0].id: must not contain "/", but is "e/1". ${advice}`),
  unseen('evidence twice', file => file.annotations[0].evidence.push({ id: 'e1' }), `annotations[0].evidence[1].id: is used twice: "e1". ${advice}`),
  part('an unknown stance', file => (file.annotations[0].evidence[0].stance = 'proves'), `annotations[0].evidence[0].stance: must be one of "supports", "refutes", "context", "nothing-found", but is "proves". ${advice}`),
  part('a dispute without values', file => (file.annotations[0].disputes = { text: 'x' }), `annotations[0].disputes.text: must be a list, but is "x". ${advice}`),
  part('a source without an id', file => delete file.sources[0].id, `sources[0].id: is missing; it ${idRule}. ${advice}`),
  unseen('a source twice', file => file.sources.push({ id: 's1' }), `sources[1].id: is used twice: "s1". ${advice}`),
  part('a document that is none', file => (file.versions[0].document = { type: 'paragraph' }), `versions[0].document.type: must be "doc", but is "paragraph". ${advice}`),
  unseen('a text that was changed', file => (file.versions[0].text += ' '), 'versions[0].hash: does not belong to the text beside it, so the text was changed after it was saved. Annotations would stand on other words: get the file again, or put the text back as it was.'),
  unseen('a version twice', file => file.versions.push(file.versions[0]), `versions[1].id: is used twice: "v1". ${advice}`),
  part('a version from nowhere', file => (file.versions[0].origin = 'dream'), `versions[0].origin: must be one of "paste", "file", "import", "page", "sample", "edit", but is "dream". ${advice}`),
  unseen('a step of another article', file => (file.steps[0].article = 'a2'), `steps[0].article: must be left out, null or "a1", but is "a2". ${advice}`),
  part('an operation without a value', file => delete file.steps[0].operations[0].value, `steps[0].operations[0].value: is missing; null takes a value away. ${advice}`),
  unseen('an operation twice', file => (file.steps[0].operations[1].id = 'o1'), `steps[0].operations[1].id: is used twice: "o1". ${advice}`),
  unseen('operations in the wrong order', file => (file.steps[0].operations[0].base = ['o2']), `steps[0].operations[0].base: names an operation that comes only later: "o2". ${advice}`),
  unseen('an operation with a value of the wrong shape', file => (file.steps[0].operations[1].value = 7), `steps[0].operations[1].value: must be text, but is 7. ${advice}`),
  unseen('an operation on what is no field', file => (file.steps[0].operations[1].field = 'createdAt'), `steps[0].operations[1].value: belongs to a field that cannot be set: "createdAt". ${advice}`),
  part('an operation on two things', file => (file.steps[0].operations[1].source = 's1'), `steps[0].operations[1].source: cannot stand beside "annotation". ${advice}`),
];
