import { useState } from 'react';
import type { View } from '../views/queries';
import { type Column, chooseColumns, columns, useColumns } from './columns';

/** A view's columns, which are changed with it once it is kept; of a queue, those that the person sees all queues with. */
export function useShownColumns(view: View | undefined) {
  const usual = useColumns();
  const [chosen, setChosen] = useState<{ view: string; columns: readonly Column[] }>();
  return {
    columns: !view ? usual : chosen?.view === view.id ? chosen.columns : view.columns,
    show: (values: readonly string[]) => {
      if (view) setChosen({ view: view.id, columns: columns.filter((one) => values.includes(one)) });
      else chooseColumns(values);
    },
    kept: () => setChosen(undefined),
  };
}
