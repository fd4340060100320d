import type { Schemas } from '../../api/client';
import { Moment } from '../../design/dates/Moment';
import { Notice } from '../../design/notice/Notice';
import { useLifeTexts } from './texts';

/** What a ticket waits for, while it does. */
export function WaitNotice({ wait }: { wait: Schemas['Wait'] }) {
  const t = useLifeTexts().wait;
  return (
    <Notice tone="warning">
      {t.since[wait.for]} <Moment at={wait.since} />
      {wait.reason ? `: ${wait.reason}` : ''}. {t.stopped}
    </Notice>
  );
}
