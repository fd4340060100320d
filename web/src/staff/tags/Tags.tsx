import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { asProblem } from '../../api/problem';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { Icon } from '../../design/icon/Icon';
import { Outcome } from '../acts/Outcome';
import { useTicketChange } from '../acts/useTicketChange';
import { tagsQuery } from './queries';
import classes from './Tags.module.css';
import { useTexts } from './texts';

/** What staff sort a ticket by; requesters see none of it. */
export function Tags({ ticket }: { ticket: Ticket }) {
  const t = useTexts();
  const titleId = useId();
  const tags = ticket.tags ?? [];
  const may = ticket.actions.includes('tag');
  const remove = useTicketChange(ticket);
  if (!may && tags.length === 0) return null;
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
              {may && (
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
      {may && <AddTag ticket={ticket} />}
      {remove.error && <Outcome error={remove.error} />}
    </section>
  );
}

function AddTag({ ticket }: { ticket: Ticket }) {
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = useTicketChange(ticket);
  const suggested = useQuery({ ...tagsQuery(typed.trim()), enabled: typed.trim().length > 0 });
  const error = add.error ? asProblem(add.error).fieldErrors.addTags : undefined;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const tag = typed.trim();
    if (!tag || add.isPending) return;
    add.mutate(
      { addTags: [tag] },
      {
        onSuccess: () => {
          setTyped('');
          announce(t.added({ tag }));
        },
      },
    );
  }

  return (
    <form noValidate className={classes.add} onSubmit={onSubmit}>
      <label className="visually-hidden" htmlFor={id}>
        {t.label}
      </label>
      <input
        id={id}
        className={classes.input}
        value={typed}
        placeholder={t.label}
        maxLength={80}
        list={`${id}-tags`}
        autoComplete="off"
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={`${id}-tags`}>
        {suggested.data?.map(({ tag, tickets }) => (
          <option key={tag} value={tag}>
            {t.used({ count: tickets })}
          </option>
        ))}
      </datalist>
      <Button type="submit" small kind="quiet" icon="plus" busy={add.isPending}>
        {t.add}
      </Button>
      {error && (
        <p className={classes.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {add.error && !error && (
        <div className={classes.outcome}>
          <Outcome error={add.error} />
        </div>
      )}
    </form>
  );
}
