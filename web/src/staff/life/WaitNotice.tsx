import type { Schemas } from '../../api/client';
import { Moment } from '../../design/dates/Moment';
import { Notice } from '../../design/notice/Notice';
import { useLifeTexts } from './texts';

/** Shows who a waiting ticket waits for, since when, and the reason. */
export function WaitNotice({ wait }: { wait: Schemas['Wait'] }) {
  const t = useLifeTexts().wait;
  const date = <Moment at={wait.since} />;
  return (
    <Notice tone="warning">
      {wait.reason ? t.sinceFor[wait.for]({ date, reason: wait.reason }) : t.since[wait.for]({ date })}
    </Notice>
  );
}
