import { useEffect, useState } from 'react';
import type { TicketCard } from './ticketList';

/**
 * The selected tickets, in the state in which they were selected. Paging, filtering or opening a ticket does not change
 * the selection.
 */
export interface Selection {
  picked: ReadonlyMap<string, TicketCard>;
  /** Selects or deselects a ticket. With `range` it selects all tickets from the last toggled one to this one. */
  toggle: (card: TicketCard, range?: boolean) => void;
  set: (cards: readonly TicketCard[], picked: boolean) => void;
  clear: () => void;
}

/**
 * Manages the selection. `list` identifies the list, and another list clears the selection. `cards` are in the list's
 * order.
 */
export function useSelection(list: string, cards: readonly TicketCard[]): Selection {
  const [picked, setPicked] = useState<ReadonlyMap<string, TicketCard>>(new Map());
  const [last, setLast] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the list changes
  useEffect(() => {
    setPicked(new Map());
    setLast(undefined);
  }, [list]);

  function set(some: readonly TicketCard[], on: boolean) {
    setPicked((before) => withPicked(before, some, on));
  }
  return {
    picked,
    set,
    clear: () => set([...picked.values()], false),
    toggle: (card, range = false) => {
      const on = !picked.has(card.number);
      set(range ? between(cards, last, card) : [card], range || on);
      setLast(card.number);
    },
  };
}

export function withPicked(
  before: ReadonlyMap<string, TicketCard>,
  cards: readonly TicketCard[],
  on: boolean,
): ReadonlyMap<string, TicketCard> {
  const after = new Map(before);
  for (const card of cards) {
    if (on) after.set(card.number, card);
    else after.delete(card.number);
  }
  return after;
}

/** Returns the cards from one ticket to another, both included, in either direction. */
export function between(
  cards: readonly TicketCard[],
  from: string | undefined,
  to: TicketCard,
): readonly TicketCard[] {
  const a = cards.findIndex(({ number }) => number === from);
  const b = cards.findIndex(({ number }) => number === to.number);
  if (a < 0 || b < 0) return [to];
  return cards.slice(Math.min(a, b), Math.max(a, b) + 1);
}
