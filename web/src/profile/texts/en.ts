import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Profile',
  data: 'Your details',
  username: 'Username',
  email: 'Email address',
  organization: 'Organization',
  name: 'Name',
  nameMissing: 'Enter your name.',
  phone: 'Phone',
  language: 'Language',
  timeZone: 'Time zone',
  timeZoneHint: 'Now: {now}',
  save: 'Save changes',
  saved: 'Your details were saved.',
  password: 'Change password',
  passwordText: 'Changing it signs you out on other devices.',
  current: 'Current password',
  currentMissing: 'Enter your current password.',
  next: 'New password',
  nextHint: 'At least 12 characters. A long phrase is easier to remember.',
  nextShort: 'The new password must have at least 12 characters.',
  change: 'Change password',
  changed: 'Your password was changed.',
};
