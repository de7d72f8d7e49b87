import type { FieldRecord } from '../src/domain/record.ts';
import { doiAddress, readDoi, type Source } from '../src/domain/source.ts';
import { sourcesOf } from '../src/store/queries.ts';
import { readUrl } from './field-formats.ts';
import { today } from './time-label.ts';

/** Sources offered at once; more words find the others. */
const OFFERED = 30;

/** What is known of a source that is about to be entered: its title, its address or its DOI, and that it was opened today. */
export interface NewSource {
  readonly title?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly accessed: string;
}

/** Something to pick: a source of the desk, or a new one made of what was typed. */
export type SourceOption = { readonly source: Source } | { readonly fields: NewSource };

/**
 * The sources in which every word of a text occurs, in title, publisher, author, address or DOI: first those whose title starts
 * with it, then those that have it in the title. Last, for any text, the new source it would make.
 */
export function findSources(sources: ReadonlyMap<string, FieldRecord>, text: string, most = OFFERED): readonly SourceOption[] {
  const doi = readDoi(text);
  const words = fold(doi ?? text).split(/\s+/).filter(word => word !== '');
  const ranked: { source: Source; rank: number }[] = [];
  for (const source of sourcesOf(sources)) {
    const title = fold(source.title);
    const all = `${title}\n${fold(`${source.publisher}\n${source.author}\n${source.url}\n${source.doi}`)}`;
    if (!words.every(word => all.includes(word))) continue;
    const inTitle = words.every(word => title.includes(word));
    ranked.push({ source, rank: words.length === 0 || title.startsWith(words[0]!) ? 0 : inTitle ? 1 : 2 });
  }
  const found: SourceOption[] = ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ source }) => ({ source }));
  return words.length === 0 ? found : [...found, { fields: newSource(text) }];
}

/** The source that a typed text would make: with that DOI or address where it is one, else with that title. */
export function newSource(text: string): NewSource {
  const typed = text.trim();
  const doi = readDoi(typed);
  if (doi !== null) return { doi, url: doiAddress(doi), accessed: today() };
  const url = readUrl(typed);
  return { ...(url === null ? { title: typed } : { url }), accessed: today() };
}

/** Case and accents folded away, so that "resume" finds "Résumé". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
