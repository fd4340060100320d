import type { LifeTexts } from './es';

export const en: LifeTexts = {
  wait: {
    legend: 'Who is awaited?',
    names: { requester: 'The user', 'third-party': 'A third party' },
    abouts: {
      requester: 'Their next message ends the wait.',
      'third-party': 'A supplier or another area; it ends when you open the ticket again.',
    },
    reason: 'What is awaited?',
    reasonHint: 'The user reads it in the ticket and in the e-mail.',
    since: { requester: 'The user is awaited since', 'third-party': 'A third party is awaited since' },
    stopped: 'The deadline’s clock stands still.',
    sendTitle: 'Send and put on hold',
    send: 'Send and put on hold',
    cancel: 'Cancel',
    brief: { requester: 'The user is awaited', 'third-party': 'A third party is awaited' },
  },
  left: {
    due: (time) => `Due in ${time}`,
    now: 'Due in less than a working minute',
    paused: (time) => `Paused: ${time} left`,
    minutes: (count) => `${count} working min`,
    hours: (count) => (count === 1 ? '1 working hour' : `${count} working hours`),
    days: (count) => (count === 1 ? '1 working day' : `${count} working days`),
    daysAndHours: (days, hours) => `${days === 1 ? '1 working day' : `${days} working days`} and ${hours} h`,
  },
  firstAnswer: {
    name: 'First answer',
    met: 'In time',
    late: 'Late',
    missed: 'Overdue: not given yet',
    before: 'Before',
    missedBrief: 'No first answer',
  },
  rating: { name: 'Rating', comment: (text) => `“${text}”` },
  related: 'Continues ticket',
  why: {
    priority: 'because of the new priority',
    topic: 'because of the new help topic',
    resumed: 'because the clock goes on',
  },
};
