import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  add: 'New department',
  list: 'Departments in the order they are shown',
  empty: 'No departments yet',
  emptyText: 'Each help topic assigns its tickets to a department. Create the first one.',
  untranslated: 'No English name',
  members: { one: '{count} member', other: '{count} members' },
  newTitle: 'New department',
  order: 'Position in the list',
  orderHint: 'Lower numbers come first; ties are sorted by name.',
  active: 'Active',
  activeHint: 'A retired department keeps its tickets but receives no others.',
  memberList: 'Members',
  noMembers: 'Nobody. The departments of a person are chosen in their account.',
  attributes: { name: 'name', order: 'position', active: 'active' },
};
