import classes from './History.module.css';
import { useHistoryTexts } from './texts';

export type HistoryMode = 'conversation' | 'all';

interface HistoryFilterProps {
  mode: HistoryMode;
  onMode: (mode: HistoryMode) => void;
  /** The number of entries under «Todo». */
  total: number;
}

/**
 * Radio buttons to choose between «Conversación» and «Todo». The arrow keys change the choice, and screen readers
 * announce it.
 */
export function HistoryFilter({ mode, onMode, total }: HistoryFilterProps) {
  const t = useHistoryTexts();
  return (
    <fieldset className={classes.filter}>
      <legend className="visually-hidden">{t.filter}</legend>
      {(['conversation', 'all'] as const).map((value) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name="history"
            value={value}
            checked={value === mode}
            onChange={() => onMode(value)}
          />
          {value === 'all' ? t.all({ total }) : t.conversation}
        </label>
      ))}
    </fieldset>
  );
}
