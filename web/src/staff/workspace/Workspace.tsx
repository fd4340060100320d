import { type CSSProperties, useEffect, useRef } from 'react';
import { ListPane } from '../list/ListPane';
import { rowId } from '../list/useListKeys';
import { QueueMenu } from '../queues/QueueMenu';
import type { ListSource } from '../routes';
import { TicketPane } from '../ticket/TicketPane';
import { useListWidth } from './listWidth';
import { Splitter } from './Splitter';
import { useMediaQuery } from './useMediaQuery';
import classes from './Workspace.module.css';

/** Menu, list and ticket side by side where they fit; else one after the other. */
export function Workspace({ source, number }: { source: ListSource; number: string | undefined }) {
  const wide = useMediaQuery('(min-width: 70rem)');
  const listWidth = useListWidth();
  const left = useRef<string>(undefined);

  // Who closes a ticket goes on at its place in the list.
  useEffect(() => {
    if (number) left.current = number;
    else if (left.current) document.getElementById(rowId(left.current))?.focus();
  }, [number]);

  const listShown = wide || number === undefined;
  return (
    <div
      className={classes.workspace}
      data-wide={wide || undefined}
      data-split={(wide && number) || undefined}
      style={{ '--list-width': `${listWidth}rem` } as CSSProperties}
    >
      {wide && <QueueMenu source={source} listShown={listShown} />}
      {listShown && (
        <div id="list" className={classes.list} data-screen-only={number && true}>
          <ListPane source={source} opened={number} wide={wide} />
        </div>
      )}
      {wide && number && <Splitter controls="list" />}
      {number && <TicketPane key={number} number={number} source={source} split={wide} />}
    </div>
  );
}
