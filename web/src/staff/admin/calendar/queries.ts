import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client';

export type NewCalendar = Schemas['NewCalendar'];

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => answer(api.GET('/calendar', { signal })),
  // What is being edited is not exchanged for what another has saved: saving tells of that.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

/** What of a calendar is sent back. */
export function editable(calendar: Schemas['Calendar']): NewCalendar {
  const { holidays: _holidays, preview: _preview, ...rest } = calendar;
  return rest;
}
