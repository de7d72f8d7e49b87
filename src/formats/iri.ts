import { idFrom } from './account.ts';

/**
 * An absolute address in ASCII, as RFC 3986 has it: other characters percent-encoded as UTF-8, escapes that are there
 * left alone. Null for a text that is no absolute address, such as `www.example.org` or `page 12`.
 */
export function toIri(text: string): string | null {
  const match = /^([a-z][a-z\d+.-]+:)(\/\/[^/?#]*)?([^#]*)(#[^]*)?$/i.exec(text.toWellFormed().trim());
  if (!match) return null;
  const [, scheme, authority, path, fragment] = match;
  if (authority === '//' || !(path || fragment || authority) || (!authority && /^\s/.test(path!))) return null;
  if (/^(?:https?|ftp|wss?):$/i.test(scheme!) && !URL.canParse(text)) return null;
  const isAddress = authority !== undefined && /^\/\/(?:[^@[\]]*@)?\[[\da-f:.]+\](?::\d*)?$/i.test(authority);
  const host = authority === undefined ? '' : isAddress ? authority : encodeRest(authority);
  return scheme! + host + encodeRest(path!) + (fragment === undefined ? '' : `#${encodeRest(fragment.slice(1)).replaceAll('#', '%23')}`);
}

/** Percent-encodes what no part of an address may hold; reserved characters stay, as they have a meaning there. */
function encodeRest(part: string): string {
  return part.replace(/%(?![\da-fA-F]{2})|[^\dA-Za-z_.~!$&'()*+,;=:@/?#%-]/gu, character => (character === '%' ? '%25' : encodeURIComponent(character)));
}

/** The address of a record: its id where that is one already, as ours are; else an id made from it. */
export function idIri(id: string): string {
  return toIri(id) === id ? id : idFrom(['id', id]);
}
