import { type CSSProperties, useEffect, useRef } from 'react';
import { ListPane } from '../list/ListPane';
import { nearest } from '../list/place';
import { type ListPlace, rowId } from '../list/useListKeys';
import { QueueMenu } from '../queues/QueueMenu';
import type { ListSource } from '../routes';
import { TicketPane } from '../ticket/TicketPane';
import { useListWidth } from './listWidth';
import { Splitter } from './Splitter';
import { useMediaQuery } from './useMediaQuery';
import classes from './Workspace.module.css';

/**
 * The workspace: queue menu, list and ticket. They are side by side on wide screens, where the menu gives way to the
 * ticket unless there is room for all three. A narrow screen shows only the list or the ticket.
 */
export function Workspace({ source, number }: { source: ListSource; number: string | undefined }) {
  const wide = useMediaQuery('(min-width: 70rem)');
  // Beside a ticket, the queue menu needs more room. Without it the list has a select of the queues.
  const roomy = useMediaQuery('(min-width: 100rem)');
  const listWidth = useListWidth();
  const lastOpened = useRef<string>(undefined);

  const place = useRef<ListPlace>(undefined);

  // After a ticket is closed, the focus returns to its row in the list, or to the next row if an act removed it.
  useEffect(() => {
    if (number) lastOpened.current = number;
    else if (lastOpened.current && place.current)
      nearest(place.current, lastOpened.current)
        .map((other) => document.getElementById(rowId(other)))
        .find(Boolean)
        ?.focus();
  }, [number]);

  const listShown = wide || number === undefined;
  const menuShown = wide && (roomy || number === undefined);
  return (
    <div
      className={classes.workspace}
      data-wide={wide || undefined}
      data-split={(wide && number) || undefined}
      data-fills-window={number && true}
      data-menu={menuShown || undefined}
      style={{ '--list-width': `${listWidth}rem` } as CSSProperties}
    >
      {menuShown && <QueueMenu source={source} listShown={listShown} />}
      {listShown && (
        <div id="list" className={classes.list} data-screen-only={number && true}>
          <ListPane source={source} opened={number} wide={wide} menuShown={menuShown} place={place} />
        </div>
      )}
      {wide && number && <Splitter controls="list" />}
      {number && <TicketPane key={number} number={number} source={source} split={wide} />}
    </div>
  );
}
