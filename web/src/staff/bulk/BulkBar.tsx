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
  const roomy = useMediaQuery('(min-width: 40rem)');
  const count = selection.picked.size;
  useShortcuts('list', [
    ...bulkActions.map(
      (one) =>
        count > 0 && {
          id: `bulk-${one}`,
          label: t.actOn({ act: t.acts[one], count }),
          run: () => setAct(one),
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
      {roomy ? (
        bulkActions.map((one) => (
          <Button key={one} kind="secondary" small onClick={() => setAct(one)}>
            {t.acts[one]}
          </Button>
        ))
      ) : (
        <Menu label={t.menu}>
          {(close) =>
            bulkActions.map((one) => (
              <button
                key={one}
                type="button"
                className={classes.act}
                onClick={() => {
                  close();
                  setAct(one);
                }}
              >
                {t.acts[one]}
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
