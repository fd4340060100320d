import { type Editor, Extension, Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  tableEditing,
  toggleHeader,
} from '@tiptap/pm/tables';
import { spanOf } from './pasted/tables';

/** The tableRole of each node type, by which prosemirror-tables recognizes it. */
const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

/** The contents of a cell. Tables in tables are not allowed. */
const cellContent = '(paragraph | bulletList | orderedList | blockquote | codeBlock)+';

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: cellContent,
    isolating: true,
    addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan') }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => spanOf(element, name),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 ? {} : { [name]: attributes[name] },
});

/**
 * The keys of tables: Tab and Shift+Tab move between cells, and Tab in the last cell adds a row. Backspace
 * and Delete remove a table whose cells are all selected. tableEditing handles the arrow keys.
 */
const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 200,
  addKeyboardShortcuts: () => ({
    Tab: ({ editor }) => moveToCell(editor, 1) || addLastRow(editor),
    'Shift-Tab': ({ editor }) => moveToCell(editor, -1),
    Backspace: ({ editor }) => deleteSelectedTable(editor),
    Delete: ({ editor }) => deleteSelectedTable(editor),
  }),
});

export const tableExtensions = [
  Table,
  TableRow,
  cell('tableCell', 'td'),
  cell('tableHeader', 'th'),
  TableKeys,
];

const moveToCell = ({ state, view }: Editor, direction: 1 | -1) =>
  goToNextCell(direction)(state, view.dispatch);

function addLastRow(editor: Editor): boolean {
  const { state, view } = editor;
  if (!isInTable(state) || !addRowAfter(state, view.dispatch)) return false;
  return moveToCell(editor, 1);
}

function deleteSelectedTable({ state, view }: Editor): boolean {
  const { selection } = state;
  const isWhole =
    selection instanceof CellSelection && selection.isRowSelection() && selection.isColSelection();
  return isWhole && deleteTable(state, view.dispatch);
}

const commands = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow,
  deleteColumn,
  toggleHeader: toggleHeader('row'),
  deleteTable,
};

export type TableCommand = keyof typeof commands;

/** Runs a command for the table at the caret. Removing the only row or column removes the table. */
export function runTableCommand(editor: Editor, name: TableCommand): void {
  editor.commands.focus();
  const { state, view } = editor;
  if (!isInTable(state)) return;
  const { map, tableStart } = selectedRect(state);
  const isLast = (name === 'deleteRow' && map.height === 1) || (name === 'deleteColumn' && map.width === 1);
  (isLast ? deleteTable : commands[name])(state, view.dispatch);
  const table = editor.state.doc.nodeAt(tableStart - 1);
  if (isInTable(editor.state) || table?.type.name !== 'table') return;
  // The deletion moved the caret out of the table. Move it to the end of the last cell.
  const end = editor.state.doc.resolve(tableStart + table.content.size);
  view.dispatch(editor.state.tr.setSelection(TextSelection.near(end, -1)));
}

/** Inserts a table of 3 rows and 2 columns with a header row, and moves the caret to its first cell. */
export function insertTable(editor: Editor): void {
  editor.commands.focus();
  const { state, view } = editor;
  const { table, tableRow, tableHeader, tableCell } = state.schema.nodes;
  if (!table || !tableRow || !tableHeader || !tableCell || isInTable(state)) return;
  const row = (type: typeof tableCell) =>
    tableRow.create(
      null,
      [0, 1].flatMap(() => type.createAndFill() ?? []),
    );
  const node = table.create(null, [row(tableHeader), row(tableCell), row(tableCell)]);
  const change = state.tr.replaceSelectionWith(node);
  const inserted = change.mapping.map(state.selection.from, -1);
  change.doc.nodesBetween(Math.max(0, inserted - 1), change.doc.content.size, (found, position) => {
    if (found.eq(node)) change.setSelection(TextSelection.near(change.doc.resolve(position + 1)));
    return found.type !== table;
  });
  view.dispatch(change.scrollIntoView());
}
