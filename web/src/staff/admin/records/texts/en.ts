import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  back: 'Back to the list',
  missing: 'Does not exist',
  missingText: 'The address may be incomplete.',
  search: 'Search by name',
  status: 'Status',
  statuses: { active: 'Active', retired: 'Retired', all: 'All' },
  nothing: 'Nothing matches the search',
  nothingText: 'Try other words or another status.',
  retired: 'Retired',
  edit: 'Edit “{name}”',
  editShort: 'Edit',
  nameEs: 'Spanish name',
  nameEn: 'English name',
  nameEnHint: 'Without it, the Spanish name is shown.',
  nameMissing: 'Enter the name.',
  save: 'Save',
  saved: 'Saved. All pages use it within a minute.',
  unsaved: 'There are unsaved changes.',
  restored: 'We restored the changes that you had not saved.',
  discard: 'Discard them',
  exists: 'There is already one with this name. Choose another name, or edit the existing one.',
  merged:
    'Someone else saved changes while you were editing. They are merged with yours: check them and save again.',
  conflict:
    'Someone else changed the same as you: {attributes}. Your values are shown; if you save again, they replace the others.',
};
