import { TextField } from '../../../design/control/TextField';
import { Card } from '../../../design/page/Card';
import classes from './Calendar.module.css';
import type { NewCalendar } from './queries';
import { wholeNumber } from './TargetFields';
import { useTexts } from './texts';

interface NoticeFieldsProps {
  values: NewCalendar;
  onChange: (part: Partial<NewCalendar>) => void;
  errorOf: (field: string) => string | undefined;
}

const fields = ['warnAt', 'escalateHours', 'remindDays', 'reopenDays', 'ratingDays'] as const;
const canBeNever: readonly string[] = ['escalateHours', 'remindDays'];

export function NoticeFields({ values, onChange, errorOf }: NoticeFieldsProps) {
  const t = useTexts().notices;
  return (
    <Card title={t.title}>
      <div className={classes.numbers}>
        {fields.map((name) => (
          <TextField
            key={name}
            label={t[name]}
            hint={canBeNever.includes(name) ? t.never : undefined}
            type="number"
            min={canBeNever.includes(name) ? 0 : 1}
            value={String(values[name])}
            onValue={(text) => onChange({ [name]: wholeNumber(text) })}
            error={errorOf(name)}
          />
        ))}
      </div>
    </Card>
  );
}
