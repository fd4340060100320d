import classes from './Filters.module.css';
import type { Days } from './refinement';
import { useTexts } from './texts';

interface DaysFormProps {
  label: string;
  days: Days | undefined;
  onDays: (days: Days) => void;
}

/** A form to choose a range of days: a preset such as the last 7 days, or a first and a last day. */
export function DaysForm({ label, days = {}, onDays }: DaysFormProps) {
  const t = useTexts();
  const presets = [
    { label: t.today, last: 1 },
    { label: t.last7, last: 7 },
    { label: t.last30, last: 30 },
  ];
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{label}</legend>
      <div className={classes.presets}>
        {presets.map((preset) => (
          <button
            key={preset.last}
            type="button"
            className={classes.preset}
            aria-pressed={days.last === preset.last}
            onClick={() => onDays({ last: preset.last })}
          >
            {preset.label}
          </button>
        ))}
      </div>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={classes.day}>
          <span>{t[end]}</span>
          <input
            type="date"
            value={days[end] ?? ''}
            max="9999-12-31"
            onChange={(event) =>
              onDays({ from: days.from, to: days.to, [end]: event.target.value || undefined })
            }
          />
        </label>
      ))}
      <button type="button" className={classes.preset} onClick={() => onDays({})}>
        {t.anyDate}
      </button>
    </fieldset>
  );
}
