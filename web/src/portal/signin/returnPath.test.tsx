import { expect, test } from 'vitest';
import { returnPath } from './returnPath';

test.each([
  ['/tickets/PNT000001?reopen=1#fin', '/tickets/PNT000001?reopen=1#fin'],
  ['tickets', '/tickets'],
  [`${location.origin}/nuevo`, '/nuevo'],
  ['/a/..//tickets', undefined],
  ['/.//evil.example', undefined],
  ['/%2e//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['//evil.example', undefined],
  ['https://evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['http://[', undefined],
  ['', undefined],
  [null, undefined],
])('%s leads to %s', (target, path) => {
  expect(returnPath(target)).toBe(path);
});
