import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { ConfirmDialog } from '../../../design/dialog/ConfirmDialog';
import { Notice } from '../../../design/notice/Notice';
import { type Category, categoriesKey } from '../../knowledge/queries';
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
    <ConfirmDialog
      title={t.removeTitle}
      confirm={t.removeShort}
      kind="danger"
      busy={remove.isPending}
      error={inUse ? null : remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {inUse && (
        <Notice tone="danger" live>
          {t.inUse}
        </Notice>
      )}
      <p>
        <strong>{category.names.es}</strong>
      </p>
      <p>{t.removeText}</p>
    </ConfirmDialog>
  );
}
