import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  add: 'New team',
  list: 'Teams',
  empty: 'No teams yet',
  emptyText: 'A team receives the tickets of a topic or a rule when nobody else is available.',
  untranslated: 'No English name',
  members: { one: '{count} member', other: '{count} members' },
  newTitle: 'New team',
  memberList: 'Members',
  nobody: 'Nobody',
  away: '{name} (away)',
  active: 'Active',
  activeHint: 'A retired team can no longer be chosen in topics and rules.',
  attributes: { name: 'name', memberIds: 'members', active: 'active' },
};
