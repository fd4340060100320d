import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Tags',
  label: 'Add a tag',
  add: 'Add',
  remove: 'Remove tag {tag}',
  added: 'Tag {tag} added.',
  removed: 'Tag {tag} removed.',
  used: { one: '{count} ticket', other: '{count} tickets' },
};
