import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Administration',
  lead: 'What decides how the service desk works.',
  navigation: 'Administration sections',
  back: 'Administration',
  sections: {
    topics: {
      title: 'Help topics',
      lead: 'What a ticket can be opened about, who gets it and what its form asks.',
    },
    routing: {
      title: 'Routing rules',
      lead: 'Whom each new ticket is assigned to, and in which order that is decided.',
    },
    agents: {
      title: 'Agents',
      lead: 'Who is available and who is away. Those who are away get no tickets.',
    },
    accountRequests: {
      title: 'Account requests',
      lead: 'People who asked for an account, the most recent first.',
    },
    articleFigures: {
      title: 'Usefulness of articles',
      lead: 'How much each article is read, whether it helps, and how many tickets it avoids.',
    },
    categories: {
      title: 'Article categories',
      lead: 'The parts of the knowledge base, their names and their order.',
    },
    calendar: {
      title: 'Deadlines and calendar',
      lead: 'Service hours, days without service, targets by priority and notices.',
    },
  },
};
