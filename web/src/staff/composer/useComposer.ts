import { type FormEvent, useEffect, useState } from 'react';
import { asProblem } from '../../api/problem';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import type { Limits } from '../../design/files/check';
import { useUploads } from '../../design/files/useUploads';
import { useSubmission } from '../../design/form/useSubmission';
import { useDraft } from '../../drafts/useDraft';
import type { News } from '../../news/useNews';
import { usePerson } from '../../session/useSession';
import { versionToSend } from '../conflict/version';
import type { Wait } from '../life/WaitFields';
import { useTexts } from '../texts';
import {
  type EntryDraft,
  emptyDraft,
  entryToSend,
  idempotencyKey,
  type Kind,
  notReady,
  type Send,
} from './draft';
import { useSendEntry } from './useSendEntry';

interface Writing {
  ticket: Ticket;
  kind: Kind;
  limits: Limits;
  news: News;
  /** Called with every key that is typed. */
  onTyped: () => void;
}

/** The state of a response or note that is being written: draft, files, the ticket's version and sending. */
export function useComposer({ ticket, kind, limits, news, onTyped }: Writing) {
  const t = useTexts().composer;
  const person = usePerson();
  const draft = useDraft<EntryDraft>(person.id, `ticket.${ticket.number}.${kind}`, emptyDraft, {
    texts: ['body'],
    files: 'attachments',
    onAdopt: ({ attachments }) => uploads.reset(attachments),
  });
  const [sent, setSent] = useState<Send>();
  const send = useSendEntry(ticket.number, {
    onSent: (sending) => {
      if (draft.markSent(sending.draft)) {
        uploads.clear();
        news.hold(false);
        submission.resetAttempt();
      }
      setSent(sending.how);
      announce(kind === 'note' ? t.noteSaved : t.sent[sending.how]);
    },
    onRefused: (error) => {
      const refused = asProblem(error);
      // A permanent refusal: the next attempt is another request and needs its own idempotency key.
      if (!refused.temporary && refused.status !== 401) draft.renewKey();
      if (refused.version !== undefined) {
        draft.set({ began: refused.version });
        news.hold(false);
      }
    },
  });
  const uploads = useUploads(limits, draft.value.attachments, (attachments) => draft.set({ attachments }));

  const { began } = draft.value;
  const version = versionToSend(ticket, began ? Math.max(began, news.seen) : undefined, person.id);
  const lack = notReady(draft.value, uploads.items);
  const submission = useSubmission<{ send: Send; wait?: Wait }>({
    invalid: lack === 'empty' ? { body: t.empty[kind] } : { files: lack && t.files[lack] },
    request: send,
    onSubmit: ({ send: how, wait } = { send: 'keep' }) =>
      send.mutate({
        entry: entryToSend(draft.value, kind, how, version, wait),
        key: idempotencyKey(draft.key, how),
        draft: draft.value,
        how,
      }),
  });

  // Once, for a restored draft: entries added since the person began to write it are marked as new.
  const { since, hold } = news;
  const [begunBefore] = useState(began);
  useEffect(() => {
    if (begunBefore) since(begunBefore);
    return () => hold(false);
  }, [begunBefore, since, hold]);

  function write(body: string) {
    setSent(undefined);
    draft.set({ body, began: began ? Math.max(began, news.seen) : ticket.version });
    news.hold(Boolean(body));
    onTyped();
  }

  function discard() {
    uploads.clear();
    draft.clear();
  }

  function submit(how: Send, wait?: Wait) {
    if (send.isPending) return;
    setSent(undefined);
    submission.submit({ send: how, wait });
  }

  return {
    draft,
    uploads,
    sent,
    problem: submission.problem,
    sending: submission.busy,
    /** Whether the text and its files can be sent. */
    ready: !lack,
    errorOf: submission.errorOf,
    formProps: {
      ...submission.formProps,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        submit('keep');
      },
    },
    write,
    discard,
    submit,
  };
}
