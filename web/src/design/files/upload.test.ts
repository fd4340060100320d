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
  sent: FormData | undefined;
  constructor() {
    FakeRequest.last = this;
  }
  open = vi.fn();
  send = (form: FormData) => {
    this.sent = form;
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
    data: { id: 'f1', upload: { url: 'https://store.example/', fields: { key: 'k', policy: 'p' } } },
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

test('the file follows the fields of the signed form', async () => {
  const { done, progress } = upload();
  const request = await sentRequest();
  expect(request.open).toHaveBeenCalledWith('POST', 'https://store.example/');
  expect([...(request.sent?.keys() ?? [])]).toEqual(['key', 'policy', 'file']);
  request.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 });
  request.upload.onprogress?.({ lengthComputable: false, loaded: 2, total: 0 });
  expect(progress).toEqual([0.25]);
  request.respond(204);
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

test('an abort ends the request', async () => {
  const { done, stop } = upload();
  await sentRequest();
  stop.abort();
  await expect(done).rejects.toMatchObject({ name: 'AbortError' });
});
