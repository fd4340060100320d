import type { ReactNode } from 'react';
import { asProblem } from '../../api/problem';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Conflict } from '../conflict/Conflict';
import { useConflictTexts } from '../conflict/texts';

interface ActProblemProps {
  error: unknown;
  /** A text about the person's input after a conflict. By default it says that their choice is preserved. */
  afterConflict?: ReactNode;
}

/** Shows why an act was refused: because others changed the ticket, or because of another problem. */
export function ActProblem({ error, afterConflict }: ActProblemProps) {
  const t = useConflictTexts();
  if (!error) return null;
  const { changes, version } = asProblem(error);
  if (version === undefined) return <ProblemNotice error={error} />;
  return <Conflict changes={changes}>{afterConflict ?? t.choicePreserved}</Conflict>;
}
