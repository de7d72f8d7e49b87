/** The largest picture that may live inside a document as a `data:` address, in characters: about 1.5 MB of picture. */
export const LARGEST_DATA_IMAGE = 2_000_000;

const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/i;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * An address that may stand in a link: http, https, mailto, or relative. Null for anything else (`javascript:`,
 * `data:`, `vbscript:`, `blob:`, `file:` ...), whatever white space and control characters hide the scheme.
 */
export function safeHref(address: unknown): string | null {
  return safe(address, ['http', 'https', 'mailto']);
}

/** An address that may stand in a picture: http, https, relative, or a `data:` picture of bounded size. Null for anything else. */
export function safeImageSource(address: unknown): string | null {
  return isDataImage(address) ? address : safe(address, ['http', 'https']);
}

/** True for a picture that is complete in itself, so that showing it asks nobody: png, jpeg, gif, webp or avif as base64. */
export function isDataImage(address: unknown): address is string {
  return typeof address === 'string' && address.length <= LARGEST_DATA_IMAGE && DATA_IMAGE.test(address);
}

/** The host that a picture or link would be loaded from; empty for relative addresses and those without a host. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return ''; // relative
  }
}

function safe(address: unknown, schemes: readonly string[]): string | null {
  if (typeof address !== 'string') return null;
  // Browsers strip these before they look for the scheme, so `java\nscript:` is one.
  const bare = address.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u2000-\u200f\u2028\u2029\ufeff]/g, '');
  if (bare === '') return null;
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined && !schemes.includes(scheme)) return null;
  return address.trim();
}
