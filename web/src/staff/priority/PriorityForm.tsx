import { useEffect, useId, useRef, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { WithSettings } from '../../app/WithSettings';
import type { Priority } from '../../design/badges/Badges';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { formatDateTime } from '../../design/dates/format';
import { useForm } from '../../design/form/useForm';
import { Notice } from '../../design/notice/Notice';
import { FormActions } from '../../design/page/Card';
import { Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';
import { ActProblem } from '../acts/ActProblem';
import { useTicketChange } from '../acts/useTicketChange';
import { useShortcuts } from '../keyboard/useShortcuts';
import { PriorityChoice } from './PriorityChoice';
import classes from './PriorityForm.module.css';
import { usePriorityTexts } from './texts';

/** The keys that set a priority at once (K2). */
const priorityKeys = [
  ['high', '1'],
  ['medium', '2'],
  ['low', '3'],
] as const;

interface PriorityFormProps {
  ticket: Ticket;
  /** Called before a shortcut moves the focus into the form. */
  onRequested: () => void;
}

/**
 * The form to set or change the priority. It shows the criteria of each choice, and how the due date moved (D2, D3).
 */
export function PriorityForm({ ticket, onRequested }: PriorityFormProps) {
  const t = usePriorityTexts();
  const titleId = useId();
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState<{ previousDueAt: string | null; ticket: Ticket }>();
  const { pinVersion, ...change } = useTicketChange(ticket, (updated) => {
    setSaved({ previousDueAt: ticket.dueAt, ticket: updated });
    close();
  });
  const form = useForm<{ priority: Priority | undefined }>({
    initial: { priority: undefined },
    validate: ({ priority }) => ({ priority: !priority && t.missing }),
    request: change,
    onSubmit: ({ priority }) => (priority === ticket.priority ? close() : change.mutate({ priority })),
  });
  const missing = form.errorOf('priority');

  const section = useRef<HTMLElement>(null);
  const [focusRequests, setFocusRequests] = useState(0);
  useShortcuts('ticket', [
    {
      id: 'priority',
      label: ticket.priority === null ? t.title : t.change,
      keys: 'p',
      run: () => {
        onRequested();
        if (ticket.priority !== null) open();
        setFocusRequests((count) => count + 1);
      },
    },
    ...priorityKeys.map(([priority, keys]) => ({
      id: `priority-${priority}`,
      label: t.setTo({ name: t.names[priority] }),
      keys,
      run: () => {
        if (!change.isPending && priority !== ticket.priority) change.mutate({ priority });
      },
    })),
  ]);
  useEffect(() => {
    if (focusRequests > 0) section.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
  }, [focusRequests]);

  function open() {
    form.set({ priority: ticket.priority ?? undefined });
    setSaved(undefined);
    change.reset();
    setChanging(true);
  }

  function close() {
    setChanging(false);
    form.set({ priority: undefined });
    form.resetAttempt();
  }

  if (ticket.priority !== null && !changing) {
    return (
      <div className={classes.collapsed} data-screen-only>
        {saved && saved.ticket.priority === ticket.priority && <SavedNotice {...saved} />}
        <Button small kind="secondary" onClick={open}>
          {t.change}
        </Button>
      </div>
    );
  }
  return (
    <section ref={section} className={classes.section} aria-labelledby={titleId} data-screen-only>
      <h3 id={titleId}>{ticket.priority === null ? t.title : t.change}</h3>
      <form {...form.formProps} className={classes.form}>
        <ActProblem error={change.error} />
        {missing && (
          <Notice tone="danger" live>
            {missing}
          </Notice>
        )}
        <WithSettings placeholder={<Skeleton size="row" count={3} />}>
          {({ severities }) => (
            <PriorityChoice
              severities={severities}
              value={form.values.priority}
              onValue={(value) => {
                pinVersion();
                form.set({ priority: value });
              }}
            />
          )}
        </WithSettings>
        <FormActions>
          <Button type="submit" busy={form.busy}>
            {t.save}
          </Button>
          {changing && <CancelButton onClick={close} />}
        </FormActions>
      </form>
    </section>
  );
}

/** Shows the saved priority, with the previous and the new due date. */
function SavedNotice({ previousDueAt, ticket }: { previousDueAt: string | null; ticket: Ticket }) {
  const t = usePriorityTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const format = (date: string | null) => (date ? formatDateTime(date, language, timeZone) : '');
  if (!ticket.priority) return null;
  const name = t.names[ticket.priority];
  const due = format(ticket.dueAt);
  const before = format(previousDueAt);
  return (
    <Notice tone="success" live>
      {due
        ? before
          ? t.saved.moved({ name, due, before })
          : t.saved.set({ name, due })
        : before
          ? t.saved.removed({ name, before })
          : t.saved.none({ name })}
    </Notice>
  );
}
