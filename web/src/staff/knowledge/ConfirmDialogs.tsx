import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, dataOf } from '../../api/client';
import { Button } from '../../design/button/Button';
import { ConfirmDialog } from '../../design/dialog/ConfirmDialog';
import { Dialog } from '../../design/dialog/Dialog';
import { Notice } from '../../design/notice/Notice';
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
  if (missingParts.length > 0) {
    return (
      <Dialog title={t.publishTitle} onClose={onClose}>
        <div className={classes.confirm}>
          <Notice tone="warning" title={t.lacking}>
            <ul className={classes.lacking}>
              {missingParts.map(({ language, part }) => (
                <li key={`${language} ${part}`}>{t.lack[language][part]}</li>
              ))}
            </ul>
          </Notice>
          <FormActions>
            <Button kind="secondary" onClick={onClose}>
              {t.close}
            </Button>
          </FormActions>
        </div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={t.publishTitle}
      confirm={t.publish}
      focus="confirm"
      busy={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <p>{t.publishText[draft.audience]({ version: number })}</p>
      {missing.map((language) => (
        <Notice key={language} tone="warning">
          {t.publishMissing[language]}
        </Notice>
      ))}
    </ConfirmDialog>
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
    <ConfirmDialog
      title={t.retireTitle}
      confirm={t.retire}
      focus="confirm"
      busy={retire.isPending}
      error={retire.error}
      onConfirm={() => retire.mutate()}
      onClose={onClose}
    >
      <p>{t.retireText}</p>
    </ConfirmDialog>
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
    <ConfirmDialog
      title={t.discardTitle}
      confirm={t.discard}
      kind="danger"
      busy={discard.isPending}
      error={discard.error}
      onConfirm={() => discard.mutate()}
      onClose={onClose}
    >
      <p>{t.discardText}</p>
    </ConfirmDialog>
  );
}
