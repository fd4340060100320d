import { useEffect, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import type { Limits } from '../../design/files/check';
import { useUploads } from '../../design/files/useUploads';
import { useSubmission } from '../../design/form/useSubmission';
import { useDraft } from '../../drafts/useDraft';
import { useMachine } from '../../machine/useMachine';
import type { NewEntries } from '../../newentries/useNewEntries';
import { usePerson } from '../../session/useSession';
import { versionToSend } from '../conflict/version';
import type { Wait } from '../life/WaitFields';
import { type ComposerCommand, type ComposerState, composerTransition } from './composerMachine';
import {
  baseVersion,
  blockedBy,
  type EntryDraft,
  emptyDraft,
  entryRequest,
  idempotencyKey,
  type Kind,
  type SendMode,
} from './draft';
import { useComposerTexts } from './texts';
import { useSendEntry } from './useSendEntry';

interface ComposerOptions {
  ticket: Ticket;
  kind: Kind;
  limits: Limits;
  newEntries: NewEntries;
  /** Called on every edit. */
  onEdited: () => void;
}

/**
 * Manages a response or a note while it is written and sent: its draft, its files, and the version on which it is based
 * (D8).
 */
export function useComposer({ ticket, kind, limits, newEntries, onEdited }: ComposerOptions) {
  const t = useComposerTexts();
  const person = usePerson();
  const draft = useDraft<EntryDraft>(person.id, `ticket.${ticket.number}.${kind}`, emptyDraft, {
    texts: ['body'],
    files: 'attachments',
    onAdopt: ({ attachments }) => uploads.reset(attachments),
  });
  const uploads = useUploads(limits, draft.value.attachments, (attachments) => draft.set({ attachments }));
  const { state, dispatch } = useMachine(
    composerTransition,
    (): ComposerState => ({ phase: 'writing' }),
    run,
  );
  const send = useSendEntry(ticket.number, {
    onSucceeded: (sending) => dispatch({ type: 'succeeded', sending }),
    onFailed: (problem) => dispatch({ type: 'failed', problem }),
  });
  const blocked = blockedBy(draft.value, uploads.items);
  const problem = state.phase === 'refused' ? state.problem : undefined;
  const submission = useSubmission<{ mode: SendMode; wait?: Wait }>({
    invalid: blocked === 'empty' ? { body: t.empty[kind] } : { files: blocked && t.files[blocked] },
    request: { isPending: state.phase === 'sending', error: problem ?? null },
    onSubmit: ({ mode, wait } = { mode: 'keep' }) => {
      const { baseVersion: base } = draft.value;
      const version = versionToSend(
        ticket,
        base ? Math.max(base, newEntries.seenVersion) : undefined,
        person.id,
      );
      dispatch({
        type: 'submitted',
        sending: {
          entry: entryRequest(draft.value, kind, mode, version, wait),
          key: idempotencyKey(draft.key, mode),
          draft: draft.value,
          mode,
        },
      });
    },
    onRejected: () => dispatch({ type: 'submitted', sending: undefined }),
  });

  function run(command: ComposerCommand) {
    switch (command.type) {
      case 'send':
        send.mutate(command.sending);
        break;
      case 'mark sent':
        if (!draft.markSent(command.draft)) break;
        uploads.clear();
        newEntries.setTyping(false);
        submission.resetAttempt();
        break;
      case 'announce':
        announce(kind === 'note' ? t.noteSaved : t.sent[command.mode]);
        break;
      case 'renew key':
        draft.renewKey();
        break;
      case 'rebase':
        draft.set({ baseVersion: command.version });
        newEntries.setTyping(false);
    }
  }

  // A restored draft may be based on an older version. Entries that others added since that version count as unread.
  const { rewindTo, setTyping } = newEntries;
  const [restoredBase] = useState(draft.value.baseVersion);
  useEffect(() => {
    if (restoredBase) rewindTo(restoredBase);
    return () => setTyping(false);
  }, [restoredBase, rewindTo, setTyping]);

  return {
    draft,
    uploads,
    /** How the last entry was sent, as long as its confirmation is shown. */
    sent: state.phase === 'sent' ? state.mode : undefined,
    problem,
    sending: submission.busy,
    /** Whether the text and its files can be sent. */
    ready: !blocked,
    errorOf: submission.errorOf,
    formProps: submission.formProps,
    write: (body: string) => {
      dispatch({ type: 'edited' });
      draft.set({
        body,
        baseVersion: baseVersion(draft.value.baseVersion, newEntries.seenVersion, ticket.version),
      });
      newEntries.setTyping(Boolean(body));
      onEdited();
    },
    discard: () => {
      uploads.clear();
      draft.clear();
    },
    submit: (mode: SendMode, wait?: Wait) => submission.submit({ mode, wait }),
  };
}
