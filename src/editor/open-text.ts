import { cleanText } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { documentToJson, parseDocument } from './document.ts';
import { noMetadata, OpenTextError, type OpenedText, type TextMetadata } from './opened-text.ts';
import { looksLikeMarkdown, readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import { textOf } from './text-projection.ts';

export { OpenTextError, type OpenedText, type OpenTextProblem } from './opened-text.ts';

/** A text as it came: pasted, dropped or from a file. One of `html`, `text` and `bytes` is enough. */
export interface OpenTextInput {
  /** HTML from the clipboard or a page. Counts before `text` unless there is no text in it. */
  readonly html?: string;
  readonly text?: string;
  /** A file as it is; its encoding is found out. */
  readonly bytes?: Uint8Array;
  /** Its ending says whether it is HTML, Markdown or plain text. */
  readonly fileName?: string;
  /** MIME type, with or without a charset. */
  readonly mime?: string;
}

/** The longest text that is read, in UTF-16 units: twenty novels. Beyond it a page would be slow for hours. */
export const LARGEST_TEXT = 10_000_000;

/** The longest HTML that is read: pages saved in one file bring their pictures along. */
export const LARGEST_HTML = 30_000_000;

type Kind = 'html' | 'markdown' | 'plain';

/**
 * Reads a text of whatever kind: HTML, Markdown or plain text, told by file name, MIME type and looks.
 *
 * @throws OpenTextError when there is nothing to read, it is too much, or it is no text; its message says what to do.
 */
export async function openText(input: OpenTextInput): Promise<OpenedText> {
  const { html = '', bytes, fileName = '', mime = '' } = input;
  if (bytes) checkSize(bytes.length / 2, LARGEST_HTML);
  checkSize(html.length, LARGEST_HTML);
  if (html.trim() !== '') {
    const opened = await openHtml(html, noMetadata);
    if (opened) return opened;
  }
  const raw = bytes ? decodeText(bytes, mime) : (input.text ?? '');
  checkSize(raw.length, LARGEST_HTML);
  const text = cleanText(raw);
  checkReadable(raw, text);
  const opened = await openAs(kindOf(text, fileName, mime), text);
  if (!opened) throw new OpenTextError('empty', 'There is no text in it. Copy the text of the article itself and paste it, or choose another file.');
  return opened;
}

async function openAs(kind: Kind, text: string): Promise<OpenedText | null> {
  switch (kind) {
    case 'html':
      return openHtml(text, noMetadata);
    case 'markdown': {
      checkSize(text.length, LARGEST_TEXT);
      const { html, metadata } = await readMarkdown(text);
      return openHtml(html, metadata);
    }
    case 'plain':
      return openPlain(text);
  }
}

/** `known` counts before what the HTML says about itself. Null when there is no text in it. */
async function openHtml(html: string, known: TextMetadata): Promise<OpenedText | null> {
  // Loaded when it is first needed: plain text does without the sanitiser.
  const { readHtml } = await import('./read-html.ts');
  const { document, metadata, removed } = readHtml(html);
  const text = document ? textOf(document) : '';
  if (!document || text.trim() === '') return null;
  checkSize(text.length, LARGEST_TEXT);
  const field = (name: keyof TextMetadata): string => known[name] || metadata[name];
  return {
    document: documentToJson(document),
    text,
    title: field('title'),
    byline: field('byline'),
    publisher: field('publisher'),
    published: field('published'),
    language: field('language'),
    url: field('url'),
    removed,
  };
}

function openPlain(text: string): OpenedText | null {
  if (text.trim() === '') return null;
  checkSize(text.length, LARGEST_TEXT);
  const { document, title } = readPlainText(text);
  return { ...noMetadata, document, text: textOf(parseDocument(document)), title, removed: [] };
}

function kindOf(text: string, fileName: string, mime: string): Kind {
  if (/\.(?:x?html?|xht)$/i.test(fileName) || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(mime)) return 'html';
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(fileName) || /^text\/(?:x-)?markdown\b/i.test(mime)) return 'markdown';
  if (/^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html|<!--[\s\S]{0,500}?-->\s*<!doctype html)/i.test(text)) return 'html';
  if (/^\s*<(?:article|main|section|div|p|h[1-6])[\s>][\s\S]*<\/(?:article|main|section|div|p|h[1-6])>\s*$/i.test(text)) return 'html';
  return looksLikeMarkdown(text) ? 'markdown' : 'plain';
}

function checkSize(length: number, limit: number): void {
  if (length <= limit) return;
  const millions = Math.ceil(length / 1_000_000);
  throw new OpenTextError(
    'too-large',
    `This is too long: about ${millions} million characters, and at most ${limit / 1_000_000} million can be opened. Paste only the part that is to be checked.`,
  );
}

/** A file that was decoded as text all the same shows itself by the characters that were cleaned away. */
function checkReadable(raw: string, clean: string): void {
  const sample = raw.slice(0, 20_000);
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (odd > sample.length * 0.1 && odd > 8) {
    throw new OpenTextError('not-text', 'This looks like a damaged or encrypted file rather than a text. Open it in its own program, copy the text, and paste it.');
  }
  if (raw.length > 0 && clean.trim() === '' && odd > 0) throw new OpenTextError('not-text', 'There are only control characters in it. Copy the text of the article itself and paste it.');
}
