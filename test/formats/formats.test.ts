import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { CodePoints } from '../../src/formats/code-points.ts';
import { findDamage } from '../../src/formats/find-damage.ts';
import { showPath } from '../../src/formats/format-error.ts';
import { detectFormat, formats, valueJson } from '../../src/formats/formats.ts';
import { idIri, toIri } from '../../src/formats/iri.ts';
import { readNative, writeNative } from '../../src/formats/native.ts';
import { parseJson } from '../../src/formats/parse-json.ts';
import { escapeToAscii, sortKeys, writeJson } from '../../src/formats/write-json.ts';
import { arbitraryWork } from './arbitrary-work.ts';

/** Milliseconds for a law: a busy machine takes a while over many random desks. */
const patience = 60_000;

describe('the table of formats', () => {
  it('knows its own files, whatever they are called', () => {
    fc.assert(fc.property(arbitraryWork, work => {
      for (const { id, write } of formats) if (write) expect(detectFormat(write(work), 'notes.txt')).toBe(id === 'native-public' ? 'native' : id);
    }), { numRuns: 30 });
  }, patience);

  it.each([
    ['{"version": 1, "format" : "claim-annotator"}', '', 'native'],
    ['[{"type": ["Annotation"], "target": {}}]', '', 'w3c'],
    ['{"@context": ["http://www.w3.org/ns/anno.jsonld"]}', '', 'w3c'],
    ['{"a": "{\\"format\\": \\"claim-annotator\\"}", "type": "Annotation"}', '', 'w3c'],
    ['{"target": "x"}', 'export.JSONLD', 'w3c'],
    ['{}', 'Chips.fact-check.json', 'native'],
    ['{}', 'Chips.public.fact-check.json', 'native'],
  ])('tells %s %s by what is in it, else by its name', (text, name, id) => {
    expect(detectFormat(text, name)).toBe(id);
  });

  it('says that other JSON is none of them', () => {
    expect(() => detectFormat('{"rows": []}')).toThrow('This is JSON, but of none of the formats that can be read: Fact check (JSON), W3C Web Annotations (JSON-LD). Choose another file.');
    expect(() => detectFormat('')).toThrow('The file is empty.');
  });
});

