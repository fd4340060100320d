import { useState } from 'react';
import type { View } from '../views/queries';
import { type Column, chooseColumns, columns, useColumns } from './columns';

/**
 * Returns the columns to show: for a view its own columns or an unsaved choice, for a queue the person's choice for all
 * queues.
 */
export function useShownColumns(view: View | undefined) {
  const queueColumns = useColumns();
  const [chosen, setChosen] = useState<{ view: string; columns: readonly Column[] }>();
  return {
    columns: !view ? queueColumns : chosen?.view === view.id ? chosen.columns : view.columns,
    show: (values: readonly string[]) => {
      if (view) setChosen({ view: view.id, columns: columns.filter((one) => values.includes(one)) });
      else chooseColumns(values);
    },
    reset: () => setChosen(undefined),
  };
}
