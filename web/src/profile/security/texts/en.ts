import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  sessions: {
    title: 'Open sessions',
    intro:
      'These are the devices on which you are signed in. If you do not recognize one, end its session and change your password.',
    unknownDevice: 'Unknown device',
    current: 'This session',
    createdAt: 'Started',
    lastUsedAt: 'Last used',
    end: 'End session',
    endLabel: 'End session: {device}',
    ended: 'The session was ended.',
    showOthers: { one: 'Show {count} more session', other: 'Show {count} more sessions' },
    endOthers: 'End all other sessions',
    othersEnded: 'All other sessions were ended.',
  },
};
