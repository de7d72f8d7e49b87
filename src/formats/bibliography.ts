import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { Source } from '../domain/source.ts';
import { fault, wrong } from './check.ts';
import { cslOfSource, sourceOfCsl } from './csl.ts';
import { FormatError } from './format-error.ts';
import { parseJson } from './parse-json.ts';
import { sortKeys, writeJson } from './write-json.ts';

export type BibliographyId = 'csl-json' | 'bibtex' | 'ris';

/** A format in which other programs keep sources. */
export interface BibliographyFormat {
  readonly id: BibliographyId;
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
}

export const bibliographyFormats: readonly BibliographyFormat[] = [
  { id: 'csl-json', name: 'CSL-JSON', extension: '.csl.json', mediaType: 'application/vnd.citationstyles.csl+json' },
  { id: 'bibtex', name: 'BibTeX', extension: '.bib', mediaType: 'application/x-bibtex' },
  { id: 'ris', name: 'RIS', extension: '.ris', mediaType: 'application/x-research-info-systems' },
];

/** Most sources that are read at a time: more than a desk has, and few enough to be looked through. */
export const mostItems = 5000;

/** The format of a text by what stands in it. Null when it is none of these. */
export function detectBibliography(text: string): BibliographyId | null {
  if (/^\s*[[{]/.test(text)) return 'csl-json';
  if (/^[ \t\ufeff]*TY {1,2}- /m.test(text)) return 'ris';
  return /^\s*@\s*[a-z]+\s*[{(]/im.test(text) ? 'bibtex' : null;
}

/**
 * Reads the sources of a bibliography: the fields of each, as `Edit`s set them. Nothing is fetched, whatever addresses stand in it.
 *
 * @throws FormatError when it cannot be read as a whole
 */
export async function readBibliography(text: string): Promise<readonly { readonly [field: string]: Json }[]> {
  const format = detectBibliography(text);
  if (text.trim() === '') throw new FormatError('empty', 'There is nothing in it.');
  if (!format) throw new FormatError('foreign', 'This is none of the formats that can be read: CSL-JSON, BibTeX, RIS. Choose another file.');
  const items = format === 'csl-json' ? itemsOf(parseJson(text)) : await readByLibrary(text, format);
  if (items.length > mostItems) throw new FormatError('too-large', `The file holds ${items.length} sources; at most ${mostItems} are read at a time. Split it.`);
  const sources = items.map(sourceOfCsl).filter(fields => ['title', 'url', 'doi', 'publisher', 'author'].some(field => field in fields));
  if (sources.length === 0) throw new FormatError('foreign', 'There are no sources in it. Choose another file.');
  return sources;
}

/** Sources in a format of other programs. The same sources give the same bytes. */
export async function writeBibliography(format: BibliographyId, sources: readonly Source[]): Promise<string> {
  const items = distinct(sources.map(cslOfSource));
  if (format === 'csl-json') return writeJson(items.map(sortKeys), 2);
  const plugins = await loadLibrary();
  // Other types of CSL would come out as "undefined".
  const known = items.map(item => (String(item['type']) in risTypes || format === 'bibtex' ? item : { ...item, type: 'document' }));
  return String(plugins.output.format(format === 'bibtex' ? 'biblatex' : 'ris', known, { format: 'text' }));
}

const risTypes: { readonly [type: string]: true } = Object.fromEntries(
  ['article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'dataset', 'document', 'entry-encyclopedia', 'entry-dictionary',
    'graphic', 'hearing', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'pamphlet', 'paper-conference', 'patent', 'personal_communication',
    'post-weblog', 'report', 'song', 'speech', 'thesis', 'webpage'].map(type => [type, true]),
);

/** Items whose ids differ: two sources that came from files of two people may have the same key. */
function distinct(items: readonly JsonObject[]): readonly JsonObject[] {
  const used = new Set<string>();
  return items.map(item => {
    const own = String(item['id']);
    let id = own;
    for (let count = 2; used.has(id); count++) id = `${own}-${count}`;
    used.add(id);
    return id === own ? item : { ...item, id };
  });
}

function itemsOf(raw: Json): readonly JsonObject[] {
  const list: readonly Json[] = Array.isArray(raw) ? raw : isJsonObject(raw) && Array.isArray(raw['items']) ? (raw['items'] as readonly Json[]) : [raw];
  return list.map((item, index) => {
    if (!isJsonObject(item)) throw wrong([index], 'must be an object', item);
    const isItem = ['type', 'title', 'URL', 'DOI'].some(key => typeof item[key] === 'string');
    if (!isItem) throw fault([index], 'is no source in CSL-JSON: it has neither type, title, URL nor DOI');
    return item;
  });
}

async function readByLibrary(text: string, format: 'bibtex' | 'ris'): Promise<readonly JsonObject[]> {
  const plugins = await loadLibrary();
  try {
    // The type is given: left to itself the library would take an address for something to fetch.
    const items = plugins.input.chain(text, { forceType: format === 'bibtex' ? '@biblatex/text' : '@ris/file', generateGraph: false });
    return (JSON.parse(JSON.stringify(items)) as readonly Json[]).filter(isJsonObject).map(withoutGraph);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const where = /line (\d+)/.exec(error.message)?.[1];
    throw new FormatError('damaged', `This ${format === 'bibtex' ? 'BibTeX' : 'RIS'} file cannot be read${where ? `; the fault is in or before line ${where}` : ''}. Correct it, or export it again.`);
  }
}

/** Keys with a low line are the library's own. */
function withoutGraph(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !key.startsWith('_')));
}

/** The library is large and seldom needed: a chunk of its own. */
async function loadLibrary() {
  const [{ plugins }] = await Promise.all([import('@citation-js/core'), import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')]);
  return plugins;
}
