import { expect } from 'chai';
import { documentToJson, parseDocument } from '../../src/editor/document.ts';
import { openText } from '../../src/editor/open-text.ts';
import { readHtml } from '../../src/editor/read-html.ts';
import { textOf } from '../../src/editor/text-projection.ts';

declare global {
  /** Set by every attack that runs. */
  var canary: string | undefined;
}

/** A short notation of the document: `p(one em(two))`. */
function outline(html: string): string {
  const { document } = readHtml(html);
  // The shape of ProseMirror's JSON.
  return document ? describeNode(documentToJson(document) as unknown as NodeJson).replace(/^doc\((.*)\)$/s, '$1') : '';
}

const SHORT: { readonly [type: string]: string } = {
  paragraph: 'p', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li', table_row: 'tr', table_cell: 'td', table_header: 'th', code_block: 'pre', horizontal_rule: 'hr', hard_break: 'br', table_caption: 'caption',
};

interface NodeJson {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: { readonly [name: string]: unknown };
  readonly marks?: readonly { readonly type: string; readonly attrs?: { readonly href?: string } }[];
  readonly content?: readonly NodeJson[];
}

function describeNode(json: NodeJson): string {
  if (json.type === 'text') {
    return (json.marks ?? []).reduceRight((inner, mark) => `${mark.type}${mark.attrs?.href ? `=${mark.attrs.href}` : ''}[${inner}]`, json.text ?? '');
  }
  const name = json.type === 'heading' ? `h${json.attrs?.level ?? 1}` : (SHORT[json.type] ?? json.type);
  const attrs = Object.entries(json.attrs ?? {}).filter(([key]) => key !== 'level').map(([key, value]) => `${key}=${value}`).join(' ');
  return `${name}${attrs ? `{${attrs}}` : ''}(${(json.content ?? []).map(describeNode).join('')})`;
}

