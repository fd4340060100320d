import type { TagTexts } from './es';

export const en: TagTexts = {
  title: 'Tags',
  none: 'No tags',
  label: 'Add a tag',
  add: 'Add',
  remove: (tag) => `Remove the tag ${tag}`,
  added: (tag) => `Tag ${tag} added.`,
  removed: (tag) => `Tag ${tag} removed.`,
  used: (tickets) => (tickets === 1 ? '1 ticket' : `${tickets} tickets`),
};
