import type { Transition } from '../../machine/useMachine';
import type { Uploaded } from './upload';

/** A file of the form: it is being uploaded, is in the object store, or failed. */
export interface UploadItem {
  key: string;
  name: string;
  /** In bytes. */
  size: number;
  state: 'uploading' | 'done' | 'failed';
  /** From 0 to 1. */
  progress: number;
  error?: string;
  canRetry: boolean;
  uploaded?: Uploaded;
}

/** A file that the person chose. `error` says why it cannot be uploaded. */
export interface ChosenFile {
  key: string;
  name: string;
  size: number;
  error?: string | undefined;
}

export type UploadEvent =
  | { type: 'chosen'; files: readonly ChosenFile[]; maxFiles: number; tooMany: string }
  | { type: 'progressed'; key: string; progress: number }
  | { type: 'succeeded'; key: string; uploaded: Uploaded }
  | { type: 'failed'; key: string; error: string; canRetry: boolean }
  | { type: 'retried'; key: string }
  | { type: 'removed'; key: string }
  | { type: 'replaced'; uploaded: readonly Uploaded[] };

export type UploadCommand =
  | { type: 'start'; key: string }
  /** Abort the upload, if it is running, and release the file. */
  | { type: 'drop'; key: string }
  /** Resolve the promise that `add` returned for the file. Without `uploaded` the file is not in the store. */
  | { type: 'settle'; key: string; uploaded?: Uploaded }
  /** Report the files that are in the store after a file was uploaded or removed. */
  | { type: 'change'; uploaded: readonly Uploaded[] }
  | { type: 'announce'; what: 'added' | 'removed'; name: string }
  | { type: 'announce'; what: 'failed'; name: string; error: string };

export type UploadState = readonly UploadItem[];

export function itemsOf(uploaded: readonly Uploaded[]): UploadState {
  return uploaded.map((file) => ({
    key: file.id,
    name: file.filename,
    size: file.size,
    state: 'done',
    progress: 1,
    canRetry: false,
    uploaded: file,
  }));
}

/** Returns the files that are in the store. */
export function uploadedIn(items: UploadState): Uploaded[] {
  return items.flatMap(({ uploaded }) => uploaded ?? []);
}

export const uploadTransition: Transition<UploadState, UploadEvent, UploadCommand> = (items, event) => {
  if (event.type === 'chosen') return choose(items, event);
  if (event.type === 'replaced') {
    return [itemsOf(event.uploaded), ...items.flatMap(({ key }) => discard(key))];
  }
  const item = items.find(({ key }) => key === event.key);
  // The file was removed while its request was running.
  if (!item) return [items];
  const { key, name } = item;
  const update = (changes: Partial<UploadItem>) =>
    items.map((other) => (other === item ? { ...other, ...changes } : other));
  switch (event.type) {
    case 'progressed':
      return [update({ progress: event.progress })];
    case 'succeeded': {
      const { uploaded } = event;
      const next = update({ state: 'done', progress: 1, uploaded, error: undefined });
      return [
        next,
        { type: 'change', uploaded: uploadedIn(next) },
        { type: 'announce', what: 'added', name },
        { type: 'settle', key, uploaded },
      ];
    }
    case 'failed': {
      const { error, canRetry } = event;
      return [
        update({ state: 'failed', error, canRetry }),
        { type: 'announce', what: 'failed', name, error },
        { type: 'settle', key },
      ];
    }
    case 'retried':
      if (!item.canRetry) return [items];
      return [
        update({ state: 'uploading', progress: 0, error: undefined, canRetry: false }),
        { type: 'start', key },
      ];
    case 'removed': {
      const next = items.filter((other) => other !== item);
      const change: UploadCommand[] = item.uploaded ? [{ type: 'change', uploaded: uploadedIn(next) }] : [];
      return [next, ...discard(key), ...change, { type: 'announce', what: 'removed', name }];
    }
  }
};

function choose(
  items: UploadState,
  { files, maxFiles, tooMany }: Extract<UploadEvent, { type: 'chosen' }>,
): ReturnType<typeof uploadTransition> {
  let free = maxFiles - items.filter(({ state }) => state !== 'failed').length;
  const added: UploadItem[] = [];
  const commands: UploadCommand[] = [];
  for (const { key, name, size, error: invalid } of files) {
    const error = invalid ?? (free > 0 ? undefined : tooMany);
    added.push({
      key,
      name,
      size,
      state: error ? 'failed' : 'uploading',
      progress: 0,
      error,
      canRetry: false,
    });
    if (error) {
      commands.push({ type: 'announce', what: 'failed', name, error }, ...discard(key));
    } else {
      free -= 1;
      commands.push({ type: 'start', key });
    }
  }
  return [[...items, ...added], ...commands];
}

function discard(key: string): UploadCommand[] {
  return [
    { type: 'drop', key },
    { type: 'settle', key },
  ];
}
