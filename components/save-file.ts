/** Offers a text as a file to save. No request is made: the address is of the page's own memory. */
export function saveFile(text: string, name: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn; a minute is more than it ever takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name made of a title. */
export function fileNameFor(title: string, extension: string): string {
  const name = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase();
  return `${name || 'article'}${extension.startsWith('.') ? '' : '.'}${extension}`;
}
