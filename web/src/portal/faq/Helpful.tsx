import { useState } from 'react';
import { Button } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { useTexts } from '../texts';
import classes from './Faq.module.css';
import { recordUse } from './recordUse';

/** «¿Te sirvió?» below an article: one vote per reader, which can be changed (L7). */
export function Helpful({ id }: { id: string }) {
  const t = useTexts().faq;
  const [said, setSaid] = useState<'useful' | 'useless'>();
  const [failed, setFailed] = useState(false);

  async function say(use: 'useful' | 'useless') {
    setSaid(use);
    setFailed(!(await recordUse(id, use)));
  }

  return (
    <section className={classes.helpful} aria-labelledby={`helpful-${id}`}>
      <h2 id={`helpful-${id}`} className={classes.stillTitle}>
        {t.helpful}
      </h2>
      <div className={classes.answers}>
        <Button
          kind="secondary"
          small
          icon="check"
          aria-pressed={said === 'useful'}
          onClick={() => void say('useful')}
        >
          {t.yes}
        </Button>
        <Button
          kind="secondary"
          small
          icon="close"
          aria-pressed={said === 'useless'}
          onClick={() => void say('useless')}
        >
          {t.no}
        </Button>
      </div>
      {said && !failed && <p role="status">{t.thanks[said]}</p>}
      {failed && (
        <Notice tone="warning" live>
          {t.notNoted}
        </Notice>
      )}
    </section>
  );
}
