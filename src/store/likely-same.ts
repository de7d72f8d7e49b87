import type { Json } from '../domain/json.ts';
import { doiAddress, readSource, type Source } from '../domain/source.ts';

/** An address without what does not tell pages apart; empty for what is none. */
export function pageOf(address: string): string {
  const match = /^https?:\/\/(?:www\.|m\.)?([^/?#]+)([^?#]*)(\?[^#]*)?/i.exec(address.trim());
  if (!match) return '';
  const query = (match[3] ?? '').slice(1).split('&').filter(part => part !== '' && !/^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|cmpid)=/i.test(part)).sort().join('&');
  return `${match[1]!.toLowerCase()}${match[2]!.replace(/\/+$/, '')}${query ? `?${query}` : ''}`;
}

/** A source that is not kept yet, of fields that a file says. */
export function draftSource(id: string, fields: { readonly [field: string]: Json }): Source {
  const heads = Object.entries(fields).map(([field, value]) => [field, [{ operation: field, value, at: '', by: '' }]] as const);
  return readSource({ id, article: null, fields: Object.fromEntries(heads), createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '' });
}

/** Some sources that are likely to be one. */
export interface LikelySame {
  readonly sources: readonly Source[];
  readonly why: 'doi' | 'address' | 'title';
}

/** Sources that are likely to be the same: by DOI, by address, or by title and publisher. The one known longest comes first. */
export function likelySame(sources: readonly Source[], createdAt: (id: string) => string): readonly LikelySame[] {
  const taken = new Set<string>();
  const found: LikelySame[] = [];
  const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const keys: readonly [LikelySame['why'], (source: Source) => string][] = [
    ['doi', ({ doi, url }) => doi.toLowerCase() || (/^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/i.exec(url)?.[1]?.toLowerCase() ?? '')],
    ['address', source => (source.doi !== '' && source.url === doiAddress(source.doi) ? '' : pageOf(source.url))],
    ['title', ({ title, publisher }) => (fold(title) === '' || fold(publisher) === '' ? '' : `${fold(title)}\n${fold(publisher)}`)],
  ];
  for (const [why, keyOf] of keys) {
    const groups = new Map<string, Source[]>();
    for (const source of sources) {
      const key = taken.has(source.id) ? '' : keyOf(source);
      if (key !== '') groups.set(key, [...(groups.get(key) ?? []), source]);
    }
    for (const group of groups.values()) {
      // What has two DOIs is two, whatever else is alike.
      if (group.length < 2 || (why !== 'doi' && new Set(group.map(({ doi }) => doi.toLowerCase()).filter(doi => doi !== '')).size > 1)) continue;
      for (const { id } of group) taken.add(id);
      found.push({ sources: group.sort((a, b) => (createdAt(a.id) < createdAt(b.id) ? -1 : 1)), why });
    }
  }
  return found;
}
