import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { settingsQuery } from '../../../api/queries';
import { Button } from '../../../design/button/Button';
import { useForm } from '../../../design/form/useForm';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import classes from './Calendar.module.css';
import { ClosedFields } from './ClosedFields';
import { NoticeFields } from './NoticeFields';
import { Preview } from './Preview';
import { calendarQuery, editable, type NewCalendar } from './queries';
import { TargetFields } from './TargetFields';
import { useTexts } from './texts';
import { WeekFields } from './WeekFields';

/**
 * The version that was saved last. It is stored outside of the component because saving mounts a new form for the new
 * version.
 */
let savedVersion = 0;

export function CalendarForm({ calendar }: { calendar: Schemas['Calendar'] }) {
  const t = useTexts();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: NewCalendar) => dataOf(api.PUT('/calendar', { body })),
    onSuccess: (saved) => {
      savedVersion = saved.version;
      client.setQueryData(calendarQuery.queryKey, saved);
      void client.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  });
  const form = useForm({ initial: () => editable(calendar), request: save, onSubmit: save.mutate });
  const { values, set: change, problem, errorOf } = form;
  const changed = JSON.stringify(values) !== JSON.stringify(editable(calendar));

  return (
    <form {...form.formProps} className={classes.form}>
      {!changed && savedVersion === calendar.version && savedVersion > 0 && (
        <Notice tone="success" live>
          {t.saved}
        </Notice>
      )}
      <Preview values={values} storedPreview={calendar.preview} />
      <WeekFields values={values} onChange={change} error={errorOf('week')} />
      <ClosedFields
        values={values}
        holidays={calendar.holidays}
        onChange={change}
        error={errorOf('closed')}
      />
      <TargetFields values={values} onChange={change} error={errorOf('targets')} />
      <NoticeFields values={values} onChange={change} errorOf={errorOf} />
      {problem?.status === 409 ? (
        <Notice
          tone="danger"
          live
          actions={
            <Button
              small
              kind="secondary"
              onClick={() => void client.resetQueries({ queryKey: calendarQuery.queryKey })}
            >
              {t.reload}
            </Button>
          }
        >
          {t.stale}
        </Notice>
      ) : (
        problem && <ProblemNotice error={problem} />
      )}
      <p className={classes.soft}>{t.stays}</p>
      <FormActions>
        <Button type="submit" busy={form.busy}>
          {t.save}
        </Button>
        {changed && <span className={classes.soft}>{t.unsaved}</span>}
      </FormActions>
    </form>
  );
}
