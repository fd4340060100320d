import type { Schemas } from '../../api/client';

/** A filter by status. `active` includes the statuses open and waiting. */
export type Filter = Schemas['StatusFilter'] | 'active';
export type Scope = 'mine' | 'organization';
export type Sort = 'activity' | '-activity' | 'created' | '-created';

export const filters: readonly Filter[] = ['active', 'open', 'waiting', 'resolved', 'closed', 'all'];
const sorts: readonly Sort[] = ['activity', '-activity', 'created', '-created'];

/** Returns the initial filter. A search includes every status, so that it finds a ticket by its number whatever its status is. */
export const defaultFilter = (query: string): Filter => (query ? 'all' : 'active');

/** The state of the list. The URL contains all of it, so that back, forward and copied links work. */
export interface ListState {
  query: string;
  filter: Filter;
  scope: Scope;
  sort: Sort;
  cursor: string | undefined;
  page: number;
}

function oneOf<Value extends string>(allowed: readonly Value[], value: string | null): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}

export function readListState(params: URLSearchParams): ListState {
  const query = params.get('q')?.trim() ?? '';
  const cursor = params.get('cursor') ?? undefined;
  const page = Number(params.get('pagina'));
  return {
    query,
    filter: oneOf(filters, params.get('estado')) ?? defaultFilter(query),
    scope: oneOf(['mine', 'organization'], params.get('de')) ?? 'mine',
    sort: oneOf(sorts, params.get('orden')) ?? 'activity',
    cursor,
    page: cursor && Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/**
 * Returns the query string for a changed state. If anything but the page changes, the list starts at the first page.
 */
export function writeListState(state: ListState, change: Partial<ListState>): string {
  const samePage = Object.keys(change).every((name) => name === 'cursor' || name === 'page');
  const next = { ...state, ...(samePage ? {} : { cursor: undefined, page: 1 }), ...change };
  const params = new URLSearchParams();
  if (next.query) params.set('q', next.query);
  if (next.filter !== defaultFilter(next.query)) params.set('estado', next.filter);
  if (next.scope !== 'mine') params.set('de', next.scope);
  if (next.sort !== 'activity') params.set('orden', next.sort);
  if (next.cursor) {
    params.set('cursor', next.cursor);
    params.set('pagina', String(next.page));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
