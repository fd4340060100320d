import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import classes from './Editor.module.css';
import { LinkForm } from './LinkForm';

interface Tool {
  name:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'bulletList'
    | 'orderedList'
    | 'quote'
    | 'code'
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
  { name: 'link', icon: 'link', kind: 'link', keys: '', run: () => undefined },
  { name: 'undo', icon: 'undo', keys: 'Ctrl+Z', run: (e) => e.chain().focus().undo().run() },
  { name: 'redo', icon: 'redo', keys: 'Ctrl+Shift+Z', run: (e) => e.chain().focus().redo().run() },
];

/** The toolbar of the editor: one tab stop, with arrow keys between the buttons (ARIA toolbar pattern). */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useDesignTexts().editor;
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: updated }) =>
      tools.map(({ kind }) => kind !== undefined && updated.isActive(kind)).join(),
  }).split(',');

  function onKeyDown(event: KeyboardEvent) {
    const last = tools.length - 1;
    const targets: Record<string, number> = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <>
      <div className={classes.toolbar} role="toolbar" aria-label={t.toolbar} ref={bar} onKeyDown={onKeyDown}>
        {tools.map((tool, index) => (
          <button
            key={tool.name}
            type="button"
            className={classes.tool}
            tabIndex={index === current ? 0 : -1}
            aria-label={t[tool.name]}
            aria-pressed={tool.kind ? active[index] === 'true' : undefined}
            aria-expanded={tool.name === 'link' ? linking : undefined}
            title={tool.keys ? `${t[tool.name]} (${tool.keys})` : t[tool.name]}
            onFocus={() => setCurrent(index)}
            onClick={() => (tool.name === 'link' ? setLinking(!linking) : tool.run(editor))}
          >
            <Icon name={tool.icon} />
          </button>
        ))}
      </div>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}
