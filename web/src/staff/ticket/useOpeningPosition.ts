import { type RefObject, useLayoutEffect } from 'react';
import type { Ticket } from '../../api/queries';
import { usePerson } from '../../session/useSession';
import { entryElementId } from '../thread/EntryItem';
import { readAt } from '../unread/readMarks';

/** The pixels between the top of the conversation and the entry. */
const gap = 12;

/**
 * Scrolls the conversation to the first entry that was added after the person last read the ticket on this device, or
 * else to the last text. It runs once, when the ticket is opened, and before the ticket is marked as read.
 */
export function useOpeningPosition(messages: RefObject<HTMLElement | null>, ticket: Ticket): void {
  const person = usePerson();
  // biome-ignore lint/correctness/useExhaustiveDependencies: entries that arrive later do not move the conversation
  useLayoutEffect(() => {
    const scroller = messages.current;
    if (!scroller) return;
    const read = readAt(person.id, ticket.number);
    const unread = read === undefined ? undefined : ticket.entries.find(({ createdAt }) => createdAt > read);
    const target = unread ?? ticket.entries.findLast(({ kind }) => kind !== 'event');
    const entry = target && document.getElementById(entryElementId(target.id));
    if (entry)
      scroller.scrollTop += entry.getBoundingClientRect().top - scroller.getBoundingClientRect().top - gap;
  }, []);
}
