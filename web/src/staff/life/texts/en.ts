import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  wait: {
    legend: 'Who are you waiting for?',
    names: { requester: 'The requester', 'third-party': 'A third party' },
    explanations: {
      requester: 'Their next message ends the wait.',
      'third-party': 'A vendor or another team; it ends when you reopen the ticket.',
    },
    reason: 'What are you waiting for?',
    reasonHint: 'The requester sees it on the ticket and in the email.',
    since: {
      requester: 'Waiting for the requester since {date}. The deadline is paused.',
      'third-party': 'Waiting for a third party since {date}. The deadline is paused.',
    },
    sinceFor: {
      requester: 'Waiting for the requester since {date}: {reason}. The deadline is paused.',
      'third-party': 'Waiting for a third party since {date}: {reason}. The deadline is paused.',
    },
    sendTitle: 'Send and put on hold',
    send: 'Send and put on hold',
    brief: { requester: 'Waiting for the requester', 'third-party': 'Waiting for a third party' },
  },
  left: {
    due: 'Due in {time}',
    now: 'Due in less than a business minute',
    paused: 'Paused: {time} left',
    minutes: { one: '{count} business minute', other: '{count} business minutes' },
    hours: { one: '{count} business hour', other: '{count} business hours' },
    days: { one: '{count} business day', other: '{count} business days' },
    daysAndHours: { one: '{count} business day and {hours} h', other: '{count} business days and {hours} h' },
  },
  firstResponse: {
    name: 'First response',
    met: 'On time',
    late: 'Late',
    missed: 'Overdue: no response yet',
    before: 'By {date}',
    notGiven: 'None yet',
  },
  rating: { name: 'Rating', comment: '“{text}”' },
  related: 'Follow-up to ticket',
  reasons: {
    priority: 'because of the new priority',
    topic: 'because of the new help topic',
    resumed: 'because the deadline clock resumed',
  },
};
