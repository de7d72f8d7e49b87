import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { ExportRequestEvent, FileImportEvent } from '../../components/article-events.ts';
import type { TransferDialog } from '../../components/transfer-dialog.ts';
import '../../components/transfer-dialog.ts';
import { expectNoViolations } from '../support/axe.ts';
import { fixture, nextEvent, updated } from '../support/helpers.ts';

const formats = [
  { id: 'native', name: 'Fact check', description: 'Everything.', extension: '.json', audience: 'desk' },
  { id: 'w3c', name: 'Web Annotation', description: 'For other tools.', extension: '.jsonld', audience: 'public' },
];

async function opened(mode: 'export' | 'import', width?: string): Promise<TransferDialog> {
  const element = await fixture<TransferDialog>(html`<transfer-dialog .formats=${formats}></transfer-dialog>`, width ? { width } : {});
  element.show(mode);
  await updated(element);
  return element;
}

function button(element: Element, name: string): HTMLButtonElement {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find(candidate => (candidate.getAttribute('aria-label') ?? candidate.textContent?.trim()) === name);
  if (!found) throw new Error(`no button "${name}"`);
  return found;
}

/** Chooses a file as a person would. */
function choose(element: Element, file: File): void {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

function said(element: Element, role: 'status' | 'alert'): string {
  return element.shadowRoot!.querySelector(`[role=${role}]`)!.textContent!.trim();
}

describe('<transfer-dialog> for export', () => {
  for (const [name, format, how] of [['Download Fact check', 'native', 'download'], ['Copy Web Annotation', 'w3c', 'copy']] as const) {
    it(`asks by "${name}"`, async () => {
      const element = await opened('export');
      const event = nextEvent<ExportRequestEvent>(element, 'export-request');
      button(element, name).click();
      expect([(await event).format, (await event).how]).to.deep.equal([format, how]);
    });
  }

  it('starts on the first download, so that one key is enough', async () => {
    const element = await opened('export');
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 'Download Web Annotation'));
    const event = nextEvent<ExportRequestEvent>(element, 'export-request');
    await sendKeys({ press: 'Enter' });
    expect((await event).format).to.equal('w3c');
  });

  it('shows what came of it until the next request', async () => {
    const element = await opened('export');
    element.report = ['Copied to the clipboard.'];
    await updated(element);
    expect(said(element, 'status')).to.equal('Copied to the clipboard.');
    await expectNoViolations(element);
    button(element, 'Copy Fact check').click();
    await updated(element);
    expect(said(element, 'status')).to.equal('');
  });
});

describe('<transfer-dialog> for import', () => {
  it('gives a chosen file on, as text and as it came', async () => {
    const element = await opened('import');
    const event = nextEvent<FileImportEvent>(element, 'file-import');
    choose(element, new File(['{"a": "é"}'], 'check.json'));
    const { text, fileName, bytes } = await event;
    expect([text, fileName, bytes?.length]).to.deep.equal(['{"a": "é"}', 'check.json', 11]);
    await updated(element);
    expect(said(element, 'status')).to.equal('Reading …');
  });

  it('gives a dropped file on', async () => {
    const element = await opened('import');
    const event = nextEvent<FileImportEvent>(element, 'file-import');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'dropped.json'));
    element.shadowRoot!.querySelector('.panel')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true }));
    expect((await event).fileName).to.equal('dropped.json');
  });

  it('keeps what was pasted when it could not be read, and forgets it when it could', async () => {
    const element = await opened('import');
    const pasted = element.shadowRoot!.querySelector('textarea')!;
    pasted.focus();
    await sendKeys({ type: '{"b": 1}' });
    const event = nextEvent<FileImportEvent>(element, 'file-import');
    button(element, 'Import the pasted text').click();
    expect([(await event).text, (await event).fileName]).to.deep.equal(['{"b": 1}', '']);
    element.problem = 'annotations[3]: cut off. Export the file again.';
    await updated(element);
    expect(said(element, 'alert')).to.equal('annotations[3]: cut off. Export the file again.');
    expect(pasted.value).to.equal('{"b": 1}');
    await expectNoViolations(element);
    button(element, 'Import the pasted text').click();
    element.report = ['12 annotations: 10 placed exactly, 1 to decide, 1 lost'];
    await updated(element);
    expect([said(element, 'alert'), said(element, 'status')]).to.deep.equal(['', '12 annotations: 10 placed exactly, 1 to decide, 1 lost']);
    expect(pasted.value).to.equal('');
  });

  it('shows the same problem again when it happens again', async () => {
    const element = await opened('import');
    element.addEventListener('file-import', () => (element.problem = 'No JSON.'));
    for (let time = 0; time < 2; time++) {
      const event = nextEvent(element, 'file-import');
      choose(element, new File(['x'], 'a.json'));
      await event;
      await updated(element);
      expect(said(element, 'alert')).to.equal('No JSON.');
    }
  });

  it('opens without what was said the last time', async () => {
    const element = await opened('import');
    element.problem = 'No JSON.';
    element.close();
    element.show('export');
    await updated(element);
    expect(said(element, 'alert')).to.equal('');
  });
});
