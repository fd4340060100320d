import { useSyncExternalStore } from 'react';
import { Dialog } from '../../design/dialog/Dialog';
import { Keys } from './Keys';
import { registry, scopes } from './registry';
import classes from './ShortcutHelp.module.css';
import { setSingleKeys, useSingleKeys } from './singleKeys';
import { useTexts } from './texts';

/** Lists the available shortcuts, innermost scope first. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useTexts().help;
  const single = useSingleKeys();
  useSyncExternalStore(registry.subscribe, registry.snapshot);
  return (
    <Dialog title={t.title} onClose={onClose} look="wide">
      <p className={classes.lead}>{t.lead}</p>
      <div className={classes.groups}>
        {[...scopes].reverse().map((scope) => {
          const commands = registry.inScope(scope).filter(({ keys }) => keys);
          if (commands.length === 0) return null;
          return (
            <section key={scope} aria-labelledby={`shortcuts-${scope}`}>
              <h3 id={`shortcuts-${scope}`} className={classes.scope}>
                {t.scopes[scope]}
              </h3>
              <dl className={classes.list}>
                {commands.map((command) => (
                  <div key={command.id} className={classes.line}>
                    <dt>{command.label}</dt>
                    <dd>
                      <Keys keys={command.keys ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <label className={classes.single}>
        <input type="checkbox" checked={single} onChange={(event) => setSingleKeys(event.target.checked)} />
        <span>
          {t.single}
          <span className={classes.hint}>{t.singleHint}</span>
        </span>
      </label>
      <p className={classes.hint}>{t.typing}</p>
    </Dialog>
  );
}
