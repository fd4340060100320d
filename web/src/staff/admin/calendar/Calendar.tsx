import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeleton } from '../../../design/states/States';
import { CalendarForm } from './CalendarForm';
import { calendarQuery } from './queries';

/** D3: the desk's hours, days without service, targets and notices, for administrators. */
export default function Calendar() {
  const calendar = useQuery(calendarQuery);
  if (calendar.data) return <CalendarForm key={calendar.data.version} calendar={calendar.data} />;
  if (calendar.isPending) return <Skeleton size="block" count={3} />;
  return <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />;
}
