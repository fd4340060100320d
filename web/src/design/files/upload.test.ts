import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import { UploadRefused, uploadFile } from './upload';

/** A fake XMLHttpRequest with the members that the upload uses. */
class FakeRequest {
  static last: FakeRequest | undefined;
  upload: { onprogress?: (event: object) => void } = {};
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  status = 0;
  sent: File | undefined;
  headers: Record<string, string> = {};
  constructor() {
    FakeRequest.last = this;
  }
  open = vi.fn();
  setRequestHeader = (name: string, value: string) => {
    this.headers[name] = value;
  };
  send = (sent: File) => {
    this.sent = sent;
  };
  abort = () => this.onabort();
  respond(status: number) {
    this.status = status;
    this.onload();
  }
}

const file = new File(['hola'], 'a.txt', { type: 'text/plain' });

/** Waits until the file is being sent, and returns the request. */
async function sentRequest(): Promise<FakeRequest> {
  return await vi.waitFor(() => {
    if (!FakeRequest.last?.sent) throw new Error('nothing was sent');
    return FakeRequest.last;
  });
}

beforeEach(() => {
  FakeRequest.last = undefined;
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  vi.spyOn(api, 'POST').mockResolvedValue({
    data: {
      id: 'f1',
      upload: { url: 'https://store.example/f1', method: 'PUT', headers: { 'If-None-Match': '*' } },
    },
    response: new Response(null, { status: 201 }),
  } as never);
});

function upload() {
  const stop = new AbortController();
  const progress: number[] = [];
  const done = uploadFile(file, { onProgress: (fraction) => progress.push(fraction), signal: stop.signal });
  done.catch(() => undefined);
  return { done, stop, progress };
}

test('the file is sent with the signed request', async () => {
  const { done, progress } = upload();
  const request = await sentRequest();
  expect(request.open).toHaveBeenCalledWith('PUT', 'https://store.example/f1');
  expect(request.headers).toEqual({ 'If-None-Match': '*' });
  expect(request.sent).toBe(file);
  request.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 });
  request.upload.onprogress?.({ lengthComputable: false, loaded: 2, total: 0 });
  expect(progress).toEqual([0.25]);
  request.respond(200);
  expect(await done).toEqual({ id: 'f1', filename: 'a.txt', size: 4, contentType: 'text/plain' });
});

test.each([
  [403, UploadRefused],
  [413, UploadRefused],
  [503, Error],
])('the object store responds with %i', async (status, kind) => {
  const { done } = upload();
  (await sentRequest()).respond(status);
  await expect(done).rejects.toBeInstanceOf(kind);
  if (status >= 500) await expect(done).rejects.not.toBeInstanceOf(UploadRefused);
});

test('a file that an earlier attempt of the browser has stored is uploaded', async () => {
  const { done } = upload();
  (await sentRequest()).respond(412);
  expect(await done).toMatchObject({ id: 'f1' });
});

test('an abort ends the request', async () => {
  const { done, stop } = upload();
  await sentRequest();
  stop.abort();
  await expect(done).rejects.toMatchObject({ name: 'AbortError' });
});
