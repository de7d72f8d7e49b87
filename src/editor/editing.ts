import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Plugin, type Command } from 'prosemirror-state';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { schema } from './schema.ts';

/** What can be done with a text by a button while it is edited. */
export type EditCommand = 'bold' | 'italic' | 'undo' | 'redo';

/** The commands behind the buttons and their keys. */
export const editCommands: { readonly [name in EditCommand]: Command } = {
  bold: toggleMark(schema.marks.strong),
  italic: toggleMark(schema.marks.em),
  undo,
  redo,
};

/** Takes the key even when there is nothing to do: else the page's own undo would take it. */
const always = (command: Command): Command => (state, dispatch, view) => {
  command(state, dispatch, view);
  return true;
};

const hardBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** The text can be changed: typing, paste, drag, the usual keys, and a history of its own while it lasts. */
export function editableView(): readonly Plugin[] {
  const { list_item: item } = schema.nodes;
  return [
    new Plugin({ props: { attributes: { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', translate: 'no' } } }),
    keymap({
      'Mod-z': always(undo),
      'Mod-y': always(redo),
      'Mod-Shift-z': always(redo),
      'Mod-b': editCommands.bold,
      'Mod-i': editCommands.italic,
      'Mod-u': toggleMark(schema.marks.underline),
      Enter: splitListItem(item),
      Tab: sinkListItem(item),
      'Shift-Tab': liftListItem(item),
      'Shift-Enter': hardBreak,
    }),
    keymap(baseKeymap),
    history(),
  ];
}
