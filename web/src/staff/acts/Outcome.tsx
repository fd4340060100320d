import type { ReactNode } from 'react';
import { asProblem } from '../../api/problem';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Conflict } from '../conflict/Conflict';
import { useTexts } from '../texts';

interface OutcomeProps {
  error: unknown;
  /** What became of the person's work when others were first: their choice is kept unless it says otherwise. */
  kept?: ReactNode;
}

/** Why an act was refused; nothing while it was not. */
export function Outcome({ error, kept }: OutcomeProps) {
  const t = useTexts().conflict;
  if (!error) return null;
  const { changes, version } = asProblem(error);
  if (version === undefined) return <ProblemNotice error={error} />;
  return <Conflict changes={changes}>{kept ?? t.choiceKept}</Conflict>;
}
