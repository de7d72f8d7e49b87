import { looksLikeAudit, writeAudit } from './audit.ts';
import { FormatError } from './format-error.ts';
import { nativeFormat, readNative, writeNative, type NativeContents, type NativeOptions, type NativeSource } from './native.ts';
import { parseJson } from './parse-json.ts';
import type { TargetText } from './place-targets.ts';
import { readWebAnnotations, writeWebAnnotations, type ImportedAnnotations, type ReadWebAnnotationsOptions } from './web-annotation.ts';
import { escapeToAscii } from './write-json.ts';

export type FormatId = 'native' | 'native-public' | 'w3c' | 'audit';

/** A file format. A further one is a file of its own and a row in `formats`. */
export interface Format {
  readonly id: FormatId;
  /** What people call it. */
  readonly name: string;
  /** What it is good for, in one sentence. */
  readonly description: string;
  /** With its dot; the last part of the names of its files. */
  readonly extension: string;
  /** `public`: written without confidential sources (see `publicDesk`), fit to be published or handed on. `desk`: holds everything. */
  readonly audience: 'desk' | 'public';
  readonly mediaType: string;
  /** True for the beginning of such a file; cheap, and right for files that are what they seem. */
  readonly looksLike: (text: string) => boolean;
  readonly write?: (source: NativeSource) => string;
  /** Reads a whole article. Throws `FormatError`. */
  readonly read?: (text: string) => NativeContents;
  /** Reads annotations into an article that is open. Throws `FormatError`. */
  readonly readInto?: (text: string, target: TargetText, options?: ReadWebAnnotationsOptions) => ImportedAnnotations;
}

/** All formats, the one that loses nothing first. A public one is written from what `publicDesk` leaves. */
export const formats: readonly Format[] = [
  {
    id: 'native',
    name: 'Fact check (JSON)',
    description: 'Everything: text, marks, evidence, verdicts and history, for another machine or a backup.',
    extension: '.fact-check.json',
    audience: 'desk',
    mediaType: 'application/json',
    looksLike: text => text.includes(`"${nativeFormat}"`) && new RegExp(`"format"\\s*:\\s*"${nativeFormat}"`).test(text),
    write: source => writeNative(source),
    read: text => readNative(text),
  },
  {
    id: 'native-public',
    name: 'Fact check to hand on (JSON)',
    description: 'The same file for people outside the desk.',
    extension: '.public.fact-check.json',
    audience: 'public',
    mediaType: 'application/json',
    // A file that is read is a native one, whoever it was written for.
    looksLike: () => false,
    write: source => writeNative(source, { public: true }),
  },
  {
    id: 'w3c',
    name: 'W3C Web Annotations (JSON-LD)',
    description: 'Marks, verdicts and evidence in the standard that other annotation tools read.',
    extension: '.jsonld',
    audience: 'public',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    looksLike: text => /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"(?:oa:)?Annotation(?:Page|Collection)?"/.test(text),
    write: source => writeWebAnnotations(source),
    readInto: readWebAnnotations,
  },
  {
    id: 'audit',
    name: 'History (JSON Lines)',
    description: 'Every change with who, when, before and after, one a line, for an audit or another program. For the desk, like the fact check: confidential sources are in it.',
    extension: '.history.jsonl',
    audience: 'desk',
    mediaType: 'application/jsonl',
    looksLike: looksLikeAudit,
    write: writeAudit,
  },
];

/**
 * The format of a text from outside, by what stands in it; where that says nothing, by the name of its file.
 *
 * @throws FormatError when it is no JSON at all, or of no format that is read here
 */
export function detectFormat(text: string, fileName = ''): FormatId {
  const name = fileName.toLowerCase();
  const found = formats.find(format => format.looksLike(text)) ?? formats.find(format => name.endsWith(format.extension) && (format.read ?? format.readInto));
  if (found) return found.id;
  parseJson(text);
  throw new FormatError('foreign', `This is JSON, but of none of the formats that can be read: ${formats.filter(({ read, readInto }) => read ?? readInto).map(format => format.name).join(', ')}. Choose another file.`);
}

/**
 * The native file as one line of ASCII that HTML cannot break: for attributes, form fields and `<script>` blocks. It is
 * the value of the element in a form.
 */
export function valueJson(source: NativeSource, options: Omit<NativeOptions, 'indent'> = {}): string {
  return escapeToAscii(writeNative(source, { ...options, indent: 0 }));
}
