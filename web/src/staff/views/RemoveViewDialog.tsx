import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { asProblem } from '../../api/problem';
import { announce } from '../../design/announce/announce';
import { ConfirmDialog } from '../../design/dialog/ConfirmDialog';
import { Conflict } from './Conflict';
import { type View, viewsQuery } from './queries';
import { useTexts } from './texts';

interface RemoveViewDialogProps {
  view: View;
  onRemoved: () => void;
  onClose: () => void;
}

export default function RemoveViewDialog({ view, onRemoved, onClose }: RemoveViewDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (version: number) =>
      dataOf(api.DELETE('/views/{id}', { params: { path: { id: view.id }, query: { version } } })),
    onSuccess: () => {
      onRemoved();
      client.setQueryData<View[]>(viewsQuery.queryKey, (all) => all?.filter(({ id }) => id !== view.id));
      announce(t.removed({ name: view.name }));
    },
  });
  const conflict = remove.error ? asProblem(remove.error).view : undefined;
  return (
    <ConfirmDialog
      title={t.removeTitle}
      confirm={t.removeNow}
      kind="danger"
      busy={remove.isPending}
      error={conflict ? null : remove.error}
      onConfirm={() => remove.mutate(conflict?.version ?? view.version)}
      onClose={onClose}
    >
      {conflict && <Conflict before={view} after={conflict} />}
      <p>{t.removeText({ name: view.name })}</p>
      {view.audience !== 'me' && <p>{t.removeShared}</p>}
    </ConfirmDialog>
  );
}
