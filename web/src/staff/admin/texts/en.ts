import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Administration',
  lead: 'Settings that determine how the service desk works.',
  navigation: 'Administration sections',
  back: 'Administration',
  sections: {
    topics: {
      title: 'Help topics',
      lead: 'What tickets can be opened about, who gets them and what the form asks for.',
    },
    departments: {
      title: 'Departments',
      lead: 'The groups of agents with queues of their own.',
    },
    teams: {
      title: 'Teams',
      lead: 'Who receives tickets when nobody else is available.',
    },
    organizations: {
      title: 'Organizations',
      lead: 'The institutions of the requesters, and whether they share their tickets.',
    },
    routing: {
      title: 'Routing rules',
      lead: 'Who each new ticket is assigned to, and in what order that is decided.',
    },
    agents: {
      title: 'Agents',
      lead: 'Who is available and who is away. Agents who are away get no tickets.',
    },
    accountRequests: {
      title: 'Account requests',
      lead: 'People who requested an account, most recent first.',
    },
    articleFigures: {
      title: 'Article usefulness',
      lead: 'How much each article is read, whether it helps, and how many tickets it avoids.',
    },
    categories: {
      title: 'Article categories',
      lead: 'The sections of the knowledge base, with their names and order.',
    },
    calendar: {
      title: 'Deadlines and calendar',
      lead: 'Business hours, holidays, targets by priority and notifications.',
    },
  },
};
