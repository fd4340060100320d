import { useQuery } from '@tanstack/react-query';
import { useSettings } from '../app/useSettings';
import { findTyped } from './typedNumber';

/**
 * Finds the ticket whose number a person typed in the address bar in another form, such as /tickets/pnt3445 (C2). The
 * search runs only if `missing` reports that there is no ticket with exactly this number.
 */
export function useTypedAddress(number: string, missing: boolean) {
  const { settings } = useSettings();
  const { data, isPending } = useQuery({
    queryKey: ['typed-number', number],
    queryFn: async () => (await findTyped(number, settings?.ticketPrefix ?? '')) ?? null,
    enabled: missing && settings !== undefined,
  });
  return { found: data && data !== number ? data : undefined, isSearching: missing && isPending };
}
