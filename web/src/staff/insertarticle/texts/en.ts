import type { InsertArticleTexts } from './es';

export const en: InsertArticleTexts = {
  insert: 'Insert article',
  command: 'Insert an article into the answer',
  title: 'Insert an article',
  search: 'Search for an article',
  placeholder: 'Words of the article',
  hint: 'A link with the summary is added. Enter chooses the first.',
  results: 'Articles',
  internal: 'Internal: the user cannot read it',
  nothing: 'No article matches',
  inserted: (title) => `“${title}” was inserted.`,
  fromTicket: 'Create an article from this ticket',
};
