import type { Limits } from '../design/files/check';
import type { Uploaded } from '../design/files/upload';
import { type Uploads, useUploads } from '../design/files/useUploads';
import { usePerson } from '../session/useSession';
import type { Shape } from './remote';
import { type DraftHandle, useDraft } from './useDraft';

export interface DraftWithFiles<Value> extends DraftHandle<Value> {
  uploads: Uploads;
}

/**
 * Manages a draft of the person together with the uploads of its files. `useForm` accepts the draft as its store. The
 * component must have a `key` that changes with the person and the purpose.
 */
export function useDraftWithFiles<Value extends object>(
  purpose: string,
  empty: Value,
  shape: Shape<Value>,
  limits: Limits,
): DraftWithFiles<Value> {
  const person = usePerson();
  const filesOf = (value: Value) => value[shape.files] as Uploaded[];
  const draft = useDraft<Value>(person.id, purpose, empty, {
    ...shape,
    onAdopt: (value) => uploads.reset(filesOf(value)),
  });
  const uploads = useUploads(limits, filesOf(draft.value), (files) =>
    draft.set({ [shape.files]: files } as Partial<Value>),
  );
  return {
    ...draft,
    uploads,
    clear: () => {
      draft.clear();
      uploads.clear();
    },
    markSent: (sent) => {
      const cleared = draft.markSent(sent);
      if (cleared) uploads.clear();
      return cleared;
    },
  };
}
