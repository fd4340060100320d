import classes from './History.module.css';
import { useHistoryTexts } from './texts';

export type Shown = 'conversation' | 'all';

interface HistoryFilterProps {
  shown: Shown;
  onShown: (shown: Shown) => void;
  /** How many entries «Todo» has. */
  total: number;
}

/** «Conversación» or «Todo»: radio buttons, so that the arrows change it and a screen reader says which. */
export function HistoryFilter({ shown, onShown, total }: HistoryFilterProps) {
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
            checked={value === shown}
            onChange={() => onShown(value)}
          />
          {value === 'all' ? t.all({ total }) : t.conversation}
        </label>
      ))}
    </fieldset>
  );
}
