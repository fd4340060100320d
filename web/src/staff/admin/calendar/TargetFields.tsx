import type { Schemas } from '../../../api/client';
import { FieldError } from '../../../design/control/FieldError';
import { Card } from '../../../design/page/Card';
import classes from './Calendar.module.css';
import type { NewCalendar } from './queries';
import { useTexts } from './texts';
import { usePriorityName } from './usePriorityName';

interface TargetFieldsProps {
  values: NewCalendar;
  onChange: (part: Partial<NewCalendar>) => void;
  error: string | undefined;
}

type Part = 'firstResponse' | 'resolution';

const none: Schemas['Target'] = { days: 0, hours: 0, calendarDays: false };

export function TargetFields({ values, onChange, error }: TargetFieldsProps) {
  const t = useTexts();
  const nameOf = usePriorityName();
  const set = (priority: string, part: Part, target: Schemas['Target']) =>
    onChange({
      targets: values.targets.map((current) =>
        current.priority === priority ? { ...current, [part]: target } : current,
      ),
    });
  return (
    <Card title={t.targets.title}>
      <p className={classes.soft}>{t.targets.lead}</p>
      {error && <FieldError live>{error}</FieldError>}
      <ul className={classes.targets}>
        {values.targets.map((targets) => (
          <li key={targets.priority} className={classes.target}>
            <h3 className={classes.part}>{nameOf(targets.priority)}</h3>
            {(['firstResponse', 'resolution'] as const)
              .filter((part) => part === 'firstResponse' || targets.priority !== 'unset')
              .map((part) => (
                <TargetField
                  key={part}
                  label={t.targets[part]}
                  priority={nameOf(targets.priority)}
                  target={targets[part] ?? none}
                  onTarget={(target) => set(targets.priority, part, target)}
                />
              ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface TargetFieldProps {
  label: string;
  priority: string;
  target: Schemas['Target'];
  onTarget: (target: Schemas['Target']) => void;
}

function TargetField({ label, priority, target, onTarget }: TargetFieldProps) {
  const t = useTexts().targets;
  return (
    <div className={classes.amount}>
      <span className={classes.what}>{label}</span>
      <span className={classes.number}>
        <input
          type="number"
          min={0}
          max={366}
          aria-label={t.daysOf({ label, priority })}
          value={target.days}
          onChange={(event) => onTarget({ ...target, days: wholeNumber(event.target.value) })}
        />
        {t.days}
      </span>
      <span className={classes.number}>
        <input
          type="number"
          min={0}
          max={1000}
          aria-label={t.hoursOf({ label, priority })}
          value={target.hours}
          onChange={(event) => onTarget({ ...target, hours: wholeNumber(event.target.value) })}
        />
        {t.hours}
      </span>
      <label className={classes.check}>
        <input
          type="checkbox"
          aria-label={t.calendarDaysOf({ label, priority })}
          checked={target.calendarDays}
          onChange={(event) => onTarget({ ...target, calendarDays: event.target.checked })}
        />
        <span>{t.calendarDays}</span>
      </label>
    </div>
  );
}

/** Converts typed text to a whole number. Empty or invalid text is 0. */
export const wholeNumber = (text: string) => Math.trunc(Number(text)) || 0;
