import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { draftName, newIdempotencyKey, readDraft, removeDraft, writeDraft } from '../../drafts/store';
import { usePerson } from '../../session/useSession';
import { type Edit, editOf, same, toSend } from './edit';
import { type Draft, draftQuery, useForgetLists } from './queries';

const pause = 1200;
/** What failed for the time being is tried again by itself. */
const patience = 8000;

/** What is not saved yet, on this device: it outlives a reload and the end of the session. */
interface Unsaved {
  edit: Edit;
  version: number;
}

export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** An article that is saved while it is written, on the version that was read. */
export function useArticle(kept: Draft) {
  const { id } = kept;
  const person = usePerson();
  const client = useQueryClient();
  const forgetLists = useForgetLists();
  const name = draftName(person.id, `articulo.${id}`);
  const [found] = useState(() => readDraft<Unsaved>(localStorage, name)?.value);
  const [edit, setEdit] = useState<Edit>(() => found?.edit ?? editOf(kept));
  const [theirs, setTheirs] = useState<Draft>();
  const [restored, setRestored] = useState(found !== undefined && !same(found.edit, editOf(kept)));
  const version = useRef(found?.version ?? kept.version);
  // What was sent last, as it was written: what comes back is sanitized and may differ.
  const [sent, setSent] = useState<Edit>(() => editOf(kept));
  const dirty = !same(edit, sent);

  const save = useMutation({
    mutationFn: (now: Edit) =>
      answer(api.PUT('/articles/{id}', { params: { path: { id } }, body: toSend(now, version.current) })),
    onSuccess: (after, now) => {
      version.current = after.version;
      setSent(now);
      setRestored(false);
      client.setQueryData(draftQuery(id).queryKey, after);
      forgetLists();
    },
    onError: async (error) => {
      if (asProblem(error).type !== 'urn:mesa:problem:edited') return;
      setTheirs(
        await answer(api.GET('/article-drafts/{id}', { params: { path: { id } } })).catch(() => undefined),
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
  const wait = !failed ? pause : problem.temporary || problem.status === 401 ? patience : undefined;
  useEffect(() => {
    if (!dirty || isPending || conflict || wait === undefined) return;
    if (Object.keys(toSend(edit, 0).texts).length === 0) return;
    const timer = setTimeout(() => mutate(edit), wait);
    return () => clearTimeout(timer);
  }, [dirty, edit, isPending, conflict, wait, mutate]);

  /** Saves at once what isn't yet, and gives the article as it is kept. */
  const flush = useCallback(
    async (): Promise<Draft> => (dirty ? await mutateAsync(edit) : kept),
    [dirty, edit, kept, mutateAsync],
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
    theirs,
    retry: () => mutate(edit),
    flush,
    /** The article went on by another act, such as its publication. */
    went: (after: Draft) => {
      version.current = after.version;
      client.setQueryData(draftQuery(id).queryKey, after);
      forgetLists();
    },
    keepMine: () => {
      if (theirs) version.current = theirs.version;
      setTheirs(undefined);
      mutate(edit);
    },
    takeTheirs: () => {
      if (!theirs) return;
      version.current = theirs.version;
      const now = editOf(theirs);
      setEdit(now);
      setSent(now);
      setTheirs(undefined);
      setRestored(false);
      save.reset();
      client.setQueryData(draftQuery(id).queryKey, theirs);
    },
  };
}
