import { expect, it } from 'vitest';
import { differs, merge } from './merge';

const attributes = ['name', 'order'] as const;

it('merges local changes with the changes of others', () => {
  const base = { version: 1, name: { es: 'Nómina' }, order: 4 };
  const local = { ...base, name: { es: 'Pagos' } };
  expect(differs(base, local, attributes)).toBe(true);
  expect(differs(base, { ...base, version: 2 }, attributes)).toBe(false);
  const stored = { ...base, version: 2, order: 9 };
  expect(merge(base, local, stored, attributes)).toEqual({
    merged: { ...stored, name: { es: 'Pagos' } },
    conflicts: [],
  });
  const renamed = { ...base, version: 2, name: { es: 'Sueldos' } };
  expect(merge(base, local, renamed, attributes)).toEqual({
    merged: { ...renamed, name: { es: 'Pagos' } },
    conflicts: ['name'],
  });
});
