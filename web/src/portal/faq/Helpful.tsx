import { useState } from 'react';
import { Button } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { useTexts } from '../texts';
import classes from './Faq.module.css';
import { recordUse } from './recordUse';

/** Shows the question «¿Le sirvió?» below an article. Each reader has one vote and can change it (L7). */
export function Helpful({ id }: { id: string }) {
  const t = useTexts().faq;
  const [vote, setVote] = useState<'useful' | 'useless'>();
  const [failed, setFailed] = useState(false);

  async function sendVote(use: 'useful' | 'useless') {
    setVote(use);
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
          aria-pressed={vote === 'useful'}
          onClick={() => void sendVote('useful')}
        >
          {t.yes}
        </Button>
        <Button
          kind="secondary"
          small
          icon="close"
          aria-pressed={vote === 'useless'}
          onClick={() => void sendVote('useless')}
        >
          {t.no}
        </Button>
      </div>
      {vote && !failed && <p role="status">{t.thanks[vote]}</p>}
      {failed && (
        <Notice tone="warning" live>
          {t.notRecorded}
        </Notice>
      )}
    </section>
  );
}
