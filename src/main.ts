import '../components/claim-annotator.ts';

/**
 * The page of `index.html`: the annotator over the whole window. The address names the open article, so that a reload, a
 * bookmark and the browser's back button find it. A first visit opens the sample.
 */
const annotator = document.querySelector('claim-annotator')!;
const idInAddress = (): string => decodeURIComponent(location.hash.slice(1));

annotator.articleId = idInAddress();

annotator.addEventListener('article-load', ({ articleId }) => {
  if (articleId !== idInAddress()) history.pushState(null, '', articleId ? `#${encodeURIComponent(articleId)}` : location.pathname + location.search);
  document.title = annotator.article?.title ? `${annotator.article.title} – claim-annotator` : 'claim-annotator';
});

addEventListener('popstate', () => {
  annotator.articleId = idInAddress();
});

document.addEventListener('keydown', event => {
  if (event.target === document.body) annotator.handleKey(event);
});

void annotator.whenReady().then(() => {
  if (!annotator.store && annotator.desk.articles?.length === 0 && !annotator.desk.problem) void annotator.openSample();
});
