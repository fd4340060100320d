import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { FieldError } from '../../../design/control/FieldError';
import { Moment } from '../../../design/dates/Moment';
import { Card } from '../../../design/page/Card';
import { useDebounced } from '../../../design/search/useDebounced';
import classes from './Calendar.module.css';
import type { NewCalendar } from './queries';
import { useTexts } from './texts';
import { usePriorityName } from './usePriorityName';

interface PreviewProps {
  values: NewCalendar;
  /** The deadlines according to the stored calendar. */
  storedPreview: readonly Schemas['PreviewedDeadline'][];
}

/** The pause in typing after which the preview is requested, in milliseconds. */
const typingPause = 400;

/** Shows the deadlines of a ticket that is opened now, computed with the unsaved values of the form. */
export function Preview({ values, storedPreview }: PreviewProps) {
  const t = useTexts();
  const nameOf = usePriorityName();
  const debounced = useDebounced(values, typingPause);
  const preview = useQuery({
    queryKey: ['calendar', 'preview', debounced],
    queryFn: ({ signal }) => dataOf(api.POST('/calendar/preview', { body: debounced, signal })),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const invalid = preview.error && asProblem(preview.error).status === 400;
  const rows = preview.data ?? storedPreview;
  return (
    <Card title={t.preview.title}>
      <p className={classes.soft}>{t.preview.lead}</p>
      <div role="status" className={invalid ? undefined : 'visually-hidden'}>
        {invalid && <FieldError>{t.preview.invalid}</FieldError>}
      </div>
      <table className={classes.preview} data-old={preview.isPlaceholderData || Boolean(invalid)}>
        <thead>
          <tr>
            <th scope="col">{t.preview.priority}</th>
            <th scope="col">{t.preview.firstResponse}</th>
            <th scope="col">{t.preview.due}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ priority, firstResponseAt, dueAt }) => (
            <tr key={priority}>
              <th scope="row">{nameOf(priority)}</th>
              <td>{firstResponseAt ? <Moment at={firstResponseAt} /> : t.preview.none}</td>
              <td>{dueAt ? <Moment at={dueAt} /> : t.preview.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
