import { Icon } from '../../design/icon/Icon';
import type { Kind } from './draft';
import classes from './KindChoice.module.css';
import { useComposerTexts } from './texts';

const icons = { response: 'reply', note: 'lock' } as const;

export function KindChoice({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const t = useComposerTexts();
  return (
    <fieldset className={classes.choice}>
      <legend className="visually-hidden">{t.kind}</legend>
      {(['response', 'note'] as const).map((value) => (
        <label key={value} className={classes.kind}>
          <input
            type="radio"
            name="entry-kind"
            value={value}
            checked={value === kind}
            onChange={() => onKind(value)}
          />
          <Icon name={icons[value]} />
          {t.kinds[value]}
        </label>
      ))}
    </fieldset>
  );
}
