import { asProblem } from '../../api/problem';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Conflict } from '../conflict/Conflict';
import { useTexts } from '../texts';

/** Why an act was refused; nothing while it was not. */
export function Outcome({ error }: { error: unknown }) {
  const t = useTexts().conflict;
  if (!error) return null;
  const { changes, version } = asProblem(error);
  if (version === undefined) return <ProblemNotice error={error} />;
  return <Conflict changes={changes}>{t.choiceKept}</Conflict>;
}
