import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  add: 'New category',
  edit: 'Edit “{name}”',
  editShort: 'Edit',
  remove: 'Delete “{name}”',
  removeShort: 'Delete',
  removeTitle: 'Delete the category?',
  removeText: 'It can only be deleted if it has no articles, published or draft.',
  inUse: 'This category has articles. Move them to another category before deleting it.',
  list: 'Categories',
  empty: 'No categories yet',
  emptyText: 'Every article needs a category. Create the first one.',
  articles: { one: '{count} published article', other: '{count} published articles' },
  untranslated: 'No English name',
  nameEs: 'Name in Spanish',
  nameEn: 'Name in English',
  descriptionEs: 'Description in Spanish',
  descriptionEn: 'Description in English',
  order: 'Position in the list',
  orderHint: 'Lower numbers come first.',
  nameMissing: 'Enter the name in Spanish.',
  orderInvalid: 'Enter a number from 0 to 10000.',
  save: 'Save',
  saved: 'Category saved. Users will see it within seconds.',
  removed: 'Category deleted.',
};
