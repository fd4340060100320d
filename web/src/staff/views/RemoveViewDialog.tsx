import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { asProblem } from '../../api/problem';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { Dialog } from '../../design/dialog/Dialog';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import { Conflict } from './Conflict';
import { type View, viewsQuery } from './queries';
import { useTexts } from './texts';
import classes from './Views.module.css';

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
    <Dialog title={t.removeTitle} onClose={onClose}>
      <div className={classes.form}>
        {conflict && <Conflict before={view} after={conflict} />}
        {remove.error && !conflict && <ProblemNotice error={remove.error} />}
        <p>{t.removeText({ name: view.name })}</p>
        {view.audience !== 'me' && <p>{t.removeShared}</p>}
        <FormActions>
          <Button
            kind="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(conflict?.version ?? view.version)}
          >
            {t.removeNow}
          </Button>
          <CancelButton onClick={onClose} data-autofocus="" />
        </FormActions>
      </div>
    </Dialog>
  );
}
