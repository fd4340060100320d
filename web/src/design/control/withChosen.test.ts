import { expect, test } from 'vitest';
import { withChosen } from './withChosen';

test.each([
  [['a', 'b'], 'c', true, ['a', 'b', 'c']],
  [['a', 'b'], 'a', true, ['b', 'a']],
  [['a', 'b'], 'a', false, ['b']],
  [['a'], 'c', false, ['a']],
])('%j with %s (chosen: %s) is %j', (values, value, chosen, result) => {
  expect(withChosen(values, value, chosen)).toEqual(result);
});
