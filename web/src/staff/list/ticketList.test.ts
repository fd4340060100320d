import { describe, expect, it } from 'vitest';
import { countNew, paramsOf, type TicketCard, type TicketPage, ticketsOf, withNewer } from './ticketList';

function card(
  number: string,
  version: number,
  updatedAt = '2026-11-24T10:00:00Z',
  createdAt = '2026-11-24T10:00:00Z',
): TicketCard {
  return { number, version, updatedAt, createdAt, subject: `${number} v${version}` } as TicketCard;
}

function data(...pages: TicketCard[][]) {
  return {
    pageParams: pages.map(() => undefined),
    pages: pages.map((items): TicketPage => ({ items, next: null })),
  };
}

describe('a list', () => {
  it('is requested with its queue or its words, and its filters', () => {
    const refinement = { filters: { priority: ['high'] }, days: {}, sort: 'due' as const };
    expect(paramsOf({ queue: 'open', refinement }, 'UTC')).toMatchObject({
      queue: 'open',
      priority: ['high'],
      sort: 'due',
    });
    expect(paramsOf({ words: 'zebra' }, 'UTC')).toMatchObject({ q: 'zebra' });
  });

  it('contains each ticket once', () => {
    expect(
      ticketsOf(data([card('A', 1), card('B', 1)], [card('B', 1), card('C', 1)])).map(({ number }) => number),
    ).toEqual(['A', 'B', 'C']);
  });

  it('replaces cards in place', () => {
    const before = data([card('A', 1), card('B', 2)], [card('C', 1)]);
    const after = withNewer(before, [card('C', 3), card('B', 1), card('D', 1)]);
    expect(ticketsOf(after).map(({ subject }) => subject)).toEqual(['A v1', 'B v2', 'C v3']);
    expect(withNewer(before, [card('A', 1)])).toBe(before);
  });

  it('counts tickets that a change brought into the list after it was loaded, not those that were only on a later page', () => {
    const loadedAt = Date.parse('2026-11-24T11:00:00Z');
    const latest = [card('A', 1), card('N', 1, '2026-11-24T11:30:00Z'), card('O', 4, '2026-11-24T09:00:00Z')];
    expect(countNew(data([card('A', 1)]), { inOrder: latest, byActivity: [] }, loadedAt)).toBe(1);
  });

  it('counts new tickets wherever the order of the list puts them, and each once', () => {
    const loadedAt = Date.parse('2026-11-24T11:00:00Z');
    const created = card('N', 1, '2026-11-24T11:30:00Z', '2026-11-24T11:30:00Z');
    const changed = card('O', 4, '2026-11-24T11:40:00Z');
    const complete = data([card('A', 1)]);
    const { pages, pageParams } = data([card('A', 1)]);
    const incomplete = { pageParams, pages: pages.map((page) => ({ ...page, next: 'cursor' })) };
    const byActivity = [changed, created, card('A', 2, '2026-11-24T11:35:00Z')];
    expect(countNew(incomplete, { inOrder: [], byActivity }, loadedAt)).toBe(1);
    expect(countNew(complete, { inOrder: [], byActivity }, loadedAt)).toBe(2);
    expect(countNew(complete, { inOrder: [created], byActivity }, loadedAt)).toBe(2);
  });
});
