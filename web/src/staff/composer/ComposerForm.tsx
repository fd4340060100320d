import { type FormEvent, type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button, LinkButton } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import type { Limits } from '../../design/files/check';
import { FilePicker } from '../../design/files/FilePicker';
import { useUploads } from '../../design/files/useUploads';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import type { EditorHandle } from '../../design/richtext/Editor';
import { RichTextField } from '../../design/richtext/RichTextField';
import { DraftElsewhere } from '../../drafts/DraftElsewhere';
import { useDraft } from '../../drafts/useDraft';
import type { News } from '../../news/useNews';
import { usePerson } from '../../session/useSession';
import { lineOf } from '../canned/fill';
import { matching } from '../canned/offered';
import { useTexts as useCannedTexts } from '../canned/texts';
import { useCanned } from '../canned/useCanned';
import { Conflict } from '../conflict/Conflict';
import { versionToSend } from '../conflict/version';
import { InsertArticle } from '../insertarticle/InsertArticle';
import { WaitDialog } from '../life/WaitDialog';
import type { Wait } from '../life/WaitFields';
import { useMentioning } from '../mentions/useMentioning';
import { type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Composer.module.css';
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

const CannedPicker = lazy(() => import('../canned/CannedPicker'));

/** What a list at the caret shows at once; more words narrow it. */
const most = 8;

interface ComposerFormProps {
  ticket: Ticket;
  kind: Kind;
  limits: Limits;
  source: ListSource;
  news: News;
  /** To be called with every key that is typed. */
  onTyped: () => void;
  /** Counts how often the person has asked to write here by a key. */
  asked: number;
}

export function ComposerForm({ ticket, kind, limits, source, news, onTyped, asked }: ComposerFormProps) {
  const t = useTexts().composer;
  const person = usePerson();
  const c = useCannedTexts();
  const canned = useCanned(ticket);
  const mentioning = useMentioning(ticket.department.id, kind === 'note');
  const [picking, setPicking] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const draft = useDraft<EntryDraft>(person.id, `ticket.${ticket.number}.${kind}`, emptyDraft, {
    texts: ['body'],
    files: 'attachments',
    onAdopt: ({ attachments }) => uploads.reset(attachments),
  });
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<Send>();
  const [asksWhom, setAsksWhom] = useState(false);
  const send = useSendEntry(ticket.number);
  const uploads = useUploads(limits, draft.value.attachments, (attachments) => {
    const before = draft.value.attachments.map(({ id }) => id).join();
    if (attachments.map(({ id }) => id).join() !== before) draft.set({ attachments });
  });

  const { began } = draft.value;
  const version = versionToSend(ticket, began ? Math.max(began, news.seen) : undefined, person.id);
  const problem = send.error ? asProblem(send.error) : undefined;
  const conflict = problem?.status === 409 && problem.version !== undefined ? problem : undefined;
  const canResolve = kind === 'response' && ticket.actions.includes('resolve');
  const lack = tried ? notReady(draft.value, uploads.items) : undefined;

  useEffect(() => {
    if (sent || problem) outcome.current?.focus();
  }, [sent, problem]);

  // Only of the text that was there when the composer opened: what came since it was begun is still to be seen.
  const { since, hold } = news;
  const [begunBefore] = useState(began);
  useEffect(() => {
    if (begunBefore) since(begunBefore);
    return () => hold(false);
  }, [begunBefore, since, hold]);

  useEffect(() => {
    if (asked === 0) return;
    form.current?.scrollIntoView({ block: 'nearest' });
    editor.current?.focus();
  }, [asked]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Before the editor takes it for a line break.
    event.preventDefault();
    event.stopPropagation();
    submit(event.shiftKey && canResolve ? 'resolve' : 'keep');
  }

  function write(body: string) {
    setSent(undefined);
    draft.set({ body, began: began ? Math.max(began, news.seen) : ticket.version });
    news.hold(Boolean(body));
    onTyped();
  }

  function submit(how: Send, wait?: Wait) {
    if (send.isPending) return;
    setTried(true);
    setSent(undefined);
    if (notReady(draft.value, uploads.items)) {
      focusFirstInvalid(form.current);
      return;
    }
    const sending = {
      entry: entryToSend(draft.value, kind, how, version, wait),
      key: idempotencyKey(draft.key, how),
    };
    send.mutate(sending, {
      onSuccess: () => {
        uploads.clear();
        draft.clear();
        news.hold(false);
        setTried(false);
        setSent(how);
        announce(t.sent(kind, how));
      },
      onError: (error) => {
        const refused = asProblem(error);
        // Refused for good: the next try is another request, so it must not be answered as this one was.
        if (!refused.temporary && refused.status !== 401) draft.renewKey();
        if (refused.version !== undefined) {
          draft.set({ began: refused.version });
          news.hold(false);
        }
      },
    });
  }

  /** Where the caret was; the dialog that it was chosen in gives focus back first. */
  function insertAtCaret(html: string) {
    setTimeout(() => editor.current?.insert(html));
  }

  /** Only once there is something to send. */
  function askWhom() {
    if (send.isPending) return;
    if (notReady(draft.value, uploads.items)) submit('wait');
    else setAsksWhom(true);
  }

  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onKeyDownCapture={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit('keep');
      }}
    >
      <div ref={outcome} tabIndex={-1} className={classes.sent} hidden={!sent && !problem}>
        {sent && (
          <Notice
            tone="success"
            actions={
              <LinkButton small kind="secondary" href={routes.list(source)}>
                {t.toList}
              </LinkButton>
            }
          >
            {t.sent(kind, sent)}
          </Notice>
        )}
        {conflict && <Conflict changes={conflict.changes}>{t.textKept}</Conflict>}
        {problem && !conflict && <ProblemNotice error={problem} />}
      </div>
      <DraftElsewhere draft={draft} />
      {draft.restored && draft.value.body && (
        <Notice
          actions={
            <Button
              small
              kind="secondary"
              onClick={() => {
                uploads.clear();
                draft.clear();
              }}
            >
              {t.discard}
            </Button>
          }
        >
          {t.restored}
        </Notice>
      )}
      <RichTextField
        label={t.labels[kind]}
        hint={t.hints[kind]}
        value={draft.value.body}
        onValue={write}
        error={lack === 'empty' ? t.empty[kind] : problem?.fieldErrors.body}
        required
        short
        uploads={uploads}
        handle={editor}
        sources={[
          {
            trigger: '/',
            label: c.title,
            find: (words) =>
              matching(canned.all, words)
                .slice(0, most)
                .map((one) => {
                  const insert = canned.filled(one);
                  return { id: one.id, label: one.title, detail: lineOf(insert), insert };
                }),
          },
          ...(mentioning ? [mentioning] : []),
        ]}
        mentioning={mentioning !== undefined}
      />
      <div className={classes.aids}>
        <Button small kind="secondary" icon="book" onClick={() => setPicking(true)}>
          {c.title}
        </Button>
        <InsertArticle forStaff={kind === 'note'} onInsert={insertAtCaret} />
        <span className={classes.soft}>{t.keys}</span>
      </div>
      {picking && (
        <Suspense fallback={null}>
          <CannedPicker
            ticket={ticket}
            onClose={() => setPicking(false)}
            onInsert={(html) => {
              setPicking(false);
              insertAtCaret(html);
            }}
          />
        </Suspense>
      )}
      <FilePicker uploads={uploads} limits={limits} />
      {lack && lack !== 'empty' && (
        <Notice tone="danger" live>
          {t.files[lack]}
        </Notice>
      )}
      <FormActions>
        <Button type="submit" busy={send.isPending}>
          {t.send[kind]}
        </Button>
        {canResolve && (
          <Button kind="secondary" icon="checkCircle" busy={send.isPending} onClick={() => submit('resolve')}>
            {t.sendAndResolve}
          </Button>
        )}
        {kind === 'response' && ticket.actions.includes('wait') && (
          <Button kind="secondary" icon="pause" busy={send.isPending} onClick={askWhom}>
            {t.sendAndWait}
          </Button>
        )}
      </FormActions>
      {asksWhom && (
        <WaitDialog
          ticket={ticket}
          onClose={() => setAsksWhom(false)}
          onSend={(wait) => {
            setAsksWhom(false);
            submit('wait', wait);
          }}
        />
      )}
    </form>
  );
}
