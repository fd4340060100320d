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

/** Uploads a file (B4). The API returns a signed request, with which the browser sends the file to the object store, once. */
export async function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<Uploaded> {
  const contentType = contentTypeOf(file);
  const description = { filename: file.name, size: file.size, contentType };
  const { id, upload } = await dataOf(api.POST('/attachments', { body: description, signal }));
  await send(file, upload, onProgress, signal);
  return { id, ...description };
}

/** The status with which the store refuses a second upload. */
const alreadyUploaded = 412;

/** Sends the file. It uses XMLHttpRequest because fetch reports no upload progress. */
function send(
  file: File,
  { url, method, headers }: Schemas['AttachmentUpload']['upload'],
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      // A browser may send a request again if the connection ends before the response. Only this upload knows the URL, so a file
      // that is stored already is this file.
      if ((request.status >= 200 && request.status < 300) || request.status === alreadyUploaded) resolve();
      else if (request.status < 500) reject(new UploadRefused(String(request.status)));
      else reject(new Error(String(request.status)));
    };
    request.onerror = () => reject(new Error('network'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) request.abort();
    else request.send(file);
  });
}
