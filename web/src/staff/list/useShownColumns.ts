import { useState } from 'react';
import type { View } from '../views/queries';
import { type Column, chooseColumns, columns, useColumns } from './columns';

/**
 * Returns the columns to show: for a view its own columns or an unsaved choice, otherwise the person's choice for all
 * queues and searches.
 */
export function useShownColumns(view: View | undefined) {
  const queueColumns = useColumns();
  const [viewChoice, setViewChoice] = useState<{ view: string; columns: readonly Column[] }>();
  return {
    columns: !view ? queueColumns : viewChoice?.view === view.id ? viewChoice.columns : view.columns,
    show: (values: readonly string[]) => {
      if (view)
        setViewChoice({ view: view.id, columns: columns.filter((column) => values.includes(column)) });
      else chooseColumns(values);
    },
    reset: () => setViewChoice(undefined),
  };
}
