import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  wait: {
    legend: 'Who is awaited?',
    names: { requester: 'The user', 'third-party': 'A third party' },
    abouts: {
      requester: 'Their next message ends the wait.',
      'third-party': 'A supplier or another area; it ends when you open the ticket again.',
    },
    reason: 'What is awaited?',
    reasonHint: 'The user reads it in the ticket and in the e-mail.',
    since: {
      requester: 'The user is awaited since {date}. The deadline’s clock stands still.',
      'third-party': 'A third party is awaited since {date}. The deadline’s clock stands still.',
    },
    sinceFor: {
      requester: 'The user is awaited since {date}: {reason}. The deadline’s clock stands still.',
      'third-party': 'A third party is awaited since {date}: {reason}. The deadline’s clock stands still.',
    },
    sendTitle: 'Send and put on hold',
    send: 'Send and put on hold',
    cancel: 'Cancel',
    brief: { requester: 'The user is awaited', 'third-party': 'A third party is awaited' },
  },
  left: {
    due: 'Due in {time}',
    now: 'Due in less than a working minute',
    paused: 'Paused: {time} left',
    minutes: { one: '{count} working minute', other: '{count} working minutes' },
    hours: { one: '{count} working hour', other: '{count} working hours' },
    days: { one: '{count} working day', other: '{count} working days' },
    daysAndHours: { one: '{count} working day and {hours} h', other: '{count} working days and {hours} h' },
  },
  firstAnswer: {
    name: 'First answer',
    met: 'In time',
    late: 'Late',
    missed: 'Overdue: not given yet',
    before: 'Before {date}',
    missedBrief: 'No first answer',
  },
  rating: { name: 'Rating', comment: '“{text}”' },
  related: 'Continues ticket',
  why: {
    priority: 'because of the new priority',
    topic: 'because of the new help topic',
    resumed: 'because the clock goes on',
  },
};
