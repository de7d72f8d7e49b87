import createPurifier, { type Config } from 'dompurify';
import { DOMParser as SchemaParser, type Node as DocumentNode } from 'prosemirror-model';
import { cleanText } from './clean-text.ts';
import { readMetadata } from './html-metadata.ts';
import type { TextMetadata } from './opened-text.ts';
import { RemovedParts, type RemovedPart } from './removed-parts.ts';
import { safeHref } from './safe-address.ts';
import { schema } from './schema.ts';
import { tidyDocument } from './tidy-document.ts';
import { dropHidden, dropRegions, frameImages, resolveAddresses, textLength, tidyBlocks, tidyCharacters, tidyImages } from './tidy-html.ts';

/** HTML that was read. */
export interface ReadHtml {
  /** Null when there is no text in it. */
  readonly document: DocumentNode | null;
  readonly metadata: TextMetadata;
  readonly removed: readonly string[];
}

const ALLOWED_TAGS =
  'html body div span p br hr h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd blockquote q pre code kbd samp tt var dfn cite em i strong b u ins s del strike sub sup small big mark abbr time data a ' +
  'img picture figure figcaption table caption thead tbody tfoot tr td th colgroup col article main section header footer nav aside menu address form fieldset legend label details summary center font ruby rb rt rp bdi bdo wbr';

/** Besides what the schema keeps, what tells hidden parts, regions and pictures apart. The tree is never shown, so styles do nothing. */
const ALLOWED_ATTRIBUTES = 'href src alt title width height dir lang colspan rowspan start class role hidden style';

const SANITISING: Config & { RETURN_DOM: true } = {
  ALLOWED_TAGS: ALLOWED_TAGS.split(' '),
  ALLOWED_ATTR: ALLOWED_ATTRIBUTES.split(' '),
  // Gone with what is in them; the content of other unknown elements stays.
  ADD_FORBID_CONTENTS: ['button', 'select', 'textarea', 'datalist', 'option', 'canvas', 'object', 'embed', 'applet', 'frameset', 'dialog', 'progress', 'meter'],
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
};

/** What the sanitiser's removals are called. Elements that are no loss to a reader are not told. */
const REMOVED_ELEMENTS: { readonly [name: string]: RemovedPart } = {
  script: 'script', style: 'style', iframe: 'embed', object: 'embed', embed: 'embed', applet: 'embed', video: 'embed', audio: 'embed', frame: 'embed',
  svg: 'drawing', canvas: 'drawing', math: 'formula', button: 'field', input: 'field', select: 'field', textarea: 'field',
};

/**
 * Reads HTML, a whole page or a piece of one: DOMPurify first, then order is made, then the schema takes what it knows. Nothing of the source
 * runs or is loaded: it is only ever parsed into documents that belong to no window.
 */
export function readHtml(source: string): ReadHtml {
  const html = copiedPart(cleanText(source));
  const removed = new RemovedParts();
  const metadata = readMetadata(new DOMParser().parseFromString(html, 'text/html'));
  const page = sanitise(html, removed);
  const root = /<(?:html|head|body)[\s>]/i.test(html) ? articleOf(page, removed) : page;
  dropHidden(root, removed);
  dropRegions(root, removed);
  tidyImages(root, removed);
  dropUnsafeLinks(root, removed);
  resolveAddresses(root, metadata.url);
  tidyCharacters(root);
  tidyBlocks(root, metadata.language);
  frameImages(root);
  const document = tidyDocument(SchemaParser.fromSchema(schema).parse(root));
  return { document, metadata, removed: removed.inWords() };
}

/** What the clipboard holds is marked by comments; around it there may be the frame of a page. */
function copiedPart(html: string): string {
  return /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;
}

function sanitise(html: string, removed: RemovedParts): Element {
  const purifier = createPurifier(window);
  const page = purifier.sanitize(html, SANITISING);
  for (const entry of purifier.removed) {
    if ('element' in entry) {
      const part = REMOVED_ELEMENTS[entry.element.nodeName.toLowerCase()];
      if (part) removed.add(part);
    } else if (entry.attribute?.name.startsWith('on')) {
      removed.add('handler');
    } else if (entry.attribute?.name === 'href' && entry.from.nodeName === 'A') {
      removed.add('link');
    } else if (entry.attribute?.name === 'src' && entry.from.nodeName === 'IMG') {
      removed.add('image');
    }
  }
  const body = page instanceof Element ? page.querySelector('body') : null;
  if (!body) throw new TypeError(`the sanitiser gave a "${page.nodeName}" without a body`);
  return body;
}

/** The element with the article when exactly one can be it; else the whole body, without the page's header. */
function articleOf(body: Element, removed: RemovedParts): Element {
  for (const selector of ['article', 'main, [role="main"]']) {
    const candidates = [...body.querySelectorAll(selector)].filter(element => !element.parentElement?.closest(`${selector}, aside, nav, footer`));
    const total = candidates.reduce((sum, element) => sum + textLength(element), 0);
    // Teasers of other articles are articles, too.
    const found = candidates.filter(element => textLength(element) > Math.max(total * 0.6, 80));
    if (found.length !== 1 || !found[0]) continue;
    if (textLength(body) > textLength(found[0])) removed.add('outside');
    return found[0];
  }
  for (const header of body.querySelectorAll(':scope > header, [role="banner"]')) {
    if (header.querySelector('h1')) continue;
    removed.add('header');
    header.remove();
  }
  return body;
}

function dropUnsafeLinks(root: Element, removed: RemovedParts): void {
  for (const link of root.querySelectorAll('a[href]')) {
    if (safeHref(link.getAttribute('href')) !== null) continue;
    if (link.getAttribute('href') !== '') removed.add('link');
    link.removeAttribute('href');
  }
}
