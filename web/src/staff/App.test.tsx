import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeQueryClient } from '../api/queries';
import { AppProviders } from '../app/AppProviders';
import { agent } from '../testing/Providers';
import { App } from './App';

const server = vi.hoisted(() => {
  // The API client reads fetch when it is imported, so fetch is replaced before that.
  const responses: Record<string, unknown> = {};
  globalThis.fetch = async (input) => {
    const { pathname } = new URL((input as Request).url);
    if (pathname.startsWith('/api/drafts/')) return new Response('{}', { status: 404 });
    return Response.json(responses[pathname] ?? []);
  };
  return { responses };
});

const card = {
  number: 'PNT000001',
  subject: 'No carga el archivo',
  status: 'open',
  priority: null,
  requester: { id: 'maria', name: 'María López' },
  department: { id: 'soporte', name: 'Soporte' },
  topic: { id: 'sipot', name: 'SIPOT' },
  topicId: 'sipot',
  entity: 'FEDERACION',
  assignee: null,
  dueAt: null,
  overdue: false,
  createdAt: '2026-11-24T16:00:00Z',
  updatedAt: '2026-11-24T16:00:00Z',
  version: 1,
};

Object.assign(server.responses, {
  '/api/session': agent,
  '/api/settings': {
    deskName: 'Mesa',
    ticketPrefix: 'PNT',
    severities: [],
    reopenDays: 15,
    attachments: { maxBytes: 100, maxFiles: 2, types: [] },
  },
  '/api/tickets': { items: [card], next: null, counts: { mine: 1 }, sort: 'due' },
  '/api/tickets/PNT000001': {
    ...card,
    entries: [
      {
        id: 'e1',
        kind: 'message',
        body: '<p>Buenos días</p>',
        author: { id: 'maria', name: 'María López', role: 'requester' },
        attachments: [],
        changes: [],
        createdAt: '2026-11-24T16:00:00Z',
        version: 1,
      },
    ],
    actions: ['response', 'note', 'assign', 'transfer', 'tag', 'link'],
    participants: [],
    linked: false,
    fields: [],
  },
  '/api/tickets/PNT000001/presence': { version: 1, people: [] },
});

beforeEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: the page reads this cookie
  document.cookie = 'signed-in=ana';
  window.matchMedia = (query) =>
    ({
      ...new EventTarget(),
      matches: true,
      media: query,
      addEventListener: () => {},
      removeEventListener: () => {},
    }) as never;
  location.hash = '#/';
});

/** Elements that happy-dom does not know. React warns about them. */
const unknownElements = ['search'];

test('a list, a ticket and the palette work under StrictMode without React errors', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const user = userEvent.setup();
  render(
    <AppProviders client={makeQueryClient()}>
      <App />
    </AppProviders>,
  );
  await screen.findByText('No carga el archivo');

  act(() => {
    location.hash = '#/colas/mine/PNT000001';
  });
  await screen.findByText('Buenos días');
  await screen.findByRole('textbox', { name: /Respuesta al usuario/ });

  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByLabelText('Ir a un lugar o hacer algo', { selector: 'input' });
  await user.type(palette, 'Asignar{Enter}');
  // happy-dom considers every dialog hidden.
  await screen.findByRole('dialog', { name: 'Asignar', hidden: true });
  expect(palette.isConnected).toBe(false);

  const errors = log.mock.calls.filter(([, element]) => !unknownElements.includes(String(element)));
  expect(errors).toEqual([]);
});
