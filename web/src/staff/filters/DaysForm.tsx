import classes from './Filters.module.css';
import type { Days } from './refinement';
import { useTexts } from './texts';

interface DaysFormProps {
  label: string;
  days: Days | undefined;
  /** The day that it is now, in the person's time zone. */
  today: string;
  onDays: (days: Days) => void;
}

/** A span of days: the usual ones at a press, any other by its ends. */
export function DaysForm({ label, days = {}, today, onDays }: DaysFormProps) {
  const t = useTexts();
  const presets = [
    { label: t.today, from: today },
    { label: t.last7, from: before(today, 6) },
    { label: t.last30, from: before(today, 29) },
  ];
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{label}</legend>
      <div className={classes.presets}>
        {presets.map((preset) => (
          <button
            key={preset.from}
            type="button"
            className={classes.preset}
            aria-pressed={days.from === preset.from && !days.to}
            onClick={() => onDays({ from: preset.from })}
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
            onChange={(event) => onDays({ ...days, [end]: event.target.value || undefined })}
          />
        </label>
      ))}
      <button type="button" className={classes.preset} onClick={() => onDays({})}>
        {t.anyDate}
      </button>
    </fieldset>
  );
}

function before(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}
