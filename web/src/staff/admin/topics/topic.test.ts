import { describe, expect, it } from 'vitest';
import {
  activeFields,
  isNew,
  newField,
  newTopic,
  requestOf,
  slug,
  type TopicValues,
  withMoved,
  withText,
} from './topic';

const values = (part: Partial<TopicValues> = {}): TopicValues => ({ ...newTopic(3), ...part });

describe('identifiers', () => {
  it('are derived from the name and unique', () => {
    expect(slug('Número de folio', new Set())).toBe('numero-de-folio');
    expect(slug('¿?', new Set())).toBe('x');
    expect(slug('Folio', new Set(['folio', 'folio-2']))).toBe('folio-3');
    expect(slug('a'.repeat(50), new Set()).length).toBeLessThanOrEqual(34);
  });

  it('are assigned to new fields and options when they are sent', () => {
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
    const { fields } = requestOf(values({ fields: [saved, added] }));
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

it('omits an empty translation', () => {
  expect(withText({ es: 'Folio', en: 'Docket' }, 'en', '')).toEqual({ es: 'Folio' });
  expect(withText({ es: 'Folio' }, 'es', 'Número')).toEqual({ es: 'Número' });
});

it('returns active fields in the requested language, or in Spanish without a translation', () => {
  const field = { ...newField(), name: { es: 'Folio', en: 'Docket' }, help: { es: 'Ayuda' } };
  const fields = activeFields(values({ fields: [field, { ...newField(), active: false }] }), 'en');
  expect(fields).toHaveLength(1);
  expect(fields[0]).toMatchObject({ name: 'Docket', help: 'Ayuda' });
});
