import { expect, test } from 'vitest';
import { choicesOf } from './organizations';

const organization = (id: string) => ({ id, name: id.toUpperCase() });

test('selected organizations stay among the choices of another search, once each', () => {
  const choices = choicesOf(
    [organization('itei'), organization('infoem')],
    [organization('infoem'), organization('inai')],
  );
  expect(choices.map(({ value }) => value)).toEqual(['itei', 'infoem', 'inai']);
});
