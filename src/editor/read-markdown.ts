import { readDate, readLanguage, readUrl } from './html-metadata.ts';
import { cleanLine } from './clean-text.ts';
import { noMetadata, type TextMetadata } from './opened-text.ts';

/** Markdown as HTML, not sanitised yet, and what its front matter says. */
export interface ReadMarkdown {
  readonly html: string;
  readonly metadata: TextMetadata;
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Names that front matter has for what we know, first one first. */
const NAMES: { readonly [field in keyof TextMetadata]: readonly string[] } = {
  title: ['title', 'headline'],
  byline: ['author', 'authors', 'byline', 'by'],
  publisher: ['publisher', 'site', 'publication'],
  published: ['date', 'published', 'pubdate', 'created'],
  language: ['lang', 'language', 'locale'],
  url: ['url', 'canonical', 'canonical_url', 'source', 'link'],
};

/** True for a text that is Markdown without a doubt: front matter, or headings and links in its notation. */
export function looksLikeMarkdown(text: string): boolean {
  if (FRONT_MATTER.test(text)) return true;
  const signs = text.slice(0, 20_000).match(/^#{1,6} \S|\[[^\]\n]+\]\(https?:\/\/[^)\s]+\)|^```/gm);
  return (signs?.length ?? 0) >= 2;
}

/**
 * Reads Markdown with "\n" as line ends. HTML in it comes through as it is, so what this gives must be sanitised like
 * any other HTML. The parser is loaded when it is first needed: it is as large as the rest of the reader.
 */
export async function readMarkdown(text: string): Promise<ReadMarkdown> {
  const { default: MarkdownIt } = await import('markdown-it');
  const front = FRONT_MATTER.exec(text);
  const body = front ? text.slice(front[0].length) : text;
  const html = new MarkdownIt({ html: true }).render(body);
  return { html, metadata: front ? readFrontMatter(front[1] ?? '') : noMetadata };
}

/** The simple part of YAML that front matter is written in: `name: value`, `[a, b]`, and lists of `- value`. */
function readFrontMatter(yaml: string): TextMetadata {
  const values = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of yaml.split('\n')) {
    const [, name, value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    const [, item] = /^\s*-\s+(.*)$/.exec(line) ?? [];
    if (name !== undefined) values.set(name.toLowerCase(), (current = valuesOf(value)));
    else if (item !== undefined) current.push(...valuesOf(item));
  }
  const find = (field: keyof TextMetadata): string => cleanLine(NAMES[field].map(name => values.get(name)?.join(', ') ?? '').find(value => value !== '') ?? '');
  return {
    title: find('title'),
    byline: find('byline'),
    publisher: find('publisher'),
    published: readDate(find('published')),
    language: readLanguage(find('language')),
    url: readUrl(find('url')),
  };
}

function valuesOf(text: string): string[] {
  const list = /^\[(.*)\]$/.exec(text.trim());
  const parts = list ? (list[1] ?? '').split(',') : [text];
  return parts.map(part => part.trim().replace(/^(["'])(.*)\1$/, '$2').replace(/^name:\s*/, '')).filter(part => part !== '');
}
