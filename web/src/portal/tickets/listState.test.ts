import { describe, expect, test } from 'vitest';
import { readListState, writeListState } from './listState';

const read = (queryString: string) => readListState(new URLSearchParams(queryString));

describe('the query string of the list', () => {
  test('without parameters shows the open and waiting tickets, newest activity first', () => {
    expect(read('')).toEqual({
      query: '',
      filter: 'active',
      scope: 'mine',
      sort: 'activity',
      cursor: undefined,
      page: 1,
    });
  });

  test('a search includes every status', () => {
    expect(read('q=3445').filter).toBe('all');
    expect(read('q=3445&estado=closed').filter).toBe('closed');
  });

  test('ignores unknown values', () => {
    expect(read('estado=x&orden=y&de=z&pagina=-3')).toEqual(read(''));
  });

  test('reads the state that it wrote', () => {
    const state = read('estado=waiting&orden=-created&cursor=abc&pagina=3');
    expect(read(writeListState(state, {}))).toEqual(state);
  });

  test('starts at the first page when anything but the page changes', () => {
    const state = read('estado=all&cursor=abc&pagina=3');
    expect(writeListState(state, { filter: 'closed' })).toBe('?estado=closed');
    expect(writeListState(state, { cursor: 'def', page: 4 })).toBe('?estado=all&cursor=def&pagina=4');
  });

  test('is empty for the initial list', () => {
    expect(writeListState(read('q=x'), { query: '', filter: 'active' })).toBe('');
  });
});
