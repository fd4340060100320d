import { expect, test } from 'vitest';
import cases from '../../../shared/domain/ticket/testdata/typed-numbers.json';
import { typedNumbers } from './typedNumber';

test.each(cases)('$text', ({ prefix, text, numbers }) => {
  expect(typedNumbers(text, prefix)).toEqual(numbers);
});
