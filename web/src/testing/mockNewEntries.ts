import { vi } from 'vitest';

/** Returns mocked new entries of a ticket: none are unseen, and the person has seen version 4. */
export const mockNewEntries = () => ({
  shown: [],
  unseen: [],
  isNew: () => false,
  seenVersion: 4,
  markSeen: vi.fn(),
  rewindTo: vi.fn(),
  typing: false,
  setTyping: vi.fn(),
});
