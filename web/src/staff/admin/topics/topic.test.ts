import { describe, expect, it } from 'vitest';
import {
  activeFields,
  type Draft,
  hasChanges,
  isNew,
  merge,
  newField,
  newTopic,
  requestOf,
  slug,
  withMoved,
  withText,
} from './topic';

const draft = (part: Partial<Draft> = {}): Draft => ({ ...newTopic(3), ...part });

describe('identifiers', () => {
  it('are made from the name and unique', () => {
    expect(slug('Número de folio', new Set())).toBe('numero-de-folio');
    expect(slug('¿?', new Set())).toBe('x');
    expect(slug('Folio', new Set(['folio', 'folio-2']))).toBe('folio-3');
    expect(slug('a'.repeat(50), new Set()).length).toBeLessThanOrEqual(34);
  });

  it('are given to new fields and options when they are sent', () => {
    const saved = { ...newField(), id: 'folio', name: { es: 'Otro nombre' } };
    const added = {
      ...newField(),
      kind: 'choice' as const,
      name: { es: 'Folio' },
      maxLength: 9,
      min: 1,
      options: [
        { id: 'new:1', name: { es: 'Sí' } },
        { id: 'new:2', name: { es: 'Si' } },
      ],
    };
    const { fields } = requestOf(draft({ fields: [saved, added] }));
    expect(fields.map(({ id }) => id)).toEqual(['folio', 'folio-2']);
    expect(fields[1]?.options?.map(({ id }) => id)).toEqual(['si', 'si-2']);
    expect(fields[1]).toMatchObject({ maxLength: undefined, min: undefined });
    expect(isNew(added)).toBe(true);
  });
});

it('moves an item of a list to another index', () => {
  expect(withMoved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(withMoved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

it('leaves out an empty translation', () => {
  expect(withText({ es: 'Folio', en: 'Docket' }, 'en', '')).toEqual({ es: 'Folio' });
  expect(withText({ es: 'Folio' }, 'es', 'Número')).toEqual({ es: 'Número' });
});

it('shows active fields, in the language or else in Spanish', () => {
  const field = { ...newField(), name: { es: 'Folio', en: 'Docket' }, help: { es: 'Ayuda' } };
  const fields = activeFields(draft({ fields: [field, { ...newField(), active: false }] }), 'en');
  expect(fields).toHaveLength(1);
  expect(fields[0]).toMatchObject({ name: 'Docket', help: 'Ayuda' });
});

it('keeps my changes on top of others’ changes', () => {
  const base = draft({ version: 1, name: { es: 'Nómina' }, order: 4 });
  const mine = { ...base, name: { es: 'Pagos' } };
  expect(hasChanges(base, mine)).toBe(true);
  expect(hasChanges(base, { ...base })).toBe(false);
  const theirs = { ...base, version: 2, order: 9 };
  expect(merge(base, mine, theirs)).toEqual({ draft: { ...theirs, name: { es: 'Pagos' } }, both: [] });
  const also = { ...base, version: 2, name: { es: 'Sueldos' } };
  expect(merge(base, mine, also)).toEqual({ draft: { ...also, name: { es: 'Pagos' } }, both: ['name'] });
});
