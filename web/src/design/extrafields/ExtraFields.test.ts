import { expect, test } from 'vitest';
import { unanswered } from './ExtraFields';

test('only required fields without an answer are missing', () => {
  const field = (id: string, required: boolean) => ({ id, required, kind: 'text' as const, name: id });
  const fields = [field('a', true), field('b', true), field('c', false)];
  expect(unanswered(fields, { a: ' ', c: '' })).toEqual(['a', 'b']);
  expect(unanswered(fields, { a: 'x', b: 'y' })).toEqual([]);
});
