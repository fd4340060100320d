import type { ReactNode } from 'react';
import { asProblem, type Problem } from '../../api/problem';
import { useDesignTexts } from '../texts';
import type { DesignTexts } from '../texts/es';
import { Notice } from './Notice';

/** Returns the server's message, which is in the person's language. Without a message it returns a text of the page. */
export function problemText(problem: Problem, t: DesignTexts): string {
  if (problem.unreachable) return t.error.unreachable;
  if (problem.detail) return problem.detail;
  if (problem.status === 400 && problem.errors.length > 0) return t.error.check;
  if (problem.message) return problem.message;
  if (problem.status === 409) return t.error.conflict;
  if (problem.status === 429) return t.error.tooMany;
  return t.error.unexpected;
}

interface ProblemNoticeProps {
  error: unknown;
  title?: string;
  actions?: ReactNode;
}

/** Shows why a submission failed. */
export function ProblemNotice({ error, title, actions }: ProblemNoticeProps) {
  const t = useDesignTexts();
  const problem = asProblem(error);
  // If the session has ended, SessionEnded shows a dialog.
  if (problem.status === 401) return null;
  return (
    <Notice tone="danger" title={title} live actions={actions}>
      <p>{problemText(problem, t)}</p>
      {problem.requestId && problem.status >= 500 && <p>{t.error.reference({ id: problem.requestId })}</p>}
    </Notice>
  );
}
