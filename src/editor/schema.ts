import { Schema, type AttributeSpec, type Attrs, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';
import { safeHref, safeImageSource } from './safe-address.ts';

// What an article can consist of. Parse rules expect HTML that was cleaned and put in order by read-html.ts; they stay
// strict all the same, because a document also arrives as JSON and, later, through the clipboard.
//
// Every text block must be drawn as one of TEXT_BLOCK_TAGS and nothing else may: src/editor/geometry.ts pairs the
// blocks of the text with these elements.

/** Elements that text blocks are drawn as; one element for each text block, in the order of the text. */
export const TEXT_BLOCK_TAGS = 'p,h1,h2,h3,h4,h5,h6,pre,figcaption,caption';

const DIRECTIONS = ['ltr', 'rtl'];

/** `dir` and `lang` of a block; null where the HTML had none. Direction is then found out from the text (`dir="auto"`). */
const blockAttributes = {
  dir: { default: null, validate: oneOfOrNull(DIRECTIONS) },
  lang: { default: null, validate: 'string|null' },
} satisfies { [name: string]: AttributeSpec };

const text = { default: '', validate: 'string' } satisfies AttributeSpec;
const pixels = { default: null, validate: wholeNumberOrNull } satisfies AttributeSpec;
const span = { default: 1, validate: wholeNumber } satisfies AttributeSpec;

const imageAttributes = {
  src: { default: '', validate: (value: unknown) => check(value === '' || safeImageSource(value) !== null, value) },
  alt: text,
  title: text,
  width: pixels,
  height: pixels,
} satisfies { [name: string]: AttributeSpec };

const nodes = {
  doc: { content: 'block+' },

  paragraph: block('p', { content: 'inline*', group: 'block' }),

  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 1, validate: oneOf([1, 2, 3, 4, 5, 6]) }, ...blockAttributes },
    parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, getAttrs: (dom: HTMLElement) => ({ level, ...readBlock(dom) }) })),
    toDOM: node => [`h${Number(node.attrs.level)}`, drawBlock(node), 0],
  },

  bullet_list: block('ul', { content: 'list_item+', group: 'block' }),

  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { start: { default: 1, validate: 'number' }, ...blockAttributes },
    parseDOM: [{ tag: 'ol', getAttrs: dom => ({ start: Number.parseInt(dom.getAttribute('start') ?? '1', 10) || 1, ...readBlock(dom) }) }],
    toDOM: node => ['ol', { ...drawBlock(node), start: node.attrs.start === 1 ? null : Number(node.attrs.start) }, 0],
  },

  list_item: block('li', { content: 'block+', defining: true }),

  blockquote: block('blockquote', { content: 'block+', group: 'block', defining: true }),

  /** Pictures and what else a figure shows, with its caption before or after. */
  figure: block('figure', { content: '(image | figcaption | block)+', group: 'block', isolating: true }),

  figcaption: block('figcaption', { content: 'inline*' }),

  /** A picture on its own; always in a figure. */
  image: image('figure/', { atom: true, draggable: false }),

  /** A picture amid text. */
  inline_image: image(undefined, { inline: true, group: 'inline', atom: true, draggable: false }),

  table: {
    ...block('table', { content: 'table_caption? table_row+', group: 'block', isolating: true }),
    // Around it, so that a wide table scrolls inside itself.
    toDOM: node => ['div', { class: 'table-scroll' }, ['table', drawBlock(node), 0]],
  },

  table_caption: block('caption', { content: 'inline*' }),

  table_row: { content: '(table_cell | table_header)*', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },

  table_cell: cell('td'),

  table_header: cell('th'),

  code_block: {
    ...block('pre', { content: 'text*', group: 'block', marks: '', code: true, defining: true }),
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: readBlock }],
    toDOM: node => ['pre', drawBlock(node), ['code', 0]],
  },

  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },

  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },

  text: { group: 'inline' },
} satisfies { [name: string]: NodeSpec };

