import { useEffect, useState } from 'react';
import { Button } from '../design/button/Button';
import { Icon } from '../design/icon/Icon';
import { useDesignTexts } from '../design/texts';
import classes from './NewEntriesBar.module.css';
import { newEntriesText } from './newEntriesText';
import type { NewEntries } from './useNewEntries';

interface NewEntriesBarProps {
  newEntries: NewEntries;
  onSee: (entryId: string) => void;
  onBack: () => void;
}

/**
 * Shows a bar about new entries at the top of the page. The bar overlaps the page, so that nothing moves when it
 * appears (G9).
 */
export function NewEntriesBar({ newEntries, onSee, onBack }: NewEntriesBarProps) {
  const texts = useDesignTexts();
  const t = texts.newEntries;
  const [leftForm, setLeftForm] = useState(false);
  const [target, setTarget] = useState<string>();
  const first = newEntries.unseen[0];

  // This runs after the render, because before it the thread may not contain the entry.
  useEffect(() => {
    if (!target) return;
    onSee(target);
    setTarget(undefined);
  }, [target, onSee]);

  return (
    <div className={classes.place}>
      {first ? (
        <div className={classes.bar}>
          <Icon name={newEntries.unseen.at(-1)?.kind === 'message' ? 'mail' : 'info'} />
          <span>{newEntriesText(texts, newEntries.unseen)}</span>
          <Button
            small
            onClick={() => {
              newEntries.markSeen();
              setLeftForm(newEntries.typing);
              setTarget(first.id);
            }}
          >
            {t.see}
          </Button>
        </div>
      ) : (
        leftForm &&
        newEntries.typing && (
          <div className={classes.bar}>
            <Button
              small
              kind="secondary"
              icon="pencil"
              onClick={() => {
                setLeftForm(false);
                onBack();
              }}
            >
              {t.back}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
