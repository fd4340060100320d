import type { Schemas } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { StatusBadge } from '../../design/badges/Badges';
import { Button } from '../../design/button/Button';
import classes from './MergePreview.module.css';
import { useActsTexts } from './texts';

/** Shows the target of a merge before it is confirmed: subject, requester, organization and status. */
export function MergePreview({ target }: { target: Ticket }) {
  const t = useActsTexts();
  return (
    <section className={classes.target} aria-label={t.mergeTarget({ number: target.number })}>
      <p className={classes.line}>
        <strong>{target.number}</strong>
        <StatusBadge status={target.status} />
      </p>
      <p className={classes.subject}>{target.subject}</p>
      <p className={classes.soft}>
        {[target.requester.name, target.organization].filter(Boolean).join(' · ')}
      </p>
    </section>
  );
}

interface MergeSuggestionsProps {
  suggestions: readonly Schemas['TicketCard'][];
  requester: string;
  onChoose: (number: string) => void;
}

/** Lists the other open tickets of the requester. A click enters the number of one of them. */
export function MergeSuggestions({ suggestions, requester, onChoose }: MergeSuggestionsProps) {
  const t = useActsTexts();
  if (suggestions.length === 0) return null;
  const label = t.mergeSuggestions({ name: requester });
  return (
    <div className={classes.suggestions}>
      <p className={classes.soft}>{label}</p>
      <ul className={classes.list} aria-label={label}>
        {suggestions.map(({ number, subject, status }) => (
          <li key={number} className={classes.line}>
            <Button small kind="quiet" onClick={() => onChoose(number)}>
              {`${number} · ${subject}`}
            </Button>
            <StatusBadge status={status} />
          </li>
        ))}
      </ul>
    </div>
  );
}
