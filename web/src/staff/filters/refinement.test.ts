import { describe, expect, it } from 'vitest';
import {
  decodeRefinement,
  encodeRefinement,
  filterCount,
  queryOf,
  type Refinement,
  refinementOf,
  startOfDay,
  unrefined,
} from './refinement';

const full: Refinement = {
  filters: {
    status: ['open', 'waiting'],
    priority: ['high', 'none'],
    tag: ['carga-masiva'],
    entity: ['CIUDAD_DE_MEXICO'],
    field: ['modulo:carga-masiva', 'urge:true'],
  },
  days: { created: { from: '2026-11-01', to: '2026-11-24' }, updated: { from: '2026-11-20', to: undefined } },
  sort: '-activity',
};

describe('a refinement', () => {
  it('can be encoded in a URL and decoded', () => {
    expect(decodeRefinement(`open${encodeRefinement(full)}`)).toEqual(['open', full]);
    expect(decodeRefinement('open')).toEqual(['open', unrefined]);
    expect(encodeRefinement(unrefined)).toBe('');
    expect(filterCount(full)).toBe(7);
  });

  it('can select the last days, and can be saved in a view', () => {
    const last: Refinement = { filters: {}, days: { created: { last: 7 } } };
    expect(decodeRefinement(`open${encodeRefinement(last)}`)).toEqual(['open', last]);
    expect(queryOf(last, 'UTC')).toMatchObject({ createdWithin: 7, createdFrom: undefined });
    expect(filterCount(last)).toBe(1);
    for (const refinement of [full, last, unrefined]) {
      expect(encodeRefinement(refinementOf(queryOf(refinement, 'America/Tijuana'), 'America/Tijuana'))).toBe(
        encodeRefinement(refinement),
      );
    }
  });

  it('ignores invalid parts', () => {
    expect(decodeRefinement('all~color=red~sort=size~created=ayer..~priority=high')).toEqual([
      'all',
      { filters: { priority: ['high'] }, days: { created: {} } },
    ]);
  });

  it('converts whole days to instants in the person’s time zone', () => {
    const query = queryOf(full, 'America/Mexico_City');
    expect(query).toMatchObject({
      status: ['open', 'waiting'],
      priority: ['high', 'none'],
      tag: ['carga-masiva'],
      field: ['modulo:carga-masiva', 'urge:true'],
      sort: '-activity',
      createdFrom: '2026-11-01T06:00:00.000Z',
      createdUntil: '2026-11-25T06:00:00.000Z',
      updatedUntil: undefined,
    });
  });

  it('finds the start of a day on which the clocks change', () => {
    expect(startOfDay('2026-03-08', 0, 'America/Tijuana')).toBe('2026-03-08T08:00:00.000Z');
    expect(startOfDay('2026-03-08', 1, 'America/Tijuana')).toBe('2026-03-09T07:00:00.000Z');
    expect(startOfDay('2026-12-31', 1, 'UTC')).toBe('2027-01-01T00:00:00.000Z');
  });
});
