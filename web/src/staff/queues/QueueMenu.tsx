import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { SelectField } from '../../design/control/SelectField';
import { usePerson } from '../../session/useSession';
import { useTexts as useMentionTexts } from '../mentions/texts';
import { type ListSource, type Queue, queues, routes } from '../routes';
import { useTexts } from '../texts';
import { useViewChoices, ViewLinks } from '../views/ViewLinks';
import { countsQuery } from './counts';
import classes from './QueueMenu.module.css';

/**
 * Returns a function that names a queue. For agents «Abiertos» is named «Mi departamento», because they only see the
 * tickets of their departments.
 */
export function useQueueName(): (queue: Queue) => string {
  const t = useTexts().queues;
  const { role } = usePerson();
  return (queue) => (queue === 'open' && role === 'agent' ? t.myDepartment : t.names[queue]);
}

interface QueueMenuProps {
  source: ListSource | undefined;
  /** Whether a list is shown. Its response includes the counts. */
  listShown: boolean;
}

export function QueueMenu({ source, listShown }: QueueMenuProps) {
  const t = useTexts().queues;
  const mentionTexts = useMentionTexts();
  const nameOf = useQueueName();
  const { data: counts } = useQuery({ ...countsQuery, enabled: !listShown });
  const current = source && !source.view && 'queue' in source ? source.queue : undefined;
  return (
    <nav aria-label={t.label} className={classes.menu}>
      <ul className={classes.list}>
        {queues.map((queue) => {
          const count = counts?.[queue];
          return (
            <li key={queue}>
              <Link
                href={routes.list({ queue })}
                className={classes.queue}
                aria-current={queue === current ? 'page' : undefined}
                data-urgent={(queue === 'overdue' && Boolean(count)) || undefined}
              >
                <span>{nameOf(queue)}</span> <span className={classes.count}>{count}</span>
              </Link>
            </li>
          );
        })}
        <li className={classes.apart}>
          <Link
            href={routes.mentions}
            className={classes.queue}
            data-unread={Boolean(counts?.mentions) || undefined}
          >
            <span>{mentionTexts.title}</span> <span className={classes.count}>{counts?.mentions}</span>
          </Link>
        </li>
      </ul>
      <ViewLinks current={source?.view?.id} />
    </nav>
  );
}

/** The queues and views as a select, for narrow screens. */
export function QueueSelect({ source }: { source: ListSource }) {
  const t = useTexts().queues;
  const mentionTexts = useMentionTexts();
  const nameOf = useQueueName();
  const { data: counts } = useQuery({ ...countsQuery, enabled: false });
  const [, navigate] = useLocation();
  const choices = queues.map((queue) => {
    const count = counts?.[queue];
    const label = count === undefined ? nameOf(queue) : t.counted({ name: nameOf(queue), n: count });
    return { value: routes.list({ queue }), label };
  });
  const unread = counts?.mentions;
  const mentions = {
    value: routes.mentions,
    label: unread === undefined ? mentionTexts.title : t.counted({ name: mentionTexts.title, n: unread }),
  };
  const views = useViewChoices();
  const value = source.view
    ? routes.view(source.view.id)
    : 'queue' in source
      ? routes.list({ queue: source.queue })
      : '';
  return (
    <SelectField
      label={t.choose}
      labelHidden
      value={value}
      placeholder={value ? undefined : t.searching}
      choices={[...choices, mentions, ...views]}
      onValue={(path) => path && navigate(path)}
    />
  );
}
