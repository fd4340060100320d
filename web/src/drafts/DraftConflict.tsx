import { lazy, Suspense } from 'react';
import type { DraftHandle } from './useDraft';

const DraftChoice = lazy(() => import('./DraftChoice'));

type Conflicting = Pick<DraftHandle<unknown>, 'conflict' | 'chooseRemote' | 'chooseLocal'>;

/** Shows that another device or tab has a different draft, until the person chooses one of the two drafts. */
export function DraftConflict({ draft }: { draft: Conflicting }) {
  return (
    draft.conflict && (
      <Suspense>
        <DraftChoice draft={draft} conflict={draft.conflict} />
      </Suspense>
    )
  );
}
