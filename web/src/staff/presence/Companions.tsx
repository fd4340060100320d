import { useEffect, useRef } from 'react';
import { announce } from '../../design/announce/announce';
import { Icon } from '../../design/icon/Icon';
import { useTexts } from '../texts';
import { arrivals } from './arrivals';
import classes from './Companions.module.css';
import type { Companion } from './usePresence';

/** Lists the other people who view or write on the ticket, and announces changes to screen readers (D8). */
export function AnnouncedCompanions({ others }: { others: readonly Companion[] }) {
  const t = useTexts().presence;
  const previous = useRef<readonly Companion[]>([]);
  useEffect(() => {
    for (const { name, doing } of arrivals(previous.current, others)) announce(t.activities[doing]({ name }));
    previous.current = others;
  }, [others, t]);

  return <Companions others={others} />;
}

/** Lists the people without announcements, for a second position on the page. */
export function Companions({ others }: { others: readonly Companion[] }) {
  const t = useTexts().presence;
  if (others.length === 0) return null;
  return (
    <ul className={classes.companions} aria-label={t.label}>
      {others.map(({ id, name, doing }) => (
        <li key={id} className={classes.companion} data-doing={doing}>
          <Icon name={doing === 'writing' ? 'pencil' : 'eye'} />
          {t.activities[doing]({ name })}
        </li>
      ))}
    </ul>
  );
}
