import { type Editor, Extension, mergeAttributes, Node } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { addressOf, attachmentIn } from '../files/images';
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
    { tag: 'img[src]', getAttrs: (image) => (attachmentIn(image.getAttribute('src')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});

type Change = { add: { key: string; at: number; text: string } } | { remove: string };

const places = new PluginKey<DecorationSet>('imagePlaces');

/** Marks the positions at which images are being uploaded. The marks move with the text. */
export const ImagePlaces = Extension.create({
  name: 'imagePlaces',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: places,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, before) {
          const moved = before.map(transaction.mapping, transaction.doc);
          const change = transaction.getMeta(places) as Change | undefined;
          if (!change) return moved;
          if ('remove' in change) {
            return moved.remove(moved.find(undefined, undefined, ({ key }) => key === change.remove));
          }
          const { key, at, text } = change.add;
          const look = document.createElement('span');
          look.className = classes.sending ?? '';
          look.textContent = text;
          return moved.add(transaction.doc, [Decoration.widget(at, look, { key })]);
        },
      },
      props: { decorations: (state) => places.getState(state) },
    }),
  ],
});

/** Inserts an image at the caret once it is uploaded. If the upload fails, the text does not change. */
export async function placeImage(
  editor: Editor,
  sending: Promise<Uploaded | undefined>,
  text: string,
): Promise<void> {
  const key = crypto.randomUUID();
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(places, { add: { key, at: state.selection.from, text } } satisfies Change));
  const uploaded = await sending;
  if (editor.isDestroyed) return;
  const found = places.getState(editor.state)?.find(undefined, undefined, (spec) => spec.key === key)[0];
  const change = editor.state.tr.setMeta(places, { remove: key } satisfies Change);
  const image = editor.schema.nodes.image;
  if (found && uploaded && image) {
    change.insert(found.from, image.create({ src: addressOf(uploaded.id), alt: uploaded.filename }));
  }
  editor.view.dispatch(change);
}

/** Removes the images of the given attachments from the text. */
export function removeImages(editor: Editor, ids: ReadonlySet<string>): void {
  const change = editor.state.tr;
  editor.state.doc.descendants((node, at) => {
    if (node.type.name !== 'image') return;
    const id = attachmentIn(node.attrs.src as string);
    if (id && ids.has(id)) change.delete(change.mapping.map(at), change.mapping.map(at + node.nodeSize));
  });
  if (change.docChanged) editor.view.dispatch(change);
}
