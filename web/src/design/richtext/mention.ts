import { Node } from '@tiptap/core';

/**
 * A mention in a note (G8): an atomic node with the person's id and name. Its HTML is the form that the server accepts.
 */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { default: null, rendered: false },
    name: { default: '', rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-mention]',
      getAttrs: (span) => ({
        id: span.getAttribute('data-mention'),
        name: span.textContent?.replace(/^@/, ''),
      }),
    },
  ],
  renderHTML: ({ node }) => ['span', { 'data-mention': node.attrs.id as string }, `@${node.attrs.name}`],
  renderText: ({ node }) => `@${node.attrs.name}`,
});
