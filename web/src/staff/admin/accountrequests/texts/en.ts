import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  empty: 'No pending requests.',
  columns: {
    email: 'Email address',
    organization: 'Organization',
    phone: 'Contact phone',
    createdAt: 'Received',
  },
  pending: { one: '{count} pending request', other: '{count} pending requests' },
  pendingMore: 'More than {max} pending requests',
  approve: 'Approve',
  approveOf: 'Approve the request of {name}',
  refuse: 'Refuse',
  refuseOf: 'Refuse the request of {name}',
  approveTitle: 'Approve the request of {name}',
  approveText: '{email} will receive a link to choose the password. The request states: {organization}.',
  role: 'Role',
  departments: 'Departments',
  departmentMissing: 'Choose at least one department for the agent.',
  entity: 'State',
  none: '— None —',
  username: 'User name',
  usernameHint: 'If you leave it empty, it is derived from the email.',
  refuseTitle: 'Refuse the request of {name}',
  reason: 'Reason',
  reasonHint: 'It is mailed to {email}.',
  reasonMissing: 'Enter the reason.',
  approved: 'The request of {name} was approved. We sent the invitation.',
  refused: 'The request of {name} was refused. We sent the reason.',
};
