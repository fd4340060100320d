import { useEffect, useRef } from 'react';
import type { Problem } from '../../api/problem';
import { LinkButton } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { ActProblem } from '../acts/ActProblem';
import { type ListSource, routes } from '../routes';
import classes from './Composer.module.css';
import type { Kind, SendMode } from './draft';
import { useComposerTexts } from './texts';

interface SendResultProps {
  kind: Kind;
  sent: SendMode | undefined;
  problem: Problem | undefined;
  source: ListSource;
}

/** The outcome of the last request, above the form. It is focused when it appears. */
export function SendResult({ kind, sent, problem, source }: SendResultProps) {
  const t = useComposerTexts();
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sent || problem) outcome.current?.focus();
  }, [sent, problem]);
  return (
    <div ref={outcome} tabIndex={-1} className={classes.sent} hidden={!sent && !problem}>
      {sent && (
        <Notice
          tone="success"
          actions={
            <LinkButton small kind="secondary" href={routes.list(source)}>
              {t.toList}
            </LinkButton>
          }
        >
          {kind === 'note' ? t.noteSaved : t.sent[sent]}
        </Notice>
      )}
      <ActProblem error={problem} afterConflict={t.textPreserved} />
    </div>
  );
}
