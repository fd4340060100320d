import { describe, expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import { isValid, messageAt, notAttempted, submissionReducer } from './submission';

describe('a submission', () => {
  test.each([
    [notAttempted, { type: 'attempt', valid: true }, { attempted: true, rejections: 0 }],
    [notAttempted, { type: 'attempt', valid: false }, { attempted: true, rejections: 1 }],
    [
      { attempted: true, rejections: 1 },
      { type: 'attempt', valid: false },
      { attempted: true, rejections: 2 },
    ],
    [{ attempted: true, rejections: 2 }, { type: 'reset' }, { attempted: false, rejections: 2 }],
  ] as const)('%j after %j is %j', (before, action, after) => {
    expect(submissionReducer(before, action)).toEqual(after);
  });

  test.each([
    [{}, true],
    [{ name: undefined, email: false as const, phone: '' }, true],
    [{ name: undefined, email: 'Falta.' }, false],
  ])('%j is valid: %s', (invalid, valid) => expect(isValid(invalid)).toBe(valid));
});

describe('the message at a field', () => {
  const problem = new Problem({
    status: 400,
    errors: [
      { field: 'name', message: 'Es largo.' },
      { field: 'fields.folio', message: 'No es un folio.' },
    ],
  });

  test.each([
    ['name', false, { name: 'Falta.' }, undefined, undefined],
    ['name', true, { name: 'Falta.' }, undefined, 'Falta.'],
    ['name', true, { name: 'Falta.' }, problem, 'Falta.'],
    ['name', true, {}, problem, 'Es largo.'],
    ['name', false, { name: 'Falta.' }, problem, 'Es largo.'],
    ['fields', true, {}, problem, 'No es un folio.'],
    ['fields.folio', true, {}, problem, 'No es un folio.'],
    ['email', true, {}, problem, undefined],
  ])('of %s (attempted: %s, %j)', (field, attempted, invalid, found, message) => {
    expect(messageAt(field, attempted, invalid, found)).toBe(message);
  });
});
