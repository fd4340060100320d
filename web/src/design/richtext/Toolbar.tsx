import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import { LinkForm } from './LinkForm';
import { TableTools } from './TableTools';
import { ToolRow } from './ToolRow';
import { insertTable } from './table';

interface Tool {
  name:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'bulletList'
    | 'orderedList'
    | 'quote'
    | 'code'
    | 'table'
    | 'link'
    | 'undo'
    | 'redo';
  icon: IconName;
  /** The editor's mark or node that the button toggles; undefined for commands such as undo. */
  kind?: string;
  keys: string;
  run: (editor: Editor) => void;
}

const tools: Tool[] = [
  {
    name: 'bold',
    icon: 'bold',
    kind: 'bold',
    keys: 'Ctrl+B',
    run: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    icon: 'italic',
    kind: 'italic',
    keys: 'Ctrl+I',
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    name: 'underline',
    icon: 'underline',
    kind: 'underline',
    keys: 'Ctrl+U',
    run: (e) => e.chain().focus().toggleUnderline().run(),
  },
  {
    name: 'bulletList',
    icon: 'bulletList',
    kind: 'bulletList',
    keys: 'Ctrl+Shift+8',
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: 'orderedList',
    kind: 'orderedList',
    keys: 'Ctrl+Shift+7',
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    icon: 'quote',
    kind: 'blockquote',
    keys: 'Ctrl+Shift+B',
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    name: 'code',
    icon: 'code',
    kind: 'codeBlock',
    keys: 'Ctrl+Alt+C',
    run: (e) => e.chain().focus().toggleCodeBlock().run(),
  },
  { name: 'table', icon: 'table', kind: 'table', keys: '', run: insertTable },
  { name: 'link', icon: 'link', kind: 'link', keys: '', run: () => undefined },
  { name: 'undo', icon: 'undo', keys: 'Ctrl+Z', run: (e) => e.chain().focus().undo().run() },
  { name: 'redo', icon: 'redo', keys: 'Ctrl+Shift+Z', run: (e) => e.chain().focus().redo().run() },
];

/** The toolbar of the editor. In a table, a second row has the commands for tables. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useDesignTexts().editor;
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: updated }) =>
      tools.map(({ kind }) => kind !== undefined && updated.isActive(kind)).join(),
  }).split(',');
  const isActive = (kind: Tool['kind']) => active[tools.findIndex((tool) => tool.kind === kind)] === 'true';

  return (
    <>
      <ToolRow
        label={t.toolbar}
        tools={tools.map((tool) => ({
          key: tool.name,
          content: <Icon name={tool.icon} />,
          'aria-label': t[tool.name],
          'aria-pressed': tool.kind ? isActive(tool.kind) : undefined,
          'aria-expanded': tool.name === 'link' ? linking : undefined,
          title: tool.keys ? `${t[tool.name]} (${tool.keys})` : t[tool.name],
          onClick: () => (tool.name === 'link' ? setLinking(!linking) : tool.run(editor)),
        }))}
      />
      {isActive('table') && <TableTools editor={editor} />}
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}
