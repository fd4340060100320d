import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { Button } from '../../../design/button/Button';
import { CancelButton } from '../../../design/button/CancelButton';
import { Dialog } from '../../../design/dialog/Dialog';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { type Category, categoriesKey } from '../../knowledge/queries';
import classes from './Categories.module.css';
import { useTexts } from './texts';

interface RemoveDialogProps {
  category: Category;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveDialog({ category, onRemoved, onClose }: RemoveDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => dataOf(api.DELETE('/categories/{id}', { params: { path: { id: category.id } } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: categoriesKey });
      onRemoved();
    },
  });
  const inUse = remove.error && asProblem(remove.error).status === 409;
  return (
    <Dialog title={t.removeTitle} onClose={onClose}>
      <div className={classes.form}>
        <p>
          <strong>{category.names.es}</strong>
        </p>
        <p>{t.removeText}</p>
        {inUse && (
          <Notice tone="danger" live>
            {t.inUse}
          </Notice>
        )}
        {remove.error && !inUse && <ProblemNotice error={remove.error} />}
        <FormActions>
          <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t.removeShort}
          </Button>
          <CancelButton kind="secondary" onClick={onClose} data-autofocus />
        </FormActions>
      </div>
    </Dialog>
  );
}
