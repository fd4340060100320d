import type { Schemas } from '../../api/client';
import { Button, LinkButton } from '../../design/button/Button';
import { EmptyState } from '../../design/states/States';
import { LeftOut } from '../../search/LeftOut';
import { routes } from '../routes';
import { useTexts } from '../texts';
import type { ListState } from './listState';

interface ListEmptyProps {
  state: ListState;
  leftOut: Schemas['LeftOut'] | undefined;
  onChange: (change: Partial<ListState>) => void;
}

/**
 * Shown if the list is empty: no results, no tickets with this status, or no tickets yet. Each case offers a next step.
 */
export function ListEmpty({ state, leftOut, onChange }: ListEmptyProps) {
  const t = useTexts();
  if (state.query) {
    return (
      <EmptyState
        icon="search"
        title={t.tickets.noResults({ query: state.query })}
        actions={
          <Button kind="secondary" onClick={() => onChange({ query: '', filter: 'active' })}>
            {t.tickets.clearSearch}
          </Button>
        }
      >
        <LeftOut leftOut={leftOut} />
        <p>{t.tickets.noResultsText}</p>
      </EmptyState>
    );
  }
  if (state.filter !== 'all') {
    return (
      <EmptyState
        icon="ticket"
        title={t.tickets.emptyFilter({ filter: t.tickets.filters[state.filter] })}
        actions={
          <Button kind="secondary" onClick={() => onChange({ filter: 'all' })}>
            {t.tickets.showAll}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon="ticket"
      title={t.tickets.emptyTitle}
      actions={<LinkButton href={routes.newTicket}>{t.header.newTicket}</LinkButton>}
    >
      {t.tickets.emptyText}
    </EmptyState>
  );
}
