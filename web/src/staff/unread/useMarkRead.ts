import { useEffect } from 'react';
import { usePerson } from '../../session/useSession';
import { markRead } from './readMarks';

/** Marks a ticket as read while it is visible. This includes updates that arrive in the meantime. */
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
