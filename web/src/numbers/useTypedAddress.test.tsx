import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { Providers } from '../testing/Providers';
import { respond } from '../testing/respond';
import { useTypedAddress } from './useTypedAddress';

const searched = vi.fn((_q: string) => ['PNT003697']);

beforeEach(() => {
  vi.spyOn(api, 'GET').mockImplementation((async (
    path: string,
    options: { params: { query: { q: string } } },
  ) => {
    if (path === '/settings') return respond(200, { ticketPrefix: 'PNT' });
    return respond(200, { items: searched(options.params.query.q).map((number) => ({ number })) });
  }) as never);
});

const open = (number: string, missing: boolean) =>
  renderHook(() => useTypedAddress(number, missing), { wrapper: Providers }).result;

test('another form of a number leads to its ticket', async () => {
  const result = open('pnt3697', true);
  expect(result.current.isSearching).toBe(true);
  await waitFor(() => expect(result.current.found).toBe('PNT003697'));
});

test('a search that finds another ticket leads nowhere', async () => {
  const result = open('pnt9999', true);
  await waitFor(() => expect(result.current.isSearching).toBe(false));
  expect(result.current.found).toBeUndefined();
});

test('there is no search while the ticket exists, or for an address without a number', async () => {
  expect(open('PNT003697', false).current).toEqual({ found: undefined, isSearching: false });
  const result = open('nada', true);
  await waitFor(() => expect(result.current.isSearching).toBe(false));
  expect(searched).not.toHaveBeenCalled();
});
