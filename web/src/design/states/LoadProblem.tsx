import { Button } from '../button/Button';
import { ProblemNotice } from '../notice/ProblemNotice';
import { useDesignTexts } from '../texts';

/** Shows why a part of a page could not be loaded, with a retry. */
export function LoadProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useDesignTexts().error;
  return (
    <ProblemNotice
      error={error}
      title={t.notLoaded}
      actions={
        <Button small kind="secondary" icon="refresh" onClick={onRetry}>
          {t.retry}
        </Button>
      }
    />
  );
}
