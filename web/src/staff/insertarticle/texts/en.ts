import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  insert: 'Insert article',
  command: 'Insert an article into the response',
  title: 'Insert an article',
  search: 'Search articles',
  placeholder: 'Words in the article',
  hint: 'Adds a link with the summary. Press Enter to choose the first one.',
  results: 'Articles',
  internal: 'Internal: the requester can’t read it',
  nothing: 'No articles match',
  inserted: '“{title}” was inserted.',
  fromTicket: 'Create an article from this ticket',
};
