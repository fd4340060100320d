import { useEffect, useRef } from 'react';
import { useLanguage } from '../../i18n/language';
import { useMachine } from '../../machine/useMachine';
import { announce } from '../announce/announce';
import { useDesignTexts } from '../texts';
import { fileError, type Limits } from './check';
import { type Uploaded, uploadFile } from './upload';
import { failureOf } from './uploadFailure';
import { itemsOf, type UploadCommand, type UploadEvent, type UploadState, uploadTransition } from './uploads';

export interface Uploads {
  items: UploadState;
  /** Whether any file is being uploaded. */
  pending: boolean;
  /** Adds files. Each promise resolves to the file in the store, or to undefined if it failed or was removed. */
  add: (files: Iterable<File>) => Promise<Uploaded | undefined>[];
  remove: (key: string) => void;
  retry: (key: string) => void;
  clear: () => void;
  /** Replaces all files with files that are already in the store. */
  reset: (uploaded: readonly Uploaded[]) => void;
}

/**
 * Manages the files of a form, which are uploaded as soon as they are chosen. `initial` contains the files of a draft.
 * `onChange` is called with the files in the store after a file was uploaded or an uploaded file was removed.
 */
export function useUploads(
  limits: Limits,
  initial: readonly Uploaded[],
  onChange: (uploaded: Uploaded[]) => void,
): Uploads {
  const t = useDesignTexts();
  const language = useLanguage();
  const files = useRef(new Map<string, File>());
  const requests = useRef(new Map<string, AbortController>());
  const outcomes = useRef(new Map<string, (uploaded: Uploaded | undefined) => void>());
  const { state: items, dispatch } = useMachine(uploadTransition, () => itemsOf(initial), run);

  useEffect(() => {
    const running = requests.current;
    return () => {
      for (const request of running.values()) request.abort();
    };
  }, []);

  function run(command: UploadCommand) {
    switch (command.type) {
      case 'start':
        void start(command.key);
        break;
      case 'drop':
        requests.current.get(command.key)?.abort();
        files.current.delete(command.key);
        break;
      case 'settle':
        outcomes.current.get(command.key)?.(command.uploaded);
        outcomes.current.delete(command.key);
        break;
      case 'change':
        onChange([...command.uploaded]);
        break;
      case 'announce':
        if (command.what === 'failed') announce(`${command.name}: ${command.error}`);
        else announce(t.files[command.what]({ name: command.name }));
    }
  }

  async function start(key: string) {
    const file = files.current.get(key);
    if (!file) return;
    const request = new AbortController();
    requests.current.set(key, request);
    const onProgress = (progress: number) => dispatch({ type: 'progressed', key, progress });
    const outcome = await uploadFile(file, { onProgress, signal: request.signal }).then(
      (uploaded): UploadEvent => ({ type: 'succeeded', key, uploaded }),
      (cause: unknown): UploadEvent => ({ type: 'failed', key, ...failureOf(cause, t) }),
    );
    requests.current.delete(key);
    if (!request.signal.aborted) dispatch(outcome);
  }

  function add(added: Iterable<File>) {
    const chosen = [...added].map((file) => ({ key: crypto.randomUUID(), file }));
    const promises = chosen.map(({ key, file }) => {
      files.current.set(key, file);
      return new Promise<Uploaded | undefined>((resolve) => outcomes.current.set(key, resolve));
    });
    dispatch({
      type: 'chosen',
      files: chosen.map(({ key, file }) => ({
        key,
        name: file.name,
        size: file.size,
        error: fileError(file, limits, t.files, language),
      })),
      maxFiles: limits.maxFiles,
      tooMany: t.files.tooMany({ count: limits.maxFiles }),
    });
    return promises;
  }

  const reset = (uploaded: readonly Uploaded[]) => dispatch({ type: 'replaced', uploaded });
  return {
    items,
    pending: items.some(({ state }) => state === 'uploading'),
    add,
    remove: (key) => dispatch({ type: 'removed', key }),
    retry: (key) => dispatch({ type: 'retried', key }),
    clear: () => reset([]),
    reset,
  };
}
