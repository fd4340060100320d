import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Entry, Ticket } from '../../api/queries';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import SplitDialog from './SplitDialog';

const message = {
  id: 'm1',
  kind: 'message',
  author: { id: 'sofia', name: 'Sofía' },
  body: '<p>Otra cosa</p>',
  attachments: [],
  createdAt: '2026-11-02T15:00:00Z',
} as unknown as Entry;

const ticket = (version: number, entry: Entry) =>
  ({
    number: 'PNT000001',
    version,
    requester: { id: 'sofia', name: 'Sofía' },
    topic: { id: 'sisai', name: 'SISAI' },
    entries: [entry],
  }) as unknown as Ticket;

test('a split whose response was lost can be repeated after the ticket was reloaded', async () => {
  vi.spyOn(api, 'GET').mockImplementation(async () =>
    respond(200, [{ id: 'sisai', name: 'SISAI', active: true }]),
  );
  const post = vi.spyOn(api, 'POST').mockImplementation(async () => respond(504));
  const dialog = (shown: Ticket) => <SplitDialog ticket={shown} onDone={onDone} onClose={vi.fn()} />;
  const onDone = vi.fn();
  const { rerender } = render(dialog(ticket(4, message)), { wrapper: Providers });
  const user = userEvent.setup();
  await user.click(screen.getByRole('checkbox'));
  await user.type(screen.getByRole('textbox'), 'Lo otro');
  await user.click(screen.getByText('Crear el ticket'));
  await screen.findByRole('alert');

  post.mockImplementation(async () => respond(201, { number: 'PNT000002' }));
  rerender(dialog(ticket(5, { ...message, movedTo: 'PNT000002' })));
  await user.click(screen.getByText('Crear el ticket'));
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  const requests = post.mock.calls as unknown as [
    string,
    { params: { header: { 'Idempotency-Key': string } }; body: { entryIds: string[] } },
  ][];
  const keys = requests.map(([, { params }]) => params.header['Idempotency-Key']);
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(requests.map(([, { body }]) => body.entryIds)).toEqual([['m1'], ['m1']]);
});
