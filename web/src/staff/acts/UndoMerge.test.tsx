import { useQueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { type Counts, countsKey } from '../queues/counts';
import { UndoMerge } from './UndoMerge';

const merged = {
  number: 'PNT000001',
  actions: ['undo-merge'],
  queues: ['closed', 'all'],
} as unknown as Ticket;

function ShownCounts() {
  const client = useQueryClient();
  return (
    <button type="button" onClick={() => client.setQueryData(countsKey, { open: 2, closed: 1, all: 3 })}>
      {JSON.stringify(client.getQueryData<Counts>(countsKey))}
    </button>
  );
}

test('undoing a merge moves the counts of the queues at once', async () => {
  vi.spyOn(api, 'DELETE').mockImplementation(async () =>
    respond(200, { ...merged, actions: [], queues: ['open', 'all'] }),
  );
  const page = () => (
    <>
      <ShownCounts />
      <UndoMerge ticket={merged} />
    </>
  );
  const { rerender } = render(page(), { wrapper: Providers });
  const [counts, undo] = screen.getAllByRole('button') as [HTMLElement, HTMLElement];
  await userEvent.click(counts);
  await userEvent.click(undo);
  await vi.waitFor(() => {
    rerender(page());
    expect(counts.textContent).toBe('{"open":3,"closed":0,"all":3}');
  });
});
