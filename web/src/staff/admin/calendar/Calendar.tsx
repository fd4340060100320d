import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../design/states/Loaded';
import { Skeleton } from '../../../design/states/States';
import { CalendarForm } from './CalendarForm';
import { calendarQuery } from './queries';

/** Edits business hours, holidays, targets and notices, for administrators (N6). */
export default function Calendar() {
  return (
    <Loaded
      queries={[useQuery(calendarQuery)]}
      layout="page"
      placeholder={<Skeleton size="block" count={3} />}
    >
      {(calendar) => <CalendarForm key={calendar.version} calendar={calendar} />}
    </Loaded>
  );
}
