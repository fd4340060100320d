import type { Editor } from '@tiptap/react';
import { useDesignTexts } from '../texts';
import { ToolRow } from './ToolRow';
import { runTableCommand, type TableCommand } from './table';

const commands: TableCommand[] = [
  'addRow',
  'addColumn',
  'deleteRow',
  'deleteColumn',
  'toggleHeader',
  'deleteTable',
];

/** The commands for the table at the caret. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useDesignTexts().editor.tableTools;
  return (
    <ToolRow
      label={t.toolbar}
      tools={commands.map((name) => ({
        key: name,
        content: t[name],
        onClick: () => runTableCommand(editor, name),
      }))}
    />
  );
}
