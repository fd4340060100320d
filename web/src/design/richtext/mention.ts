import { Node } from '@tiptap/core';

/** Somebody's name in a note, as the server takes it: it says whom, and holds their name alone. One whole to the keys. */
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
