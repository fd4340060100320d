import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  add: 'New organization',
  list: 'Organizations',
  empty: 'No organizations yet',
  emptyText: 'Requesters belong to an organization, which may share their tickets among them.',
  shares: 'Shares its tickets',
  managers: { one: '{count} manager', other: '{count} managers' },
  newTitle: 'New organization',
  name: 'Name',
  entity: 'State or level of government',
  noEntity: '— None —',
  sharing: 'Its people read each other’s tickets',
  sharingHint: 'Applies to tickets that are opened from then on.',
  attributes: { name: 'name', shares: 'shared tickets', entity: 'state', managerIds: 'managers' },
};