describe('the value of a form', () => {
  it('is one line of ASCII that HTML leaves alone, and the same file', () => {
    fc.assert(fc.property(arbitraryWork, work => {
      const value = valueJson(work);
      expect(value).toMatch(/^[ !"#$%(-;=?-~]*$/);
      expect(JSON.parse(value)).toEqual(JSON.parse(writeNative(work)));
      const { authored: _, ...contents } = readNative(writeNative(work));
      expect(readNative(value)).toMatchObject(contents);
    }), { numRuns: 30 });
  }, patience);

  it('escapes every character that could end a string, a script or an attribute', () => {
    expect(escapeToAscii('"</script>&\'\u2028é\u{1f9ea}"')).toBe('"\\u003c/script\\u003e\\u0026\\u0027\\u2028\\u00e9\\ud83e\\uddea"');
  });
});

describe('JSON text', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    fc.assert(fc.property(fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as Json), value => {
      const turned = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).reverse()) : part) as Json;
      expect(writeJson(sortKeys(turned), 1)).toBe(writeJson(sortKeys(value), 1));
    }));
  });

  it('has U+FFFD for lone surrogates, in and out, and leaves escaped backslashes alone', () => {
    expect(writeJson('a\ud800b\\ud800\ude00', 0)).toBe('"a\ufffdb\\\\ud800\ufffd"');
    expect(parseJson('["\\ud83e", "\\ud83e\\uddea", "\\\\ud83e", "\ud83e"]')).toEqual(['\ufffd', '\u{1f9ea}', '\\ud83e', '\ufffd']);
    expect(parseJson('{"\\udc00": 1}')).toEqual({ '\ufffd': 1 });
  });

  it('with __proto__ in it is read as it stands and reaches no prototype', () => {
    const value = parseJson('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}, "x": "\\ud800"}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'x']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the place of a fault in JSON', () => {
  const list = fc.array(fc.jsonValue({ maxDepth: 4 }), { minLength: 1 }).map(value => JSON.stringify(value, null, 1));

  it('is the end, cut off, for whatever goes on as JSON', () => {
    fc.assert(fc.property(list, fc.nat(), (json, at) => {
      const start = json.slice(0, 1 + (at % (json.length - 1)));
      expect(findDamage(start)).toMatchObject({ cutOff: true, line: start.split('\n').length });
    }));
  });

  it('is where a character stands that JSON has nowhere, or the word begins that it breaks', () => {
    fc.assert(fc.property(list, fc.nat(), (json, at) => {
      const place = at % json.length;
      const { line, column, cutOff } = findDamage(`${json.slice(0, place)}\u0001${json.slice(place)}`);
      const found = json.slice(0, place).split('\n').slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
      expect(cutOff).toBe(false);
      expect(found).toBeLessThanOrEqual(place);
      expect(json.slice(found, place)).toMatch(/^(?:\\u?[\da-f]{0,3}|[a-z]{0,4}|-?[\d.e+-]*)$/);
    }));
  });
});

describe('paths', () => {
  it('read as people write them', () => {
    expect(showPath(['annotations', 3, 'anchors', 0, 'end'])).toBe('annotations[3].anchors[0].end');
    expect(showPath([2, 'fc:extra', 'a b', 'x-desk', 'schön'])).toBe('[2]["fc:extra"]["a b"].x-desk.schön');
  });
});

describe('addresses', () => {
  it.each([
    ['https://example.org/report', 'https://example.org/report'],
    ['https://example.org/ünï?q=a b', 'https://example.org/%C3%BCn%C3%AF?q=a%20b'],
    ['https://example.org/100%/a%20b', 'https://example.org/100%25/a%20b'],
    ['https://example.org/a[1]#x#y', 'https://example.org/a%5B1%5D#x%23y'],
    ['http://[::1]:80/x', 'http://[::1]:80/x'],
    [' https://example.org ', 'https://example.org'],
    ['doi:10.1000/182', 'doi:10.1000/182'],
    ['urn:uuid:01234567-89ab-4cde-8f01-23456789abcd', 'urn:uuid:01234567-89ab-4cde-8f01-23456789abcd'],
    ['https://example.org/\ud800', 'https://example.org/%EF%BF%BD'],
    ['www.example.org', null],
    ['page 12', null],
    ['note: see there', null],
    ['https://', null],
    ['http://a:b:c/', null],
    ['', null],
  ])('%s is written %s', (text, iri) => {
    expect(toIri(text)).toBe(iri);
  });

  it('are in ASCII, and stay when they are written again', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(0xff), fc.nat(0xffff)), { maxLength: 30 }).map(units => `https://example.org/${String.fromCharCode(...units)}`), text => {
      const iri = toIri(text);
      expect(iri).toMatch(/^[!-~]+$/);
      expect(toIri(iri!)).toBe(iri);
    }));
  });

  it('of ids are the ids where those are addresses, else made from them', () => {
    expect(idIri('urn:uuid:01234567-89ab-4cde-8f01-23456789abcd')).toBe('urn:uuid:01234567-89ab-4cde-8f01-23456789abcd');
    expect(idIri('chips-2025')).toMatch(/^urn:uuid:[\da-f-]{36}$/);
    expect(idIri('chips-2025')).toBe(idIri('chips-2025'));
  });
});

describe('code points', () => {
  it('are counted as a walk over the text counts them, there and back', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '\u{1f9ea}', '\ud83e', '\udde0', 'é', '\n') }), text => {
      const points = new CodePoints(text);
      const characters = [...text];
      expect(points.length).toBe(characters.length);
      for (let index = 0, offset = 0; index <= characters.length; offset += characters[index++]?.length ?? 0) {
        expect(points.fromUtf16(offset)).toBe(index);
        expect(points.toUtf16(index)).toBe(offset);
      }
    }));
  });
});
