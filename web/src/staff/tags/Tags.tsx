import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { FieldError } from '../../design/control/FieldError';
import { useForm } from '../../design/form/useForm';
import { Icon } from '../../design/icon/Icon';
import { ActProblem } from '../acts/ActProblem';
import { useTicketChange } from '../acts/useTicketChange';
import { tagsQuery } from './queries';
import classes from './Tags.module.css';
import { useTexts } from './texts';

/** Shows and edits a ticket's tags, for staff only (G3). */
export function Tags({ ticket }: { ticket: Ticket }) {
  const t = useTexts();
  const titleId = useId();
  const tags = ticket.tags ?? [];
  const canTag = ticket.actions.includes('tag');
  const remove = useTicketChange(ticket);
  if (!canTag && tags.length === 0) return null;
  return (
    <section className={classes.tags} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {t.title}
      </h3>
      {tags.length > 0 && (
        <ul className={classes.chips} aria-labelledby={titleId}>
          {tags.map((tag) => (
            <li key={tag} className={classes.chip}>
              {tag}
              {canTag && (
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={t.remove({ tag })}
                  title={t.remove({ tag })}
                  onClick={() =>
                    !remove.isPending &&
                    remove.mutate({ removeTags: [tag] }, { onSuccess: () => announce(t.removed({ tag })) })
                  }
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canTag && <AddTag ticket={ticket} />}
      {remove.error && <ActProblem error={remove.error} />}
    </section>
  );
}

function AddTag({ ticket }: { ticket: Ticket }) {
  const t = useTexts();
  const id = useId();
  const add = useTicketChange(ticket);
  const { values, set, formProps, problem, busy } = useForm({
    initial: { tag: '' },
    request: add,
    onSubmit: ({ tag }) => tag.trim() && addTag(tag.trim()),
  });
  const typed = values.tag.trim();
  const suggested = useQuery({ ...tagsQuery(typed), enabled: typed.length > 0 });
  const error = problem?.errorAt('addTags');

  function addTag(tag: string) {
    add.mutate(
      { addTags: [tag] },
      {
        onSuccess: () => {
          set({ tag: '' });
          announce(t.added({ tag }));
        },
      },
    );
  }

  return (
    <form {...formProps} className={classes.add}>
      <label className="visually-hidden" htmlFor={id}>
        {t.label}
      </label>
      <input
        id={id}
        className={classes.input}
        value={values.tag}
        placeholder={t.label}
        maxLength={80}
        list={`${id}-tags`}
        autoComplete="off"
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => set({ tag: event.target.value })}
      />
      <datalist id={`${id}-tags`}>
        {suggested.data?.map(({ tag, tickets }) => (
          <option key={tag} value={tag}>
            {t.used({ count: tickets })}
          </option>
        ))}
      </datalist>
      <Button type="submit" small kind="quiet" icon="plus" busy={busy}>
        {t.add}
      </Button>
      {error && (
        <div className={classes.outcome}>
          <FieldError id={`${id}-error`} live>
            {error}
          </FieldError>
        </div>
      )}
      {problem && !error && (
        <div className={classes.outcome}>
          <ActProblem error={problem} />
        </div>
      )}
    </form>
  );
}
