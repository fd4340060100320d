import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf } from '../../api/client';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { Dialog } from '../../design/dialog/Dialog';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import { languages } from '../../i18n/language';
import { routes } from '../routes';
import classes from './Article.module.css';
import type { missingParts } from './edit';
import { type ArticleDraft, useInvalidateLists } from './queries';
import { useTexts } from './texts';

interface ActProps {
  draft: ArticleDraft;
  onDone: (updated: ArticleDraft) => void;
  onClose: () => void;
}

interface PublishProps extends ActProps {
  missing: ReturnType<typeof missingParts>;
  /** The number of the version to publish. */
  number: number;
}

/** Asks for confirmation of a publication: shows who will be able to read the article, and which parts are missing. */
export function PublishDialog({ draft, missing: missingParts, number, onDone, onClose }: PublishProps) {
  const t = useTexts().editor;
  const { id, version } = draft;
  const publish = useMutation({
    mutationFn: () =>
      dataOf(api.PUT('/articles/{id}/publication', { params: { path: { id } }, body: { version } })),
    onSuccess: onDone,
  });
  const missing = languages.filter((language) => !draft.languages.includes(language));
  return (
    <Confirm
      title={t.publishTitle}
      act={missingParts.length === 0 ? t.publish : undefined}
      busy={publish.isPending}
      error={publish.error}
      onAct={() => publish.mutate()}
      onClose={onClose}
    >
      {missingParts.length > 0 ? (
        <Notice tone="warning" title={t.lacking}>
          <ul className={classes.lacking}>
            {missingParts.map(({ language, part }) => (
              <li key={`${language} ${part}`}>{t.lack[language][part]}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <p>{t.publishText[draft.audience]({ version: number })}</p>
          {missing.map((language) => (
            <Notice key={language} tone="warning">
              {t.publishMissing[language]}
            </Notice>
          ))}
        </>
      )}
    </Confirm>
  );
}

export function RetireDialog({ draft, onDone, onClose }: ActProps) {
  const t = useTexts().editor;
  const { id, version } = draft;
  const retire = useMutation({
    mutationFn: () =>
      dataOf(api.DELETE('/articles/{id}/publication', { params: { path: { id }, query: { version } } })),
    onSuccess: onDone,
  });
  return (
    <Confirm
      title={t.retireTitle}
      act={t.retire}
      busy={retire.isPending}
      error={retire.error}
      onAct={() => retire.mutate()}
      onClose={onClose}
    >
      <p>{t.retireText}</p>
    </Confirm>
  );
}

export function DiscardDialog({ draft, onClose }: Omit<ActProps, 'onDone'>) {
  const t = useTexts().editor;
  const { id, version } = draft;
  const [, navigate] = useLocation();
  const invalidateLists = useInvalidateLists();
  const discard = useMutation({
    mutationFn: () =>
      dataOf(api.DELETE('/article-drafts/{id}', { params: { path: { id }, query: { version } } })),
    onSuccess: () => {
      invalidateLists();
      navigate(routes.knowledge());
    },
  });
  return (
    <Confirm
      title={t.discardTitle}
      act={t.discard}
      busy={discard.isPending}
      error={discard.error}
      onAct={() => discard.mutate()}
      onClose={onClose}
    >
      <p>{t.discardText}</p>
    </Confirm>
  );
}

interface ConfirmProps {
  title: string;
  /** The label of the button that confirms; undefined if the action is not possible. */
  act: string | undefined;
  busy: boolean;
  error: unknown;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Confirm({ title, act, busy, error, onAct, onClose, children }: ConfirmProps) {
  const t = useTexts().editor;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={classes.confirm}>
        {children}
        {error !== null && error !== undefined && <ProblemNotice error={error} />}
        <FormActions>
          {act && (
            <Button busy={busy} onClick={onAct} data-autofocus>
              {act}
            </Button>
          )}
          {act ? (
            <CancelButton kind="secondary" onClick={onClose} />
          ) : (
            <Button kind="secondary" onClick={onClose}>
              {t.close}
            </Button>
          )}
        </FormActions>
      </div>
    </Dialog>
  );
}
