import type { Problem } from '../../api/problem';
import type { Transition } from '../../machine/useMachine';
import type { EntryDraft, SendMode } from './draft';
import type { SendRequest } from './useSendEntry';

export type ComposerState =
  | { phase: 'writing' }
  | { phase: 'sending' }
  /** The last entry was sent. This is shown until the person types or sends again. */
  | { phase: 'sent'; mode: SendMode }
  /** The last request failed or was refused. This is shown until the next request. */
  | { phase: 'refused'; problem: Problem };

export type ComposerEvent =
  | { type: 'edited' }
  /** The person pressed a send button. `sending` is undefined if the draft cannot be sent. */
  | { type: 'submitted'; sending: SendRequest | undefined }
  | { type: 'succeeded'; sending: SendRequest }
  | { type: 'failed'; problem: Problem };

export type ComposerCommand =
  | { type: 'send'; sending: SendRequest }
  /** Clear the draft, unless the person has changed it since it was sent. */
  | { type: 'mark sent'; draft: EntryDraft }
  | { type: 'announce'; mode: SendMode }
  /** Set a new Idempotency-Key, so that the server does not treat the next request as a retry of this one. */
  | { type: 'renew key' }
  /**
   * Base the next request on this version, because the person has seen the changes of others in the conflict.
   */
  | { type: 'rebase'; version: number };

export const composerTransition: Transition<ComposerState, ComposerEvent, ComposerCommand> = (
  state,
  event,
) => {
  switch (event.type) {
    case 'edited':
      return [state.phase === 'sent' ? { phase: 'writing' } : state];
    case 'submitted':
      if (state.phase === 'sending') return [state];
      if (event.sending) return [{ phase: 'sending' }, { type: 'send', sending: event.sending }];
      return [state.phase === 'sent' ? { phase: 'writing' } : state];
    case 'succeeded': {
      const { draft, mode } = event.sending;
      return [
        { phase: 'sent', mode },
        { type: 'mark sent', draft },
        { type: 'announce', mode },
      ];
    }
    case 'failed': {
      const { problem } = event;
      return [
        { phase: 'refused', problem },
        ...(problem.refused ? [{ type: 'renew key' } as const] : []),
        ...(problem.version !== undefined ? [{ type: 'rebase', version: problem.version } as const] : []),
      ];
    }
  }
};
