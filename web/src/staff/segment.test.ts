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
])('«%s» is the same after a way through the address', (text) => {
  const segment = segmentOf(text);
  expect(segment).not.toMatch(/[/?#~]/);
  // What the router does.
  expect(textOf(decodeURI(segment))).toBe(text);
});

test('what somebody typed into the address is taken as it is', () => {
  expect(textOf('50%')).toBe('50%');
});
