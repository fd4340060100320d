import type { Schemas } from '../../api/client';
import { Moment } from '../../design/dates/Moment';
import { Notice } from '../../design/notice/Notice';
import { useLifeTexts } from './texts';

/** Shows who the ticket waits for, and whether the requester must act (F2). */
export function WaitNotice({ wait }: { wait: Schemas['Wait'] }) {
  const t = useLifeTexts().wait;
  return (
    <Notice tone={wait.for === 'requester' ? 'warning' : 'info'} title={t.titles[wait.for]}>
      {wait.reason && <p>{wait.reason}</p>}
      <p>
        {t.texts[wait.for]} {t.since({ date: <Moment at={wait.since} /> })}
      </p>
    </Notice>
  );
}
