import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  roles: { requester: 'Requester', agent: 'Agent', supervisor: 'Supervisor', admin: 'Administrator' },
  available: 'Available',
  away: 'Away',
  awayUntil: 'Away; back on {day}',
  change: 'Change',
  changeOf: 'Change the availability of {name}',
  saved: 'Availability saved.',
};
