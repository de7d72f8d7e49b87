/**
 * Stands in for the packages with which Citation.js fetches addresses: the build puts it in their place. Bibliographies are read
 * from what is given, and nothing is ever requested; what does so all the same is refused.
 */
export default function refuse(): never {
  throw new TypeError('Nothing is fetched here');
}

/** What the library asks of the headers of answers; it never gets one. */
export class Headers {}
