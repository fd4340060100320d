import { type Editor, Extension, mergeAttributes, Node } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { attachmentIdOf, attachmentUrl } from '../files/images';
import type { Uploaded } from '../files/upload';
import classes from './Editor.module.css';

/** An image in the text. Only attachments are accepted. Other pasted images are removed. */
export const AttachedImage = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: null } }),
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: (image) => (attachmentIdOf(image.getAttribute('src')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});

type Change = { add: { key: string; position: number; text: string } } | { remove: string };

const marks = new PluginKey<DecorationSet>('uploadMarks');

/** Marks the positions at which images are being uploaded. The marks move with the text. */
export const UploadMarks = Extension.create({
  name: 'uploadMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marks,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, before) {
          const mapped = before.map(transaction.mapping, transaction.doc);
          const change = transaction.getMeta(marks) as Change | undefined;
          if (!change) return mapped;
          if ('remove' in change) {
            return mapped.remove(mapped.find(undefined, undefined, ({ key }) => key === change.remove));
          }
          const { key, position, text } = change.add;
          const element = document.createElement('span');
          element.className = classes.sending ?? '';
          element.textContent = text;
          return mapped.add(transaction.doc, [Decoration.widget(position, element, { key })]);
        },
      },
      props: { decorations: (state) => marks.getState(state) },
    }),
  ],
});

/**
 * Marks the position of the caret and inserts an image there once it is uploaded, unless the upload fails or
 * the position is deleted.
 */
export async function insertWhenUploaded(
  editor: Editor,
  upload: Promise<Uploaded | undefined>,
  text: string,
): Promise<void> {
  const key = crypto.randomUUID();
  const { state, view } = editor;
  view.dispatch(
    state.tr.setMeta(marks, { add: { key, position: state.selection.from, text } } satisfies Change),
  );
  const uploaded = await upload;
  if (editor.isDestroyed) return;
  const found = marks.getState(editor.state)?.find(undefined, undefined, (spec) => spec.key === key)[0];
  const change = editor.state.tr.setMeta(marks, { remove: key } satisfies Change);
  const image = editor.schema.nodes.image;
  if (found && uploaded && image) {
    change.insert(found.from, image.create({ src: attachmentUrl(uploaded.id), alt: uploaded.filename }));
  }
  editor.view.dispatch(change);
}

/** Removes the images of the given attachments from the text. */
export function removeImages(editor: Editor, ids: ReadonlySet<string>): void {
  const change = editor.state.tr;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name !== 'image') return;
    const id = attachmentIdOf(node.attrs.src as string);
    if (id && ids.has(id))
      change.delete(change.mapping.map(position), change.mapping.map(position + node.nodeSize));
  });
  if (change.docChanged) editor.view.dispatch(change);
}
