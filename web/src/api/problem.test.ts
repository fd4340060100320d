import { describe, expect, test } from 'vitest';
import { asProblem, Problem } from './problem';

function responseWith(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

describe('a problem document', () => {
  const body = {
    type: 'urn:mesa:problem:invalid',
    title: 'Datos no válidos',
    status: 400,
    requestId: 'r-1',
    errors: [
      { field: 'subject', message: 'Es obligatorio.' },
      { field: 'subject', message: 'Es corto.' },
      { field: 'attachmentIds.2', message: 'No existe.' },
    ],
  };

  test('returns the first message of each field, including fields in lists', () => {
    const problem = Problem.from(responseWith(400), body);
    expect(problem.errorAt('subject')).toBe('Es obligatorio.');
    expect(problem.errorAt('attachmentIds')).toBe('No existe.');
    expect(problem.errorAt('attachmentIds.2')).toBe('No existe.');
    expect(problem.errorAt('attachment')).toBeUndefined();
    expect(problem.message).toBe('Datos no válidos');
    expect(problem.requestId).toBe('r-1');
    expect(problem.temporary).toBe(false);
  });

  test('has the version and the changes of a conflict', () => {
    const problem = Problem.from(responseWith(409), { title: 'Cambió', version: 7, changes: [{ id: 'e1' }] });
    expect(problem.version).toBe(7);
    expect(problem.changes).toHaveLength(1);
  });

  test.each([
    ['120', 120],
    ['', undefined],
    ['pronto', undefined],
  ])('reads Retry-After «%s»', (header, seconds) => {
    expect(Problem.from(responseWith(429, { 'Retry-After': header }), {}).retryAfter).toBe(seconds);
  });

  test('reads Retry-After as a date', () => {
    const at = new Date(Date.now() + 60_000).toUTCString();
    expect(Problem.from(responseWith(429, { 'Retry-After': at }), {}).retryAfter).toBeGreaterThan(55);
  });
});

test.each(['<html>502</html>', undefined, null])(
  'a response without a problem document (%s) becomes a problem with the status of the response',
  (body) => {
    const problem = Problem.from(responseWith(502), body);
    expect(problem.status).toBe(502);
    expect(problem.errors).toEqual([]);
    expect(problem.temporary).toBe(true);
  },
);

test('a request without a response is unreachable and temporary', () => {
  const problem = asProblem(new TypeError('fetch failed'));
  expect(problem.unreachable).toBe(true);
  expect(problem.temporary).toBe(true);
});
