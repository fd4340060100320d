import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  andThen: 'then',
  help: {
    title: 'Keyboard shortcuts',
    lead: 'The shortcuts that work on this page right now.',
    scopes: { page: 'Everywhere', list: 'In the list', ticket: 'In the ticket', dialog: 'In this dialog' },
    typing: 'While you type, only combinations with Ctrl work; Esc leaves the field.',
    single: 'Use single-key shortcuts',
    singleHint: 'Turn them off if you use dictation or trigger them by accident.',
  },
  palette: {
    title: 'Go to a page or run a command',
    placeholder: 'Number, queue, command or words',
    results: 'Results',
    none: 'No matches.',
    ticket: 'Open ticket {number}',
    search: 'Search tickets for “{words}”',
    found: { one: '{count} result', other: '{count} results' },
  },
  commands: {
    palette: 'Open the command menu',
    help: 'Show keyboard shortcuts',
    search: 'Search tickets',
    profile: 'Go to your profile',
    goTo: 'Go to {name}',
    mentions: 'Go to mentions',
    knowledge: 'Go to the knowledge base',
    goToView: 'Go to the view “{name}”',
    canned: 'Canned responses',
    administration: 'Go to administration',
    signOut: 'Sign out',
  },
};
