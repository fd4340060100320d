import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Profile',
  data: 'Your data',
  username: 'User name',
  email: 'E-mail address',
  organization: 'Organization',
  name: 'Name',
  nameMissing: 'Enter your name.',
  phone: 'Telephone',
  language: 'Language',
  timeZone: 'Time zone',
  timeZoneHint: 'Now: {now}',
  mexico: 'Mexico',
  save: 'Save changes',
  saved: 'Your data was saved.',
  password: 'Change password',
  passwordText: 'Changing it ends your sessions on other computers.',
  current: 'Current password',
  currentMissing: 'Enter your current password.',
  next: 'New password',
  nextHint: 'At least 12 characters. A long phrase is easier to remember.',
  nextShort: 'The new password must have at least 12 characters.',
  change: 'Change password',
  changed: 'Your password was changed.',
};
