import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { useIdempotencyKey } from '../../api/idempotencyKey';
import { asProblem } from '../../api/problem';
import { announce } from '../../design/announce/announce';
import { type View, viewsQuery } from './queries';
import { useTexts } from './texts';

type NewView = Schemas['NewView'];

/**
 * Creates a view, or changes a view based on the version that was loaded. If another person changed it first,
 * `conflict` is the current view, and saving again overwrites it.
 */
export function useSaveView(view: View | undefined, onSaved: (saved: View) => void) {
  const t = useTexts();
  const client = useQueryClient();
  const { key, renewAfter } = useIdempotencyKey();
  const save = useMutation({
    mutationFn: ({ body, version }: { body: NewView; version: number | undefined }) =>
      view
        ? dataOf(
            api.PUT('/views/{id}', {
              params: { path: { id: view.id } },
              body: { ...body, version: version ?? view.version },
            }),
          )
        : dataOf(api.POST('/views', { params: { header: { 'Idempotency-Key': key } }, body })),
    onSuccess: (saved) => {
      client.setQueryData<View[]>(viewsQuery.queryKey, (all = []) =>
        [...all.filter(({ id }) => id !== saved.id), saved].sort((a, b) =>
          a.name.localeCompare(b.name, 'es'),
        ),
      );
      announce(t.saved({ name: saved.name }));
      onSaved(saved);
    },
    onError: renewAfter,
  });
  const conflict = save.error ? asProblem(save.error).view : undefined;
  return {
    ...save,
    conflict,
    save: (body: NewView) => {
      if (!save.isPending) save.mutate({ body, version: conflict?.version });
    },
  };
}
