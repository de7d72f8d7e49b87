import { FormatError } from './format-error.ts';
import { nativeFormat, readNative, writeNative, type NativeContents, type NativeOptions, type NativeSource } from './native.ts';
import { parseJson } from './parse-json.ts';
import type { TargetText } from './place-targets.ts';
import { readWebAnnotations, writeWebAnnotations, type ImportedAnnotations, type ReadWebAnnotationsOptions } from './web-annotation.ts';
import { escapeToAscii } from './write-json.ts';

export type FormatId = 'native' | 'w3c';

/** A file format. A further one is a file of its own and a row in `formats`. */
export interface Format {
  readonly id: FormatId;
  /** What people call it. */
  readonly name: string;
  /** What it is good for, in one sentence. */
  readonly description: string;
  /** With its dot; the last part of the names of its files. */
  readonly extension: string;
  readonly mediaType: string;
  /** True for the beginning of such a file; cheap, and right for files that are what they seem. */
  readonly looksLike: (text: string) => boolean;
  readonly write?: (source: NativeSource) => string;
  /** Reads a whole article. Throws `FormatError`. */
  readonly read?: (text: string) => NativeContents;
  /** Reads annotations into an article that is open. Throws `FormatError`. */
  readonly readInto?: (text: string, target: TargetText, options?: ReadWebAnnotationsOptions) => ImportedAnnotations;
}

/** All formats, the one that loses nothing first. */
export const formats: readonly Format[] = [
  {
    id: 'native',
    name: 'Fact check (JSON)',
    description: 'Everything: text, marks, evidence, verdicts and history, for another machine or a backup.',
    extension: '.fact-check.json',
    mediaType: 'application/json',
    looksLike: text => text.includes(`"${nativeFormat}"`) && new RegExp(`"format"\\s*:\\s*"${nativeFormat}"`).test(text),
    write: source => writeNative(source),
    read: text => readNative(text),
  },
  {
    id: 'w3c',
    name: 'W3C Web Annotations (JSON-LD)',
    description: 'Marks, verdicts and evidence in the standard that other annotation tools read.',
    extension: '.jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    looksLike: text => /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"(?:oa:)?Annotation(?:Page|Collection)?"/.test(text),
    write: source => writeWebAnnotations(source),
    readInto: readWebAnnotations,
  },
];

/**
 * The format of a text from outside, by what stands in it; where that says nothing, by the name of its file.
 *
 * @throws FormatError when it is no JSON at all, or of no format that is read here
 */
export function detectFormat(text: string, fileName = ''): FormatId {
  const name = fileName.toLowerCase();
  const found = formats.find(format => format.looksLike(text)) ?? formats.find(format => name.endsWith(format.extension));
  if (found) return found.id;
  parseJson(text);
  throw new FormatError('foreign', `This is JSON, but of none of the formats that can be read: ${formats.map(format => format.name).join(', ')}. Choose another file.`);
}

/**
 * The native file as one line of ASCII that HTML cannot break: for attributes, form fields and `<script>` blocks. It is
 * the value of the element in a form.
 */
export function valueJson(source: NativeSource, options: Omit<NativeOptions, 'indent'> = {}): string {
  return escapeToAscii(writeNative(source, { ...options, indent: 0 }));
}
