import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  forgotten: {
    title: 'Forgot your password?',
    lead: 'We will email you a link to choose a new password.',
    login: 'User name or email',
    missing: 'Enter your user name or email.',
    submit: 'Send link',
    doneTitle: 'Check your email',
    done: 'If “{login}” has an account, you will receive an email with a link in a few minutes. The link expires in an hour. Check your spam folder, too.',
    back: 'Back to sign in',
  },
  choose: {
    title: 'Choose your password',
    lead: 'Account: {username}',
    password: 'New password',
    hint: 'At least 12 characters. A long phrase is easier to remember.',
    short: 'The password must have at least 12 characters.',
    submit: 'Save password',
    doneTitle: 'Your password is ready',
    done: 'All sessions of your account were ended. Sign in with the new password.',
    signIn: 'Sign in',
  },
  gone: {
    usedTitle: 'This link was already used',
    used: 'Each link works once. If you have chosen your password, sign in. If it was not you, request a new link.',
    expiredTitle: 'This link has expired',
    expired: 'Links are valid for a limited time, and until the next change of password. Request a new one.',
    unknownTitle: 'This link is not valid',
    unknown: 'Check that you opened all of it, as in the latest email, or request a new one.',
    again: 'Request a new link',
  },
};
