import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { cleanLine } from './clean-text.ts';
import type { TextMetadata } from './opened-text.ts';

/** Types of schema.org that describe a text, most telling first. */
const ARTICLE_TYPES = /(?:Article|BlogPosting|Report|OpEd|CreativeWork)$/;

/**
 * What a page says about its article: JSON-LD, then Open Graph and `article:*`, then other `meta` elements, then
 * what the page shows. Everything is read as data and taken for plain text.
 *
 * @param page An inert document, such as `DOMParser` gives: it is only read.
 */
export function readMetadata(page: Document): TextMetadata {
  const described = findArticle(page);
  const meta = metaOf(page);
  const heading = headingOf(page);
  const first = (...values: readonly (string | null | undefined)[]): string => values.map(value => cleanLine(value ?? '')).find(value => value !== '') ?? '';
  const publisher = first(nameOf(described?.publisher), meta('og:site_name'), meta('publisher'), meta('dc.publisher'), meta('application-name'));
  return {
    title: first(stringOf(described?.headline), meta('og:title'), meta('twitter:title'), heading, withoutSite(page.title, publisher)),
    byline: first(
      nameOf(described?.author),
      ...['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'].map(name => nameOnly(meta(name))),
      page.querySelector('[rel~="author"], [itemprop~="author"], .byline, .author')?.textContent?.slice(0, 200),
    ).replace(/^(?:by|von|par|por|door|av)\s+(?=\p{Lu})/iu, ''),
    publisher,
    published: readDate(
      stringOf(described?.datePublished),
      ...['article:published_time', 'og:published_time', 'date', 'pubdate', 'publishdate', 'dc.date', 'dc.date.issued', 'parsely-pub-date'].map(meta),
      ...[...page.querySelectorAll('time[pubdate], time[itemprop~="datePublished"], article time[datetime], header time[datetime], time[datetime]')].map(time => time.getAttribute('datetime')),
      page.querySelector('[itemprop~="datePublished"]')?.getAttribute('content'),
    ),
    language: readLanguage(page.documentElement.lang, stringOf(described?.inLanguage), meta('og:locale'), meta('content-language'), meta('dc.language')),
    url: readUrl(
      page.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
      meta('og:url'),
      stringOf(described?.url),
      stringOf(described?.mainEntityOfPage) || stringOf(isJsonObject(described?.mainEntityOfPage) ? described.mainEntityOfPage['@id'] : ''),
      savedFrom(page),
    ),
  };
}

/** The first date that is one, as ISO 8601; empty when none is. A date without a zone stays a day, because its hour means nothing. */
export function readDate(...values: readonly (string | null | undefined)[]): string {
  for (const value of values) {
    const text = value?.trim() ?? '';
    const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
    if (iso) {
      const [, day = '', hour, zone] = iso;
      if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) continue;
      return hour === undefined || zone === undefined ? day : `${day}T${hour}${zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
    }
    // Written dates: read as if in Greenwich, so that the day stays what was printed.
    const hasZone = /\b(?:GMT|UTC|Z|[+-]\d{4})\b/.test(text);
    const time = /\b\d{4}\b/.test(text) && text.length < 60 ? Date.parse(hasZone ? text : `${text} UTC`) : Number.NaN;
    if (!Number.isNaN(time)) return hasZone ? new Date(time).toISOString() : new Date(time).toISOString().slice(0, 10);
  }
  return '';
}

/** The first language tag that is one, in its canonical form; empty when none is. */
export function readLanguage(...values: readonly (string | null | undefined)[]): string {
  for (const value of values) {
    try {
      const [tag] = Intl.getCanonicalLocales((value ?? '').trim().split(',')[0]?.replaceAll('_', '-') ?? '');
      if (tag !== undefined) return tag;
    } catch {
      // not a BCP 47 tag: the next one
    }
  }
  return '';
}

/** The first address that is http or https and absolute; empty when none is. */
export function readUrl(...values: readonly (string | null | undefined)[]): string {
  for (const value of values) {
    try {
      const url = new URL(value ?? '');
      if (url.protocol === 'http:' || url.protocol === 'https:') return url.href;
    } catch {
      // relative or none: the next one
    }
  }
  return '';
}

function metaOf(page: Document): (name: string) => string {
  const contents = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '').toLowerCase();
    if (!contents.has(name)) contents.set(name, meta.getAttribute('content') ?? '');
  }
  return name => contents.get(name) ?? '';
}

function findArticle(page: Document): JsonObject | null {
  const found: JsonObject[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''), found, 0);
    } catch {
      // many pages have broken JSON-LD: what else they say is used
    }
  }
  return found[0] ?? null;
}

function collect(value: unknown, found: JsonObject[], depth: number): void {
  if (depth > 4) return;
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1);
  if (!isJsonObject(value)) return;
  const types = [value['@type']].flat();
  if (types.some(type => typeof type === 'string' && ARTICLE_TYPES.test(type))) found.push(value);
  collect(value['@graph'], found, depth + 1);
  collect(value.mainEntity, found, depth + 1);
}

function stringOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The name of a person or an organisation, or of several. */
function nameOf(value: Json | undefined): string {
  if (typeof value === 'string') return nameOnly(value);
  if (Array.isArray(value)) return value.map(nameOf).filter(name => name !== '').join(', ');
  return isJsonObject(value) ? nameOf(value.name) : '';
}

/** `article:author` is often the address of a profile. */
function nameOnly(value: string): string {
  return /^(?:https?:)?\/\//i.test(value.trim()) ? '' : value;
}

/** The only first-level heading, or the one in the article. */
function headingOf(page: Document): string {
  const heading = page.querySelector('article h1, main h1') ?? (page.querySelectorAll('h1').length === 1 ? page.querySelector('h1') : null);
  return heading?.textContent ?? '';
}

/** "Headline | The Paper" without the paper. */
function withoutSite(title: string, publisher: string): string {
  const [, head = '', tail = ''] = /^(.*\S)\s+[|–—·»-]\s+([^|–—·»]+)$/.exec(title) ?? [];
  const isSite = publisher !== '' ? tail.toLowerCase().includes(publisher.toLowerCase()) : head.length > tail.length;
  return head !== '' && isSite ? head : title;
}

/** Browsers note in a saved page where it came from. */
function savedFrom(page: Document): string {
  for (const node of page.childNodes) {
    const address = node.nodeType === Node.COMMENT_NODE ? /saved from url=\(\d+\)(\S+)/.exec(node.nodeValue ?? '')?.[1] : undefined;
    if (address !== undefined) return address;
  }
  return '';
}
