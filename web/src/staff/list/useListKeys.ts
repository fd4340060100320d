import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import { useShortcuts } from '../keyboard/useShortcuts';
import { firstQueue, type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import { nextFrom, type Place, updatedPlace } from './place';
import type { Selection } from './selection';
import type { TicketCard } from './ticketList';

/** The place in the list with a path. */
export type ListPlace = Place & { list: string };

interface ListKeys {
  source: ListSource;
  /** The tickets in the order of the list. */
  tickets: readonly TicketCard[];
  opened: string | undefined;
  selection: Selection;
  place: RefObject<ListPlace | undefined>;
  /** Loads the next page; undefined at the end of the list. */
  loadMore: (() => void) | undefined;
  refresh: () => void;
}

export function rowId(number: string): string {
  return `ticket-${number}`;
}

/**
 * Registers the keys of a list. j and k move the focus to the next or previous row. If a ticket is open beside the list,
 * they open the next or previous ticket instead, in the order that the list had when the ticket was opened.
 */
export function useListKeys({
  source,
  tickets,
  opened,
  selection,
  place: lastPlace,
  loadMore,
  refresh,
}: ListKeys): void {
  const t = useTexts().list.keys;
  const [, navigate] = useLocation();
  const numbers = tickets.map(({ number }) => number);
  const list = routes.list(source);
  const before = lastPlace.current?.list === list ? lastPlace.current : { number: undefined, order: [] };
  lastPlace.current = { list, ...updatedPlace(before, numbers, opened) };

  function step(delta: 1 | -1) {
    const focused = opened ? undefined : numbers[focusedIn(numbers)];
    const place = focused ? { number: focused, order: numbers } : (lastPlace.current ?? before);
    const number = nextFrom(place, numbers, delta);
    if (delta > 0 && (!number || number === numbers.at(-1))) loadMore?.();
    if (!number) return;
    if (opened) navigate(routes.ticketIn(source, number));
    else {
      lastPlace.current = { list, number, order: numbers };
      document.getElementById(rowId(number))?.focus();
    }
  }

  const leave = !opened && 'words' in source ? () => navigate(routes.list({ queue: firstQueue })) : undefined;
  useShortcuts('list', [
    { id: 'next', label: opened ? t.openNext : t.next, keys: 'j', keyOnly: true, run: () => step(1) },
    {
      id: 'previous',
      label: opened ? t.openPrevious : t.previous,
      keys: 'k',
      keyOnly: true,
      run: () => step(-1),
    },
    !opened && {
      id: 'open',
      label: t.open,
      keys: 'Enter',
      alias: ['o'],
      keyOnly: true,
      run: () => openFocused(),
    },
    !opened && { id: 'pick', label: t.pick, keys: 'x', keyOnly: true, run: () => pickFocused(false) },
    !opened && {
      id: 'pick-range',
      label: t.pickRange,
      keys: 'X',
      keyOnly: true,
      run: () => pickFocused(true),
    },
    leave && { id: 'back', label: t.leave, keys: 'Escape', alias: ['u'], keyOnly: true, run: leave },
    { id: 'refresh', label: t.refresh, keys: '.', run: refresh },
  ]);

  function pickFocused(range: boolean) {
    const ticket = tickets[focusedIn(numbers)];
    if (ticket) selection.toggle(ticket, range);
  }

  function openFocused() {
    const number = numbers[Math.max(0, focusedIn(numbers))];
    if (number) navigate(routes.ticketIn(source, number));
  }
}

/** Returns the index of the row that contains the focus, or -1. */
function focusedIn(numbers: readonly string[]): number {
  return numbers.findIndex((number) => {
    const row = document.getElementById(rowId(number))?.closest('li, tr');
    return row?.contains(document.activeElement) ?? false;
  });
}
