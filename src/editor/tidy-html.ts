import { cleanText } from './clean-text.ts';
import type { RemovedParts } from './removed-parts.ts';

// Puts sanitised HTML in order before the schema reads it. All functions change the tree they are given.

const BLOCK = /^(?:address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** Block elements that prosemirror-model takes for inline ones. */
const UNKNOWN_BLOCKS = 'main, nav, details, summary, dt, center, legend';

const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|a11y-hidden)(?:\s|$)/;
const EMOJI_CLASS = /(?:^|\s)(?:emoji|wp-smiley|twemoji)(?:\s|$)/;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Quotation marks for `<q>`, which browsers draw by style sheets: as words of the article they must be in its text. */
const QUOTES: { readonly [language: string]: readonly [string, string] } = { de: ['„', '“'], fr: ['« ', ' »'], es: ['«', '»'], it: ['«', '»'], ru: ['«', '»'], ja: ['「', '」'], zh: ['“', '”'] };

/** Drops what a reader would not have seen: hidden elements and texts for screen readers only. */
export function dropHidden(root: Element, removed: RemovedParts): void {
  for (const element of root.querySelectorAll('[hidden], [style], [class]')) {
    if (element.hasAttribute('hidden') || HIDDEN_STYLE.test(element.getAttribute('style') ?? '') || HIDDEN_CLASS.test(element.className)) {
      if (hasText(element) && root.contains(element)) removed.add('hidden');
      element.remove();
    }
  }
}

/** Drops parts of a page that are not its text, unless they hold most of it, as a form around a whole page does. */
export function dropRegions(root: Element, removed: RemovedParts): void {
  const regions = [
    ['nav, [role="navigation"], [role="search"], menu', 'navigation'],
    ['aside, [role="complementary"]', 'aside'],
    ['footer, [role="contentinfo"]', 'footer'],
    ['form', 'form'],
  ] as const;
  for (const [selector, part] of regions) {
    for (const element of root.querySelectorAll(selector)) {
      // In a block quote the footer names who said it.
      if (!root.contains(element) || (part === 'footer' && element.closest('blockquote, figure'))) continue;
      if (textLength(element) * 2 > textLength(root)) continue;
      if (hasText(element)) removed.add(part);
      element.remove();
    }
  }
}

/** Drops tracking pixels, writes emoji as text, and finds the address of pictures that a script would have loaded. */
export function tidyImages(root: Element, removed: RemovedParts): void {
  for (const image of root.querySelectorAll('img')) {
    const alt = image.getAttribute('alt') ?? '';
    if (EMOJI_CLASS.test(image.className) && alt !== '') {
      image.replaceWith(alt);
      continue;
    }
    const later = image.dataset.src ?? image.dataset.lazySrc ?? image.dataset.original;
    const source = image.getAttribute('src') ?? '';
    if (later !== undefined && (source === '' || source.startsWith('data:'))) image.setAttribute('src', later);
    if (isPixel(image)) {
      removed.add('pixel');
      image.remove();
    } else if (!image.getAttribute('src') && alt === '') {
      image.remove();
    }
  }
}

/** Puts pictures that stand on their own into figures; those amid text stay. */
export function frameImages(root: Element): void {
  for (const image of root.querySelectorAll('img')) {
    if (image.closest('figure, h1, h2, h3, h4, h5, h6, figcaption, caption')) continue;
    let top: Element = image;
    while (top.parentElement && top.parentElement !== root && !isBlock(top.parentElement)) top = top.parentElement;
    if (isAmidText(top)) continue;
    const parent = top.parentElement;
    if (parent?.localName === 'p') rename(parent, 'figure');
    else wrap(top, 'figure');
  }
}

/** Replaces elements that mean something by their words, and blocks that the schema's parser does not know by ones that it does. */
export function tidyBlocks(root: Element, language: string): void {
  for (const quote of root.querySelectorAll('q')) {
    const own = (quote.closest('[lang]')?.getAttribute('lang') ?? language).slice(0, 2).toLowerCase();
    const [open, close] = QUOTES[own] ?? ['“', '”'];
    quote.prepend(open);
    quote.append(close);
  }
  for (const element of root.querySelectorAll(UNKNOWN_BLOCKS)) rename(element, 'div');
  // Readings of East Asian characters are no part of the sentence.
  for (const reading of root.querySelectorAll('rt, rp')) reading.remove();
  for (const caption of root.querySelectorAll('figcaption, caption')) flatten(caption);
  for (const breaks of root.querySelectorAll('br')) splitAtDoubleBreak(breaks);
}

/** Resolves addresses against the page's own, where that is known. */
export function resolveAddresses(root: Element, url: string): void {
  if (url === '') return;
  for (const [selector, name] of [['a[href]', 'href'], ['img[src]', 'src']] as const) {
    for (const element of root.querySelectorAll(selector)) {
      const address = element.getAttribute(name) ?? '';
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
      try {
        element.setAttribute(name, new URL(address, url).href);
      } catch {
        element.removeAttribute(name);
      }
    }
  }
}

/** Cleans the characters of all text. */
export function tidyCharacters(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const clean = cleanText(text);
    if (clean !== text) node.nodeValue = clean;
  }
}

/** Length of an element's text without white space. */
export function textLength(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length;
}

function hasText(element: Element): boolean {
  return /\S/.test(element.textContent ?? '');
}

function isPixel(image: HTMLImageElement): boolean {
  const style = image.getAttribute('style') ?? '';
  const size = (name: 'width' | 'height'): number => {
    const value = image.getAttribute(name) ?? new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d+)`).exec(style)?.[1];
    return value === undefined ? Number.NaN : Number.parseInt(value, 10);
  };
  return size('width') <= 2 || size('height') <= 2;
}

function isBlock(element: Element): boolean {
  return BLOCK.test(element.localName);
}

function isAmidText(element: Element): boolean {
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    for (let node = element[side]; node; node = node[side]) {
      if (node instanceof Element && isBlock(node)) break;
      if (/\S/.test(node.textContent ?? '')) return true;
    }
  }
  return false;
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const attribute of ['dir', 'lang']) {
    const value = element.getAttribute(attribute);
    if (value !== null) renamed.setAttribute(attribute, value);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function wrap(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  element.replaceWith(wrapper);
  wrapper.append(element);
}

/** Makes one run of text out of blocks, with line breaks between them. */
function flatten(element: Element): void {
  for (const block of [...element.querySelectorAll('*')].filter(isBlock)) {
    if (block.previousSibling && hasText(element)) block.before(element.ownerDocument.createElement('br'));
    block.replaceWith(...block.childNodes);
  }
}

/** Two line breaks in a row are how old pages end a paragraph. */
function splitAtDoubleBreak(first: Element): void {
  const parent = first.parentElement;
  if (!parent || !isBlock(parent) || /^(?:pre|figcaption|caption|h[1-6])$/.test(parent.localName)) return;
  const run: ChildNode[] = [first];
  let breaks = 1;
  for (let node = first.nextSibling; node; node = node.nextSibling) {
    if (node instanceof Element && node.localName === 'br') breaks++;
    else if (node.nodeType !== Node.TEXT_NODE || /\S/.test(node.nodeValue ?? '')) break;
    run.push(node);
  }
  if (breaks < 2) return;
  const last = run.at(-1);
  if (parent.localName === 'p') {
    const rest = parent.ownerDocument.createElement('p');
    while (last?.nextSibling) rest.append(last.nextSibling);
    parent.after(rest);
  } else {
    // An empty paragraph ends the text before it, and is dropped later.
    first.before(parent.ownerDocument.createElement('p'));
  }
  for (const node of run) node.remove();
}