const marks = {
  link: {
    attrs: { href: { validate: (value: unknown) => check(safeHref(value) !== null, value) }, title: text },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom: HTMLElement) => {
          const href = safeHref(dom.getAttribute('href'));
          return href === null ? false : { href, title: dom.getAttribute('title') ?? '' };
        },
      },
    ],
    // Checked again: a document that came as JSON may never have been parsed from HTML.
    toDOM: mark => ['a', { href: safeHref(mark.attrs.href), title: mark.attrs.title || null, rel: 'noopener noreferrer nofollow' }, 0],
  },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { tag: 'cite' }, { tag: 'dfn' }, { tag: 'var' }], toDOM: () => ['em', 0] },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: notNormal }], toDOM: () => ['strong', 0] },
  underline: { parseDOM: [{ tag: 'u' }, { tag: 'ins' }], toDOM: () => ['u', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
  sub: { excludes: 'sup sub', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
  sup: { excludes: 'sup sub', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
  code: { parseDOM: [{ tag: 'code' }, { tag: 'kbd' }, { tag: 'samp' }, { tag: 'tt' }], toDOM: () => ['code', 0] },
} satisfies { [name: string]: MarkSpec };

/** The schema of every article. Changing it changes what stored documents mean: add, do not rename. */
export const schema: Schema<keyof typeof nodes, keyof typeof marks> = new Schema({ nodes, marks });

function block(tag: string, spec: NodeSpec): NodeSpec {
  return {
    ...spec,
    attrs: blockAttributes,
    parseDOM: [{ tag, getAttrs: readBlock }],
    toDOM: (node): DOMOutputSpec => [tag, drawBlock(node), 0],
  };
}

function cell(tag: 'td' | 'th'): NodeSpec {
  return {
    content: 'block+',
    isolating: true,
    attrs: { colspan: span, rowspan: span, ...blockAttributes },
    parseDOM: [
      {
        tag,
        getAttrs: dom => ({ colspan: readSpan(dom.getAttribute('colspan')), rowspan: readSpan(dom.getAttribute('rowspan')), ...readBlock(dom) }),
      },
    ],
    toDOM: node => [tag, { ...drawBlock(node), colspan: beyondOne(node.attrs.colspan), rowspan: beyondOne(node.attrs.rowspan) }, 0],
  };
}

/**
 * `toDOM` is for copying and for printing to HTML: an `img` with a remote `src` asks its host as soon as it exists
 * in a page's document. The article view draws pictures with image-view.ts instead.
 */
function image(context: string | undefined, spec: NodeSpec): NodeSpec {
  return {
    ...spec,
    attrs: imageAttributes,
    parseDOM: [{ tag: 'img', ...(context === undefined ? {} : { context, priority: 60 }), getAttrs: readImage }],
    toDOM: ({ attrs }) => [
      'img',
      { src: safeImageSource(attrs.src), alt: String(attrs.alt), title: attrs.title || null, width: attrs.width, height: attrs.height },
    ],
  };
}

function readBlock(dom: HTMLElement): Attrs {
  const dir = dom.getAttribute('dir')?.toLowerCase() ?? '';
  return { dir: DIRECTIONS.includes(dir) ? dir : null, lang: dom.getAttribute('lang') || null };
}

function drawBlock(node: Node): { [name: string]: string | null } {
  return { dir: typeof node.attrs.dir === 'string' ? node.attrs.dir : 'auto', lang: typeof node.attrs.lang === 'string' ? node.attrs.lang : null };
}

function readImage(dom: HTMLElement): Attrs {
  return {
    src: safeImageSource(dom.getAttribute('src')) ?? '',
    alt: dom.getAttribute('alt') ?? '',
    title: dom.getAttribute('title') ?? '',
    width: readPixels(dom.getAttribute('width')),
    height: readPixels(dom.getAttribute('height')),
  };
}

function readPixels(value: string | null): number | null {
  const pixels = Number.parseInt(value ?? '', 10);
  return pixels > 0 && pixels <= 20_000 ? pixels : null;
}

/** HTML's own limit for both; a larger one would make a layout that hangs the page. */
function readSpan(value: string | null): number {
  const cells = Number.parseInt(value ?? '', 10);
  return cells >= 1 ? Math.min(cells, 1000) : 1;
}

function beyondOne(cells: unknown): number | null {
  return typeof cells === 'number' && cells > 1 ? cells : null;
}

/** Google Docs wraps whatever is copied into a `b` that is not bold. */
function notNormal(dom: HTMLElement): false | null {
  return /font-weight:\s*(?:normal|400)/i.test(dom.getAttribute('style') ?? '') ? false : null;
}

function check(holds: boolean, value: unknown): void {
  if (!holds) throw new RangeError(`not allowed in an article: ${String(value).slice(0, 80)}`);
}

function oneOf(allowed: readonly unknown[]): (value: unknown) => void {
  return value => check(allowed.includes(value), value);
}

function oneOfOrNull(allowed: readonly unknown[]): (value: unknown) => void {
  return oneOf([...allowed, null]);
}

function wholeNumber(value: unknown): void {
  check(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 20_000, value);
}

function wholeNumberOrNull(value: unknown): void {
  if (value !== null) wholeNumber(value);
}
