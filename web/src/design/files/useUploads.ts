import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { announce } from '../announce/announce';
import { problemText } from '../notice/ProblemNotice';
import { useDesignTexts } from '../texts';
import { fileError, type Limits } from './check';
import { type Uploaded, UploadRefused, uploadFile } from './upload';

export interface UploadItem {
  key: string;
  name: string;
  size: number;
  state: 'uploading' | 'done' | 'failed';
  /** 0 to 1. */
  progress: number;
  error?: string;
  canRetry: boolean;
  uploaded?: Uploaded;
}

export interface Uploads {
  items: UploadItem[];
  pending: boolean;
  /** What becomes of each: undefined when it was refused, failed, or was taken away. */
  add: (files: Iterable<File>) => Promise<Uploaded | undefined>[];
  remove: (key: string) => void;
  retry: (key: string) => void;
  clear: () => void;
  /** Puts files that are uploaded already in place of all. */
  reset: (kept: Uploaded[]) => void;
}

function itemOf(uploaded: Uploaded): UploadItem {
  const { id, filename, size } = uploaded;
  return { key: id, name: filename, size, state: 'done', progress: 1, canRetry: false, uploaded };
}

/** Files on their way to the store. `onChange` hears of the finished ones, which are what a draft keeps and a form sends. */
export function useUploads(
  limits: Limits,
  kept: Uploaded[],
  onChange: (uploaded: Uploaded[]) => void,
): Uploads {
  const t = useDesignTexts();
  const language = useLanguage();
  const [items, setItems] = useState<UploadItem[]>(() => kept.map(itemOf));
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());
  const notify = useRef(onChange);
  notify.current = onChange;

  const update = useCallback((key: string, part: Partial<UploadItem>) => {
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }, []);

  const done = items.flatMap((item) => item.uploaded ?? []);
  const doneIds = done.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: doneIds stands for `done`
  useEffect(() => notify.current(done), [doneIds]);

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const start = useCallback(
    (key: string, file: File): Promise<Uploaded | undefined> => {
      const controller = new AbortController();
      running.current.set(key, controller);
      const onProgress = (progress: number) => update(key, { progress });
      return uploadFile(file, { onProgress, signal: controller.signal })
        .then((uploaded) => {
          update(key, { state: 'done', progress: 1, uploaded, error: undefined });
          announce(t.files.added({ name: file.name }));
          return uploaded;
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return undefined;
          const refusal = error instanceof Problem && !error.temporary ? refusalText(error) : undefined;
          const text = error instanceof UploadRefused ? t.files.refused : (refusal ?? t.files.failed);
          update(key, {
            state: 'failed',
            error: text,
            canRetry: !refusal && !(error instanceof UploadRefused),
          });
          announce(`${file.name}: ${text}`);
          return undefined;
        })
        .finally(() => running.current.delete(key));

      function refusalText(problem: Problem): string | undefined {
        // With the session renewed it may go through, so a 401 can be retried.
        if (problem.status === 401) return undefined;
        return problem.errors[0]?.message ?? problemText(problem, t);
      }
    },
    [t, update],
  );

  const add = useCallback(
    (added: Iterable<File>) => {
      const next: UploadItem[] = [];
      const sent: Promise<Uploaded | undefined>[] = [];
      const taken = items.filter((item) => item.state !== 'failed').length;
      let room = limits.maxFiles - taken;
      for (const file of added) {
        const key = crypto.randomUUID();
        const error =
          fileError(file, limits, t.files, language) ??
          (room > 0 ? undefined : t.files.tooMany({ count: limits.maxFiles }));
        next.push({
          key,
          name: file.name,
          size: file.size,
          state: error ? 'failed' : 'uploading',
          progress: 0,
          error,
          canRetry: false,
        });
        if (error) {
          announce(`${file.name}: ${error}`);
          sent.push(Promise.resolve(undefined));
          continue;
        }
        room -= 1;
        files.current.set(key, file);
        sent.push(start(key, file));
      }
      setItems((before) => [...before, ...next]);
      return sent;
    },
    [items, limits, t, language, start],
  );

  const remove = useCallback(
    (key: string) => {
      running.current.get(key)?.abort();
      files.current.delete(key);
      const name = items.find((item) => item.key === key)?.name;
      setItems((before) => before.filter((item) => item.key !== key));
      if (name) announce(t.files.removed({ name }));
    },
    [items, t],
  );

  const retry = useCallback(
    (key: string) => {
      const file = files.current.get(key);
      if (!file) return;
      update(key, { state: 'uploading', progress: 0, error: undefined });
      void start(key, file);
    },
    [start, update],
  );

  const reset = useCallback((uploaded: Uploaded[]) => {
    for (const upload of running.current.values()) upload.abort();
    files.current.clear();
    setItems(uploaded.map(itemOf));
  }, []);

  const clear = useCallback(() => reset([]), [reset]);

  return {
    items,
    pending: items.some((item) => item.state === 'uploading'),
    add,
    remove,
    retry,
    clear,
    reset,
  };
}
