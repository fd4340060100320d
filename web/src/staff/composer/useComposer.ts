import { useEffect, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import type { Limits } from '../../design/files/check';
import { useForm } from '../../design/form/useForm';
import { appended, type Unsent } from '../../drafts/unsent';
import { useDraftWithFiles } from '../../drafts/useDraftWithFiles';
import { useMachine } from '../../machine/useMachine';
import type { NewEntries } from '../../newentries/useNewEntries';
import { usePerson } from '../../session/useSession';
import { versionToSend } from '../conflict/version';
import { type ComposerCommand, type ComposerState, composerTransition } from './composerMachine';
import {
  baseVersion,
  blockedBy,
  draftPurpose,
  draftShape,
  type EntryDraft,
  emptyDraft,
  entryRequest,
  idempotencyKey,
  type Kind,
  type SendMode,
  type SendOptions,
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
  const draft = useDraftWithFiles<EntryDraft>(
    draftPurpose(ticket.number, kind),
    emptyDraft,
    draftShape,
    limits,
  );
  const { state, dispatch } = useMachine(
    composerTransition,
    (): ComposerState => ({ phase: 'writing' }),
    run,
  );
  const send = useSendEntry(ticket.number, {
    onSucceeded: (sending) => dispatch({ type: 'succeeded', sending }),
    onFailed: (problem) => dispatch({ type: 'failed', problem }),
  });
  const blocked = blockedBy(draft.value, draft.uploads.items);
  const problem = state.phase === 'refused' ? state.problem : undefined;
  const form = useForm<EntryDraft, { mode: SendMode } & SendOptions>({
    store: draft,
    validate: () => (blocked === 'empty' ? { body: t.empty[kind] } : { files: blocked && t.files[blocked] }),
    request: { isPending: state.phase === 'sending', error: problem ?? null },
    onSubmit: (entry, { mode, ...options } = { mode: 'keep' }) => {
      const { baseVersion: base } = entry;
      const version = versionToSend(
        ticket,
        base ? Math.max(base, newEntries.seenVersion) : undefined,
        person.id,
      );
      dispatch({
        type: 'submitted',
        sending: {
          entry: entryRequest(entry, kind, mode, version, options),
          key: idempotencyKey(draft.key, mode),
          draft: entry,
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
        newEntries.markSeen();
        if (!draft.markSent(command.draft)) break;
        newEntries.setTyping(false);
        form.resetAttempt();
        break;
      case 'announce':
        announce(kind === 'note' ? t.noteSaved : t.sent[command.mode]);
        break;
      case 'renew key':
        draft.renewKey();
        break;
      case 'rebase':
        draft.set({ baseVersion: command.version });
        newEntries.markSeen(command.version);
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

  function edit(part: Pick<EntryDraft, 'body'> & Partial<EntryDraft>) {
    dispatch({ type: 'edited' });
    draft.set({
      ...part,
      baseVersion: baseVersion(draft.value.baseVersion, newEntries.seenVersion, ticket.version),
    });
    newEntries.setTyping(Boolean(part.body));
    onEdited();
  }

  return {
    draft,
    /** How the last entry was sent, as long as its confirmation is shown. */
    sent: state.phase === 'sent' ? state.mode : undefined,
    problem,
    sending: form.busy,
    /** Whether the text and its files can be sent. */
    ready: !blocked,
    field: form.field,
    errorOf: form.errorOf,
    formProps: form.formProps,
    write: (body: string) => edit({ body }),
    /** Appends text and files that were written for another form. */
    append: (unsent: Unsent) => {
      const { body, attachments } = appended(draft.value, draftShape, unsent);
      edit({ body, attachments });
      if (unsent.files.length > 0) draft.uploads.reset(attachments);
    },
    submit: (mode: SendMode, options?: SendOptions) => form.submit({ mode, ...options }),
  };
}
