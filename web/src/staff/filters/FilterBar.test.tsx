import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { FilterBar } from './FilterBar';

const itei = { id: 'itei', name: 'Instituto de Jalisco' };
const infoem = { id: 'infoem', name: 'Instituto del Estado de México' };

/** The status of the response to each search. */
const statusOf = vi.fn((_text: string) => 200);

beforeEach(() => {
  statusOf.mockImplementation(() => 200);
  vi.spyOn(api, 'GET').mockImplementation((async (path: string, options: { params: { query: object } }) => {
    if (path !== '/organizations') return respond(200, []);
    const query = options.params.query as { q?: string; ids?: string[] };
    if (query.ids) return respond(200, { items: [] });
    const text = query.q ?? '';
    if (statusOf(text) !== 200) return respond(statusOf(text));
    return respond(200, text === 'jal' ? { items: [itei] } : { items: [itei, infoem], next: 'c2' });
  }) as never);
});

async function open() {
  render(
    <FilterBar
      refinement={{ filters: {}, days: {}, sort: undefined }}
      hiddenFilters={[]}
      onRefinement={vi.fn()}
      requesters={{ choices: [], queries: [] }}
      sortedBy={undefined}
    />,
    { wrapper: Providers },
  );
  const user = userEvent.setup();
  const menu = () => user.click(screen.getByRole('button', { name: 'Organización' }));
  await menu();
  const box = () => screen.findByRole<HTMLInputElement>('searchbox', { name: 'Acotar: Organización' });
  await screen.findByLabelText(infoem.name);
  return { user, menu, box };
}

test('a reopened filter shows the text whose results it lists', async () => {
  const { user, menu, box } = await open();
  await user.type(await box(), 'jal');
  await waitFor(() => expect(screen.queryByLabelText(infoem.name)).toBeNull());
  await user.keyboard('{Escape}');
  await menu();
  expect((await box()).value).toBe('jal');
  await user.clear(await box());
  await screen.findByLabelText(infoem.name);
});

test('a filter with more matches than it lists says so', async () => {
  const { user, box } = await open();
  expect(screen.getByText('Hay más. Escriba más letras.')).toBeTruthy();
  await user.type(await box(), 'jal');
  await waitFor(() => expect(screen.queryByText('Hay más. Escriba más letras.')).toBeNull());
});

test('a failed search is shown below its box, which stays, and can be repeated', async () => {
  statusOf.mockImplementation((text) => (text === 'jal' ? 400 : 200));
  const { user, box } = await open();
  const input = await box();
  await user.type(input, 'jal');
  await screen.findByRole('alert');
  expect(await box()).toBe(input);
  expect(document.activeElement).toBe(input);
  expect(screen.queryByText('Nada coincide.')).toBeNull();
  statusOf.mockImplementation(() => 200);
  await user.click(screen.getByText('Reintentar'));
  expect(document.activeElement).toBe(input);
  await screen.findByLabelText(itei.name);
});

test('the text of a search is no longer than the contract allows', async () => {
  const { box } = await open();
  expect((await box()).maxLength).toBe(200);
});
