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
])('«%s» can be encoded in a URL and decoded', (text) => {
  const segment = segmentOf(text);
  expect(segment).not.toMatch(/[/?#~]/);
  // The router decodes URLs in the same way.
  expect(textOf(decodeURI(segment))).toBe(text);
});

test('a segment with an invalid encoding is returned unchanged', () => {
  expect(textOf('50%')).toBe('50%');
});
