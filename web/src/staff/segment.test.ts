import { expect, test } from 'vitest';
import { segmentOf, textOf } from './segment';

test.each([
  'maría lópez',
  'maria.lopez@infoem.example',
  '50% de 100%',
  '%40',
  'a/b?c#d&e=f+g;h,i:j$k',
  'PNT003445',
  '',
])('«%s» survives being encoded into an address and decoded', (text) => {
  const segment = segmentOf(text);
  expect(segment).not.toMatch(/[/?#~]/);
  // The router decodes addresses in the same way.
  expect(textOf(decodeURI(segment))).toBe(text);
});

test('a segment that was typed by hand and not encoded is read as it is', () => {
  expect(textOf('50%')).toBe('50%');
});
