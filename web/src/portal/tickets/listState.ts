import type { Schemas } from '../../api/client';

export type Filter = Schemas['StatusFilter'];
export type Scope = 'mine' | 'organization';
export type Sort = 'activity' | '-activity' | 'created' | '-created';

export const filters: readonly Filter[] = ['open', 'waiting', 'resolved', 'closed', 'all'];
const sorts: readonly Sort[] = ['activity', '-activity', 'created', '-created'];

/** What the list shows; all of it is in the address, so that back, forward and a copied link work. */
export interface ListState {
  query: string;
  filter: Filter;
  scope: Scope;
  sort: Sort;
  cursor: string | undefined;
  page: number;
}

function oneOf<Value extends string>(allowed: readonly Value[], value: string | null): Value | undefined {
  return allowed.find((one) => one === value);
}

export function readListState(params: URLSearchParams): ListState {
  const query = params.get('q')?.trim() ?? '';
  const cursor = params.get('cursor') ?? undefined;
  const page = Number(params.get('pagina'));
  return {
    query,
    // A search looks everywhere unless told otherwise: a number that is known should be found.
    filter: oneOf(filters, params.get('estado')) ?? (query ? 'all' : 'open'),
    scope: oneOf(['mine', 'organization'], params.get('de')) ?? 'mine',
    sort: oneOf(sorts, params.get('orden')) ?? 'activity',
    cursor,
    page: cursor && Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** Any change but the page itself begins again at the first page. */
export function writeListState(state: ListState, change: Partial<ListState>): string {
  const samePage = Object.keys(change).every((name) => name === 'cursor' || name === 'page');
  const next = { ...state, ...(samePage ? {} : { cursor: undefined, page: 1 }), ...change };
  const params = new URLSearchParams();
  if (next.query) params.set('q', next.query);
  if (next.filter !== (next.query ? 'all' : 'open')) params.set('estado', next.filter);
  if (next.scope !== 'mine') params.set('de', next.scope);
  if (next.sort !== 'activity') params.set('orden', next.sort);
  if (next.cursor) {
    params.set('cursor', next.cursor);
    params.set('pagina', String(next.page));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
