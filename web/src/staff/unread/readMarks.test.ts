import { expect, test } from 'vitest';
import { isUnread, withMark } from './readMarks';

test('a requester’s message is unread until the ticket is read or answered', () => {
  const read = { PNT000001: '2026-11-24T10:00:00.5Z' };
  const unreadSince = (number: string, unansweredSince?: string) =>
    isUnread({ number, unansweredSince }, read);
  expect(unreadSince('PNT000001')).toBe(false);
  expect(unreadSince('PNT000001', '2026-11-24T10:00:00.500Z')).toBe(false);
  expect(unreadSince('PNT000001', '2026-11-24T10:00:01Z')).toBe(true);
  expect(unreadSince('PNT000002', '2026-11-24T09:00:00Z')).toBe(true);
});

test('only the most recently read tickets are remembered', () => {
  let marks = {};
  for (let n = 0; n < 600; n++) marks = withMark(marks, `PNT${n}`, '2026-11-24T10:00:00Z');
  marks = withMark(marks, 'PNT100', '2026-11-24T11:00:00Z');
  expect(Object.keys(marks)).toHaveLength(500);
  expect(Object.keys(marks).at(-1)).toBe('PNT100');
  expect(marks).not.toHaveProperty('PNT99');
});
