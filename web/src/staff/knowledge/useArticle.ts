import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { newIdempotencyKey } from '../../api/idempotencyKey';
import { asProblem } from '../../api/problem';
import { useOpenForm } from '../../drafts/openForms';
import { draftName, readDraft, removeDraft, writeDraft } from '../../drafts/store';
import { usePerson } from '../../session/useSession';
import { type Edit, editOf, isSameEdit, toRequest } from './edit';
import { type ArticleDraft, articleDraftQuery, useInvalidateLists } from './queries';

const typingPause = 1200;
/** The delay before a retry of a save that failed temporarily, in milliseconds. */
const retryDelay = 8000;

/** Unsaved changes, stored on this device so that they survive a reload and the end of the session. */
interface Unsaved {
  edit: Edit;
  version: number;
}

export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/**
 * Manages the editing of an article. Changes are saved automatically, based on the version that was loaded. `saved` is
 * the stored article draft.
 */
export function useArticle(saved: ArticleDraft) {
  const { id } = saved;
  const person = usePerson();
  const client = useQueryClient();
  const invalidateLists = useInvalidateLists();
  const name = draftName(person.id, `articulo.${id}`);
  const [stored] = useState(() => readDraft<Unsaved>(localStorage, name)?.value);
  const [edit, setEdit] = useState<Edit>(() => stored?.edit ?? editOf(saved));
  const [conflictingDraft, setConflictingDraft] = useState<ArticleDraft>();
  const [restored, setRestored] = useState(stored !== undefined && !isSameEdit(stored.edit, editOf(saved)));
  const version = useRef(stored?.version ?? saved.version);
  // The last text that was sent, for comparison with the editor's text. The response is sanitized, so it cannot be
  // compared.
  const [sent, setSent] = useState<Edit>(() => editOf(saved));
  const dirty = !isSameEdit(edit, sent);

  const save = useMutation({
    // Saves run one after the other, because each is based on the version that the previous save returned.
    scope: { id: name },
    mutationFn: (submitted: Edit) =>
      dataOf(
        api.PUT('/articles/{id}', { params: { path: { id } }, body: toRequest(submitted, version.current) }),
      ),
    onSuccess: (updated, submitted) => {
      version.current = updated.version;
      setSent(submitted);
      setRestored(false);
      client.setQueryData(articleDraftQuery(id).queryKey, updated);
      invalidateLists();
    },
    onError: async (error) => {
      if (asProblem(error).type !== 'urn:mesa:problem:edited') return;
      setConflictingDraft(
        await dataOf(api.GET('/article-drafts/{id}', { params: { path: { id } } })).catch(() => undefined),
      );
    },
  });
  const { mutate, mutateAsync, isPending, error } = save;
  const problem = error ? asProblem(error) : undefined;
  const conflict = problem?.type === 'urn:mesa:problem:edited';

  useEffect(() => {
    if (dirty) {
      const unsaved = { edit, version: version.current };
      writeDraft(localStorage, name, { value: unsaved, key: newIdempotencyKey(), savedAt: Date.now() });
    } else removeDraft(localStorage, name);
  }, [dirty, edit, name]);

  const failed = problem !== undefined && save.variables === edit;
  const savable = dirty && !conflict && Object.keys(toRequest(edit, 0).texts).length > 0;
  const wait = !failed ? typingPause : problem.refused ? undefined : retryDelay;
  useEffect(() => {
    if (!savable || isPending || wait === undefined) return;
    const timer = setTimeout(() => mutate(edit), wait);
    return () => clearTimeout(timer);
  }, [savable, edit, isPending, wait, mutate]);

  useOpenForm(async () => {
    if (savable) await mutateAsync(edit);
  });

  /** Saves pending changes at once and returns the stored article. */
  const flush = useCallback(
    async (): Promise<ArticleDraft> => (dirty ? await mutateAsync(edit) : saved),
    [dirty, edit, saved, mutateAsync],
  );

  return {
    edit,
    set: (change: Partial<Edit>) => setEdit((before) => ({ ...before, ...change })),
    saving: (conflict
      ? 'conflict'
      : isPending
        ? 'saving'
        : problem && dirty
          ? 'failed'
          : dirty
            ? 'unsaved'
            : 'saved') as Saving,
    problem,
    restored,
    conflictingDraft,
    retry: () => mutate(edit),
    flush,
    /** Must be called if another action changed the article, such as its publication. */
    replaceStored: (updated: ArticleDraft) => {
      version.current = updated.version;
      client.setQueryData(articleDraftQuery(id).queryKey, updated);
      invalidateLists();
    },
    keepOwnText: () => {
      if (conflictingDraft) version.current = conflictingDraft.version;
      setConflictingDraft(undefined);
      mutate(edit);
    },
    adoptStoredText: () => {
      if (!conflictingDraft) return;
      version.current = conflictingDraft.version;
      const storedEdit = editOf(conflictingDraft);
      setEdit(storedEdit);
      setSent(storedEdit);
      setConflictingDraft(undefined);
      setRestored(false);
      save.reset();
      client.setQueryData(articleDraftQuery(id).queryKey, conflictingDraft);
    },
  };
}
