import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { api, dataOf, type Schemas } from '../../api/client';
import { ticketQuery } from '../../api/queries';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { FieldError } from '../../design/control/FieldError';
import { TextAreaField } from '../../design/control/TextField';
import { formatDate } from '../../design/dates/format';
import { useForm } from '../../design/form/useForm';
import { Icon } from '../../design/icon/Icon';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Card, FormActions } from '../../design/page/Card';
import { useLanguage } from '../../i18n/language';
import { Stars } from '../../rating/Stars';
import { useTimeZone } from '../../session/useSession';
import classes from './Rating.module.css';
import { useRatingCardTexts } from './texts';

const commentLimit = 1000;

/** The card to rate a ticket (F4). It shows the form, and later the rating, which can be changed for some time. */
export default function RatingCard({ ticket }: { ticket: Schemas['Ticket'] }) {
  const t = useRatingCardTexts();
  const card = useRef<HTMLDivElement>(null);
  const [changing, setChanging] = useState(false);
  const [rated, setRated] = useState(false);
  const [commenting, setCommenting] = useState(false);
  const [params] = useSearchParams();
  const fromMail = params.get('rate') === '1';
  // The link in the mail opens the page with this card focused.
  useEffect(() => {
    if (fromMail) card.current?.focus();
  }, [fromMail]);

  const canRate = ticket.actions.includes('rate');
  // A comment that is being written stays in view if the ticket is reopened meanwhile. The server then says why it refuses the rating.
  if (!canRate && !ticket.rating && !commenting) return null;
  return (
    <div ref={card} tabIndex={-1} className={classes.rating}>
      <Card>
        <h2 className={classes.title}>{ticket.rating ? t.yours : t.title}</h2>
        {rated && (
          <Notice tone="success" live>
            {t.thanks}
          </Notice>
        )}
        {ticket.rating && !changing ? (
          <CurrentRating rating={ticket.rating} onChange={canRate ? () => setChanging(true) : undefined} />
        ) : (
          <RatingForm
            ticket={ticket}
            onCancel={ticket.rating && (() => setChanging(false))}
            onComment={(comment) => setCommenting(Boolean(comment))}
            onDone={() => {
              setChanging(false);
              setCommenting(false);
              setRated(true);
            }}
          />
        )}
      </Card>
    </div>
  );
}

function CurrentRating({
  rating,
  onChange,
}: {
  rating: Schemas['Rating'];
  onChange: (() => void) | undefined;
}) {
  const t = useRatingCardTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  return (
    <>
      <p>
        <Stars score={rating.score} /> · {t.scores[rating.score - 1]}
      </p>
      {rating.comment && <p className={classes.quote}>{t.quote({ text: rating.comment })}</p>}
      {onChange && (
        <FormActions>
          <Button small kind="secondary" onClick={onChange}>
            {t.change}
          </Button>
          <span className={classes.soft}>
            {t.until({ date: formatDate(rating.changesUntil, language, timeZone) })}
          </span>
        </FormActions>
      )}
    </>
  );
}

interface RatingFormProps {
  ticket: Schemas['Ticket'];
  onComment: (comment: string) => void;
  onDone: () => void;
  onCancel: (() => void) | undefined;
}

type Values = { score: number | undefined; comment: string };

function RatingForm({ ticket, onComment, onDone, onCancel }: RatingFormProps) {
  const t = useRatingCardTexts();
  const client = useQueryClient();
  const errorId = useId();
  const { number } = ticket;
  const rate = useMutation({
    mutationFn: (rating: Schemas['NewRating']) =>
      dataOf(api.PUT('/tickets/{number}/rating', { params: { path: { number } }, body: rating })),
    onSuccess: (updated) => {
      client.setQueryData(ticketQuery(number).queryKey, updated);
      onDone();
    },
  });
  const { values, set, field, formProps, attempted } = useForm<Values>({
    initial: { score: ticket.rating?.score, comment: ticket.rating?.comment ?? '' },
    validate: ({ score }) => ({ score: score === undefined && t.missing }),
    request: rate,
    onSubmit: ({ score, comment }) => score !== undefined && rate.mutate({ score, comment }),
  });
  const { score } = values;
  const scoreMissing = attempted && score === undefined;

  return (
    <form {...formProps} className={classes.fields}>
      <p className={classes.soft}>{t.lead}</p>
      {rate.error && <ProblemNotice error={rate.error} />}
      <fieldset className={classes.scores} aria-describedby={scoreMissing ? errorId : undefined}>
        <legend className="visually-hidden">{t.legend}</legend>
        {[1, 2, 3, 4, 5].map((value) => (
          <label key={value} className={classes.score} data-full={score !== undefined && value <= score}>
            <input
              type="radio"
              name="score"
              value={value}
              checked={value === score}
              onChange={() => set({ score: value })}
            />
            <Icon name="star" large />
            <span>
              <strong>{value}</strong> {t.scores[value - 1]}
            </span>
          </label>
        ))}
      </fieldset>
      {scoreMissing && (
        <FieldError id={errorId} live>
          {t.missing}
        </FieldError>
      )}
      <TextAreaField
        label={t.comment}
        optional
        rows={3}
        maxLength={commentLimit}
        {...field('comment')}
        onValue={(comment) => {
          set({ comment });
          onComment(comment);
        }}
      />
      <FormActions>
        <Button type="submit" busy={rate.isPending}>
          {t.submit}
        </Button>
        {onCancel && <CancelButton onClick={onCancel} />}
      </FormActions>
    </form>
  );
}
