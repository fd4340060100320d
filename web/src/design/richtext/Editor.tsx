import { Fragment, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { imagesOf, pastedName } from '../files/images';
import type { Uploads } from '../files/useUploads';
import { useDesignTexts } from '../texts';
import { htmlOf, isSafeUrl } from './content';
import classes from './Editor.module.css';
import { AttachedImage, insertWhenUploaded, removeImages, UploadMarks } from './images';
import { Mention } from './mention';
import { convertPasted, paragraphsOf } from './pasted/pasted';
import textClasses from './RichText.module.css';
import { SuggestList } from './suggest/SuggestList';
import { type Source, useSuggest } from './suggest/useSuggest';
import { Toolbar } from './Toolbar';
import { tableExtensions } from './table';

/** Functions with which a page changes the text. */
export interface EditorHandle {
  /** Inserts HTML at the caret and replaces the selection. */
  insert: (html: string) => void;
  focus: () => void;
}

interface EditorProps {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  short: boolean;
  value: string;
  onValue: (html: string) => void;
  /** The uploads of the form. If they are set, images can be pasted and dropped into the text. */
  uploads?: Uploads;
  handle: Ref<EditorHandle> | undefined;
  /** The sources of the suggestions at the caret. */
  sources: readonly Source[];
  /** Whether the text may contain mentions. */
  mentioning: boolean;
}

// Pasted content is converted to the schema of the editor (pasted/pasted.ts). The editor removes all other content: styles,
// images of other sites, scripts, tracking.
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
      isAllowedUri: (url) => isSafeUrl(url),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
  ...tableExtensions,
];
const imageExtensions = [AttachedImage, UploadMarks];
const parseOptions = { preserveWhitespace: true };

export default function Editor({
  id,
  labelId,
  describedBy,
  invalid,
  required,
  short,
  value,
  onValue,
  uploads,
  handle,
  sources,
  mentioning,
}: EditorProps) {
  const t = useDesignTexts().files;
  const listId = useId();
  const attributes: Record<string, string> = {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': labelId,
    'aria-required': String(required),
    'aria-invalid': String(invalid),
    class: `${classes.content} ${textClasses.text}`,
  };
  if (describedBy) attributes['aria-describedby'] = describedBy;

  const [content] = useState(value);
  const sendImages = useRef<(files: File[]) => boolean>(() => false);
  const keys = useRef<(event: KeyboardEvent) => boolean>(undefined);
  const editor = useEditor({
    extensions: [...extensions, ...(uploads ? imageExtensions : []), ...(mentioning ? [Mention] : [])],
    content,
    parseOptions,
    // The content security policy forbids style elements. The CSS rules of the editor are in Editor.module.css.
    injectCSS: false,
    editorProps: {
      attributes,
      handleKeyDown: (_, event) => keys.current?.(event) ?? false,
      transformPastedHTML: convertPasted,
      clipboardTextParser: plainSlice,
      handlePaste: (_, event) => sendImages.current(imagesOf(event.clipboardData)),
      handleDrop: (_, event, __, moved) => {
        const handled = !moved && sendImages.current(imagesOf(event.dataTransfer));
        if (handled) event.preventDefault();
        return handled;
      },
    },
    onUpdate: ({ editor: changed }) => onValue(htmlOf(changed.getHTML(), changed.isEmpty)),
  });

  // Replaces the content only if the value was changed by the page, for example by an adopted draft, or emptied after
  // sending.
  useEffect(() => {
    if (!editor || editor.isDestroyed || htmlOf(editor.getHTML(), editor.isEmpty) === value) return;
    editor.commands.setContent(value, { emitUpdate: false, parseOptions });
  }, [editor, value]);

  sendImages.current = (files) => {
    if (!editor || !uploads || files.length === 0) return false;
    const named = files.map((file) => new File([file], pastedName(file, new Date()), { type: file.type }));
    for (const upload of uploads.add(named)) void insertWhenUploaded(editor, upload, t.imageUploading);
    return true;
  };
  useImageRemoval(editor, uploads);
  useImperativeHandle(
    handle,
    () => ({
      insert: (html) => void editor?.chain().focus().insertContent(html).run(),
      focus: () => void editor?.commands.focus(),
    }),
    [editor],
  );
  const { suggesting, onKeyDown } = useSuggest(editor, sources, listId);
  keys.current = (event) => onKeyDown.current(event);

  if (!editor) return null;
  return (
    <div className={classes.place}>
      <div className={invalid ? classes.invalid : classes.frame}>
        <Toolbar editor={editor} />
        <EditorContent editor={editor} className={short ? classes.areaShort : classes.area} />
      </div>
      {suggesting && <SuggestList id={listId} suggesting={suggesting} />}
    </div>
  );
}

/** Parses pasted plain text. The text gets the format at the caret. */
function plainSlice(text: string, context: ResolvedPos): Slice {
  const { schema } = context.doc.type;
  const { paragraph, hardBreak } = schema.nodes;
  const marks = context.marks();
  const blocks = paragraphsOf(text).map((lines) =>
    paragraph?.create(
      null,
      lines.flatMap((line, index) => [
        ...(index > 0 && hardBreak ? [hardBreak.create()] : []),
        ...(line ? [schema.text(line, marks)] : []),
      ]),
    ),
  );
  return Slice.maxOpen(Fragment.from(blocks.filter((block) => block !== undefined)));
}

/** Removes an image from the text if its file is removed from the attachments. */
function useImageRemoval(editor: ReturnType<typeof useEditor>, uploads: Uploads | undefined) {
  const ids = uploads?.items.flatMap(({ uploaded }) => uploaded?.id ?? []).join() ?? '';
  const previousIds = useRef(ids);
  useEffect(() => {
    const current = new Set(ids.split(','));
    const removed = previousIds.current.split(',').filter((id) => id && !current.has(id));
    previousIds.current = ids;
    if (editor && removed.length > 0) removeImages(editor, new Set(removed));
  }, [editor, ids]);
}
