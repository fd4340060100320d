import {
  type KeyboardEvent,
  lazy,
  type RefObject,
  Suspense,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { Ticket } from '../../api/queries';
import { Button, IconButton } from '../../design/button/Button';
import { AttachButton } from '../../design/files/AttachButton';
import type { Limits } from '../../design/files/check';
import { FileList } from '../../design/files/FileList';
import { useFileDrop } from '../../design/files/useFileDrop';
import { Notice } from '../../design/notice/Notice';
import type { EditorHandle } from '../../design/richtext/Editor';
import { RichTextField } from '../../design/richtext/RichTextField';
import { useDesignTexts } from '../../design/texts';
import { DraftConflict } from '../../drafts/DraftConflict';
import { type Move, UnsentNotice } from '../../drafts/UnsentNotice';
import type { Unsent } from '../../drafts/unsent';
import type { DraftHandle } from '../../drafts/useDraft';
import { useMoveToDraft } from '../../drafts/useMoveToDraft';
import type { NewEntries } from '../../newentries/useNewEntries';
import { lineOf } from '../canned/fill';
import { matching } from '../canned/relevance';
import { useTexts as useCannedTexts } from '../canned/texts';
import { useCanned } from '../canned/useCanned';
import { InsertArticle } from '../insertarticle/InsertArticle';
import { WaitDialog } from '../life/WaitDialog';
import { useMentioning } from '../mentions/useMentioning';
import { TriageDialog } from '../priority/TriageDialog';
import { type ListSource, routes } from '../routes';
import classes from './Composer.module.css';
import { draftPurpose, draftShape, type EntryDraft, emptyDraft, type Kind } from './draft';
import { SendResult } from './SendResult';
import { useComposerTexts } from './texts';
import { useComposer } from './useComposer';

const CannedPicker = lazy(() => import('../canned/CannedPicker'));

/** The maximum number of canned responses that are suggested at the caret. */
const maxSuggestions = 8;

interface ComposerFormProps {
  ticket: Ticket;
  kind: Kind;
  limits: Limits;
  source: ListSource;
  newEntries: NewEntries;
  onEdited: () => void;
  /** Counts the shortcut presses that focus the text. At 0 the focus does not move. */
  focusRequests: number;
  /** Whether the ticket accepts the entry. Otherwise the form only shows text that was not sent, if there is any. */
  sendable: boolean;
  /** The form of the note, which can accept the text of a response that can no longer be sent. */
  note: RefObject<NoteHandle | null>;
  /** The element above the form that shows its buttons to insert files and texts. */
  tools: HTMLElement | null;
  /** Called when the focus enters the form. */
  onUsed: () => void;
}

export interface NoteHandle {
  append: (unsent: Unsent) => void;
}

export function ComposerForm(props: ComposerFormProps) {
  const { ticket, kind, limits, source, newEntries, onEdited, focusRequests, sendable, note, tools, onUsed } =
    props;
  const t = useComposerTexts();
  const cannedTexts = useCannedTexts();
  const [choosingCanned, setChoosingCanned] = useState(false);
  const [choosingWait, setChoosingWait] = useState(false);
  const [choosingPriority, setChoosingPriority] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const composer = useComposer({ ticket, kind, limits, newEntries, onEdited });
  const { draft, formProps, field, errorOf, problem, sending, submit } = composer;
  const { uploads } = draft;
  const form = formProps.ref;
  const attach = useRef<HTMLButtonElement>(null);
  const dropping = useFileDrop(uploads.add);
  const sources = useSources(ticket, kind);
  const { append } = composer;
  useImperativeHandle(kind === 'note' ? note : undefined, () => ({
    append: (unsent) => {
      append(unsent);
      form.current?.scrollIntoView({ block: 'nearest' });
      editor.current?.focus();
    },
  }));
  const moves = useMoves(ticket, source, draft, note);
  const canResolve = kind === 'response' && ticket.actions.includes('resolve');

  useEffect(() => {
    if (focusRequests === 0) return;
    form.current?.scrollIntoView({ block: 'nearest' });
    editor.current?.focus();
  }, [focusRequests, form]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // React propagates events through portals: this handler also receives the key presses in dialogs of the composer.
    if ((event.target as Element).closest('dialog')) return;
    // Prevents the editor from inserting a line break.
    event.preventDefault();
    event.stopPropagation();
    if (!sendable) return;
    if (event.shiftKey && canResolve) resolve();
    else submit('keep');
  }

  /** Inserts HTML after the dialog has closed and the text is focused again. */
  function insertAtCaret(html: string) {
    setTimeout(() => editor.current?.insert(html));
  }

  /** Sends and resolves. A ticket without a priority is triaged in the same act (D2). */
  function resolve() {
    if (sending) return;
    if (composer.ready && ticket.priority === null) setChoosingPriority(true);
    else submit('resolve');
  }

  /** Opens the dialog for the wait. If the draft cannot be sent yet, `submit` shows why instead. */
  function startWait() {
    if (sending) return;
    if (composer.ready) setChoosingWait(true);
    else submit('wait');
  }

  const { body, attachments } = draft.value;
  if (!sendable && !body && attachments.length === 0) return null;
  return (
    <form
      {...formProps}
      className={classes.form}
      data-dropping={dropping || undefined}
      data-empty={(!body && attachments.length === 0) || undefined}
      onFocus={onUsed}
      onKeyDownCapture={onKeyDown}
    >
      {!sendable && <UnsentNotice html={body} moves={moves} onDiscard={draft.clear} />}
      <SendResult kind={kind} sent={composer.sent} problem={problem} source={source} />
      <DraftConflict draft={draft} />
      {sendable && draft.restored && body && (
        <Notice
          actions={
            <Button small kind="secondary" onClick={draft.clear}>
              {t.discard}
            </Button>
          }
        >
          {t.restored}
        </Notice>
      )}
      {sendable &&
        tools &&
        createPortal(
          <>
            <AttachButton ref={attach} uploads={uploads} limits={limits} compact />
            <IconButton icon="speech" label={cannedTexts.title} onClick={() => setChoosingCanned(true)} />
            <InsertArticle forStaff={kind === 'note'} onInsert={insertAtCaret} />
          </>,
          tools,
        )}
      <RichTextField
        label={t.labels[kind]}
        hint={sendable && t.hints[kind]}
        labelHidden={sendable}
        {...field('body')}
        onValue={composer.write}
        required={sendable}
        short
        uploads={uploads}
        handle={editor}
        sources={sources}
        mentioning={kind === 'note'}
      />
      <FileList uploads={uploads} onRemoved={() => attach.current?.focus()} />
      {choosingCanned && (
        <Suspense fallback={null}>
          <CannedPicker
            ticket={ticket}
            onClose={() => setChoosingCanned(false)}
            onInsert={(html) => {
              setChoosingCanned(false);
              insertAtCaret(html);
            }}
          />
        </Suspense>
      )}
      {errorOf('files') && (
        <Notice tone="danger" live>
          {errorOf('files')}
        </Notice>
      )}
      {sendable && (
        <div className={classes.actions}>
          <Button small type="submit" busy={sending} title={t.keys}>
            {t.send[kind]}
          </Button>
          {canResolve && (
            <Button small kind="secondary" icon="checkCircle" busy={sending} onClick={resolve}>
              {t.sendAndResolve}
            </Button>
          )}
          {kind === 'response' && ticket.actions.includes('wait') && (
            <Button small kind="secondary" icon="pause" busy={sending} onClick={startWait}>
              {t.sendAndWait}
            </Button>
          )}
        </div>
      )}
      {choosingPriority && (
        <TriageDialog
          onClose={() => setChoosingPriority(false)}
          onAnswer={(change) => {
            setChoosingPriority(false);
            submit('resolve', change);
          }}
        />
      )}
      {choosingWait && (
        <WaitDialog
          ticket={ticket}
          onClose={() => setChoosingWait(false)}
          onSend={(wait) => {
            setChoosingWait(false);
            submit('wait', { wait });
          }}
        />
      )}
    </form>
  );
}

/**
 * Returns the buttons that move a response that the ticket no longer accepts: to a note, or to the target of
 * the merge.
 */
function useMoves(
  ticket: Ticket,
  source: ListSource,
  draft: DraftHandle<EntryDraft>,
  note: RefObject<NoteHandle | null>,
): Move[] {
  const t = useComposerTexts();
  const d = useDesignTexts().drafts.unsent;
  const unsent = { html: draft.value.body, files: draft.value.attachments };
  const moveTo = useMoveToDraft(unsent, draft.clear);
  const { mergedInto } = ticket;
  const toNote: Move = {
    label: t.moveToNote,
    run: async () => {
      note.current?.append(unsent);
      draft.clear();
    },
  };
  if (!mergedInto) return [toNote];
  const target = { ...draftShape, purpose: draftPurpose(mergedInto, 'response'), empty: emptyDraft };
  const toTarget: Move = {
    label: d.moveTo({ number: mergedInto }),
    run: () => moveTo(target, routes.ticketIn(source, mergedInto)),
  };
  return [toTarget, toNote];
}

/** Returns the sources of suggestions at the caret: canned responses after `/`, and colleagues after `@` in a note. */
function useSources(ticket: Ticket, kind: Kind) {
  const { title } = useCannedTexts();
  const canned = useCanned(ticket);
  const mentioning = useMentioning(ticket.department.id, kind === 'note');
  const responses = {
    trigger: '/',
    label: title,
    find: (words: string) =>
      matching(canned.all, words, canned.language)
        .slice(0, maxSuggestions)
        .map((response) => {
          const insert = canned.fillIn(response);
          return { id: response.id, label: response.title, detail: lineOf(insert), insert };
        }),
  };
  return mentioning ? [responses, mentioning] : [responses];
}
