import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { administers } from '../../session/sessionQuery';
import { usePerson, useSession } from '../../session/useSession';
import { useQueueName } from '../queues/QueueMenu';
import { type Queue, queues, routes } from '../routes';
import { viewsQuery } from '../views/queries';
import type { Command } from './registry';
import { useTexts } from './texts';
import { useShortcuts } from './useShortcuts';

/** The key after `g` for each queue. The keys are the same in both languages. */
const letters: Record<Queue, string> = {
  mine: 'm',
  unassigned: 's',
  open: 'd',
  today: 'h',
  overdue: 'v',
  waiting: 'e',
  resolved: 'a',
  closed: 'c',
  all: 't',
};

/** Registers the commands that are available on every page. */
export function usePageCommands(show: (panel: 'palette' | 'help') => void): void {
  const t = useTexts().commands;
  const queueName = useQueueName();
  const [, navigate] = useLocation();
  const { signOut } = useSession();
  const person = usePerson();
  const queueCommands = queues.map(
    (queue): Command => ({
      id: `queue-${queue}`,
      label: t.goTo({ name: queueName(queue) }),
      keys: `g ${letters[queue]}`,
      run: () => navigate(routes.list({ queue })),
    }),
  );
  const { data: views = [] } = useQuery(viewsQuery);
  useShortcuts('page', [
    { id: 'palette', label: t.palette, keys: 'mod+k', keyOnly: true, run: () => show('palette') },
    { id: 'help', label: t.help, keys: '?', run: () => show('help') },
    { id: 'search', label: t.search, keys: '/', run: focusSearch },
    ...queueCommands,
    { id: 'mentions', label: t.mentions, keys: 'g n', run: () => navigate(routes.mentions) },
    { id: 'knowledge', label: t.knowledge, keys: 'g b', run: () => navigate(routes.knowledge()) },
    ...views.map(
      ({ id, name }): Command => ({
        id: `view-${id}`,
        label: t.goToView({ name }),
        run: () => navigate(routes.view(id)),
      }),
    ),
    { id: 'profile', label: t.profile, keys: 'g p', run: () => navigate(routes.profile) },
    { id: 'canned', label: t.canned, keys: 'g r', run: () => navigate(routes.canned()) },
    administers(person) && {
      id: 'administration',
      label: t.administration,
      keys: 'g i',
      run: () => navigate(routes.admin()),
    },
    { id: 'sign-out', label: t.signOut, run: () => void signOut().then(() => navigate(routes.home)) },
  ]);
}

function focusSearch() {
  const box = document.querySelector<HTMLInputElement>('search input[type="search"]');
  box?.focus();
  box?.select();
}
