import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  wait: {
    titles: {
      requester: 'We need something from you',
      'third-party': 'We are waiting for a third party',
    },
    texts: {
      requester: 'We will continue as soon as you reply below.',
      'third-party': 'You don’t need to do anything: we will let you know when there is a response.',
    },
    since: 'On hold since {date}.',
  },
  continues: {
    title: 'Does the problem continue?',
    text: 'This ticket was resolved. If the problem continues, it is reopened. Otherwise your comment is added and the ticket will be closed as planned.',
    yes: 'Yes, reopen',
    no: 'No, it is only a comment',
  },
  close: {
    button: 'My problem is solved',
    title: 'Is your problem solved?',
    text: 'The ticket will be closed and the agent notified. If you need more help later, you can open a follow-up ticket.',
    withReply:
      'Your message will be sent and the ticket closed. If you need more help later, you can open a follow-up ticket.',
    confirm: 'Yes, close the ticket',
    done: 'The ticket is closed. Thank you for letting us know.',
  },
  related: 'Follow-up to ticket:',
};
