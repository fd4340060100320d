import { Button, IconButton } from '../../../design/button/Button';
import { FieldError } from '../../../design/control/FieldError';
import { TextField } from '../../../design/control/TextField';
import { formatDay } from '../../../design/dates/format';
import { useForm } from '../../../design/form/useForm';
import { Card } from '../../../design/page/Card';
import { useLanguage } from '../../../i18n/language';
import classes from './Calendar.module.css';
import type { NewCalendar } from './queries';
import { useTexts } from './texts';

interface ClosedFieldsProps {
  values: NewCalendar;
  holidays: readonly string[];
  onChange: (part: Partial<NewCalendar>) => void;
  error: string | undefined;
}

export function ClosedFields({ values, holidays, onChange, error }: ClosedFieldsProps) {
  const t = useTexts().closed;
  const language = useLanguage();
  const { field, set, submit, resetAttempt } = useForm({
    initial: { date: '', name: '' },
    validate: ({ date }) => ({ date: !date && t.missing }),
    onSubmit: add,
  });

  function add({ date, name }: { date: string; name: string }) {
    const others = values.closed.filter((closedDay) => closedDay.date !== date);
    const added = { date, ...(name.trim() && { name: name.trim() }) };
    onChange({ closed: [...others, added].sort((a, b) => a.date.localeCompare(b.date)) });
    set({ date: '', name: '' });
    resetAttempt();
  }

  return (
    <Card title={t.title}>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={values.officialHolidays}
          onChange={(event) => onChange({ officialHolidays: event.target.checked })}
        />
        <span>{t.official}</span>
      </label>
      <p className={classes.soft}>{t.officialHint}</p>
      {values.officialHolidays && (
        <details className={classes.details}>
          <summary>{t.officialDays}</summary>
          <ul className={classes.dates}>
            {holidays.map((date) => (
              <li key={date}>{formatDay(date, language)}</li>
            ))}
          </ul>
        </details>
      )}
      <h3 className={classes.part}>{t.own}</h3>
      {error && <FieldError live>{error}</FieldError>}
      {values.closed.length === 0 ? (
        <p className={classes.soft}>{t.none}</p>
      ) : (
        <ul className={classes.own}>
          {values.closed.map((closedDay) => (
            <li key={closedDay.date}>
              <span className={classes.date}>{formatDay(closedDay.date, language)}</span>
              <span>{closedDay.name}</span>
              <IconButton
                icon="close"
                label={t.remove({ date: formatDay(closedDay.date, language) })}
                onClick={() =>
                  onChange({ closed: values.closed.filter(({ date: other }) => other !== closedDay.date) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.add}>
        <TextField label={t.date} type="date" {...field('date')} />
        <TextField label={t.name} optional maxLength={80} {...field('name')} />
        <Button kind="secondary" icon="plus" onClick={() => submit()}>
          {t.add}
        </Button>
      </div>
    </Card>
  );
}
