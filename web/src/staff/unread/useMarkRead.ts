import { useEffect } from 'react';
import { usePerson } from '../../session/useSession';
import { markRead } from './readMarks';

/** A ticket that is shown counts as read, with what arrives while somebody looks at it. */
export function useMarkRead({ number, updatedAt }: { number: string; updatedAt: string }): void {
  const { id } = usePerson();
  useEffect(() => {
    const mark = () => {
      if (document.visibilityState === 'visible') markRead(id, number, updatedAt);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [id, number, updatedAt]);
}
