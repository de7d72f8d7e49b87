import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { FileImportEvent, TextOpenEvent } from '../../components/article-events.ts';
import { describeMarkup, type OpenArticleDialog } from '../../components/open-article-dialog.ts';
import '../../components/open-article-dialog.ts';
import { wordCount } from '../../components/opened-text-preview.ts';
import { openText, type OpenedText } from '../../src/editor/open-text.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent, until, updated } from '../support/helpers.ts';

async function dialog(read?: OpenArticleDialog['read']): Promise<OpenArticleDialog> {
  const element = await fixture<OpenArticleDialog>('<open-article-dialog></open-article-dialog>');
  if (read) element.read = read;
  element.show();
  return element;
}

const part = <T extends Element = HTMLElement>(element: Element, selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const textarea = (element: Element): HTMLTextAreaElement => part(element, 'textarea');
const isOpen = (element: Element): boolean => part<HTMLDialogElement>(element, 'dialog').open;
const submit = (element: Element): void => part(element, 'button[type=submit]').click();
const problem = (element: Element): string => part(element, '[role=alert]').textContent!.trim();

/** The fields, once what was given has been read. */
async function checked(element: Element): Promise<ShadowRoot> {
  const fields = await until(() => element.shadowRoot!.querySelector('article-fields'), 'the text is read', 8000);
  await updated(fields);
  return fields.shadowRoot!;
}

async function failed(element: Element): Promise<string> {
  return until(() => problem(element), 'a problem is shown', 8000);
}

function paste(target: Element, content: { html?: string; text?: string; files?: File[] }): boolean {
  const clipboardData = new DataTransfer();
  if (content.html) clipboardData.setData('text/html', content.html);
  if (content.text) clipboardData.setData('text/plain', content.text);
  for (const file of content.files ?? []) clipboardData.items.add(file);
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
  // Firefox does not take what the constructor is given.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  return target.dispatchEvent(event);
}

const page = `<html lang="en-GB"><head><title>Chips</title><script>alert(1)</script></head>
  <body><h1>Chips</h1><p>The market is put at <a href="https://example.org/">$50 billion</a>.</p></body></html>`;

describe('<open-article-dialog>', () => {
  before(async function () {
    // The reader is loaded in parts when it is first needed; on a busy machine that takes longer than a test may.
    this.timeout(60_000);
    await openText({ html: '<p>One</p>' });
  });

  it('reads a paste at once, and opens it as it was corrected', async () => {
    const element = await dialog();
    expect(paste(textarea(element), { html: '<h2>Chips</h2><p>The market is put at $50 billion.</p>', text: 'Chips The market' })).to.equal(false);
    const fields = await checked(element);
    expect(fields.activeElement?.id).to.equal('title');
    const title = fields.querySelector<HTMLInputElement>('#title')!;
    title.select();
    await sendKeys({ type: 'Chips, again' });
    const event = nextEvent<TextOpenEvent>(element, 'text-open');
    await sendKeys({ press: 'Enter' });
    const { opened, fields: known, origin } = await event;
    expect([opened.text.includes('$50 billion'), known.title, origin, isOpen(element)]).to.deep.equal([true, 'Chips, again', 'paste', false]);
  });

  it('shows what a file says about itself, how long it is and what was taken out', async () => {
    const element = await dialog();
    element.show({ files: [new File([page], 'chips.html', { type: 'text/html' })] });
    const fields = await checked(element);
    expect([fields.querySelector<HTMLInputElement>('#title')!.value, fields.querySelector<HTMLInputElement>('#language')!.value]).to.deep.equal(['Chips', 'en-GB']);
    const preview = part(element, 'opened-text-preview').shadowRoot!;
    expect(preview.textContent).to.match(/\d+ words/).and.to.contain('taken out: a script');
    expect(preview.querySelector('blockquote')!.textContent).to.contain('The market');
    await expectNoViolations(element);
    const event = nextEvent<TextOpenEvent>(element, 'text-open');
    submit(element);
    expect([(await event).origin, (await event).fields.language]).to.deep.equal(['file', 'en-GB']);
  });

  it('opens what was typed', async () => {
    const element = await dialog();
    await sendKeys({ type: 'One sentence.' });
    submit(element);
    await checked(element);
    const event = nextEvent<TextOpenEvent>(element, 'text-open');
    submit(element);
    expect((await event).opened.text.trim()).to.equal('One sentence.');
  });

  it('says what is missing when there is nothing to open', async () => {
    const element = await dialog();
    submit(element);
    expect(await failed(element)).to.contain('nothing to open yet');
    expect(element.shadowRoot!.activeElement).to.equal(textarea(element));
    await expectNoViolations(element);
  });

  it('keeps what was pasted when it cannot be read, and says why', async () => {
    const element = await dialog(async () => {
      throw Object.assign(new Error('This is a picture. Paste its text.'), { name: 'OpenTextError' });
    });
    paste(textarea(element), { html: '<ul><li><a href="/a">a</a></li></ul><ol><li>b</li></ol>', text: 'a b' });
    expect(await failed(element)).to.equal('This is a picture. Paste its text.');
    expect([textarea(element).value, part(element, '#kind').textContent]).to.deep.equal(['a b', 'Rich text with 2 lists and 1 link']);
    await expectNoViolations(element);
  });

  it('keeps what was given when it is left, and forgets it when it was opened', async () => {
    const element = await dialog();
    await sendKeys({ type: 'Kept' });
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.equal(false);
    element.show();
    expect(textarea(element).value).to.equal('Kept');
    submit(element);
    await checked(element);
    submit(element);
    element.show();
    await updated(element);
    expect([textarea(element).value, element.shadowRoot!.querySelector('article-fields')]).to.deep.equal(['', null]);
  });

  it('goes back to what was pasted', async () => {
    const element = await dialog();
    paste(textarea(element), { text: 'One\n\nTwo' });
    await checked(element);
    part(element, 'footer button').click();
    await until(() => element.shadowRoot!.activeElement === textarea(element));
    expect(textarea(element).value).to.equal('One\n\nTwo');
  });

  it('takes a paste between words that are there already as an ordinary one', async () => {
    const element = await dialog();
    await sendKeys({ type: 'One' });
    expect(paste(textarea(element), { html: '<b>Two</b>', text: 'Two' })).to.equal(true);
    textarea(element).select();
    expect(paste(textarea(element), { html: '<b>Two</b>', text: 'Two' })).to.equal(false);
    await checked(element);
  });

  it('takes a rich text that is changed by hand for plain text', async () => {
    let rich: string | undefined;
    const element = await dialog(async input => {
      rich = input.html;
      throw Object.assign(new Error('No.'), { name: 'OpenTextError' });
    });
    paste(textarea(element), { html: '<b>One</b>', text: 'One' });
    await failed(element);
    expect(rich).to.equal('<b>One</b>');
    await sendKeys({ type: ' more' });
    submit(element);
    await failed(element);
    expect(rich).to.equal(undefined);
  });

  it('hands a JSON file over, waits, and keeps it when its owner finds a fault', async () => {
    const element = await dialog();
    const event = nextEvent<FileImportEvent>(element, 'file-import');
    element.show({ files: [new File(['{"format": "x"}'], 'check.json')] });
    const { text, fileName, bytes } = await event;
    expect([text, fileName, bytes?.length, isOpen(element)]).to.deep.equal(['{"format": "x"}', 'check.json', 15, true]);
    element.problem = 'annotations[3]: cut off.';
    expect(await failed(element)).to.equal('annotations[3]: cut off.');
    expect(part(element, '.drop bdi').textContent).to.equal('check.json');
    const again = nextEvent<FileImportEvent>(element, 'file-import');
    submit(element);
    await again;
    element.close();
    expect(isOpen(element)).to.equal(false);
    element.show();
    await updated(element);
    expect([problem(element), element.shadowRoot!.querySelector('.drop bdi')]).to.deep.equal(['', null]);
  });

  it('hands pasted JSON over, but no prose in brackets', async () => {
    const element = await dialog();
    const event = nextEvent<FileImportEvent>(element, 'file-import');
    paste(textarea(element), { text: ' {"format": "x", "cut off' });
    expect((await event).fileName).to.equal('');
    element.show({ text: '[“We” is used throughout.] {Sic}' });
    await checked(element);
  });

  it('does not take the answer to an old text for that to the newest', async () => {
    const answers: ((opened: OpenedText) => void)[] = [];
    const element = await dialog(() => new Promise(resolve => answers.push(resolve)));
    const opened = (title: string): OpenedText => ({ document: {}, text: title, title, byline: '', publisher: '', published: '', language: '', url: '', removed: [] });
    element.show({ text: 'first' });
    element.show({ text: 'second' });
    expect(answers.length).to.equal(2);
    answers[1]!(opened('second'));
    const fields = await checked(element);
    answers[0]!(opened('first'));
    await updated(element);
    expect(fields.querySelector<HTMLInputElement>('#title')!.value).to.equal('second');
  });

  it('does not reopen when a text is read after it was left', async () => {
    let answer: (opened: OpenedText) => void = () => undefined;
    const element = await dialog(() => new Promise(resolve => (answer = resolve)));
    element.show({ text: 'late' });
    await sendKeys({ press: 'Escape' });
    answer({ document: {}, text: 'late', title: '', byline: '', publisher: '', published: '', language: '', url: '', removed: [] });
    await updated(element);
    element.show();
    await updated(element);
    expect([element.shadowRoot!.querySelector('article-fields'), textarea(element).value]).to.deep.equal([null, 'late']);
  });

  it('says that of several files only one was read', async () => {
    const element = await dialog();
    element.show({ files: ['a', 'b', 'c'].map(name => new File([name], `${name}.txt`)) });
    await checked(element);
    expect(part(element, 'form').textContent).to.match(/Only\s+a\.txt\s+was read; open the other 2 files one by one/);
  });

  it('refuses a file too large to be an article without reading it', async () => {
    const element = await dialog();
    const file = new File([], 'film.mp4');
    Object.defineProperty(file, 'size', { value: 4_000_000_000 });
    element.show({ files: [file] });
    expect(await failed(element)).to.contain('“film.mp4” is too large for an article (4000 MB)');
  });

  it('gives the focus back', async () => {
    const around = await fixture(html`<div><button>before</button><open-article-dialog></open-article-dialog></div>`);
    const before = around.querySelector('button')!;
    before.focus();
    around.querySelector('open-article-dialog')!.show();
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement).to.equal(before);
  });
});

describe('describeMarkup', () => {
  const cases: readonly [markup: string, said: string][] = [
    ['<p>a</p>', 'Rich text'], ['<h1>a</h1><a href="/">b</a><a href="/">c</a><table><td>d</table>', 'Rich text with 1 heading, 2 links, and 1 table'], ['<img src="/x">', ''],
  ];
  for (const [markup, said] of cases) it(`calls ${markup} "${said}"`, () => expect(describeMarkup(markup)).to.equal(said));
});

describe('wordCount', () => {
  const cases: readonly [text: string, language: string, said: string][] = [
    ['One', 'en', '1 word'], ['', '', '0 words'], ['It’s $1,000.50, she said.', 'en', '4 words'], ['今天天气很好', 'zh', '3 words'], ['a b', 'no language', '2 words'],
    ['word '.repeat(100_000), 'en', 'about 100,000 words'],
  ];
  for (const [text, language, said] of cases) it(`counts ${said} in "${text.slice(0, 20)}"`, () => expect(wordCount(text, language)).to.equal(said));
});
