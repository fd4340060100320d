import { describe, expect, it } from 'vitest';
import { unrefined } from '../filters/refinement';
import { paramsOf } from '../list/ticketList';
import { routes } from '../routes';
import type { View } from './queries';
import { differences, isRefined, sourceOf } from './source';

const zone = 'America/Mexico_City';
const view: View = {
  id: 'a1',
  name: 'Urgentes',
  audience: 'me',
  query: {
    queue: 'all',
    status: ['open', 'waiting'],
    priority: ['high'],
    organization: ['infoem'],
    createdFrom: '2026-11-01T06:00:00Z',
    createdUntil: '2026-11-25T06:00:00Z',
    updatedWithin: 7,
    sort: '-activity',
  },
  columns: ['status', 'due'],
  editable: true,
  version: 1,
  updatedAt: '2026-11-24T00:00:00Z',
};

describe('a view', () => {
  it('has the parameters of the saved view', () => {
    expect(paramsOf(sourceOf(view, zone), zone)).toEqual({
      ...view.query,
      createdFrom: '2026-11-01T06:00:00.000Z',
      createdUntil: '2026-11-25T06:00:00.000Z',
    });
    const searchView = { ...view, query: { q: 'acuse' } };
    expect(paramsOf(sourceOf(searchView, zone), zone)).toEqual({ q: 'acuse' });
  });

  it('has a URL that includes the unsaved changes', () => {
    const source = sourceOf(view, zone);
    expect(routes.list(source)).toBe('/vistas/a1');
    expect(routes.list({ ...source, refinement: unrefined })).toBe('/vistas/a1~');
    expect(routes.ticketIn({ ...source, refinement: { ...unrefined, sort: 'created' } }, 'PNT000001')).toBe(
      '/vistas/a1~sort=created/PNT000001',
    );
    expect(isRefined(source)).toBe(false);
    expect(isRefined({ ...source, refinement: unrefined })).toBe(true);
    expect(isRefined({ queue: 'all' })).toBe(false);
  });

  it('lists the parts that another person changed', () => {
    const query = { sort: view.query.sort, ...view.query };
    expect(differences(view, { ...view, query })).toEqual([]);
    expect(differences(view, { ...view, name: 'Otra', query: { queue: 'all' }, columns: [] })).toEqual([
      'name',
      'query',
      'columns',
    ]);
    expect(differences(view, { ...view, audience: 'department', departmentId: 'soporte' })).toEqual([
      'audience',
    ]);
  });
});
