import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { MergeDialog } from './MergeDialog';

const ticket = {
  number: 'PNT000001',
  version: 4,
  entries: [],
  requester: { id: 'maria', name: 'María' },
} as unknown as Ticket;

/** Returns the bodies of the requests. */
const sent = () =>
  (vi.mocked(api.POST).mock.calls as unknown as [string, { body: object }][]).map(([, { body }]) => body);

beforeEach(() => {
  vi.spyOn(api, 'GET').mockImplementation((async (
    path: string,
    { params }: { params: { path?: { number: string }; query?: { q?: string } } },
  ) => {
    const found = (number: string) => ({
      ...ticket,
      number,
      subject: 'No abre',
      organization: 'Infoem',
      status: 'open',
    });
    if (path === '/tickets/{number}') return respond(200, found(params.path?.number ?? ''));
    if (path === '/tickets' && params.query?.q)
      return respond(200, { items: [found(`T${params.query.q.padStart(6, '0')}`)], next: null });
    if (path === '/tickets')
      return respond(200, { items: [found('T000007'), found(ticket.number)], next: null });
    return respond(404);
  }) as never);
});

test('the target is shown before the merge can be confirmed', async () => {
  vi.spyOn(api, 'POST').mockImplementation(async () => respond(200, ticket));
  const onDone = vi.fn();
  render(<MergeDialog ticket={ticket} onDone={onDone} onClose={vi.fn()} />, { wrapper: Providers });
  const user = userEvent.setup();
  const suggestions = await screen.findByRole('list', { name: /Otros tickets abiertos de María/ });
  expect(suggestions.textContent).not.toContain(ticket.number);
  await user.click(screen.getByRole('button', { name: /T000007/ }));
  const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Combinar' });
  expect(submit.disabled).toBe(true);
  const preview = await screen.findByRole('region', { name: 'El ticket T000007' });
  for (const shown of ['No abre', 'María', 'Infoem', 'Abierto']) expect(preview.textContent).toContain(shown);
  await user.click(submit);
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
});

test('a merge across organizations is sent again after a confirmation, which applies to one target', async () => {
  const message = 'Confirme que está bien.';
  const unconfirmed = respond(400, undefined, { errors: [{ field: 'acrossOrganizations', message }] });
  vi.spyOn(api, 'POST')
    .mockImplementationOnce(async () => unconfirmed)
    .mockImplementationOnce(async () => unconfirmed)
    .mockImplementation(async () => respond(200, ticket));
  const onDone = vi.fn();
  render(<MergeDialog ticket={ticket} onDone={onDone} onClose={vi.fn()} />, { wrapper: Providers });
  const user = userEvent.setup();
  const into = screen.getByLabelText(/Ticket con el que se combina/);
  expect(screen.queryByRole('checkbox')).toBeNull();

  await user.type(into, '2');
  await screen.findByRole('region', { name: 'El ticket T000002' });
  await user.keyboard('{Enter}');
  await screen.findByText(message);
  await user.click(screen.getByRole('checkbox'));
  await user.type(into, '3');
  expect(screen.queryByRole('checkbox')).toBeNull();
  await screen.findByRole('region', { name: 'El ticket T000023' });
  await user.keyboard('{Enter}');
  const confirmation = await screen.findByRole<HTMLInputElement>('checkbox');
  expect(confirmation.checked).toBe(false);
  await user.click(confirmation);
  await user.click(screen.getByRole('button', { name: 'Combinar' }));

  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent()).toEqual([
    { into: '2', version: 4 },
    { into: '23', version: 4 },
    { into: '23', version: 4, acrossOrganizations: true },
  ]);
});
