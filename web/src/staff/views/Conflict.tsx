import type { ReactNode } from 'react';
import { Notice } from '../../design/notice/Notice';
import type { View } from './queries';
import { differences } from './source';
import { useTexts } from './texts';
import classes from './Views.module.css';

/** Lists the parts of a view that another person has changed since the view was loaded. */
export function Conflict({ before, after, actions }: { before: View; after: View; actions?: ReactNode }) {
  const t = useTexts();
  return (
    <Notice tone="warning" title={t.conflictTitle} live actions={actions}>
      <ul className={classes.changes}>
        {differences(before, after).map((part) => (
          <li key={part}>{part === 'name' ? t.conflict.name({ name: after.name }) : t.conflict[part]}</li>
        ))}
      </ul>
    </Notice>
  );
}
