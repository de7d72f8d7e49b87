import { DOMSerializer } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { safeHref } from './safe-address.ts';
import { schema } from './schema.ts';

// The locked view: it stays contenteditable, so that caret, keyboard selection and programmatic selection work inside shadow
// roots, and refuses every change of the document. `editable: false` would lose all three there: prosemirror-view asks
// `document.activeElement.contains(view.dom)`, and `contains` does not see into a shadow root.

const key = new PluginKey('locked');

/** Marks a transaction as the host's own, so that it may change the document of a locked view. */
export function allowChange(tr: Transaction): Transaction {
  return tr.setMeta(key, true);
}

/** Refuses changes of the document and everything that leads to them: typing, input methods, paste, drop, cut. */
export function lockedView(): Plugin {
  return new Plugin({
    key,
    filterTransaction: tr => !tr.docChanged || tr.getMeta(key) === true,
    props: {
      attributes: {
        role: 'textbox',
        'aria-readonly': 'true',
        'aria-multiline': 'true',
        // No keyboard slides in on touch screens.
        inputmode: 'none',
        spellcheck: 'false',
        autocapitalize: 'off',
        translate: 'no',
      },
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        drop: refuse,
        dragstart: refuse,
        // A cut copies: prosemirror-view would also delete.
        cut: (view, event) => {
          copy(view, event);
          return refuse(view, event);
        },
      },
      clipboardSerializer: copySerializer(),
      handleTextInput: () => true,
      handleKeyPress: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleClick: openLink,
    },
  });
}

/** Writes HTML as the schema does, without the `dir="auto"` that only our own view needs. */
function copySerializer(): DOMSerializer {
  const serializer = DOMSerializer.fromSchema(schema);
  const serializeFragment: DOMSerializer['serializeFragment'] = (...args) => {
    const result = DOMSerializer.prototype.serializeFragment.apply(serializer, args);
    if (result instanceof Element || result instanceof DocumentFragment) {
      for (const element of result.querySelectorAll('[dir="auto"]')) element.removeAttribute('dir');
    }
    return result;
  };
  return Object.assign(Object.create(serializer) as DOMSerializer, { serializeFragment }); // `create` cannot know
}

function refuse(_view: EditorView, event: Event): boolean {
  event.preventDefault();
  return true;
}

function copy(view: EditorView, event: ClipboardEvent): void {
  if (view.state.selection.empty || !event.clipboardData) return;
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  event.clipboardData.setData('text/html', dom.innerHTML);
  event.clipboardData.setData('text/plain', text);
}

/** Links in editable text do not react to clicks; with Ctrl or Cmd they do, as in other editors. */
function openLink(view: EditorView, pos: number, event: MouseEvent): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const mark = view.state.doc.resolve(pos).marks().find(({ type }) => type.name === 'link');
  const href = safeHref(mark?.attrs.href);
  if (href === null) return false;
  window.open(href, '_blank', 'noopener,noreferrer');
  return true;
}
