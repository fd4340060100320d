import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { usePerson } from '../session/useSession';
import { type MoveTarget, moveToDraft, type Unsent } from './unsent';

/**
 * Returns a function that moves unsent text to another draft and opens the page with the form of that draft. `clear` empties
 * the draft that contains the text.
 */
export function useMoveToDraft(unsent: Unsent, clear: () => void) {
  const person = usePerson();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return async <Value extends object>(target: MoveTarget<Value>, path: string) => {
    await moveToDraft(client, person.id, target, unsent);
    clear();
    navigate(path);
  };
}
