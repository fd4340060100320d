import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { mockNewEntries } from '../../testing/mockNewEntries';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { Composer } from './Composer';

vi.mock('../../design/richtext/RichTextField', () => ({
  RichTextField: ({
    label,
    value,
    onValue,
  }: {
    label: string;
    value: string;
    onValue: (html: string) => void;
  }) => <textarea aria-label={label} value={value} onChange={(event) => onValue(event.target.value)} />,
}));

const open = {
  number: 'PNT000001',
  version: 4,
  updatedAt: new Date().toISOString(),
  status: 'open',
  entries: [],
  actions: ['response', 'note', 'resolve', 'wait'],
  requester: { id: 'sofia', name: 'Sofía' },
  topic: { id: 'sisai', name: 'SISAI' },
  department: { id: 'soporte', name: 'Soporte' },
} as unknown as Ticket;
const closed: Ticket = { ...open, version: 5, status: 'closed', actions: ['note', 'link'] };
const merged: Ticket = { ...closed, mergedInto: 'PNT000002' };

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '#/');
  vi.spyOn(api, 'GET').mockImplementation(async (path: string) =>
    path === '/settings'
      ? respond(200, { attachments: { maxBytes: 100, maxFiles: 2, types: [] } })
      : respond(404),
  );
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, { savedAt: 't1' }));
  vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(204));
});

const composer = (ticket: Ticket) => (
  <Composer
    ticket={ticket}
    source={{ queue: 'mine' }}
    newEntries={mockNewEntries()}
    presence={{ others: [], typed: vi.fn() }}
  />
);

const response = () => screen.getByLabelText<HTMLTextAreaElement>('Respuesta al usuario');
const note = () => screen.getByLabelText<HTMLTextAreaElement>('Nota para el personal');

async function write(html: string) {
  const page = render(composer(open), { wrapper: Providers });
  fireEvent.change(await screen.findByLabelText('Respuesta al usuario'), { target: { value: html } });
  return { page, user: userEvent.setup() };
}

test('a response stays in view when the ticket is closed while it is written', async () => {
  const { page } = await write('<p>A medias</p>');
  page.rerender(composer(closed));
  expect(response().value).toBe('<p>A medias</p>');
  expect(note().value).toBe('');
  expect(screen.queryByText('Enviar respuesta')).toBeNull();
  expect(screen.getByText('Su texto no se ha enviado')).toBeTruthy();
});

test('a response that was written earlier is shown on the closed ticket', async () => {
  const { page } = await write('<p>A medias</p>');
  page.unmount();
  render(composer(closed), { wrapper: Providers });
  await waitFor(() => expect(response().value).toBe('<p>A medias</p>'));
});

test('a response that cannot be sent becomes a note', async () => {
  const { page, user } = await write('<p>A medias</p>');
  page.rerender(composer(closed));
  fireEvent.change(note(), { target: { value: '<p>Nota</p>' } });
  await user.click(screen.getByText('Pasarlo a la nota interna'));
  expect(note().value).toBe('<p>Nota</p><p>A medias</p>');
  expect(screen.queryByLabelText('Respuesta al usuario')).toBeNull();
});

test('a response that cannot be sent goes to the target of the merge', async () => {
  const { page, user } = await write('<p>A medias</p>');
  page.rerender(composer(merged));
  await user.click(screen.getByText('Pasarlo al PNT000002'));
  await waitFor(() => expect(screen.queryByLabelText('Respuesta al usuario')).toBeNull());
  const target = JSON.parse(localStorage.getItem('mesa.draft.ana.ticket.PNT000002.response') ?? '{}');
  expect(target).toMatchObject({ value: { body: '<p>A medias</p>' }, synced: false });
  expect(localStorage.getItem('mesa.draft.ana.ticket.PNT000001.response')).toBeNull();
});

test('a closed ticket without unsent text shows only the note', async () => {
  render(composer(closed), { wrapper: Providers });
  await screen.findByLabelText('Nota para el personal');
  expect(screen.queryByLabelText('Respuesta al usuario')).toBeNull();
});
