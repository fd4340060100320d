import { lazy, Suspense, useState } from 'react';
import { Button } from '../../design/button/Button';
import { Menu } from '../../design/menu/Menu';
import { useShortcuts } from '../keyboard/useShortcuts';
import type { Selection } from '../list/selection';
import { useMediaQuery } from '../workspace/useMediaQuery';
import classes from './Bulk.module.css';
import { type BulkAction, bulkActions } from './bulkActions';
import { useTexts } from './texts';

const BulkDialog = lazy(() => import('./BulkDialog'));

/** The buttons for bulk actions, shown while tickets are selected (H5). */
export function BulkBar({ selection }: { selection: Selection }) {
  const t = useTexts();
  const [act, setAct] = useState<BulkAction>();
  const isWide = useMediaQuery('(min-width: 40rem)');
  const count = selection.picked.size;
  useShortcuts('list', [
    ...bulkActions.map(
      (action) =>
        count > 0 && {
          id: `bulk-${action}`,
          label: t.actOn({ act: t.acts[action], count }),
          run: () => setAct(action),
        },
    ),
    count > 0 && { id: 'bulk-clear', label: t.clear, keys: 'Escape', keyOnly: true, run: selection.clear },
  ]);
  if (count === 0 && !act) return null;
  return (
    <section className={classes.bar} aria-label={t.title}>
      <strong className={classes.count} role="status">
        {t.picked({ count })}
      </strong>
      {isWide ? (
        bulkActions.map((action) => (
          <Button key={action} kind="secondary" small onClick={() => setAct(action)}>
            {t.acts[action]}
          </Button>
        ))
      ) : (
        <Menu label={t.menu}>
          {(close) =>
            bulkActions.map((action) => (
              <button
                key={action}
                type="button"
                className={classes.act}
                onClick={() => {
                  close();
                  setAct(action);
                }}
              >
                {t.acts[action]}
              </button>
            ))
          }
        </Menu>
      )}
      <Button kind="quiet" small onClick={selection.clear}>
        {t.clear}
      </Button>
      <Suspense fallback={null}>
        {act && <BulkDialog act={act} selection={selection} onClose={() => setAct(undefined)} />}
      </Suspense>
    </section>
  );
}
