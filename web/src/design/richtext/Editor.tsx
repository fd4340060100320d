import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useState } from 'react';
import { htmlOf, isSafeAddress } from './content';
import classes from './Editor.module.css';
import textClasses from './RichText.module.css';
import { Toolbar } from './Toolbar';

interface EditorProps {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  short: boolean;
  value: string;
  onValue: (html: string) => void;
}

// What isn't in the schema is dropped from whatever is pasted: styles, headings, images, scripts, tracking.
const extensions = [
  StarterKit.configure({
    heading: false,
    horizontalRule: false,
    strike: false,
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      protocols: ['http', 'https', 'mailto'],
      isAllowedUri: (address) => isSafeAddress(address),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
];

export default function Editor({
  id,
  labelId,
  describedBy,
  invalid,
  required,
  short,
  value,
  onValue,
}: EditorProps) {
  const attributes: Record<string, string> = {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': labelId,
    'aria-required': String(required),
    'aria-invalid': String(invalid),
    class: `${classes.content} ${short ? classes.short : ''} ${textClasses.text}`,
  };
  if (describedBy) attributes['aria-describedby'] = describedBy;

  const [content] = useState(value);
  const editor = useEditor({
    extensions,
    content,
    // The content security policy allows no style elements; Editor.module.css has the rules.
    injectCSS: false,
    editorProps: { attributes },
    onUpdate: ({ editor: changed }) => onValue(htmlOf(changed.getHTML(), changed.isEmpty)),
  });

  // Only a value from outside (cleared after sending, or filled in) replaces the content.
  useEffect(() => {
    if (!editor || editor.isDestroyed || htmlOf(editor.getHTML(), editor.isEmpty) === value) return;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  if (!editor) return null;
  return (
    <div className={invalid ? classes.invalid : classes.frame}>
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}
