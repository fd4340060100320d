import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { mockNewEntries } from '../../testing/mockNewEntries';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { ComposerForm } from './ComposerForm';

vi.mock('../../design/richtext/RichTextField', () => ({
  RichTextField: ({ value, onValue }: { value: string; onValue: (html: string) => void }) => (
    <textarea aria-label="body" value={value} onChange={(event) => onValue(event.target.value)} />
  ),
}));

const ticket = {
  number: 'PNT000001',
  version: 4,
  entries: [],
  actions: ['wait'],
  requester: { id: 'sofia', name: 'Sofía' },
  topic: { id: 'sisai', name: 'SISAI' },
  department: { id: 'soporte', name: 'Soporte' },
} as unknown as Ticket;

/** Returns the bodies of the requests to add an entry. */
const sent = () =>
  (vi.mocked(api.POST).mock.calls as unknown as [string, { body: object }][]).map(([, { body }]) => body);

beforeEach(() => {
  vi.spyOn(api, 'GET').mockImplementation(async () => respond(404));
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, { savedAt: 't1' }));
  vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(204));
  vi.spyOn(api, 'POST').mockImplementation(async () => respond(201, ticket));
});

async function open() {
  render(
    <ComposerForm
      ticket={ticket}
      kind="response"
      limits={{ maxBytes: 100, maxFiles: 2, types: [] }}
      source={{ queue: 'mine' }}
      newEntries={mockNewEntries()}
      onEdited={vi.fn()}
      focusRequests={0}
      sendable
      tools={null}
      onUsed={vi.fn()}
      note={{ current: null }}
    />,
    { wrapper: Providers },
  );
  fireEvent.change(screen.getByLabelText('body'), { target: { value: '<p>Hola</p>' } });
  return userEvent.setup();
}

test('Ctrl+Enter in the text sends the response', async () => {
  await open();
  fireEvent.keyDown(screen.getByLabelText('body'), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(sent()).toMatchObject([{ body: '<p>Hola</p>' }]));
});

test('Ctrl+Enter in the dialog for the wait sends the response once, with the wait', async () => {
  const user = await open();
  await user.click(screen.getByText('Enviar y dejar En espera'));
  const reason = await screen.findByLabelText(/¿Qué se espera/);
  fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()).toMatchObject([{ status: 'waiting' }]);
});
