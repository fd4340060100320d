import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  insert: 'Insert article',
  command: 'Insert an article into the answer',
  title: 'Insert an article',
  search: 'Search for an article',
  placeholder: 'Words of the article',
  hint: 'A link with the summary is added. Enter chooses the first.',
  results: 'Articles',
  internal: 'Internal: the user cannot read it',
  nothing: 'No article matches',
  inserted: '“{title}” was inserted.',
  fromTicket: 'Create an article from this ticket',
};
