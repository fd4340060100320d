import { api, dataOf, type Schemas } from '../../api/client';
import { contentTypeOf } from './mediaType';

export type Uploaded = Schemas['Attachment'];

/** The object store refused the file. A retry with the same file would fail too. */
export class UploadRefused extends Error {}

interface UploadOptions {
  /** Called with the fraction of the file that was sent, from 0 to 1. */
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

/** Uploads a file (B4). The API returns a signed form, with which the browser posts the file to the object store. */
export async function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<Uploaded> {
  const contentType = contentTypeOf(file);
  const description = { filename: file.name, size: file.size, contentType };
  const { id, upload } = await dataOf(api.POST('/attachments', { body: description, signal }));
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  // The file is the last field, because the store ignores fields after it.
  form.append('file', new File([file], file.name, { type: contentType }));
  await send(upload.url, form, onProgress, signal);
  return { id, ...description };
}

/** Posts the form. It uses XMLHttpRequest because fetch reports no upload progress. */
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
