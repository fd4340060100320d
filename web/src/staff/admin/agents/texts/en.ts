import type { AgentsTexts } from './es';

export const en: AgentsTexts = {
  roles: { requester: 'User', agent: 'Agent', supervisor: 'Supervisor', admin: 'Administrator' },
  here: 'Available',
  away: 'Away',
  awayUntil: (day) => `Away; back on ${day}`,
  change: 'Change',
  changeOf: (name) => `Change the availability of ${name}`,
  saved: 'Availability saved.',
};
