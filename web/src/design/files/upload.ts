import { answer, api, type Schemas } from '../../api/client';
import { contentTypeOf } from './mediaType';

export type Uploaded = Schemas['Attachment'];

/** The store itself refused the file: trying the same again won't help. */
export class UploadRefused extends Error {}

interface UploadOptions {
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

/** Announces the file and sends it straight to the store. */
export async function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<Uploaded> {
  const contentType = contentTypeOf(file);
  const announced = { filename: file.name, size: file.size, contentType };
  const { id, upload } = await answer(api.POST('/attachments', { body: announced, signal }));
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  // The store reads the fields up to the file, so it goes last.
  form.append('file', new File([file], file.name, { type: contentType }));
  await send(upload.url, form, onProgress, signal);
  return { id, ...announced };
}

/** XMLHttpRequest, because fetch does not tell how much was sent. */
function send(
  url: string,
  form: FormData,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else if (request.status < 500) reject(new UploadRefused(String(request.status)));
      else reject(new Error(String(request.status)));
    };
    request.onerror = () => reject(new Error('network'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) request.abort();
    else request.send(form);
  });
}
