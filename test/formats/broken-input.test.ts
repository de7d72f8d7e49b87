import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import { detectFormat } from '../../src/formats/formats.ts';
import { readNative, writeNative } from '../../src/formats/native.ts';
import { maxLength } from '../../src/formats/parse-json.ts';
import { readWebAnnotations, writeWebAnnotations } from '../../src/formats/web-annotation.ts';
import { arbitraryWork } from './arbitrary-work.ts';
import { brokenFiles, soundFile } from './broken-files.ts';

/** Milliseconds for a law: a busy machine takes a while over many random desks. */
const patience = 60_000;

/** What a reader throws; undefined when it reads. */
function errorOf(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    return error;
  }
}

const target = { article: 'a1', version: 'v1', text: 'Chips may reach $200 billion.' };

describe('a broken native file', () => {
  it('is the sound one, broken', () => {
    expect(errorOf(() => readNative(JSON.stringify(soundFile())))).toBeUndefined();
  });

  it.each(brokenFiles.map(({ name, ...rest }) => [name, rest] as const))('with %s says so', (_, { file, problem, message }) => {
    const error = errorOf(() => readNative(file));
    expect(error).toBeInstanceOf(FormatError);
    expect({ ...(error as FormatError), message: (error as FormatError).message }).toMatchObject({ problem, message });
    expect(message.startsWith((error as FormatError).path)).toBe(true);
  });

  it('over 50 million characters is refused before it is read', () => {
    const error = errorOf(() => readNative(' '.repeat(maxLength + 1)));
    expect(error).toMatchObject({ problem: 'too-large', message: 'The file has 50.1 million characters; at most 50 million are read. Export it again without its history, or split it.' });
  });
});

describe('broken annotations', () => {
  it.each([
    ['', 'empty', 'The file is empty. Choose the file that was exported, or export it again.'],
    ['{"type": "Annotation"', 'damaged', 'The file is cut off: it ends in the middle, in line 1. It was not saved or sent completely; get it again.'],
    ['7', 'foreign', 'This is JSON, but there are no W3C Web Annotations in it. Choose a file that holds an Annotation, an AnnotationPage or an AnnotationCollection.'],
    ['{"rows": []}', 'foreign', 'This is JSON, but there are no W3C Web Annotations in it. Choose a file that holds an Annotation, an AnnotationPage or an AnnotationCollection.'],
    ['{"type": "AnnotationCollection", "total": 3, "first": "https://example.org/page1"}', 'invalid',
      'first: only names its pages by their addresses, and nothing is fetched. Save the collection with its pages inside, or save the pages and import those.'],
  ])('%s: %s', (file, problem, message) => {
    expect(errorOf(() => readWebAnnotations(file, target))).toMatchObject({ problem, message });
  });

  it('are refused when there are more than anybody can go through', () => {
    const file = JSON.stringify(Array.from({ length: 20_001 }, () => ({ type: 'Annotation' })));
    expect(errorOf(() => readWebAnnotations(file, target))).toMatchObject({ problem: 'too-large', message: 'The file holds 20001 annotations; at most 20000 are read at a time. Split it.' });
  });
});

/** A file after something went wrong with it: cut off, a piece gone, doubled or replaced, one value put for another. */
const accident = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(200) }),
  fc.record({ kind: fc.constant('put' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), text: fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', '\ud800', 'null', '1e999') }),
  fc.record({ kind: fc.constant('value' as const), which: fc.nat(), value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, -1, 1e300, '', [], {}, true, 'urn:uuid:x')) }),
  fc.record({ kind: fc.constant('key' as const), which: fc.nat(), key: fc.constantFrom('__proto__', 'constructor', 'id', 'type', 'evidence', 'evidence/x', '', 'disputes', 'refinedBy', 'items') }),
);

type Accident = typeof accident extends fc.Arbitrary<infer Kind> ? Kind : never;

function happen(file: string, what: Accident): string {
  if (what.kind === 'value' || what.kind === 'key') {
    const root = JSON.parse(file) as unknown;
    const places: { holder: Record<string, unknown>; key: string }[] = [];
    const walk = (holder: unknown): void => {
      if (typeof holder !== 'object' || holder === null) return;
      for (const key of Object.keys(holder)) {
        places.push({ holder: holder as Record<string, unknown>, key });
        walk((holder as Record<string, unknown>)[key]);
      }
    };
    walk(root);
    const { holder, key } = places[what.which % places.length]!;
    if (what.kind === 'value') holder[key] = what.value;
    else if (!Array.isArray(holder)) {
      Object.defineProperty(holder, what.key, { value: holder[key], enumerable: true, configurable: true, writable: true });
      if (what.key !== key) delete holder[key];
    }
    return JSON.stringify(root);
  }
  const at = Math.floor(what.at * file.length);
  switch (what.kind) {
    case 'cut':
      return file.slice(0, at);
    case 'drop':
      return file.slice(0, at) + file.slice(at + what.length);
    case 'double':
      return file.slice(0, at + what.length) + file.slice(at);
    case 'put':
      return file.slice(0, at) + what.text + file.slice(at + 1);
  }
}

describe('whatever happens to a file', () => {
  const accidents = fc.array(accident, { minLength: 1, maxLength: 3 });
  const damaged = (file: string, all: readonly Accident[]): string => {
    let result = file;
    for (const one of all) {
      try {
        result = happen(result, one);
      } catch {
        break; // no longer JSON, so no value of it can be replaced
      }
    }
    return result;
  };

  it('the native reader reads it, or says what is wrong with it', () => {
    fc.assert(fc.property(arbitraryWork, accidents, (work, all) => {
      const file = damaged(writeNative(work), all);
      const error = errorOf(() => {
        const { article, steps, versions, edits } = readNative(file);
        expect(typeof article).toBe('string');
        expect([steps, versions, edits].every(Array.isArray)).toBe(true);
      });
      if (error !== undefined) expect(error).toBeInstanceOf(FormatError);
    }), { numRuns: 400 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, patience);

  it('the reader of annotations reads it, or says what is wrong with it', () => {
    fc.assert(fc.property(arbitraryWork, accidents, ({ desk }, all) => {
      const file = damaged(writeWebAnnotations({ desk }), all);
      const error = errorOf(() => {
        const { report, edits } = readWebAnnotations(file, target, { desk });
        const { total, exact, moved, changed, ambiguous, lost } = report;
        expect(exact + moved + changed + ambiguous + lost).toBeLessThanOrEqual(total);
        expect(Array.isArray(edits)).toBe(true);
      });
      if (error !== undefined) expect(error).toBeInstanceOf(FormatError);
    }), { numRuns: 400 });
  }, patience);

  it('its format is told, or why it has none', () => {
    fc.assert(fc.property(arbitraryWork, accidents, (work, all) => {
      const error = errorOf(() => expect(['native', 'w3c']).toContain(detectFormat(damaged(writeNative(work), all))));
      if (error !== undefined) expect(error).toBeInstanceOf(FormatError);
    }), { numRuns: 100 });
  }, patience);
});
