import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Set priority',
  change: 'Change priority',
  legend: 'Priority',
  names: { high: 'HIGH (priority 1)', medium: 'MEDIUM (priority 2)', low: 'LOW (priority 3)' },
  noDeadline: 'No deadline.',
  deadline: {
    business: { one: 'Deadline: {count} business day.', other: 'Deadline: {count} business days.' },
    calendar: { one: 'Deadline: {count} day.', other: 'Deadline: {count} days.' },
  },
  setTo: 'Priority: {name}',
  save: 'Save priority',
  missing: 'Choose a priority.',
  none: { label: 'Leave without a priority', explanation: 'The ticket has no priority and no deadline.' },
  triage: {
    title: 'The ticket has no priority',
    submit: 'Send and mark Resolved',
  },
  saved: {
    moved: 'Priority {name}. Due {due}; previously, {before}.',
    set: 'Priority {name}. Due {due}; previously, no deadline.',
    removed: 'Priority {name}. No deadline; previously, {before}.',
    none: 'Priority {name}. No deadline, as before.',
  },
};
