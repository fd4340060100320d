import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf } from '../../api/client';
import { useIdempotencyKey } from '../../api/idempotencyKey';
import { type Entry, listsKey, ticketQuery, topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { CheckField } from '../../design/control/CheckField';
import { FieldError } from '../../design/control/FieldError';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { withChosen } from '../../design/control/withChosen';
import { formatDateTime } from '../../design/dates/format';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { Loaded } from '../../design/states/Loaded';
import { useDesignTexts } from '../../design/texts';
import { affiliationOf } from '../../history/affiliation';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';
import { ActProblem } from '../acts/ActProblem';
import type { DialogProps } from '../acts/dialogProps';
import { useActsTexts } from '../acts/texts';
import { topicChoices } from '../acts/topicChoices';
import { useBaseVersion } from '../conflict/useBaseVersion';
import { moveCounts } from '../queues/counts';
import { routes } from '../routes';
import { useThreadTexts } from '../thread/texts';
import classes from './SplitDialog.module.css';
import { excerptOf, selectionError, splittable } from './splittable';
import { useTexts } from './texts';

type Values = { entryIds: string[]; subject: string; topicId: string };

/** A dialog that copies some of a ticket's entries into a new ticket (G7). */
export default function SplitDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useTexts();
  const actTexts = useActsTexts();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const topics = useQuery(topicsQuery);
  const base = useBaseVersion(ticket, true);
  const { key, renewAfter } = useIdempotencyKey();
  const { number, requester } = ticket;
  // After a lost response, the reloaded ticket marks the chosen entries as moved. The list does not change, so that the same
  // entries are valid in a retry.
  const [entries] = useState(() => splittable(ticket.entries));
  const split = useMutation({
    mutationFn: ({ entryIds, subject, topicId }: Values) =>
      dataOf(
        api.POST('/tickets/{number}/split', {
          params: { path: { number }, header: { 'Idempotency-Key': key } },
          body: { entryIds, subject: subject.trim(), topicId, version: base.current() },
        }),
      ),
    onSuccess: (created) => {
      // The new ticket is assigned within seconds, so it is not counted as unassigned.
      moveCounts(
        client,
        [],
        created.queues?.filter((queue) => queue !== 'unassigned'),
      );
      client.setQueryData(ticketQuery(created.number).queryKey, created);
      void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
      void client.invalidateQueries({ queryKey: listsKey });
      onDone(created);
      announce(t.done({ number: created.number }));
      navigate(routes.ticket(created.number));
    },
    onError: (error) => {
      base.rebase(error);
      renewAfter(error);
    },
  });
  const form = useForm<Values>({
    initial: { entryIds: [], subject: '', topicId: ticket.topic.id },
    validate: ({ entryIds, subject }) => {
      const error = selectionError(entries, entryIds);
      return { entryIds: error && t[error], subject: !subject.trim() && t.subjectMissing };
    },
    request: split,
    onSubmit: split.mutate,
  });
  const { values, set, field, errorOf, problem } = form;

  return (
    <FormDialog title={t.title} look="wide" form={form} submit={t.submit} onClose={onClose}>
      {problem?.errors.length === 0 && <ActProblem error={problem} />}
      <p>{t.lead({ name: requester.name })}</p>
      <Entries
        number={number}
        entries={entries}
        selected={values.entryIds}
        onSelected={(entryIds) => set({ entryIds })}
        error={errorOf('entryIds')}
      />
      <TextField label={t.subject} {...field('subject')} maxLength={200} autoComplete="off" required />
      <Loaded queries={[topics]}>
        {(offered) => (
          <SelectField
            label={actTexts.topic}
            {...field('topicId')}
            choices={topicChoices(ticket.topic, offered)}
          />
        )}
      </Loaded>
    </FormDialog>
  );
}

interface EntriesProps {
  number: string;
  entries: readonly Entry[];
  selected: readonly string[];
  onSelected: (selected: string[]) => void;
  error: string | undefined;
}

function Entries({ number, entries, selected, onSelected, error }: EntriesProps) {
  const t = useTexts();
  const { kinds } = useThreadTexts();
  const { roles } = useDesignTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const errorId = useId();
  const toggle = (id: string, checked: boolean) => onSelected(withChosen(selected, id, checked));
  const about = ({ body, attachments, createdAt }: Entry) =>
    [
      formatDateTime(createdAt, language, timeZone),
      excerptOf(body),
      attachments.length > 0 && t.files({ count: attachments.length }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <fieldset
      tabIndex={-1}
      className={classes.entries}
      aria-describedby={error && errorId}
      aria-invalid={error ? true : undefined}
    >
      <legend>{t.entries({ number })}</legend>
      <div className={classes.scroll}>
        {entries.length === 0 && <p>{t.nothing}</p>}
        {entries.map((entry) => (
          <div key={entry.id} className={classes.entry}>
            <CheckField
              label={`${entry.author.name} (${affiliationOf(entry.author, roles)}) · ${kinds[entry.kind as 'message']}`}
              hint={about(entry)}
              checked={selected.includes(entry.id)}
              onChecked={(checked) => toggle(entry.id, checked)}
            />
          </div>
        ))}
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  );
}
