import { describe, expect, test } from 'vitest';
import { readListState, writeListState } from './listState';

const read = (address: string) => readListState(new URLSearchParams(address));

describe('the list’s address', () => {
  test('without anything shows the open tickets, newest activity first', () => {
    expect(read('')).toEqual({
      query: '',
      filter: 'open',
      scope: 'mine',
      sort: 'activity',
      cursor: undefined,
      page: 1,
    });
  });

  test('with words looks everywhere', () => {
    expect(read('q=3445').filter).toBe('all');
    expect(read('q=3445&estado=closed').filter).toBe('closed');
  });

  test('ignores what it does not know', () => {
    expect(read('estado=x&orden=y&de=z&pagina=-3')).toEqual(read(''));
  });

  test('reads back what it wrote', () => {
    const state = read('estado=waiting&orden=-created&cursor=abc&pagina=3');
    expect(read(writeListState(state, {}))).toEqual(state);
  });

  test('begins at the first page again when anything but the page changes', () => {
    const state = read('estado=all&cursor=abc&pagina=3');
    expect(writeListState(state, { filter: 'closed' })).toBe('?estado=closed');
    expect(writeListState(state, { cursor: 'def', page: 4 })).toBe('?estado=all&cursor=def&pagina=4');
  });

  test('is empty for the list as it starts', () => {
    expect(writeListState(read('q=x'), { query: '', filter: 'open' })).toBe('');
  });
});
