import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  available: 'Available',
  away: 'Away',
  awayUntil: 'Away; back on {day}',
  change: 'Change',
  changeOf: 'Change the availability of {name}',
  saved: 'Availability saved.',
};
