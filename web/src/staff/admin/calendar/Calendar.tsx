import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../design/states/Loaded';
import { Skeleton } from '../../../design/states/States';
import { CalendarForm } from './CalendarForm';
import { calendarQuery } from './queries';

/** D3: the desk's hours, days without service, targets and notices, for administrators. */
export default function Calendar() {
  return (
    <Loaded of={[useQuery(calendarQuery)]} place="page" waiting={<Skeleton size="block" count={3} />}>
      {(calendar) => <CalendarForm key={calendar.version} calendar={calendar} />}
    </Loaded>
  );
}
