import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';

export type NewCalendar = Schemas['NewCalendar'];

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => dataOf(api.GET('/calendar', { signal })),
  // The calendar is never reloaded while it is edited. Changes by others cause a conflict when saving.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

/** Returns the part of a calendar that can be edited. */
export function editable(calendar: Schemas['Calendar']): NewCalendar {
  const { holidays: _holidays, preview: _preview, ...rest } = calendar;
  return rest;
}
