import type { ArticleField } from '../src/domain/article.ts';
import { openText, OpenTextError, type OpenedText, type OpenTextInput } from '../src/editor/open-text.ts';

/** What `setArticle` takes besides a text: one of `html`, `text` and `markdown`, with what is known about it. */
export interface ArticleInput {
  readonly html?: string;
  readonly text?: string;
  readonly markdown?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
}

/** A text that was read, and what is known about the article. */
export interface ReadInput {
  readonly opened: OpenedText;
  readonly fields: { readonly [field in ArticleField]?: string };
}

const described = ['title', 'byline', 'publisher', 'published', 'language', 'url'] as const;

/**
 * Reads what an embedder gives as an article. A string is HTML when it holds tags, else plain text. What the embedder says
 * about the article counts before what the text says itself.
 *
 * @throws OpenTextError when there is nothing to read in it.
 */
export async function readInput(input: string | ArticleInput): Promise<ReadInput> {
  const given: ArticleInput = typeof input === 'string' ? (/<[a-z][^>]*>/i.test(input) ? { html: input } : { text: input }) : input;
  const source: OpenTextInput =
    given.markdown !== undefined
      ? { text: given.markdown, fileName: 'article.md' }
      : { ...(given.html !== undefined && { html: given.html }), ...(given.text !== undefined && { text: given.text }) };
  const opened = await openText(source);
  const fields: { [field in ArticleField]?: string } = {};
  for (const field of described) fields[field] = given[field] ?? opened[field];
  return { opened, fields };
}

/** Reads an `<article>` of the page. Where it says no language, that of the page counts. */
export function readElement(article: Element): Promise<ReadInput> {
  const language = article.closest('[lang]')?.getAttribute('lang') ?? '';
  return readInput({ html: article.outerHTML, ...(language && { language }) });
}

/**
 * Fetches a text from an address that the embedder named.
 *
 * @throws OpenTextError when the server gives none.
 */
export async function fetchText(address: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new OpenTextError('not-text', `"${address}" could not be loaded. Check the address and the connection.`, { cause: error });
  }
  if (!response.ok) throw new OpenTextError('not-text', `"${address}" could not be loaded: the server answered ${response.status}. Check the address.`);
  return response.text();
}