describe('reading the structure of HTML', () => {
  const cases: readonly (readonly [name: string, html: string, expected: string])[] = [
    ['paragraphs and headings', '<h1>A</h1><p>one</p><h3>B</h3><p>two', 'h1(A)p(one)h3(B)p(two)'],
    ['text without an element', 'one <b>two</b><div>three</div>four', 'p(one strong[two])p(three)p(four)'],
    ['collapsed white space', '<p>  one\n  <i> two </i>  three\t</p>', 'p(one em[two ]three)'],
    ['no-break spaces', '<p>5&nbsp;%</p>', 'p(5\u00a0%)'],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></ul>', 'ul(li(p(a)ul(li(p(b))))li(p(c)))'],
    ['a numbered list from 3', '<ol start=3><li>c', 'ol{start=3}(li(p(c)))'],
    ['a quotation', '<blockquote><p>one</p><footer>— A. Person</footer></blockquote>', 'blockquote(p(one)p(— A. Person))'],
    ['links', '<p><a href="https://example.org/a?b=c&amp;d">x</a> <a href="mailto:a@example.org">y</a> <a href="/z">z</a>', 'p(link=https://example.org/a?b=c&d[x] link=mailto:a@example.org[y] link=/z[z])'],
    ['a link around blocks', '<a href="/x"><h2>T</h2><p>u</p></a>', 'h2(link=/x[T])p(link=/x[u])'],
    ['a figure', '<figure><a href="/big"><img src="https://e.org/a.jpg" alt="A chart"></a><figcaption><p>One</p><p>Two</p></figcaption></figure>', 'figure(image{src=https://e.org/a.jpg alt=A chart}()figcaption(Onebr()Two))'],
    ['a caption before its picture', '<figure><figcaption>C</figcaption><picture><source srcset=x><img src="https://e.org/a.jpg"></picture></figure>', 'figure(figcaption(C)image{src=https://e.org/a.jpg}())'],
    ['a picture on its own as a figure', '<p>one</p><p><img src="https://e.org/a.jpg" alt="x"></p><div><img src="https://e.org/b.jpg"></div>', 'p(one)figure(image{src=https://e.org/a.jpg alt=x}())figure(image{src=https://e.org/b.jpg}())'],
    ['a picture amid text', '<p>one <img src="https://e.org/a.jpg"> two</p>', 'p(one inline_image{src=https://e.org/a.jpg}() two)'],
    ['pictures that a script would load', '<p><img src="data:image/gif;base64,R0lGODlhAQ==" data-src="https://e.org/a.jpg" alt="x"></p>', 'figure(image{src=https://e.org/a.jpg alt=x}())'],
    ['emoji pictures', '<p>ok <img class="emoji" alt="😀" src="https://s.w.org/x.svg"></p>', 'p(ok 😀)'],
    ['a table', '<table><caption>Cap</caption><thead><tr><th colspan=2>H</th></tr></thead><tbody><tr><td>a<td><p>b</p><tr><td><td>d</table>', 'table(caption(Cap)tr(th{colspan=2}(p(H)))tr(td(p(a))td(p(b)))tr(td(p())td(p(d))))'],
    ['code', '<pre><code>a\n  b</code></pre><p>use <code>x</code></p>', 'pre(a\n  b)p(use code[x])'],
    ['marks', '<p><u>a</u><s>b</s><del>c</del><sub>d</sub><sup>e</sup><cite>f</cite><mark>g</mark><span>h</span></p>', 'p(underline[a]strike[bc]sub[d]sup[e]em[f]gh)'],
    ['Google Docs’ bold that is none', '<b style="font-weight:normal"><p>one</p></b>', 'p(one)'],
    ['quotation marks of q', '<p>She said <q>never</q> and <q lang="de">nie</q>.</p>', 'p(She said “never” and „nie“.)'],
    ['two line breaks as a new paragraph', '<p>one<br><br>two<br>three</p><div>four<br>\n<br>five</div>', 'p(one)p(twobr()three)p(four)p(five)'],
    ['direction and language', '<p dir=rtl lang=he>שלום</p><p dir=auto>x</p>', 'p{dir=rtl lang=he}(שלום)p(x)'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'p(a)hr()p(b)'],
    ['unknown elements', '<my-thing><p>one</p></my-thing><p><blink>two</blink> <font color=red>three</font></p>', 'p(one)p(two three)'],
    ['definition lists', '<dl><dt>Term</dt><dd>What it means</dd></dl>', 'p(Term)p(What it means)'],
    ['details', '<details><summary>More</summary>text</details>', 'p(More)p(text)'],
    ['ruby without the reading', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>', 'p(漢字)'],
    ['the copied part of a clipboard', '<html><body>\n<!--StartFragment--><p>one</p><!--EndFragment-->\n</body></html>', 'p(one)'],
  ];
  for (const [name, html, expected] of cases) it(`keeps ${name}`, () => expect(outline(html)).to.equal(expected));

  const dropped: readonly (readonly [name: string, html: string, removed: string])[] = [
    ['scripts', '<p>a</p><script>1</script><script src=x></script>', '2 scripts'],
    ['styles', '<style>p{}</style><p>a</p>', 'a style sheet'],
    ['navigation', '<p>a text that is longer than it</p><nav><a href=/>Home</a></nav>', 'a navigation'],
    ['asides', '<p>a text that is longer than it</p><aside>Read more</aside>', 'a side note'],
    ['footers', '<p>a text that is longer than it</p><footer>(c)</footer>', 'a footer'],
    ['forms', '<p>a text that is longer than it</p><form action=x><label>Name</label><input><button>Send</button></form>', '2 form fields or buttons|a form'],
    ['frames and players', '<p>a</p><iframe src="https://e.org">x</iframe><video src=x>y</video>', '2 embedded pages or players'],
    ['drawings', '<p>a</p><svg><text>x</text></svg>', 'a vector drawing'],
    ['formulas', '<p>a</p><math><mi>x</mi></math>', 'a formula'],
    ['tracking pixels', '<p>a<img src="https://t.org/p.gif" width=1 height=1><img src="https://t.org/q" style="width:1px"></p>', '2 tracking pixels'],
    ['hidden parts', '<p>a</p><p hidden>b</p><p style="display: none">c</p><span class="sr-only">d</span>', '3 hidden parts'],
    ['templates and noscript', '<p>a</p><template><p>b</p></template><noscript><p>c</p></noscript>', ''],
    ['empty blocks', '<p>&nbsp;</p><h2> </h2><ul><li></li></ul><blockquote><p></p></blockquote><p>a</p><div><br></div>', ''],
  ];
  for (const [name, html, removed] of dropped) {
    it(`drops ${name}`, () => {
      const read = readHtml(html);
      expect(read.document && textOf(read.document)).to.match(/^a( text that is longer than it)?$/);
      expect(read.removed.filter(words => words !== 'an event handler').slice(0, 2).join('|')).to.equal(removed);
    });
  }

  it('keeps what is in a form when that is the whole page', () => {
    expect(outline('<form action="x.aspx"><p>The whole page is a form.</p></form>')).to.equal('p(The whole page is a form.)');
  });

  it('gives nothing for HTML without text', () => {
    for (const html of ['', ' ', '<p></p>', '<script>1</script>', '<div>&nbsp;<br></div>']) expect(readHtml(html).document, html).to.equal(null);
  });

  it('keeps documents valid, whatever comes', () => {
    for (const html of ['<li>a', '<td>b', '<table>c<tr>d<td>e</table>', '<ul>f<p>g</ul>', '<figure>h', '<dl><dd>', '</p>i', '<p><table><tr><td>j</table></p>', '<h1><p>k</p></h1>', '<figcaption>l</figcaption>', '<caption>m']) {
      const { document } = readHtml(html);
      if (document) parseDocument(documentToJson(document));
    }
  });

  it('survives 5,000 nested elements', () => {
    const { document } = readHtml('<div><blockquote>'.repeat(2500) + 'deep');
    expect(document && textOf(document)).to.equal('deep');
  });
});

describe('reading a page', () => {
  const body = '<p>The company said on Tuesday that its newest processor would be sold from early 2026 on, and that a larger one for training would follow a year later. Analysts doubted it.</p>';

  it('takes the article and leaves what is around it', () => {
    const { document, removed } = readHtml(`<!doctype html><html><body><header>Site</header><nav>Menu</nav><article><h1>Title</h1>${body}</article><div>Other news</div></body></html>`);
    expect(document && textOf(document)).to.match(/^Title\nThe company .* doubted it\.$/);
    expect(removed).to.include('what stood around the article');
  });

  it('is not misled by teasers that are articles', () => {
    const { document } = readHtml(`<html><body><article>${body}</article><article>Teaser</article><article>Teaser</article></body></html>`);
    expect(document && textOf(document)).to.match(/^The company .* doubted it\.$/);
  });

  it('takes the whole body when several could be the article', () => {
    const { document } = readHtml(`<html><body><header>Site</header><article>${body}</article><article>${body}</article></body></html>`);
    expect(document && textOf(document).split('\n').length).to.equal(2);
  });

  it('reads what the page says about itself', () => {
    const { metadata } = readHtml(`<!doctype html><html lang="en_GB"><head><title>Chips | The Paper</title>
      <meta property="og:title" content="Chips for everyone"><meta property="og:site_name" content="The Paper">
      <meta name="author" content="By Ann Lee"><meta property="article:published_time" content="2025-11-04T10:30:00+01:00">
      <link rel="canonical" href="https://example.org/chips"></head><body><article><h1>Chips!</h1>${body}</article></body></html>`);
    expect(metadata).to.deep.equal({ title: 'Chips for everyone', byline: 'Ann Lee', publisher: 'The Paper', published: '2025-11-04T10:30:00+01:00', language: 'en-GB', url: 'https://example.org/chips' });
  });

  it('reads JSON-LD as data', () => {
    const { metadata } = readHtml(`<html><head><script type="application/ld+json">{"broken"</script><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
      {"@type":["NewsArticle"],"headline":"Chips","author":[{"name":"Ann Lee"},{"name":"Bo Ek"}],"publisher":{"name":"The Paper"},"datePublished":"2025-11-04","inLanguage":"en","url":"https://example.org/a"}]}</script></head><body>${body}</body></html>`);
    expect(metadata).to.deep.equal({ title: 'Chips', byline: 'Ann Lee, Bo Ek', publisher: 'The Paper', published: '2025-11-04', language: 'en', url: 'https://example.org/a' });
  });

  it('falls back on what the page shows', () => {
    const { metadata } = readHtml(`<html><head><title>A long headline about chips - The Paper</title></head><body>${body}<a rel=author>By Ann Lee</a><time datetime="2025-11-04">Tuesday</time></body></html>`);
    expect(metadata).to.include({ title: 'A long headline about chips', byline: 'Ann Lee', published: '2025-11-04' });
  });

  it('resolves relative addresses against the page’s own', () => {
    const { document } = readHtml(`<html><head><meta property="og:url" content="https://example.org/news/1"></head><body>${body}<p><a href="../about">About</a></p></body></html>`);
    expect(JSON.stringify(document?.toJSON())).to.contain('"https://example.org/about"');
  });
});

describe('attacks in HTML', () => {
  const run = 'globalThis.canary = &quot;ran&quot;';
  const attacks: readonly (readonly [name: string, html: string])[] = [
    ['script', '<script>globalThis.canary = "ran"</script>'],
    ['script in a split tag', '<scr<script>ipt>globalThis.canary="ran"</scr</script>ipt>'],
    ['image onerror', `<img src="x" onerror="${run}">`],
    ['image onload with data', `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" onload="${run}" width=20>`],
    ['body onload', `<body onload="${run}"><p>x`],
    ['details ontoggle', `<details open ontoggle="${run}">x</details>`],
    ['focus handler', `<p tabindex=0 autofocus onfocus="${run}">x</p>`],
    ['animation handler', `<p style="animation:x 1ms" onanimationstart="${run}">x</p>`],
    ['javascript: link', `<a href="javascript:globalThis.canary='ran'">x</a>`],
    ['javascript: link with entities', `<a href="jav&#x09;ascript:globalThis.canary='ran'">x</a>`],
    ['javascript: link with control characters', `<a href="\u0001javascript:globalThis.canary='ran'">x</a>`],
    ['vbscript: link', '<a href="vbscript:msgbox(1)">x</a>'],
    ['data: link', '<a href="data:text/html,<script>parent.canary=1</script>">x</a>'],
    ['blob: link', '<a href="blob:https://e.org/1">x</a>'],
    ['file: link', '<a href="file:///etc/passwd">x</a>'],
    ['srcdoc', `<iframe srcdoc="<script>parent.canary='ran'</script>"></iframe>`],
    ['javascript: frame', `<iframe src="javascript:parent.canary='ran'"></iframe>`],
    ['object', '<object data="data:text/html,<script>parent.canary=1</script>"></object>'],
    ['embed', '<embed src="javascript:canary=1">'],
    ['SVG script', '<svg><script>globalThis.canary="ran"</script></svg>'],
    ['SVG onload', `<svg onload="${run}"><g onclick="${run}"/></svg>`],
    ['SVG use', '<svg><use href="data:image/svg+xml,<svg id=x><script>1</script></svg>#x"/></svg>'],
    ['SVG animate of a link', '<svg><a><animate attributeName=href values=javascript:canary=1 /><text>x</text></a></svg>'],
    ['SVG picture', '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+">'],
    ['CSS expression', '<p style="width: expression(canary=1)">x</p>'],
    ['CSS url', '<p style="background:url(https://attack.example/x)">x</p>'],
    ['style sheet', '<style>@import "https://attack.example/x.css"; * { background: url(javascript:canary=1) }</style>'],
    ['link to a style sheet', '<link rel=stylesheet href="https://attack.example/x.css">'],
    ['base', '<base href="https://attack.example/"><a href="x">x</a>'],
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=javascript:canary=1">'],
    ['form action', '<form action="javascript:canary=1"><button formaction="javascript:canary=1">x</button><input type=image src=x></form>'],
    ['template', `<template><img src=x onerror="${run}"></template>`],
    ['declarative shadow root', `<div><template shadowrootmode=open><img src=x onerror="${run}"></template></div>`],
    ['noscript mutation', `<noscript><p title="</noscript><img src=x onerror=${run}>">`],
    ['math mutation', `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`],
    ['svg style mutation', `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`],
    ['form mutation', `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`],
    ['comment mutation', `<!--><img src=x onerror="${run}">-->`],
    ['textarea', `<textarea><img src=x onerror="${run}"></textarea>`],
    ['xmp', `<xmp><img src=x onerror="${run}"></xmp>`],
    ['plaintext', `<plaintext><img src=x onerror="${run}">`],
    ['clobbering', '<form id=document><input name=body><input name=attributes><img name=getElementById></form><a id=cookie>x</a>'],
    ['custom element', `<claim-article onclick="${run}"><p>x</p></claim-article>`],
    ['is attribute', '<p is="x-evil">x</p>'],
    ['slot and part', '<p slot="x" part="y" exportparts="z">x</p>'],
    ['event handler on a link', `<a href="https://e.org" onclick="${run}" ping="https://attack.example" target="_top">x</a>`],
    ['srcset', '<img srcset="https://attack.example/x 1x" alt="x">'],
    ['meta in JSON-LD', '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"<img src=x onerror=canary=1>","url":"javascript:canary=1"}</script></head><body><p>x</p>'],
  ];
  /** What may not be in the document that comes out, in whatever way. */
  const forbidden = /script:|vbscript|data:text|data:image\/svg|blob:|file:|attack\.example|\bon\w+=|srcdoc|expression\(/i;

  beforeEach(() => {
    globalThis.canary = undefined;
  });

  for (const [name, html] of attacks) {
    it(`does nothing: ${name}`, async () => {
      const { document, metadata } = readHtml(`<p>before</p>${html}`);
      const json = document ? documentToJson(document) : null;
      if (json) parseDocument(json);
      // Text that looks like markup is harmless and may stay; attributes may not hold any of it.
      const attributes: string[] = [];
      JSON.stringify(json, (key: string, value: unknown) => {
        if (key !== 'text' && typeof value === 'string') attributes.push(value);
        return value;
      });
      expect(attributes.filter(value => forbidden.test(value))).to.deep.equal([]);
      expect(metadata.url).to.not.match(/script:/);
      await new Promise(resolve => setTimeout(resolve, 30));
      expect(globalThis.canary).to.equal(undefined);
    });
  }

  it('asks nobody for anything while reading', async () => {
    const before = performance.getEntriesByType('resource').length;
    readHtml('<img src="https://attack.example/a.png"><link rel=stylesheet href="https://attack.example/a.css"><video src="https://attack.example/a.mp4" poster="https://attack.example/p.png"></video><p>x</p>');
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(performance.getEntriesByType('resource').slice(before).map(({ name }) => name)).to.deep.equal([]);
  });
});

describe('opening text in the browser', () => {
  it('reads HTML, and the plain text when there is none in it', async () => {
    expect((await openText({ html: '<p>one <b>two</b></p>', text: 'other' })).text).to.equal('one two');
    expect((await openText({ html: '<meta charset=utf-8><img>', text: 'other' })).text).to.equal('other');
  });

  it('reads Markdown with HTML in it, through the same sanitiser', async () => {
    const opened = await openText({ text: '---\ntitle: T\n---\n# Head\n\nA [link](https://e.org/) <script>globalThis.canary=1</script>\n\n<figure><img src="https://e.org/a.png"><figcaption>C</figcaption></figure>\n\n[bad](javascript:alert(1))', fileName: 'a.md' });
    expect(opened.title).to.equal('T');
    expect(opened.text).to.match(/^Head\nA link\s*\nC\n/);
    expect(opened.removed).to.include('a script');
    expect(JSON.stringify(opened.document)).to.not.match(/"href":"javascript/);
    expect(globalThis.canary).to.equal(undefined);
  });

  it('decodes a page as it declares', async () => {
    const page = '<html><head><meta charset="iso-8859-1"><title>x</title></head><body><p>Gr\u00f6\u00dfe</p></body></html>';
    const bytes = Uint8Array.from(page, character => character.charCodeAt(0));
    expect((await openText({ bytes, fileName: 'a.html' })).text).to.equal('Größe');
  });

  it('makes a document that is read back as the same text', async () => {
    const opened = await openText({ html: '<h1>T</h1><p>one<br>two</p><table><tr><td>a<td>b</table>' });
    expect(textOf(parseDocument(opened.document))).to.equal(opened.text);
  });
});
