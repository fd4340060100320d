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
  const [lastToggled, setLastToggled] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the list changes
  useEffect(() => {
    setPicked(new Map());
    setLastToggled(undefined);
  }, [list]);

  function set(changed: readonly TicketCard[], selected: boolean) {
    setPicked((before) => withSelection(before, changed, selected));
  }
  return {
    picked,
    set,
    clear: () => set([...picked.values()], false),
    toggle: (card, range = false) => {
      const selected = !picked.has(card.number);
      set(range ? cardsBetween(cards, lastToggled, card) : [card], range || selected);
      setLastToggled(card.number);
    },
  };
}

export function withSelection(
  before: ReadonlyMap<string, TicketCard>,
  cards: readonly TicketCard[],
  selected: boolean,
): ReadonlyMap<string, TicketCard> {
  const next = new Map(before);
  for (const card of cards) {
    if (selected) next.set(card.number, card);
    else next.delete(card.number);
  }
  return next;
}

/** Returns the cards from one ticket to another, both included, in either direction. */
export function cardsBetween(
  cards: readonly TicketCard[],
  from: string | undefined,
  to: TicketCard,
): readonly TicketCard[] {
  const a = cards.findIndex(({ number }) => number === from);
  const b = cards.findIndex(({ number }) => number === to.number);
  if (a < 0 || b < 0) return [to];
  return cards.slice(Math.min(a, b), Math.max(a, b) + 1);
}
